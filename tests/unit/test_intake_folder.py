"""A folder or a module is read as it is, and nothing else is."""

import errno
import os
import signal
import socket
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import intake
from grader.course import load_course
from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake import folder, identity, read_submission, selection, submission
from grader.records import Submission

CODE = b"def numerical_diff(f, x):\n    return 0.0\n"


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """Return the one exercise of a small course: gradients.py, and weights.npz beside it."""
    root = tmp_path_factory.mktemp("course")
    folder = root / "exercises" / "exercise3"
    folder.mkdir(parents=True)
    (root / "course.toml").write_text('title = { en = "C" }\nexercises = ["exercise3"]\n')
    (folder / "exercise.toml").write_text(
        'title = { en = "Gradients" }\nslug = "gradients"\nmodule = "gradients"\n'
        'files = ["weights.npz"]\npoints = 1\n'
        '[[tasks]]\nnumber = 1\ntitle = { en = "T" }\npoints = 1\nhint = { en = "H" }\n'
    )
    (folder / "gradients.py").write_text("")
    (folder / "test_gradients.py").write_text("")
    return load_course(root).exercise("exercise3")


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Return a folder that holds a submission."""
    path = tmp_path / "hong"
    path.mkdir()
    (path / "gradients.py").write_bytes(CODE)
    return path


@pytest.fixture
def no_waiting() -> Iterator[None]:
    """End a test that waits for a pipe instead of hanging with it."""
    signal.alarm(10)
    yield
    signal.alarm(0)


def refusal(path: Path, exercise: Exercise) -> str:
    with pytest.raises(SubmissionError) as caught:
        read_submission(path, exercise, "hong")
    return str(caught.value)


def open_descriptors() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


def snapshot(path: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(file.relative_to(path)): (file.stat().st_mtime_ns, file.read_bytes())
        for file in sorted(path.rglob("*"))
        if file.is_file()
    }


# What is taken


def test_a_folder_gives_the_files_the_exercise_allows(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "weights.npz").write_bytes(b"\x00\x01")
    (handed_in / "data.csv").write_bytes(b"1,2")
    read = read_submission(handed_in, exercise, "hong")
    assert read.files == {"gradients.py": CODE, "weights.npz": b"\x00\x01"}
    assert read.student == "hong"
    assert read.origin == f"{handed_in}/gradients.py"
    assert read.notes == ()


def test_a_module_is_read_whatever_its_name(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "hong_gradients.py"
    path.write_bytes(CODE)
    read = read_submission(path, exercise, "hong")
    assert read.files == {"gradients.py": CODE}
    assert read.notes == ("hong_gradients.py was read as gradients.py.",)


def test_bytes_are_taken_as_they_are(handed_in: Path, exercise: Exercise) -> None:
    source = "# -*- coding: euc-kr -*-\n# 기울기\r\n".encode("euc-kr") + b"\xff\x00"
    (handed_in / "gradients.py").write_bytes(source)
    assert read_submission(handed_in, exercise, "hong").files["gradients.py"] == source


def test_caches_and_bytecode_are_ignored(handed_in: Path, exercise: Exercise) -> None:
    cache = handed_in / "__pycache__"
    cache.mkdir()
    (cache / "gradients.cpython-311.pyc").write_bytes(b"poison")
    (handed_in / "gradients.pyc").write_bytes(b"poison")
    (handed_in / "._gradients.py").write_bytes(b"\x00\x05\x16\x07")
    read = read_submission(handed_in, exercise, "hong")
    assert list(read.files) == ["gradients.py"]
    assert read.notes == ()


def test_other_modules_are_named_in_one_note(handed_in: Path, exercise: Exercise) -> None:
    for name in ("numpy.py", "conftest.py", "test_gradients.py"):  # the last comes with the stub
        (handed_in / name).write_bytes(b"")
    assert read_submission(handed_in, exercise, "hong").notes == (
        "Only gradients.py, weights.npz can be handed in; not read: conftest.py, numpy.py.",
    )


def test_many_other_modules_still_make_a_short_note(handed_in: Path, exercise: Exercise) -> None:
    for number in range(300):
        (handed_in / f"module_{number}.py").write_bytes(b"")
    (note,) = read_submission(handed_in, exercise, "hong").notes
    assert "(+295)" in note


def test_reading_leaves_the_folder_as_it_was(handed_in: Path, exercise: Exercise) -> None:
    before = snapshot(handed_in)
    read_submission(handed_in, exercise, "hong")
    assert snapshot(handed_in) == before
    assert [file.name for file in handed_in.iterdir()] == ["gradients.py"]


def test_no_descriptor_stays_open(handed_in: Path, exercise: Exercise) -> None:
    (handed_in.parent / "empty").mkdir()
    read_submission(handed_in, exercise, "hong")
    before = open_descriptors()
    for _ in range(20):
        read_submission(handed_in, exercise, "hong")
        refusal(handed_in.parent / "empty", exercise)
    assert open_descriptors() == before


def test_it_also_works_where_files_cannot_be_opened_relative_to_a_folder(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_CAN_ANCHOR", False)
    assert read_submission(handed_in, exercise, "hong").files == {"gradients.py": CODE}


# What is refused, and how it is said


def test_a_missing_path_is_named(tmp_path: Path, exercise: Exercise) -> None:
    assert refusal(tmp_path / "nowhere", exercise).startswith(f"{tmp_path}/nowhere does not exist.")


def test_an_empty_folder_says_what_to_put_in(tmp_path: Path, exercise: Exercise) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"x")
    assert refusal(tmp_path, exercise) == f"{tmp_path} is empty. Put gradients.py in it."


@pytest.mark.parametrize("name", ["gradient.py", "Gradients.PY", "gradients (1).py"])
def test_a_close_name_is_suggested(name: str, tmp_path: Path, exercise: Exercise) -> None:
    (tmp_path / name).write_bytes(CODE)
    assert f"found {name}, expected gradients.py. Rename the file." in refusal(tmp_path, exercise)


def test_without_the_required_file_the_folder_is_described(
    tmp_path: Path, exercise: Exercise
) -> None:
    (tmp_path / "zzz.txt").write_bytes(b"")
    message = refusal(tmp_path, exercise)
    assert message == f"{tmp_path} has no gradients.py; it holds zzz.txt. Hand in gradients.py."


def test_a_file_that_came_with_the_stub_is_not_taken_for_it(
    tmp_path: Path, exercise: Exercise
) -> None:
    (tmp_path / "test_gradients.py").write_bytes(b"")
    assert refusal(tmp_path, exercise) == f"{tmp_path} has no gradients.py. Put it there."
    (tmp_path / "내 과제.txt").write_bytes(b"")
    assert "has no gradients.py; it holds 내 과제.txt. Hand in" in refusal(tmp_path, exercise)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    (tmp_path / "gradients.py").mkdir()
    assert "gradients.py is a folder where a file is expected." in refusal(tmp_path, exercise)


def test_a_link_in_a_submission_is_not_followed(tmp_path: Path, exercise: Exercise) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"SECRET = 1")
    place = tmp_path / "hong"
    place.mkdir()
    (place / "gradients.py").symlink_to(secret)
    assert "is a link, and links are not followed." in refusal(place, exercise)


def test_a_link_among_the_other_files_is_not_followed(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "weights.npz").symlink_to("/etc/passwd")
    assert "weights.npz is a link" in refusal(handed_in, exercise)


def test_a_link_to_a_folder_is_not_followed(handed_in: Path, exercise: Exercise) -> None:
    link = handed_in.parent / "link"
    link.symlink_to(handed_in)
    assert "link is a link" in refusal(link, exercise)


def test_a_link_to_a_module_is_not_followed(handed_in: Path, exercise: Exercise) -> None:
    link = handed_in.parent / "link.py"
    link.symlink_to(handed_in / "gradients.py")
    assert "is a link" in refusal(link, exercise)


def test_a_file_that_becomes_a_link_while_reading_is_not_followed(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def swap_and_open(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "gradients.py":
            (handed_in / "gradients.py").unlink()
            (handed_in / "gradients.py").symlink_to("/etc/passwd")
        return really_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swap_and_open)
    assert "is a link" in refusal(handed_in, exercise)


@pytest.mark.usefixtures("no_waiting")
def test_a_pipe_named_like_the_module_does_not_hang(tmp_path: Path, exercise: Exercise) -> None:
    os.mkfifo(tmp_path / "gradients.py")
    assert "is no regular file" in refusal(tmp_path, exercise)
    assert "is no regular file" in refusal(tmp_path / "gradients.py", exercise)


@pytest.mark.usefixtures("no_waiting")
def test_a_file_that_becomes_a_pipe_while_reading_does_not_hang(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def swap_and_open(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "gradients.py":
            (handed_in / "gradients.py").unlink()
            os.mkfifo(handed_in / "gradients.py")
        return really_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swap_and_open)
    assert "is no regular file" in refusal(handed_in, exercise)


def test_a_socket_is_refused(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("gradients.py")
        assert "is no regular file" in refusal(tmp_path, exercise)


def test_a_device_is_refused(exercise: Exercise) -> None:
    assert "/dev/zero is no regular file" in refusal(Path("/dev/zero"), exercise)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.EACCES, "cannot be read: permission denied"), (errno.EIO, "Input/output error")],
)
def test_what_the_system_refuses_is_said(
    number: int,
    sentence: str,
    handed_in: Path,
    exercise: Exercise,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    really_open = os.open

    def refuse(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "gradients.py":
            raise OSError(number, os.strerror(number))
        return really_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)
    message = refusal(handed_in, exercise)
    assert sentence in message
    assert f"{handed_in}/gradients.py" in message


def test_a_large_file_is_refused(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "gradients.py").write_bytes(b"#" * (selection.FILE_BYTES + 1))
    assert "gradients.py is larger than 1 MiB" in refusal(handed_in, exercise)
    (handed_in / "gradients.py").write_bytes(b"#" * selection.FILE_BYTES)
    read_submission(handed_in, exercise, "hong")


def test_a_sparse_file_costs_no_memory(handed_in: Path, exercise: Exercise) -> None:
    os.truncate(handed_in / "gradients.py", 1 << 40)
    assert "gradients.py is larger than 1 MiB" in refusal(handed_in, exercise)


def test_files_together_are_bounded(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    (handed_in / "weights.npz").write_bytes(b"x")
    monkeypatch.setattr(submission, "TOTAL_BYTES", len(CODE))
    assert "are larger than" in refusal(handed_in, exercise)


def test_a_crowded_folder_is_refused(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MOST_ENTRIES", 2)
    for name in "abc":
        (handed_in / name).touch()
    assert "holds more than 2 files" in refusal(handed_in, exercise)


def test_an_unknown_kind_of_file_says_what_is_known(tmp_path: Path, exercise: Exercise) -> None:
    (tmp_path / "gradients.docx").write_bytes(b"PK")
    message = refusal(tmp_path / "gradients.docx", exercise)
    assert ".py, .ipynb, .zip, .tar, .tar.gz, .tgz" in message


def test_names_that_cannot_be_seen_are_spelled_out(tmp_path: Path, exercise: Exercise) -> None:
    (tmp_path / "a\x1b[2J\u202eb.txt").touch()
    os.close(os.open(os.fsencode(tmp_path) + b"/\xff.txt", os.O_CREAT))
    message = refusal(tmp_path, exercise)
    assert r"a\x1b[2J\u202eb.txt" in message
    assert r"\udcff.txt" in message
    assert message.isprintable()


# The hash


def test_no_two_file_sets_have_one_hash() -> None:
    sets: list[dict[str, bytes]] = [
        {},
        {"a": b""},
        {"a": b"b"},
        {"ab": b""},
        {"a": b"", "b": b""},
        {"a": b"b", "c": b""},
        {"a": b"", "b": b"c"},
    ]
    assert len({submission._digest(files) for files in sets}) == len(sets)


def test_the_hash_does_not_depend_on_the_order_or_the_place(
    handed_in: Path, exercise: Exercise
) -> None:
    def sha256(read: Submission) -> str:
        return read.sha256

    one = sha256(read_submission(handed_in, exercise, "hong"))
    other = sha256(read_submission(handed_in / "gradients.py", exercise, "kim"))
    assert one == other
    assert submission._digest({"a": b"1", "b": b"2"}) == submission._digest({"b": b"2", "a": b"1"})


# The student


def test_korean_names_are_one_whatever_system_wrote_them() -> None:
    decomposed = unicodedata.normalize("NFD", "홍길동")
    assert identity(" 홍길동\n") == identity(decomposed) == "홍길동"
    assert len(decomposed) == 9


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ("", "is empty"),
        (" \t", "is empty"),
        (".", "no student's name"),
        ("..", "no student's name"),
        ("../kim", "U+002F SOLIDUS"),
        ("a\\b", "U+005C REVERSE SOLIDUS"),
        ("a\x00b", "U+0000"),
        ("a\nb", "U+000A"),
        ("a\x1b[31mb", "U+001B"),
        ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a\u2066b", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("a\u200bb", "U+200B ZERO WIDTH SPACE"),
        ("a\u2028b", "U+2028 LINE SEPARATOR"),
        ("a\udc80b", "U+DC80"),
        ("x" * 101, "longer than 100 characters"),
        ("x" * 1_000_000, "longer than 100 characters"),
        ("a" + "\u0301\u0323" * 500_000, "longer than 100 characters"),
    ],
)
def test_a_name_that_is_no_identity_is_refused(raw: str, part: str) -> None:
    with pytest.raises(SubmissionError, match="name") as caught:
        identity(raw)
    message = str(caught.value)
    assert part in message
    assert message.isprintable()
    assert len(message) < 300


@given(st.text(max_size=120))
def test_an_identity_is_its_own_identity(raw: str) -> None:
    try:
        name = identity(raw)
    except SubmissionError:
        return
    assert identity(name) == name
    assert name.isprintable() or any(c.isspace() for c in name)


def test_the_identity_of_a_submission_is_normalised(handed_in: Path, exercise: Exercise) -> None:
    assert read_submission(handed_in, exercise, "\u1100\u1161 ").student == "가"
    with pytest.raises(SubmissionError):
        read_submission(handed_in, exercise, "../kim")


def test_the_package_offers_two_names() -> None:
    assert intake.__all__ == ["identity", "read_submission"]
