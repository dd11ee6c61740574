"""When work was handed in, from a CSV file: what is wrong in it is said with file and line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.course import Course, load_course
from grader.errors import UsageError
from grader.intake.roster import Roster
from grader.intake.times import Times, read_times
from tests import tiny

ROSTER = Roster({"Kim Minsu": ("2024001", "kim@example.org"), "Lee Sora": ("2024002",)})
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    tiny.write(tmp_path / "course")
    settings = tmp_path / "course" / "course.toml"
    settings.write_text(settings.read_text() + '\n[scoring]\ntimezone = "Asia/Seoul"\n')
    return load_course(tmp_path / "course")


def read(course: Course, rows: str, roster: Roster | None = None) -> Times:
    path = course.root.parent / "times.csv"
    path.write_text(f"student,exercise,time\n{rows}", encoding="utf-8")
    return read_times(path, course, roster)


def refusal(course: Course, rows: str, roster: Roster | None = None) -> str:
    with pytest.raises(UsageError) as caught:
        read(course, rows, roster)
    return str(caught.value)


@pytest.mark.parametrize(
    "time", ["2026-12-01 21:00", "2026-12-01T12:00Z", "2026-12-01T07:00:00-05:00"]
)
def test_a_time_is_read_with_its_offset_or_in_the_course_s_zone(course: Course, time: str) -> None:
    found = read(course, f"kim,sums,{time}\n")
    assert found == {("kim", tiny.NAME): NOON}
    assert found["kim", tiny.NAME].tzinfo is UTC


def test_the_last_row_of_a_student_and_exercise_counts(course: Course) -> None:
    rows = "kim,3,2026-12-09 08:00\nlee,3,2026-12-09 08:00\nkim,sums,2026-12-01 21:00\n"
    assert read(course, rows)["kim", tiny.NAME] == NOON


def test_a_student_is_found_by_any_name_of_the_roster(course: Course) -> None:
    rows = "KIM@example.org,3,2026-12-01 21:00\n2024002,3,2026-12-01 21:00\n"
    assert set(read(course, rows, ROSTER)) == {("Kim Minsu", tiny.NAME), ("Lee Sora", tiny.NAME)}


def test_a_name_that_the_roster_does_not_know_is_an_error(course: Course) -> None:
    said = refusal(course, "2024001,3,2026-12-01\nKim Minsoo,3,2026-12-01\n", ROSTER)
    assert "times.csv, line 3: Kim Minsoo is nobody in the roster" in said
    assert set(read(course, "Kim Minsoo,3,2026-12-01\n")) == {("Kim Minsoo", tiny.NAME)}


def test_a_name_that_two_students_share_is_an_error(course: Course) -> None:
    roster = Roster({"ann": ("group 1",), "bob": ("group 1",)})
    said = refusal(course, "group 1,3,2026-12-01\n", roster)
    assert "times.csv, line 2: group 1 is nobody in the roster, or more than one." in said


@pytest.mark.parametrize("roster", [None, ROSTER])
def test_an_exercise_that_the_course_does_not_have_is_an_error(
    course: Course, roster: Roster | None
) -> None:
    said = refusal(course, "2024001,suns,2026-12-01\n", roster)
    assert "times.csv, line 2: There is no exercise 'suns'. Did you mean sums?" in said


@pytest.mark.parametrize("roster", [None, ROSTER])
@pytest.mark.parametrize(
    ("student", "said"),
    [
        ("", "The student's name is empty."),
        ("../kim", "holds U+002F SOLIDUS"),
        ("k" * 101, "is longer than 100 characters"),
    ],
)
def test_what_is_no_name_is_said_with_its_line(
    course: Course, roster: Roster | None, student: str, said: str
) -> None:
    message = refusal(course, f"2024001,3,2026-12-01\n{student},3,2026-12-01\n", roster)
    assert "times.csv, line 3: " in message
    assert said in message


@pytest.mark.parametrize(
    "time", ["0001-01-01T00:00", "9999-12-31T23:59-12:00", "1969-12-31", "2201-01-01", "0226-12-01"]
)
def test_a_year_that_cannot_be_meant_is_said_with_its_line(course: Course, time: str) -> None:
    said = refusal(course, f"kim,3,{time}\n")
    assert f"times.csv, line 2: The year of {time} is not one from 1970 to 2200." in said


@pytest.mark.parametrize("time", ["1970-01-01T00:00+14:00", "2200-12-31T23:59-12:00", "2026-12-01"])
def test_a_year_at_the_border_is_read(course: Course, time: str) -> None:
    assert read(course, f"kim,3,{time}\n")


@pytest.mark.parametrize("time", ["", "yesterday", "2026-13-01", "2026-12-01 25:00"])
def test_what_is_no_time_is_said_with_its_line(course: Course, time: str) -> None:
    said = refusal(course, f"kim,3,{time}\n")
    assert f"times.csv, line 2: {time or repr('')} is no time." in said
