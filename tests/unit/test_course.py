"""Reading course.toml and exercise.toml: what is found, and one clear line for what is wrong."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course import Course, find_course, load_course
from grader.errors import CourseError, ExitCode
from grader.exercise import load_exercise
from grader.records import Feedback
from tests import tiny
from tests.fuzz import fuzz

CHANGES_OF_EXERCISE = [
    ("points = 10", "pionts = 10", "there is no key 'pionts'. Did you mean 'points'?"),
    ("points = 4", "point = 4", "task 1: there is no key 'point'. Did you mean 'points'?"),
    ('ko = "합"', 'kr = "합"', "there is no key 'title.kr'. The keys here are: en, ko."),
    ("seconds = 2", "secnds = 2", "'limits.secnds'. Did you mean 'seconds'?"),
    ("points = 10\n", "", "'points' is missing. Add it."),
    ('functions = ["double"]\nhint', "hnt", "task 1: there is no key 'hnt'. Did you mean 'hint'?"),
    ('title = { en = "Twice", ko = "두 배" }\n', "", "task 1: 'title' is missing. Add it."),
    ("points = 10", 'points = "10"', "'points' must be a number, not a text in quotes."),
    ("points = 10", "points = 0", "'points' must be > 0."),
    ("points = 10", "points = inf", "'points' must be <= 1e+06."),
    ("points = 10", "points = nan", "'points' must be > 0."),
    ("number = 1", "number = 1.5", "task 1: 'number' must be a whole number, not a number."),
    ("number = 1", 'number = "1"', "'number' must be a whole number, not a text in quotes."),
    ("number = 1", "number = 0", "task 1: 'number' must be >= 1."),
    ('{ en = "Multiply by two.", ko = "2를 곱하세요." }', '"x"', "task 1: 'hint' must be a table"),
    ('["double"]', '"double"', "task 1: 'functions' must be a list, not a text in quotes."),
    ("[limits]", "[[tasks]]\nnumber = 4\n[limits]", "task 4: 'title' is missing. Add it."),
    ("after = [1, 2]", 'after = ["1"]', "task 3: 'after[1]' must be a whole number"),
    ('slug = "sums"', 'slug = "Sums!"', "'slug' must be small letters, digits and _"),
    ('slug = "sums"', f'slug = "{"s" * 61}"', "'slug' must have at most 60 characters."),
    ('slug = "sums"', 'slug = "sums"\nfiles = ["../x"]', "'files[1]' must be the name of a file"),
    ("points = 10", "points =", "this is not valid TOML: Invalid value (at line 5"),
    ("points = 10", "points = 11", "'points' says 11, but the tasks add up to 10."),
    ("number = 2", "number = 3", "tasks must be numbered 1, 2, 3, … in order; found 1, 3, 3."),
    ("after = [1, 2]", "after = [1, 3]", "task 3 is 'after' 3, which is no earlier task."),
    ("after = [1, 2]", "after = [0, 9]", "task 3 is 'after' 0, 9, which is no earlier task."),
    ('module = "sums"', 'module = "sum"', "the stub sum.py is missing. Add it, or correct"),
]  # fmt: skip


def error_of(root: Path) -> str:
    with pytest.raises(CourseError) as caught:
        load_course(root).exercises  # noqa: B018 - reading is what is tried
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tiny.write(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("old", "new", "said"), CHANGES_OF_EXERCISE)
def test_slip_in_exercise_toml_is_one_line_with_file_and_key(
    root: Path, old: str, new: str, said: str
) -> None:
    path = root / tiny.SETTINGS
    path.write_text(tiny.changed(tiny.EXERCISE, old, new), encoding="utf-8")
    line = error_of(root)
    assert line.startswith(f"{path}: ")
    assert said in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("feedback", "fedback", "there is no key 'fedback'. Did you mean 'feedback'?"),
        ('"full"', '"all"', "'feedback' cannot be 'all'. It may be: none, result, output, full."),
        ("feedback", 'language = "fr"\nfeedback', "'language' cannot be 'fr'. It may be: en, ko."),
        ('["exercise3"]', '"exercise3"', "'exercises' must be a list, not a text in quotes."),
        ('["exercise3"]', '["../x"]', "'exercises[1]' must be small letters, digits and _"),
        ('["exercise3"]', '["exercise3", "exercise3"]', "exercises 'exercise3' appears twice."),
        ("title", "titel", "there is no key 'titel'. Did you mean 'title'?"),
    ],
)
def test_slip_in_course_toml_is_one_line_with_file_and_key(
    root: Path, old: str, new: str, said: str
) -> None:
    path = root / "course.toml"
    path.write_text(tiny.changed(tiny.COURSE, old, new), encoding="utf-8")
    line = error_of(root)
    assert line.startswith(f"{path}: ")
    assert said in line
    assert "\n" not in line


def test_file_that_is_no_text_is_named(root: Path) -> None:
    (root / tiny.SETTINGS).write_bytes(b'title = "\xff"')
    assert error_of(root) == f"{root / tiny.SETTINGS}: this is not UTF-8 text. Save it as UTF-8."


def test_missing_exercise_file_is_named(root: Path) -> None:
    (root / tiny.SETTINGS).unlink()
    assert error_of(root).startswith(f"{root / tiny.SETTINGS} is missing. Add it, or")


def test_missing_stub_is_named(root: Path) -> None:
    (root / tiny.STUB).unlink()
    assert "the stub sums.py is missing" in error_of(root)


def with_second(root: Path, *, slug: str = "means", settings: str = tiny.EXERCISE) -> Course:
    folder = root / "exercises" / "exercise4"
    folder.mkdir()
    (folder / "sums.py").touch()
    text = tiny.changed(settings, 'slug = "sums"', f'slug = "{slug}"')
    (folder / "exercise.toml").write_text(text, encoding="utf-8")
    names = '["exercise3", "exercise4"]'
    (root / "course.toml").write_text(
        tiny.changed(tiny.COURSE, '["exercise3"]', names), encoding="utf-8"
    )
    return load_course(root)


def test_slug_of_two_exercises_is_refused(root: Path) -> None:
    with_second(root, slug="sums")
    assert error_of(root) == f"{root / 'course.toml'}: slug 'sums' appears twice."


@pytest.mark.parametrize("name", ["exercise4", "4", "means"])
def test_exercise_is_found_by_name_number_and_slug(root: Path, name: str) -> None:
    assert with_second(root).exercise(name).name == "exercise4"


@pytest.mark.parametrize(
    ("name", "suggested"), [("exercise5", "exercise"), ("mean", "means"), ("MEANS", "means")]
)
def test_unknown_exercise_suggests_a_close_name(root: Path, name: str, suggested: str) -> None:
    with pytest.raises(CourseError) as caught:
        with_second(root).exercise(name)
    said = str(caught.value)
    assert said.startswith(f"There is no exercise {name!r}. Did you mean {suggested}")
    assert said.endswith("The course has: exercise3 (sums), exercise4 (means).")


def test_unknown_exercise_without_a_close_name_lists_what_there_is(root: Path) -> None:
    with pytest.raises(CourseError) as caught:
        load_course(root).exercise("zzz")
    said = "There is no exercise 'zzz'. The course has: exercise3 (sums)."
    assert str(caught.value) == said


@pytest.mark.parametrize("name", ["exercise3", "3", "sums"])
def test_slip_in_one_exercise_does_not_keep_you_from_another(root: Path, name: str) -> None:
    course = with_second(root, settings=tiny.changed(tiny.EXERCISE, "points = 10", "points = 11"))
    assert course.exercise(name).name == "exercise3"
    with pytest.raises(CourseError, match=r"exercise4.exercise\.toml: 'points' says 11"):
        course.exercise("zzz")


def test_course_is_found_from_any_folder_below(root: Path) -> None:
    course = find_course(root / "exercises" / tiny.NAME)
    assert course.root == root.resolve()
    assert course.feedback is Feedback.FULL
    assert [str(exercise.title) for exercise in course.exercises] == ["Sums"]


def test_outside_a_course_it_says_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"No course\.toml in .*Go to your course folder"):
        find_course(tmp_path)


def test_more_may_be_shown_after_the_deadline(root: Path) -> None:
    text = tiny.changed(
        tiny.COURSE, 'feedback = "full"', 'feedback = "none"\nfeedback_after = "full"'
    )
    text += (
        '[scoring]\ntimezone = "Asia/Seoul"\n[scoring.deadlines]\nexercise3 = 2026-12-01T09:00:00\n'
    )
    (root / "course.toml").write_text(text, encoding="utf-8")
    course = load_course(root)
    deadline = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    assert course.feedback_at(deadline, "exercise3") is Feedback.NONE
    assert course.feedback_at(deadline + timedelta(seconds=1), "exercise3") is Feedback.FULL
    assert course.feedback_at(deadline + timedelta(days=1), "exercise4") is Feedback.NONE


@pytest.mark.parametrize(
    ("scoring", "said"),
    [
        ('timezone = "Mars/Olympus"', "there is no time zone 'Mars/Olympus'. Asia/Seoul is one."),
        ("deadlines = { exercise9 = 2026-12-01T09:00:00 }", "there is no exercise 'exercise9'."),
        ('extra_credit = ["sums"]', "there is no exercise 'sums'."),
        ("late = { percent_per_day = 101 }", "'scoring.late.percent_per_day' must be <= 100."),
    ],
)
def test_scoring_that_cannot_be_is_refused(root: Path, scoring: str, said: str) -> None:
    (root / "course.toml").write_text(f"{tiny.COURSE}[scoring]\n{scoring}\n", encoding="utf-8")
    with pytest.raises(CourseError, match=re.escape(said)):
        load_course(root)


def test_feedback_is_the_result_unless_said(root: Path) -> None:
    text = tiny.changed(tiny.COURSE, 'feedback = "full"\n', "")
    (root / "course.toml").write_text(text, encoding="utf-8")
    assert load_course(root).feedback is Feedback.RESULT


def test_exercise_knows_its_folders_and_files(root: Path) -> None:
    path = root / tiny.SETTINGS
    text = tiny.changed(tiny.EXERCISE, 'slug = "sums"', 'slug = "sums"\nfiles = ["data.csv"]')
    path.write_text(text, encoding="utf-8")
    exercise = load_exercise(root, tiny.NAME)
    assert exercise.files == ("sums.py", "data.csv")
    assert exercise.stub == root / tiny.STUB
    assert exercise.suite == (root / tiny.SUITE).parent
    assert exercise.mistakes == root / tiny.MISTAKES
    assert (exercise.limits.seconds, exercise.limits.memory_mb) == (2.0, 2048)


def test_unknown_task_lists_the_known_ones(root: Path) -> None:
    with pytest.raises(CourseError, match=r"exercise3 has no task 4\. Its tasks are 1, 2, 3\."):
        load_exercise(root, tiny.NAME).task(4)


LINES = tiny.EXERCISE.strip().split("\n")
PIECES = [
    *[*LINES, "=", "[", "]", "{", "}", '"', "'''", ",", ".", "#", "\n", "\\u0000", "0x", "1e999"],
    *["inf", "nan", "-1", "10_0", "9" * 5000, "1979-05-27", "[[tasks]]", "tasks = 1", "a.b.c = 1"],
    *["가", "\x00", "[" * 500, "{a=" * 300, "files = []", 'files = ["/etc/passwd"]', "true"],
]


@fuzz
@given(
    added=st.lists(
        st.tuples(st.integers(0, len(LINES)), st.sampled_from(PIECES) | st.text(max_size=20))
    ),
    missing=st.sets(st.integers(0, len(LINES) - 1), max_size=3),
)
def test_any_settings_are_read_or_refused_with_one_clear_line(
    added: list[tuple[int, str]], missing: set[int], fuzz_root: Path
) -> None:
    lines = ["" if number in missing else line for number, line in enumerate(LINES)]
    for place, text in added:
        lines.insert(place, text)
    (fuzz_root / tiny.SETTINGS).write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    try:
        exercise = load_course(fuzz_root).exercise(tiny.NAME)
    except CourseError as error:
        refusal = str(error)
    else:
        assert 0 < exercise.points == sum(task.points for task in exercise.tasks)
        return
    assert "exercise.toml" in refusal
    assert len(refusal) < 1000


@pytest.fixture(scope="module")
def fuzz_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fuzz")
    tiny.write(root)
    return root
