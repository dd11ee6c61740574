"""An archive is read in memory, by what it holds and not by what it says of itself."""

import bz2
import gzip
import io
import random
import stat
import struct
import tarfile
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grader.course import load_course
from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake import archive, read_submission
from grader.intake import submission as submission_module
from grader.intake import tar as tar_module
from grader.intake import zip as zip_module
from tests.fuzz import fuzz

CODE = b"def numerical_diff(f, x):\n    return 0.0\n"
NOTEBOOK = b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1"}]}'

Pack = Callable[[dict[str, bytes]], bytes]


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


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def tarred(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as packed:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def tarred_one(kind: bytes, target: str = "", name: str = "gradients.py") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, target
        packed.addfile(info)
    return buffer.getvalue()


def header(name: str, size: bytes, kind: bytes = b"0") -> bytes:
    """Return one tar header with a size field as given and a correct checksum."""
    block = bytearray(tarfile.TarInfo(name).tobuf(tarfile.USTAR_FORMAT))
    block[124:136] = size
    block[156:157] = kind
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % 512)


PACKERS: list[tuple[str, Pack]] = [
    ("hong.zip", zipped),
    ("hong.ZIP", lambda files: zipped(files, zipfile.ZIP_STORED)),
    ("hong.tar", tarred),
    ("hong.tar.gz", lambda files: gzip.compress(tarred(files))),
    ("hong.tgz", lambda files: gzip.compress(tarred(files, tarfile.GNU_FORMAT))),
]
every_kind = pytest.mark.parametrize(("name", "pack"), PACKERS, ids=[name for name, _ in PACKERS])


def refusal(path: Path, content: bytes, exercise: Exercise) -> str:
    path.write_bytes(content)
    with pytest.raises(SubmissionError) as caught:
        read_submission(path, exercise, "hong")
    assert str(path) in str(caught.value)
    return str(caught.value)


# What is taken


@every_kind
def test_files_at_the_top_are_taken(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    path = tmp_path / name
    path.write_bytes(pack({"gradients.py": CODE, "weights.npz": b"\0", "data.csv": b"1"}))
    read = read_submission(path, exercise, "hong")
    assert read.files == {"gradients.py": CODE, "weights.npz": b"\0"}
    assert read.origin == f"{path}/gradients.py"
    assert [file.name for file in tmp_path.iterdir()] == [name]


@every_kind
def test_one_folder_around_the_files_is_looked_into(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    path = tmp_path / name
    path.write_bytes(pack({"./홍길동/gradients.py": CODE, "홍길동/notes.txt": b""}))
    read = read_submission(path, exercise, "hong")
    assert read.files == {"gradients.py": CODE}
    assert read.origin == f"{path}/홍길동/gradients.py"


@every_kind
def test_among_several_folders_the_exercise_has_its_own(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    path = tmp_path / name
    path.write_bytes(pack({"old/gradients.py": b"", "exercise3/gradients.py": CODE}))
    assert read_submission(path, exercise, "hong").files == {"gradients.py": CODE}


@every_kind
def test_a_notebook_in_an_archive_is_read_as_one(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    path = tmp_path / name
    path.write_bytes(pack({"hong/gradients.ipynb": NOTEBOOK}))
    read = read_submission(path, exercise, "hong")
    assert read.files == {"gradients.py": b"# %% cell 1\nx = 1\n"}
    assert read.origin == f"{path}/hong/gradients.ipynb"


@every_kind
def test_caches_and_what_macos_adds_are_ignored(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    path = tmp_path / name
    junk = ["__MACOSX/hong/._gradients.py", "hong/__pycache__/gradients.pyc", ".git/config"]
    path.write_bytes(pack({"hong/gradients.py": CODE} | dict.fromkeys(junk, b"x")))
    read = read_submission(path, exercise, "hong")
    assert (read.files, read.notes) == ({"gradients.py": CODE}, ())


@every_kind
def test_an_empty_file_may_be_packed(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    (tmp_path / name).write_bytes(pack({"gradients.py": b""}))
    assert read_submission(tmp_path / name, exercise, "hong").files == {"gradients.py": b""}


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_of_every_tar_format_are_read(
    form: int, tmp_path: Path, exercise: Exercise
) -> None:
    folder = "f" * 120
    path = tmp_path / "hong.tar"
    path.write_bytes(tarred({f"{folder}/gradients.py": CODE}, form))
    assert read_submission(path, exercise, "hong").origin == f"{path}/{folder}/gradients.py"


def test_folders_and_comments_in_a_tar_are_passed_over(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "hong.tar"
    folder = header("hong/", b"00000000000\0", tarfile.DIRTYPE)
    comment = header("g", b"%011o\0" % 16, tarfile.XGLTYPE) + padded(b"16 comment=abcd\n")
    path.write_bytes(comment + folder + tarred({"hong/gradients.py": CODE}))
    assert read_submission(path, exercise, "hong").files == {"gradients.py": CODE}


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_zip_names_without_a_declared_encoding_are_read(
    encoding: str, tmp_path: Path, exercise: Exercise
) -> None:
    name = "김한글".encode(encoding)
    placeholder = "k" * len(name)
    packed = zipped({f"{placeholder}/gradients.py": CODE})
    path = tmp_path / "hong.zip"
    path.write_bytes(packed.replace(placeholder.encode(), name))
    assert read_submission(path, exercise, "hong").origin == f"{path}/김한글/gradients.py"


def test_a_zip_name_in_no_known_encoding_is_still_read(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "hong.zip"
    path.write_bytes(zipped({"kk/gradients.py": CODE}).replace(b"kk", b"\xff\xff"))
    assert read_submission(path, exercise, "hong").files == {"gradients.py": CODE}


def test_a_zip_name_ends_at_a_null(tmp_path: Path, exercise: Exercise) -> None:
    packed = zipped({"gradients.pyXtxt": CODE}).replace(b".pyX", b".py\0")
    path = tmp_path / "hong.zip"
    path.write_bytes(packed)
    assert read_submission(path, exercise, "hong").files == {"gradients.py": CODE}


# What is refused


@every_kind
@pytest.mark.parametrize(
    "hostile",
    ["../gradients.py", "a/../../gradients.py", "/etc/cron.d/x", "..\\x.py", "C:\\x.py", "C:x"],
)
def test_a_path_that_leaves_the_archive_is_refused(
    name: str, pack: Pack, hostile: str, tmp_path: Path, exercise: Exercise
) -> None:
    content = pack({"gradients.py": CODE, hostile: b"x"})
    assert "a path outside of it" in refusal(tmp_path / name, content, exercise)
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, b"S"],
)
def test_a_tar_with_a_link_or_a_device_is_refused(
    kind: bytes, tmp_path: Path, exercise: Exercise
) -> None:
    content = tarred_one(kind, "/etc/passwd")
    assert "link or no regular file" in refusal(tmp_path / "hong.tar", content, exercise)


def test_a_link_is_refused_under_any_name(tmp_path: Path, exercise: Exercise) -> None:
    link = tarred_one(tarfile.SYMTYPE, "/tmp", name="notes")[:512]
    content = link + tarred({"notes/gradients.py": CODE})
    assert "link or no regular file" in refusal(tmp_path / "hong.tar", content, exercise)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_a_zip_with_a_link_or_a_device_is_refused(
    kind: int, tmp_path: Path, exercise: Exercise
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        info = zipfile.ZipInfo("gradients.py")
        info.external_attr = (kind | 0o777) << 16
        packed.writestr(info, "/etc/passwd")
    content = buffer.getvalue()
    assert "link or no regular file" in refusal(tmp_path / "hong.zip", content, exercise)


@every_kind
def test_a_large_file_is_refused(name: str, pack: Pack, tmp_path: Path, exercise: Exercise) -> None:
    content = pack({"gradients.py": random.Random(0).randbytes(1_100_000)})
    assert "gradients.py in" in refusal(tmp_path / name, content, exercise)


def test_a_zip_bomb_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    content = zipped({"gradients.py": bytes(1_000_000)})
    assert "unpacks to far more" in refusal(tmp_path / "hong.zip", content, exercise)


def test_a_zip_bomb_beside_the_code_is_never_unpacked(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "hong.zip"
    path.write_bytes(zipped({"gradients.py": CODE, "bomb.bin": bytes(50_000_000)}))
    assert read_submission(path, exercise, "hong").files == {"gradients.py": CODE}


def test_a_zip_that_lies_about_a_size_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    true_size = struct.pack("<I", 2_000_000)
    packed = zipped({"gradients.py": random.Random(0).randbytes(2_000_000)}, zipfile.ZIP_STORED)
    content = packed.replace(true_size, struct.pack("<I", 10))
    assert "is damaged" in refusal(tmp_path / "hong.zip", content, exercise)


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, exercise: Exercise) -> None:
    layer = gzip.compress(bytes(1 << 20)) * 4000  # 4 GiB in 4 MB: members are read one by one
    started = time.monotonic()
    assert "unpacks to far more" in refusal(tmp_path / "hong.tar.gz", layer, exercise)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(("name", "pack"), [PACKERS[0], PACKERS[2]], ids=["zip", "tar"])
def test_a_crowded_archive_is_refused(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    names = [f"file{number}" for number in range(archive.MOST_MEMBERS)]
    content = pack({"gradients.py": CODE} | dict.fromkeys(names, b""))
    assert "holds more than 2000 files" in refusal(tmp_path / name, content, exercise)


def test_a_long_list_of_members_is_refused_before_it_is_built(
    tmp_path: Path, exercise: Exercise
) -> None:
    entry = zipped({"a": b""})
    entry = entry[entry.index(b"PK\x01\x02") : entry.index(b"PK\x05\x06")]
    count = 500_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry) * count, 0, 0)
    started = time.monotonic()
    assert "more than 2000" in refusal(tmp_path / "hong.zip", entry * count + end, exercise)
    assert time.monotonic() - started < 2


def test_a_large_archive_is_refused(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submission_module, "ARCHIVE_BYTES", 1 << 20)
    assert "is larger than 1 MiB" in refusal(tmp_path / "hong.zip", bytes(1 << 21), exercise)


def test_an_encrypted_zip_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    content = bytearray(zipped({"gradients.py": CODE}))
    content[6] |= 1  # the flags in the local header
    content[content.index(b"PK\x01\x02") + 8] |= 1
    message = refusal(tmp_path / "hong.zip", bytes(content), exercise)
    assert "is encrypted: gradients.py needs a password" in message


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_an_unusual_packing_is_refused(method: int, tmp_path: Path, exercise: Exercise) -> None:
    content = zipped({"gradients.py": CODE}, method)
    assert "in an unusual way" in refusal(tmp_path / "hong.zip", content, exercise)


@every_kind
def test_a_truncated_archive_is_called_damaged(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    content = pack({"gradients.py": random.Random(0).randbytes(5000)})
    assert "is damaged" in refusal(tmp_path / name, content[:1200], exercise)


@every_kind
@pytest.mark.parametrize("content", [b"", b"PK", b"\x1f\x8b", b"x" * 512, bz2.compress(b"x")])
def test_what_is_no_archive_is_called_damaged(
    name: str, pack: Pack, content: bytes, tmp_path: Path, exercise: Exercise
) -> None:
    assert pack({})
    assert "is damaged" in refusal(tmp_path / name, content, exercise)


@every_kind
def test_an_empty_archive_says_what_to_put_in(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    assert "is empty. Put gradients.py in it." in refusal(tmp_path / name, pack({}), exercise)


def test_the_same_name_twice_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    one = tarred({"gradients.py": CODE})[:1024]
    content = one + tarred({"./gradients.py": b"other"})
    assert "holds ./gradients.py twice" in refusal(tmp_path / "hong.tar", content, exercise)


@every_kind
def test_a_close_name_in_the_only_folder_is_suggested(
    name: str, pack: Pack, tmp_path: Path, exercise: Exercise
) -> None:
    message = refusal(tmp_path / name, pack({"hong/gradient.py": CODE}), exercise)
    assert "found gradient.py, expected gradients.py" in message


def test_files_that_lie_too_deep_are_shown(tmp_path: Path, exercise: Exercise) -> None:
    content = zipped({"hong/exercises/exercise3/gradients.py": CODE})
    message = refusal(tmp_path / "hong.zip", content, exercise)
    assert "too deep, as hong/exercises/exercise3/gradients.py" in message


def test_two_folders_that_fit_are_not_guessed_between(tmp_path: Path, exercise: Exercise) -> None:
    content = zipped({"old/gradients.py": CODE, "new/gradients.py": CODE})
    message = refusal(tmp_path / "hong.zip", content, exercise)
    assert "holds gradients.py in several folders: new, old" in message


def test_hostile_names_are_spelled_out(tmp_path: Path, exercise: Exercise) -> None:
    content = zipped({"a\x1b[2J" * 10_000 + ".txt": b"", "b\u202e.txt": b""})
    message = refusal(tmp_path / "hong.zip", content, exercise)
    assert message.isprintable()
    assert len(message) < 500


# Tar archives that keep the standard library busy


@pytest.mark.parametrize(
    "size",
    [
        b"\xff" * 12,  # -1 in the binary form
        b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe\x00",  # -512: back to this very header
        b"\x80" + b"\x7f" * 11,
        b"77777777777\0",
        b"-0000000777\0",
        b"zzzzzzzzzzz\0",
    ],
)
def test_an_impossible_size_is_called_damaged(
    size: bytes, tmp_path: Path, exercise: Exercise
) -> None:
    content = header("gradients.py", size) + bytes(1024)
    assert "is damaged" in refusal(tmp_path / "hong.tar", content, exercise)


@pytest.mark.parametrize(
    "records",
    [
        b"1" * 2_000_000,
        b"9" * 11 + b" path=x\n",
        b"5000000 path=x\n",
        b"0 path=x\n",
        b"-9 path=x\n",
        b"3 x\n",
        b"path=x\n",
        b"18 size=999999999\n" * 50_000,
        b"24 GNU.sparse.realsize=1\n",
        b"26 GNU.sparse.name=a.py  \n",
    ],
)
def test_a_hostile_extended_header_is_called_damaged(
    records: bytes, tmp_path: Path, exercise: Exercise
) -> None:
    first = header("x", b"%011o\0" % len(records), tarfile.XHDTYPE) + padded(records)
    started = time.monotonic()
    content = first + tarred({"gradients.py": CODE})
    assert "is damaged" in refusal(tmp_path / "hong.tar", content, exercise)
    assert time.monotonic() - started < 1


def test_many_extended_headers_are_counted(tmp_path: Path, exercise: Exercise) -> None:
    one = header("x", b"%011o\0" % 9, tarfile.XHDTYPE) + padded(b"9 path=x\n")
    content = one * (archive.MOST_MEMBERS + 1)
    assert "holds more than" in refusal(tmp_path / "hong.tar", content, exercise)


# Anything at all


def changed(valid: bytes) -> st.SearchStrategy[bytes]:
    """Return a strategy for `valid` with a few bytes replaced and perhaps an end cut off."""
    places = st.integers(0, len(valid) - 1)
    edits = st.lists(st.tuples(places, st.binary(min_size=1, max_size=8)), max_size=6)

    def edited(edits: list[tuple[int, bytes]], end: int) -> bytes:
        content = bytearray(valid)
        for place, new in edits:
            content[place : place + len(new)] = new
        return bytes(content[: end + 1]) if end % 3 == 0 else bytes(content)

    return st.builds(edited, edits, places)


SAMPLES = [
    pytest.param(name, pack({"홍/gradients.py": CODE, "홍/weights.npz": b"1" * 600, "b": b""}))
    for name, pack in PACKERS
]


@pytest.mark.parametrize(("name", "valid"), SAMPLES)
def test_a_changed_archive_is_read_or_refused(
    name: str, valid: bytes, exercise: Exercise, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / name

    @fuzz
    @given(changed(valid) | st.binary(max_size=2000))
    def read_or_refuse(content: bytes) -> None:
        path.write_bytes(content)
        try:
            read = read_submission(path, exercise, "hong")
        except SubmissionError as error:
            assert str(error).isprintable()  # noqa: PT017 - most inputs are refused, some are not
        else:
            assert set(read.files) <= set(exercise.files)

    read_or_refuse()


@fuzz
@given(st.binary(max_size=300))
def test_extended_records_are_read_or_refused(records: bytes) -> None:
    try:
        tar_module._extended_path(records)
    except (tarfile.ReadError, ValueError):
        return


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_korean_names_survive_cp949(name: str) -> None:
    raw = name.encode("cp949")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        assume(False)  # noqa: FBT003 - a few short names are valid in both, and read as UTF-8
    info = zipfile.ZipInfo("x")
    info.orig_filename = raw.decode("cp437")
    assert unicodedata.normalize("NFC", zip_module.member_name(info)) == name
