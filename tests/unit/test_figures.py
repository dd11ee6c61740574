"""Figures: drawn from what a submission's code does, left out where it shows nothing."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest

from grader import language
from grader.course import load_course
from grader.exercise import Exercise
from grader.judge import Judge
from grader.records import Drawn, Feedback, Submission
from grader.report.html import render_attempt
from grader.suite.figures import Figures
from grader.worker import sandbox
from grader.worker.cells import Nursery
from tests import attempts, tiny

ROOT = Path(__file__).parents[2]
FIGURES = f"tests/hidden/{tiny.NAME}/figures.py"
SOURCE = '''
import numpy as np
from grader.suite import Text, figure
from grader.suite.picture import Picture, agreement, compare_curves, joined, numbers

X = np.linspace(-1.0, 1.0, 21)


@figure(task=1)
def draw_double(student, rng):
    """Draw twice x, and a point of chance."""
    yours = numbers(student.double(X.copy()), X.shape)
    about = joined(Text("A line.", "직선입니다."), agreement(yours, 2 * X))
    picture = Picture(Text("Twice x", "x의 두 배"), about)
    compare_curves(picture.axes[0], X, yours, 2 * X, "<i>$x & y")
    picture.axes[0].plot([0], rng.uniform(size=1), "o")
    picture.legend()
    yield picture
'''
DOUBLE = "import numpy as np\ndef double(x):\n    return {}\n"

TOO_LARGE = """
@figure(task=1)
def draw(student):
    picture = Picture(Text("a"), Text("b"))
    picture.axes[0].plot(np.zeros(40_000))
    yield picture
"""


def write(root: Path, source: str = SOURCE) -> Exercise:
    return tiny.write(root, {FIGURES: source})


def submission(source: str) -> Submission:
    files = {"sums.py": source.encode()}
    return Submission(student="ada", files=files, sha256="0", origin="sums.py")


def figures(
    exercise: Exercise,
    nursery: Nursery,
    source: str = tiny.SOLUTION_SOURCE,
    *,
    feedback: Feedback = Feedback.RESULT,
    seed: int = 7,
) -> Figures:
    judge = Judge(exercise, nursery, feedback)
    handed_in = submission(source)
    return judge.figures(handed_in, judge.grade(handed_in, seed))


def the_one(found: Figures) -> Drawn:
    assert found.problems == ()
    (drawn,) = found.drawn
    return drawn


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    return write(tmp_path_factory.mktemp("course"))


def test_solution_is_drawn(exercise: Exercise, nursery: Nursery) -> None:
    drawn = the_one(figures(exercise, nursery))
    assert (drawn.task, drawn.title) == (1, "Twice x")
    assert drawn.alternative == "A line. Yours and the expected one agree."
    texts = {text.strip() for text in ET.fromstring(drawn.svg).itertext() if text.strip()}
    assert {"your code", "expected", "<i>$x & y"} <= texts


def test_figures_speak_the_readers_language(exercise: Exercise, nursery: Nursery) -> None:
    language.use("ko")
    try:
        drawn = the_one(figures(exercise, nursery))
    finally:
        language.use("en")
    assert (drawn.title, drawn.alternative[:6]) == ("x의 두 배", "직선입니다.")
    assert "내 코드".encode() in drawn.svg


def test_same_submission_and_seed_give_the_same_bytes(exercise: Exercise, nursery: Nursery) -> None:
    first = the_one(figures(exercise, nursery, seed=7))
    assert first == the_one(figures(exercise, nursery, seed=7))
    assert first.svg != the_one(figures(exercise, nursery, seed=8)).svg


def test_stub_is_not_even_asked(exercise: Exercise, nursery: Nursery) -> None:
    assert figures(exercise, nursery, tiny.STUB_SOURCE) == Figures()


def test_where_checks_are_silent_there_is_no_figure(exercise: Exercise, nursery: Nursery) -> None:
    assert figures(exercise, nursery, feedback=Feedback.NONE) == Figures()


@pytest.mark.parametrize(
    "answer",
    [
        "None", "'<script>'", "{'x': x}", "x[:3]", "x.reshape(3, 7)", "np.ones((2000, 2000))",
        "x * np.nan", "x + 1j", "x / 0 * np.inf", "[x] * 50", "1 // 0", "exit()", "double(x)",
    ],
)  # fmt: skip
def test_what_shows_nothing_is_left_out(exercise: Exercise, nursery: Nursery, answer: str) -> None:
    found = figures(exercise, nursery, DOUBLE.format(answer))
    assert found.drawn == ()
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("3 * x", "Yours is up to 1 away from the expected one."),
        ("np.where(x > 0, np.nan, 2 * x)", "10 of 21 of your values are NaN or infinite."),
        ("np.where(x > 0, np.inf, 2 * x)", "10 of 21 of your values are NaN or infinite."),
        ("1e308 * x", "Yours is up to 1e+09 away from the expected one."),
        ("x > 0", "Yours is up to 2 away from the expected one."),
    ],
)
def test_wrong_values_are_drawn_and_told(
    exercise: Exercise, nursery: Nursery, answer: str, said: str
) -> None:
    drawn = the_one(figures(exercise, nursery, DOUBLE.format(answer)))
    assert drawn.alternative == f"A line. {said}"
    assert len(drawn.svg) < 40_000


def test_code_that_ran_out_of_time_is_not_drawn(exercise: Exercise, nursery: Nursery) -> None:
    slow = "def double(x):\n    while x is not None:\n        pass\n"
    assert figures(exercise, nursery, slow) == Figures()


@pytest.mark.parametrize(
    ("drawing", "problem"),
    [
        ("this is no Python", "figures.py: SyntaxError"),
        ("@figure(task=9)\ndef draw(student):\n    yield", "figures.py: CourseError"),
        ("@figure(task=1)\ndef draw(student):\n    yield from ()", "draw: draws nothing"),
        ("@figure(task=1)\ndef draw(student, other):\n    yield", "draw: KeyError: 'other'"),
        (TOO_LARGE, "draw: Undrawable: 4"),
    ],
)
def test_author_is_told_what_is_wrong(
    tmp_path: Path, nursery: Nursery, drawing: str, problem: str
) -> None:
    exercise = write(tmp_path, SOURCE[: SOURCE.index("@figure")] + drawing)
    found = figures(exercise, nursery)
    assert found.drawn == ()
    assert [line[: len(problem)] for line in found.problems] == [problem]


def test_figures_together_have_the_time_of_a_submission(tmp_path: Path, nursery: Nursery) -> None:
    settings = tiny.EXERCISE + "total_seconds = 1.2\n"
    more = [SOURCE[SOURCE.index("@figure") :].replace("draw_double", f"again{n}") for n in range(3)]
    exercise = tiny.write(tmp_path, {FIGURES: SOURCE + "".join(more), tiny.SETTINGS: settings})
    attempt = attempts.attempt(exercise, [attempts.check(1, 0)])
    waits = "import time\ndef double(x):\n    time.sleep(0.5)\n    return 2 * x\n"
    found = Judge(exercise, nursery, Feedback.RESULT).figures(submission(waits), attempt)
    assert 1 <= len(found.drawn) <= 2
    assert len(found.drawn) + len(found.problems) == 4


def test_one_report_holds_no_endless_number_of_pictures(tmp_path: Path, nursery: Nursery) -> None:
    endless = SOURCE.replace("    yield picture", "    while True:\n        yield picture")
    assert len(figures(write(tmp_path, endless), nursery).drawn) == 6


@pytest.mark.parametrize(
    ("name", "task", "count", "most"),
    [("exercise11", 5, 5, 300_000), ("exercise8", 4, 3, 1_000_000)],
)
def test_real_report_is_small(
    nursery: Nursery, name: str, task: int, count: int, most: int
) -> None:
    exercise = load_course(ROOT).exercise(name)
    files = {file: (exercise.solution / file).read_bytes() for file in exercise.files}
    handed_in = msgspec.structs.replace(submission(""), files=files)
    begun = [attempts.check(number, 0, title="t") for number in range(1, task + 1)]
    attempt = attempts.attempt(exercise, begun)
    found = Judge(exercise, nursery, Feedback.RESULT).figures(handed_in, attempt)
    assert (len(found.drawn), found.problems) == (count, ())
    page = render_attempt(attempt, exercise, figures=found.drawn)
    assert page.count("<img ") == count
    assert len(page.encode()) < most


def test_grading_does_not_pay_for_figures() -> None:
    code = "import sys, grader.single, grader.batch, grader.suite; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "matplotlib" not in done.stdout.split()


def test_who_hands_out_the_work_of_a_class_imports_nothing_that_grades() -> None:
    modules = ("batch", "class_reports", "gradebook", "intake.class_folder", "pool", "slots")
    code = f"import sys, grader.cli.batch, {', '.join(f'grader.{name}' for name in modules)}"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {"numpy", "pytest", "grader.judge"}.isdisjoint(done.stdout.split())


def grade(course: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    environment = {**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "grader", *words], cwd=course, env=environment,
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def test_your_own_report_has_figures_and_comes_after_the_result(exercise: Exercise) -> None:
    done = grade(exercise.root, exercise.name, "--submission", str(exercise.solution))
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("10 of 10 points") < done.stdout.index("Report: ")
    page = (exercise.root / "reports" / f"{exercise.name}.html").read_text("utf-8")
    assert page.count('<img src="data:image/svg+xml;base64,') == 1
    assert "<figcaption>Twice x</figcaption>" in page


def test_reports_of_a_class_have_figures_where_they_are_asked_for(
    exercise: Exercise, tmp_path: Path
) -> None:
    path = tmp_path / "class" / "ada" / exercise.name / "sums.py"
    path.parent.mkdir(parents=True)
    path.write_text(tiny.SOLUTION_SOURCE)
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    words = ["batch", str(tmp_path / "class"), "--regrade", "--jobs", "1", *unsafe]
    report = exercise.root / "reports" / "class" / "students" / "ada" / f"{exercise.name}.html"
    for more, count in (([], 0), (["--figures"], 1)):
        done = grade(exercise.root, *words, *more)
        assert done.returncode == 0, done.stderr
        assert report.read_text("utf-8").count("<img ") == count
