"""A bulk download of Canvas or Moodle is a class, packed or unpacked, friendly or hostile."""

import gc
import io
import stat
import unicodedata
import warnings
import weakref
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import pytest

from grader.course import load_course
from grader.errors import MissingError, UsageError
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.intake import zip as zip_module
from grader.intake.class_folder import ClassFolder, read_class_folder
from grader.intake.roster import Roster, read_roster
from tests import tiny
from tests.handed_in import contents

CODE = b"def double(x): return 2 * x\n"
OTHER = b"def double(x): return 3 * x\n"
NOTEBOOK = b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1"}]}'
LAYOUTS = ("packed", "unpacked")

CANVAS = {
    "kimminsu_12345_678901_sums.py": CODE,
    "leeduri_LATE_12346_678902_sums-2.py": OTHER,
    "박세찬_12347_678903_sums.ipynb": NOTEBOOK,
}
MOODLE = {
    "Kim Minsu_98765_assignsubmission_file_/sums.py": CODE,
    "이 두리_98766_assignsubmission_file_/sums.py": OTHER,
    "Park Sechan_98767_assignsubmission_file_/exercise3/sums.py": CODE,
}


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return tiny.write(tmp_path / "course")


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def put(folder: Path, files: Mapping[str, bytes], layout: str = "packed") -> Path:
    """Write a bulk download, or what someone has unpacked it to."""
    if layout == "packed":
        path = folder / "submissions.zip"
        path.write_bytes(zipped(files))
        return path
    for name, content in files.items():
        path = folder / "submissions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "submissions"


def reasons(found: ClassFolder) -> dict[str, str]:
    return {problem.where: problem.reason for problem in found.problems}


def known(folder: Path, text: str) -> Roster:
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8")
    return read_roster(path)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_download_of_canvas_is_a_class(layout: str, tmp_path: Path, exercise: Exercise) -> None:
    found = read_class_folder(put(tmp_path, CANVAS, layout), [exercise])
    assert found.problems == ()
    read = contents(found, exercise)
    assert (read["kimminsu"], read["leeduri"]) == (CODE, OTHER)
    assert str(read["박세찬"]).endswith("x = 1\\n'")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_download_of_moodle_is_a_class(layout: str, tmp_path: Path, exercise: Exercise) -> None:
    found = read_class_folder(put(tmp_path, MOODLE, layout), [exercise])
    assert found.problems == ()
    expected = {"Kim Minsu": CODE, "Park Sechan": CODE, "이 두리": OTHER}
    assert contents(found, exercise) == expected


@pytest.mark.parametrize("layout", LAYOUTS)
def test_moodle_without_folders_is_a_class(layout: str, tmp_path: Path, exercise: Exercise) -> None:
    files = {name.replace("/exercise3", "").replace("_/", "_"): MOODLE[name] for name in MOODLE}
    found = read_class_folder(put(tmp_path, files, layout), [exercise])
    assert found.problems == ()
    assert len(contents(found, exercise)) == len(found.handed_in) == 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_ordinary_layout_may_be_packed(layout: str, tmp_path: Path, exercise: Exercise) -> None:
    files = {
        "ann/exercise3/sums.py": CODE, "bob/sums.py": OTHER, "note.txt": b"",
        "cho.zip": zipped({"exercise3/sums.py": CODE}), "__MACOSX/ann/._sums.py": b"",
    }  # fmt: skip
    found = read_class_folder(put(tmp_path, files, layout), [exercise])
    assert contents(found, exercise) == {"ann": CODE, "bob": OTHER, "cho": CODE}
    assert reasons(found) == {"note.txt": "is neither a folder nor an archive of a student."}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "name", ["kim_1_2_work.zip", "Kim_1_assignsubmission_file_work.zip", "Kim_1_assignsubmission_file_/work.zip"]  # noqa: E501
)  # fmt: skip
def test_a_student_may_hand_in_an_archive(
    name: str, layout: str, tmp_path: Path, exercise: Exercise
) -> None:
    files = {name: zipped({"work/sums.py": CODE})}
    found = read_class_folder(put(tmp_path, files, layout), [exercise])
    assert list(contents(found, exercise).values()) == [CODE]
    assert found.problems == ()


def test_several_files_of_one_student_belong_together(tmp_path: Path) -> None:
    files = tiny.FILES[tiny.SETTINGS].replace("points = 10", 'points = 10\nfiles = ["w.npz"]', 1)
    exercise = tiny.write(tmp_path / "course", {tiny.SETTINGS: files})
    path = put(tmp_path, {
        "kim_1_2_sums-1.py": CODE, "kim_1_3_w-1.npz": b"weights", "kim_1_4_me.png": b"",
        "lee_2_5_w.npz": b"others", "lee_2_6_sums.py": OTHER,
    })  # fmt: skip
    found = read_class_folder(path, [exercise])
    read = {e.student: read_submission(e.path, exercise, e.student).files for e in found.handed_in}
    assert read == {
        "kim": {"sums.py": CODE, "w.npz": b"weights"},
        "lee": {"sums.py": OTHER, "w.npz": b"others"},
    }


def two_exercises(root: Path) -> Sequence[Exercise]:
    """Write a course of exercise3, sums.py, and exercise4, means.py."""
    for name, module in (("exercise3", "sums"), ("exercise4", "means")):
        folder = root / "exercises" / name
        folder.mkdir(parents=True)
        settings = tiny.EXERCISE.replace("sums", module)
        (folder / "exercise.toml").write_text(settings, encoding="utf-8")
        for file in (f"{module}.py", f"test_{module}.py"):
            (folder / file).write_text("")
    exercises = 'exercises = ["exercise3", "exercise4"]\n'
    (root / "course.toml").write_text('title = { en = "Two" }\n' + exercises)
    return load_course(root).exercises


def found_of(path: Path, exercises: Sequence[Exercise]) -> tuple[list[str], dict[str, str]]:
    found = read_class_folder(path, exercises)
    return [f"{entry.student} {entry.exercise}" for entry in found.handed_in], reasons(found)


def test_each_exercise_is_found_by_its_file(tmp_path: Path) -> None:
    files = {"kim_1_2_sums.py": CODE, "kim_1_3_means-1.py": OTHER, "lee_2_4_sums.py": CODE}
    found, said = found_of(put(tmp_path, files), two_exercises(tmp_path / "two"))
    assert found == ["kim exercise3", "kim exercise4", "lee exercise3"]
    assert said == {"lee · exercise4": "nothing handed in."}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_archive_named_after_an_exercise_is_for_that_one(layout: str, tmp_path: Path) -> None:
    packed = zipped({"sums.py": CODE})
    path = put(tmp_path, {
        "kim_1_2_exercise4.zip": packed, "lee/sums.zip": packed, "lee/means.zip": packed,
        "cho/a.zip": packed, "cho/b.zip": packed, "cho/means.py": CODE,
        "park/exercise3/sums.py": CODE, "park/Sums/sums.py": CODE,
    }, layout)  # fmt: skip
    found, said = found_of(path, two_exercises(tmp_path / "two"))
    assert found == ["cho exercise4", "kim exercise4", "lee exercise3", "lee exercise4"]
    assert said == {
        "cho · exercise3": "several are for exercise3: a.zip, b.zip. Keep one of them.",
        "kim · exercise3": "nothing handed in.",
        "park · exercise3": "several are for exercise3: Sums/, exercise3/. Keep one of them.",
        "park · exercise4": "nothing handed in.",
    }


def test_for_one_exercise_the_only_module_may_have_any_name(
    tmp_path: Path, exercise: Exercise
) -> None:
    path = put(tmp_path, {"kim_1_2_hw3 final.py": CODE, "lee_2_3_a.py": CODE, "lee_2_4_b.py": CODE})
    found = read_class_folder(path, [exercise])
    [entry] = found.handed_in
    submission = read_submission(entry.path, exercise, entry.student)
    assert submission.files == {"sums.py": CODE}
    assert submission.notes == ("hw3 final.py was read as sums.py.",)
    assert reasons(found) == {"lee": "handed in a.py, b.py; expected sums.py."}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_only_written_on_the_page_is_a_problem(
    layout: str, tmp_path: Path, exercise: Exercise
) -> None:
    path = put(tmp_path, {
        "kim_1_text.html": b"", "lee_2_text.html": b"", "lee_2_3_sums.py": CODE,
        "Cho_4_assignsubmission_onlinetext_/onlinetext.html": b"",
        "Park_5_assignsubmission_onlinetext_/onlinetext.html": b"",
        "Park_5_assignsubmission_file_/sums.py": CODE,
    }, layout)  # fmt: skip
    found = read_class_folder(path, [exercise])
    assert contents(found, exercise) == {"lee": CODE, "Park": CODE}
    said = reasons(found)
    assert said["kim 1"] == "wrote on the page and handed in no file: kim_1_text.html."
    assert sorted(said) == ["Cho 4", "kim 1"]


def test_two_students_of_one_name_are_told_apart_by_their_numbers(
    tmp_path: Path, exercise: Exercise
) -> None:
    path = put(tmp_path, {
        "kim_1_2_sums.py": CODE, "kim_3_4_sums.py": OTHER,
        "Participant_7_assignsubmission_file_/sums.py": CODE,
        "participant_8_assignsubmission_file_/sums.py": OTHER,
    })  # fmt: skip
    assert contents(read_class_folder(path, [exercise]), exercise) == {
        "kim 1": CODE, "kim 3": OTHER, "Participant 7": CODE, "participant 8": OTHER,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("kimminsu_12345_2_sums.py", "12345"),
        ("kimminsu_12345_2_sums.py", '"Kim, Min-su"'),
        ("anon_xY3fK_2_sums.py", "xY3fK"),
        ("Min Su Kim_98765_assignsubmission_file_/sums.py", "Min Su Kim"),
        ("OBrien_98765_assignsubmission_file_/sums.py", "O'Brien"),
        ("Min Su Kim_98765_assignsubmission_file_/sums.py", "98765"),
        ("Participant_98765_assignsubmission_file_sums.py", "Participant 98765"),
    ],
)
def test_a_roster_knows_the_names_of_a_platform(
    name: str, cells: str, tmp_path: Path, exercise: Exercise
) -> None:
    roster = known(tmp_path, f"student,other\n김민수,{cells}\n박세찬,1\n")
    found = read_class_folder(put(tmp_path, {name: CODE}), [exercise], roster)
    assert contents(found, exercise) == {"김민수": CODE}


def test_a_name_and_a_number_of_two_students_are_nobodys(
    tmp_path: Path, exercise: Exercise
) -> None:
    roster = known(tmp_path, "student,number\nkim,1\nlee,2\n")
    found = read_class_folder(put(tmp_path, {"kim_2_9_sums.py": CODE}), [exercise], roster)
    assert found.handed_in == ()
    assert "different students in the roster: kim, lee" in reasons(found)["kim 2"]


def test_old_zips_with_korean_names_are_read(tmp_path: Path, exercise: Exercise) -> None:
    name = "김 민수_98765_assignsubmission_file_/sums.py"
    raw = name.encode("cp949")
    packed = zipped({"x" * len(raw): CODE}).replace(b"x" * len(raw), raw)
    path = tmp_path / "submissions.zip"
    path.write_bytes(packed)
    assert contents(read_class_folder(path, [exercise]), exercise) == {"김 민수": CODE}


def test_one_student_twice_is_refused_whatever_the_spelling(
    tmp_path: Path, exercise: Exercise
) -> None:
    one, other = (unicodedata.normalize(form, "가_1_2_sums.py") for form in ("NFC", "NFD"))
    path = put(tmp_path, {
        one: CODE, other: OTHER, "Ann/sums.py": CODE, "ann.zip": zipped({"sums.py": CODE}),
        "kim_1_2_sums.py": CODE, "kim_1_3_sums-1.py": OTHER,
    })  # fmt: skip
    found = read_class_folder(path, [exercise])
    read = contents(found, exercise)
    assert sorted(read) == ["kim", "가"]
    assert all("more than once" in str(reason) for reason in read.values())
    assert reasons(found) == {"Ann": "handed in more than once: Ann, ann.zip. Keep one of them."}


def test_the_same_member_twice_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that the name is there twice, which is the point
        path = tmp_path / "submissions.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for content in (CODE, OTHER):
                archive.writestr("ann/sums.py", content)
            archive.writestr("bob/sums.py", CODE)
    read = contents(read_class_folder(path, [exercise]), exercise)
    assert read["bob"] == CODE
    assert "holds ann/sums.py twice" in str(read["ann"])


def member(name: str, mode: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def test_a_bad_member_harms_no_other(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "submissions.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil_1_2_sums.py", CODE)
        archive.writestr("/etc/sums.py", CODE)
        archive.writestr(member("link_1_2_sums.py", stat.S_IFLNK | 0o777), b"/etc/passwd")
        archive.writestr("bomb_1_2_sums.py", bytes(1 << 20), zipfile.ZIP_DEFLATED)
        archive.writestr("nested_1_2_work.zip", zipped({"sums.py": bytes(1 << 20)}))
        archive.writestr("empty_1_2_sums.py", b"")
        archive.writestr("hollow_1_2_work.zip", b"")
        archive.writestr("secret_1_2_sums.py", CODE)
        archive.writestr("a\u202eb_1_2_sums.py", CODE)
        archive.writestr("kim_1_2_sums.py", CODE)
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"secret_1_2_sums.py") - 46
    raw[entry + 8] |= 1  # encrypted, says the directory
    path.write_bytes(raw)
    found = read_class_folder(path, [exercise])
    read = contents(found, exercise)
    assert read["kim"] == CODE
    assert read["empty"] == b""
    said = {name: str(read[name]) for name in ("link", "bomb", "nested", "hollow", "secret")}
    assert "is a link or no regular file" in said["link"]
    assert "unpacks to far more" in said["bomb"]
    assert "unpacks to far more" in said["nested"]
    assert "is damaged" in said["hollow"]
    assert "needs a password" in said["secret"]
    where = reasons(found)
    assert "a path outside of it" in where["../../evil_1_2_sums.py"]
    assert "a path outside of it" in where["/etc/sums.py"]
    assert "U+202E" in where["a\\u202eb 1"]
    assert len(found.handed_in) + len(found.problems) == 10


def test_a_link_in_an_unpacked_download_is_not_followed(tmp_path: Path, exercise: Exercise) -> None:
    folder = put(tmp_path, CANVAS, "unpacked")
    secret = tmp_path / "secret.py"
    secret.write_bytes(b"secret = 1\n")
    (folder / "cho_7_8_sums.py").symlink_to(secret)
    inside = folder / "Park_9_assignsubmission_file_"
    inside.mkdir()
    (inside / "sums.py").symlink_to(secret)
    read = contents(read_class_folder(folder, [exercise]), exercise)
    assert "is a link" in str(read["cho"])
    assert "is a link" in str(read["Park"])


def test_the_directory_is_read_once_and_each_member_when_its_turn_comes(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"s{n}_{n}_2_sums.py": CODE + b"#" * n for n in range(1, 31)}
    path = put(tmp_path, files)
    opened: list[str] = []
    unpacked: list[str] = []

    class Watched(zipfile.ZipFile):
        def __init__(self, file: IO[bytes]) -> None:
            opened.append("x")
            super().__init__(file)

        def open(self, name: Any, *words: Any, **options: Any) -> IO[bytes]:
            unpacked.append(name.filename)
            return super().open(name, *words, **options)

    monkeypatch.setattr(zipfile, "ZipFile", Watched)
    found = read_class_folder(path, [exercise])
    assert (len(found.handed_in), len(opened), unpacked) == (30, 1, [])
    [first, *_rest] = found.handed_in
    read_submission(first.path, exercise, first.student)
    assert len(unpacked) == 1
    contents(found, exercise)
    assert len(opened) == 1


def test_the_file_is_closed_with_its_last_reader(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[weakref.ref[io.FileIO]] = []

    class Recorded(zip_module._Whole):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            opened.append(weakref.ref(self))

    monkeypatch.setattr(zip_module, "_Whole", Recorded)
    found = read_class_folder(put(tmp_path, CANVAS), [exercise])
    contents(found, exercise)
    assert [file() is None for file in opened] == [False]
    del found
    gc.collect()  # a file left open is a warning, and warnings are errors
    assert [file() is None for file in opened] == [True]


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"no zip at all", zipped(CANVAS)[:-30]])
def test_what_is_no_zip_is_one_line(content: bytes, tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "submissions.zip"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"submissions\.zip cannot be read: "):
        read_class_folder(path, [exercise])


def test_a_crowd_of_members_is_refused(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_module, "MOST_OF_A_CLASS", 20)
    path = put(tmp_path, {f"s{n}_{n}_2_sums.py": CODE for n in range(21)})
    with pytest.raises(UsageError, match="it holds more than 20 files"):
        read_class_folder(path, [exercise])


def test_a_class_zip_that_does_not_hold_the_exercise_says_so(
    tmp_path: Path, exercise: Exercise
) -> None:
    path = put(tmp_path, {"kim_1_2_work.zip": zipped({"other.txt": b""})})
    [entry] = read_class_folder(path, [exercise]).handed_in
    with pytest.raises(MissingError):
        read_submission(entry.path, exercise, entry.student)
