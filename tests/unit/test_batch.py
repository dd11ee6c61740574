"""A batch: everything is graded once, kept at once, and only what changed is graded again."""

import csv
import io
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from grader.batch import exercise_digest
from grader.course import load_course
from grader.gradebook import Gradebook
from grader.worker import sandbox
from tests import tiny
from tests.attempts import failing

ROOT = Path(__file__).parents[2]
WRONG = "def double(x):\n    return 3 * x\n"
STUDENTS = [f"s{number:02}" for number in range(6)]

Found = dict[tuple[str, str], tuple[float, int]]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    tiny.write(root)
    for number, student in enumerate(STUDENTS):
        path = tmp_path / "class" / student / tiny.NAME / "sums.py"
        path.parent.mkdir(parents=True)
        path.write_text(tiny.SOLUTION_SOURCE if number % 2 else tiny.STUB_SOURCE)
    return root


def command(course: Path, *words: str) -> list[str]:
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    return [sys.executable, "-m", "grader", "batch", str(course.parent / "class"), *unsafe, *words]


def environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "200"}


def batch(course: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(course, *words), cwd=course, env=environment(), capture_output=True,
        text=True, check=False, timeout=300,
    )  # fmt: skip


def kept(course: Path) -> Found:
    """Return what the gradebook says, without times."""
    with Gradebook(course / "gradebook.db") as book:
        return {
            (attempt.student, attempt.exercise): (attempt.score, attempt.seed)
            for attempt in book.latest()
        }


def test_a_class_is_graded_and_only_what_changed_is_graded_again(course: Path) -> None:
    done = batch(course)
    assert done.returncode == 0, done.stderr
    assert "6 graded, 0 unchanged, 0 not graded, 0 not handed in" in done.stdout
    first = kept(course)
    assert {score for score, _seed in first.values()} == {0.0, 10.0}
    assert len(first) == len({seed for _score, seed in first.values()}) == 6
    pages = course / "reports" / "class" / "students"
    assert (pages / "s01" / "exercise3.html").is_file()
    assert "s01\texercise3\t10\t10\n" in done.stdout
    page = (course / "reports" / "class" / "index.html").read_text(encoding="utf-8")
    assert 'href="students/s01/exercise3.html"' in page

    path = course.parent / "class" / "s01" / tiny.NAME / "sums.py"
    path.write_text(tiny.SOLUTION_SOURCE + WRONG)
    done = batch(course)
    assert "1 graded, 5 unchanged" in done.stdout
    assert "scored differently before\n  s01 · exercise3  10 → " in done.stdout
    with Gradebook(course / "gradebook.db") as book:
        assert len(book.history("s01", tiny.NAME)) == 2
        assert len(book.history("s02", tiny.NAME)) == 1

    done = batch(course, "--regrade")
    assert "6 graded, 0 unchanged" in done.stdout
    assert "differently" not in done.stdout
    assert kept(course)["s02", tiny.NAME] == first["s02", tiny.NAME]


def test_scores_are_exported_for_a_spreadsheet(course: Path) -> None:
    folder = course.parent / "class"
    (folder / "s01").rename(folder / "=1+1,s")
    assert batch(course).returncode == 0
    done = grade(course, "export", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 0
    assert {row["student"]: (row["score"], row["max_score"]) for row in rows} == {
        "'=1+1,s": ("10", "10"), "s00": ("0", "10"), "s02": ("0", "10"), "s03": ("10", "10"),
        "s04": ("0", "10"), "s05": ("10", "10"),
    }  # fmt: skip
    assert grade(course, "export", "csv", "--output", "out.csv").stdout == ""
    assert (course / "out.csv").read_bytes().replace(b"\r\n", b"\n").decode() == done.stdout


def test_decisions_and_lateness_reach_the_scores_that_count(course: Path) -> None:
    settings = course / "course.toml"
    settings.write_text(
        settings.read_text()
        + """
[scoring]
timezone = "Asia/Seoul"

[scoring.late]
percent_per_day = 10

[scoring.deadlines]
exercise3 = 2026-12-01T23:59:00
"""
    )
    (course / "times.csv").write_text(
        "student,exercise,time\ns01,sums,2026-12-02 08:00\ns03,3,2026-12-01T14:58:00+00:00\n"
    )
    assert batch(course, "--times", "times.csv").returncode == 0
    assert scores(course)["s01"] == ("9", "1", "10", "no")
    assert scores(course)["s03"] == ("10", "0", "0", "no")
    said = grade(course, "adjust", "S01", "sums", "--extend", "1").stdout
    assert said.startswith("s01 · exercise3: 10 / 10\n`grade report` writes")
    assert grade(course, "adjust", "s03", "3", "--add", "-1", "--reason", "copied").returncode == 0
    said = grade(course, "adjust", "s05", "3", "--excuse").stdout
    assert said.startswith("s05 · exercise3: excused\n")
    assert scores(course)["s01"] == ("10", "0", "0", "no")
    assert scores(course)["s03"] == ("9", "0", "0", "no")
    assert scores(course)["s05"] == ("10", "0", "0", "yes")
    again = batch(course)
    assert "0 graded, 6 unchanged" in again.stdout
    pages = course / "reports" / "class" / "students"
    assert "Your instructor added -1." in (pages / "s03" / "exercise3.html").read_text()
    assert "You are excused" in (pages / "s05" / "exercise3.html").read_text()


def test_pages_tell_what_became_true_without_grading(course: Path) -> None:
    assert batch(course).returncode == 0
    page = course / "reports" / "class" / "students" / "s01" / "exercise3.html"
    before, untouched = page.read_bytes(), page.stat().st_mtime_ns
    assert batch(course).returncode == 0
    assert page.stat().st_mtime_ns == untouched
    assert grade(course, "adjust", "s01", "3", "--set", "4").returncode == 0
    assert "0 graded, 6 unchanged" in batch(course).stdout
    assert page.read_bytes() != before
    assert "Your instructor set the score: 4." in page.read_text()


def test_an_empty_class_is_no_success(course: Path) -> None:
    (course.parent / "nobody").mkdir()
    done = grade(course, "batch", str(course.parent / "nobody"), "--unsafe")
    assert (done.returncode, "There is no submission in" in done.stderr) == (2, True)


def test_a_student_may_be_called_like_a_page(course: Path) -> None:
    (course.parent / "class" / "s01").rename(course.parent / "class" / "index.html")
    assert batch(course).returncode == 0
    assert (course / "reports" / "class" / "students" / "index.html" / "exercise3.html").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("s01", "3"), "Say one thing at a time"),
        (("s01", "3", "--add", "1", "--excuse"), "Say one thing at a time"),
        (("s01", "--add", "1"), "Name the exercise"),
        (("s01", "3", "--free-days", "1"), "name no exercise"),
        (("s01", "7", "--add", "1"), "There is no exercise '7'"),
        (("s1", "3", "--add", "1"), "Nobody is called s1. Did you mean s01?"),
        (("s01", "3", "--add", "nan"), "Points are a number."),
        (("s01", "3", "--set", "inf"), "is not in the range"),
        (("s01", "3", "--extend", "100000000"), "is not in the range"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    course: Path, words: tuple[str, ...], said: str
) -> None:
    attempt = failing(load_course(course).exercises[0])
    with Gradebook(course / "gradebook.db") as book:
        book.record(msgspec.structs.replace(attempt, student="s01"), "k", "here")
    done = grade(course, "adjust", *words)
    with Gradebook(course / "gradebook.db") as book:
        assert book.adjustments() == []
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_times_that_cannot_be_read_are_refused(course: Path) -> None:
    (course / "times.csv").write_text("student,exercise,time\ns01,3,yesterday\n")
    done = batch(course, "--times", "times.csv")
    assert done.returncode == 2
    assert "times.csv, line 2: yesterday is no time. Write it as 2026-12-01 23:59." in done.stderr


def test_pages_are_written_again_without_grading(course: Path) -> None:
    assert batch(course).returncode == 0
    reports = course / "reports" / "class"
    shutil.rmtree(reports)
    done = grade(course, "report", "s01", "--lang", "ko")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in reports.rglob("*.html")} == {"index.html", "exercise3.html"}
    page = reports / "students" / "s01" / "exercise3.html"
    assert 'lang="ko"' in page.read_text(encoding="utf-8")
    shutil.rmtree(reports)
    assert "0 graded, 6 unchanged" in batch(course).stdout
    assert len(list(reports.rglob("exercise3.html"))) == 6
    done = grade(course, "report", "nobody")
    assert (done.returncode, "no attempt of nobody" in done.stderr) == (2, True)


def test_another_language_is_another_attempt(course: Path) -> None:
    assert batch(course).returncode == 0
    assert "채점 6개" in batch(course, "--lang", "ko").stdout


def scores(course: Path) -> dict[str, tuple[str, str, str, str]]:
    rows = csv.DictReader(io.StringIO(grade(course, "export", "csv").stdout))
    return {
        row["student"]: (row["score"], row["days_late"], row["taken_percent"], row["excused"])
        for row in rows
    }


def test_without_a_gradebook_nothing_is_exported(course: Path) -> None:
    done = grade(course, "export", "csv")
    assert done.returncode == 2
    assert "`grade batch` makes it" in done.stderr
    done = grade(course, "export", "csv", "--gradebook", "typo.db")
    assert "There is no gradebook typo.db" in done.stderr
    assert not [*course.glob("*.db")]


def grade(course: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "grader", *words], cwd=course, env=environment(),
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_what_cannot_be_graded_is_named_and_the_others_are_graded(course: Path) -> None:
    folder = course.parent / "class"
    (folder / "broken.zip").write_bytes(b"PK no zip at all")
    (folder / "late").mkdir()
    done = batch(course)
    assert done.returncode == 1
    assert "6 graded, 0 unchanged, 1 not graded, 1 not handed in" in done.stdout
    assert "broken · exercise3  " in done.stdout
    assert "is damaged" in done.stdout
    assert "Nothing handed in\n  late · exercise3" in done.stdout


@pytest.mark.parametrize("name", [tiny.SUITE, f"{tiny.SUITE}.csv"])
def test_a_change_of_the_suite_or_its_data_grades_everything_again(course: Path, name: str) -> None:
    changed = course / name
    changed.touch()
    before = exercise_digest(tiny.load(course))
    assert exercise_digest(tiny.load(course)) == before
    changed.write_text(changed.read_text() + "\n# another word\n")
    assert exercise_digest(tiny.load(course)) != before


def test_what_only_people_read_grades_nothing_again(course: Path) -> None:
    readme = course / "exercises" / tiny.NAME / "README.md"
    before = exercise_digest(tiny.load(course))
    readme.write_text("Another word.\n")
    assert exercise_digest(tiny.load(course)) == before


def test_a_killed_run_goes_on_and_ends_as_an_undisturbed_one(course: Path) -> None:
    whole = batch(course)
    assert whole.returncode == 0
    undisturbed = kept(course)
    with Gradebook(course / "gradebook.db") as book:
        secret = book.secret()
    draw = random.Random(7)
    for _time in range(3):
        (course / "gradebook.db").unlink()
        with Gradebook(course / "gradebook.db") as book:
            book.secret()
        _set_secret(course / "gradebook.db", secret)
        started = subprocess.Popen(
            command(course), cwd=course, env=environment(), stdout=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        time.sleep(draw.uniform(0.3, 3.0))
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        done = batch(course)
        assert done.returncode == 0, done.stderr
        assert kept(course) == undisturbed
        with Gradebook(course / "gradebook.db") as book:
            assert {len(book.history(student, tiny.NAME)) for student in STUDENTS} == {1}


def _set_secret(path: Path, secret: bytes) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("update settings set value = ? where name = 'secret'", (secret.hex(),))


@pytest.mark.skipif(sandbox.find_bubblewrap() is None, reason="Ctrl-C is tried in the sandbox")
def test_ctrl_c_says_how_to_go_on(course: Path) -> None:
    many = 40
    for number in range(len(STUDENTS), many):
        shutil.copytree(course.parent / "class" / "s01", course.parent / "class" / f"s{number:02}")
    started = subprocess.Popen(
        command(course), cwd=course, env=environment(), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stdout.readline().startswith("s0")
    started.send_signal(signal.SIGINT)
    said, complaints = started.communicate(timeout=300)
    assert "The same command goes on." in said
    assert complaints == ""
    assert started.returncode == 130
    assert 1 <= len(kept(course)) < many
    assert "not handed in" in batch(course).stdout
    assert len(kept(course)) == many


def test_without_a_sandbox_a_class_is_not_graded_unless_told_so(course: Path) -> None:
    words = command(course)
    words = [word for word in words if word != "--unsafe"]
    bare = {**environment(), "PATH": "/nowhere"}
    done = subprocess.run(
        words, cwd=course, env=bare, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 3
    assert "The sandbox needs bubblewrap" in done.stderr
    assert "Traceback" not in done.stderr
    assert kept(course) == {}


def test_an_exercise_whose_library_is_missing_does_not_stop_the_others(course: Path) -> None:
    settings = course / "course.toml"
    settings.write_text(settings.read_text().replace('"exercise3"', '"exercise3", "exercise4"'))
    for part in ("exercises", "solutions", "tests/hidden"):
        shutil.copytree(course / part / tiny.NAME, course / part / "exercise4")
    other = course / "exercises" / "exercise4" / "exercise.toml"
    text = other.read_text().replace('slug = "sums"', 'slug = "again"\npreload = ["nowhere"]')
    other.write_text(text)
    folder = course.parent / "class" / "s01"
    shutil.copytree(folder / tiny.NAME, folder / "exercise4")
    done = batch(course)
    assert done.returncode == 1, done.stderr
    assert "6 graded, 0 unchanged, 1 not graded" in done.stdout
    assert "s01 · exercise4  exercise4 needs nowhere, not installed here." in done.stdout
    assert set(kept(course)) == {(student, tiny.NAME) for student in STUDENTS}
