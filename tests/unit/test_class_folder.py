"""A class's submissions: every entry is found, and what cannot be graded is named."""

import unicodedata
import zipfile
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.exercise import Exercise
from grader.intake.class_folder import ClassFolder, read_class_folder
from grader.intake.roster import read_roster
from tests import tiny

CODE = b"def double(x): return 2 * x\n"


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return tiny.write(tmp_path / "course")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "submissions"
    made.mkdir()
    return made


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(CODE)


def roster(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder.parent / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return path


def pairs(found: ClassFolder) -> list[tuple[str, str]]:
    return [(entry.student, Path(str(entry.path)).name) for entry in found.handed_in]


def reasons(found: ClassFolder) -> dict[str, str]:
    return {problem.where: problem.reason for problem in found.problems}


def test_each_layout_is_found(folder: Path, exercise: Exercise) -> None:
    put(folder / "ann" / "exercise3" / "sums.py")
    put(folder / "bob" / "sums.py")
    put(folder / "cho" / "SUMS" / "sums.py")
    put(folder / "dan" / "sums.ipynb")
    with zipfile.ZipFile(folder / "eve.zip", "w") as archive:
        archive.writestr("exercise3/sums.py", CODE)
    found = read_class_folder(folder, [exercise])
    assert pairs(found) == [
        ("ann", "exercise3"), ("bob", "bob"), ("cho", "SUMS"), ("dan", "dan"), ("eve", "eve.zip")
    ]  # fmt: skip
    assert found.problems == ()


def test_nothing_is_passed_over_in_silence(folder: Path, exercise: Exercise) -> None:
    put(folder / "note.txt")
    put(folder / "ann" / "other.py")
    (folder / "bob").mkdir()
    (folder / "link").symlink_to(folder / "ann")
    put(folder / "a\u202eb" / "sums.py")
    (folder / ".DS_Store").touch()
    found = read_class_folder(folder, [exercise])
    assert found.handed_in == ()
    said = reasons(found)
    assert said["note.txt"] == said["link"] == "is neither a folder nor an archive of a student."
    assert said["ann · exercise3"] == said["bob · exercise3"] == "nothing handed in."
    assert "U+202E" in said["a\\u202eb"]
    assert [problem.is_missing for problem in found.problems].count(True) == 2


@pytest.mark.parametrize("second", ["ann.zip", "Ann/sums.py", unicodedata.normalize("NFD", "가")])
def test_one_student_twice_is_refused_whatever_the_spelling(
    second: str, folder: Path, exercise: Exercise
) -> None:
    put(folder / "ann" / "sums.py")
    put(folder / unicodedata.normalize("NFC", "가") / "sums.py")
    put(folder / second if "." in second else folder / second / "sums.py")
    found = read_class_folder(folder, [exercise])
    assert len(found.handed_in) == 1
    [problem] = found.problems
    assert problem.reason.startswith("handed in more than once: ")


def test_a_roster_knows_students_by_every_name(folder: Path, exercise: Exercise) -> None:
    put(folder / "20231234" / "sums.py")
    put(folder / "LEE@example.org" / "sums.py")
    put(folder / "stranger" / "sums.py")
    path = roster(
        folder, "student,number,mail\n김하나,20231234,\n이두리,,lee@example.org\n박세찬,,\n"
    )
    found = read_class_folder(folder, [exercise], read_roster(path))
    assert pairs(found) == [("김하나", "20231234"), ("이두리", "LEE@example.org")]
    assert reasons(found) == {
        "stranger": "nobody of that name is in the roster.",
        "박세찬 · exercise3": "nothing handed in.",
    }


def test_two_names_of_one_student_are_one_student(folder: Path, exercise: Exercise) -> None:
    put(folder / "20231234" / "sums.py")
    put(folder / "김하나" / "sums.py")
    found = read_class_folder(
        folder, [exercise], read_roster(roster(folder, "student,number\n김하나,20231234\n"))
    )
    assert found.handed_in == ()
    assert reasons(found)["김하나"].startswith("handed in more than once: 20231234, 김하나.")


def test_a_name_of_two_students_is_nobodys(folder: Path) -> None:
    known = read_roster(roster(folder, "student,group\nann,blue\nbob,blue\n"))
    assert known.find("blue") is None
    assert known.find("ANN") == "ann"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_roster_is_read_as_spreadsheets_write_it(encoding: str, folder: Path) -> None:
    assert read_roster(roster(folder, "student\n김하나\n", encoding)).students == ("김하나",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nann\n", "has no column student"),
        ("", "has no column student"),
        ("student\nann\nANN\n", "line 3: ANN is there twice"),
        ("student,x\n,ann\n", "line 2: The student's name is empty"),
        ("student\na/b\n", "line 2: The student's name a/b holds"),
        ('student\n"ann\n', "unexpected end of data"),
    ],
)
def test_a_wrong_roster_is_one_line(text: str, said: str, folder: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_roster(roster(folder, text))
    assert said in str(caught.value)
    assert "roster.csv" in str(caught.value)


def test_a_folder_that_is_not_there_is_named(folder: Path, exercise: Exercise) -> None:
    with pytest.raises(UsageError, match="nowhere cannot be read: No such file"):
        read_class_folder(folder / "nowhere", [exercise])
