"""Make the pictures of the documentation from real gradings of this repository's course.

    uv run python docs/screenshots.py

The same seed, names and window each time, so that a picture changes only where its page does.
"""  # noqa: INP001 - a script beside the pages it makes pictures for

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
from playwright.sync_api import Page, sync_playwright

from grader.course import Course, find_course
from grader.exercise import Exercise
from grader.judge import Judge
from grader.records import Attempt, Submission
from grader.report.class_page import count_class, render_class
from grader.report.html import render_attempt
from grader.single import opened_judge

DOCS = Path(__file__).parent
PICTURES = ("report.png", "class.png")
EXERCISE = "exercise3"
WIDTH, HEIGHT = 1000, 1500
SEED, SECONDS = 3, 0.4
# What each student of the pictured class got wrong; the first is the one of the report.
CLASS = {
    "ada": "forward_difference",
    "alan": "",
    "barbara": "h_ignored",
    "donald": "gradient_forward_difference",
    "edsger": "copy_not_restored",
    "emmy": "",
    "grace": "gradient_forward_difference",
    "katherine": "descent_ascends",
    "leonhard": "",
    "maryam": "descent_no_return",
    "radia": "forward_difference",
    "sofia": "",
}


def main() -> None:
    """Grade the class and photograph one student's report and the page about all."""
    course = find_course(DOCS)
    exercise = course.exercise(EXERCISE)
    with opened_judge(course, exercise, "auto", None) as judge:
        pages = dict(zip(PICTURES, _pages(course, exercise, judge), strict=True))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        view = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="en"
        )
        for picture, text in pages.items():
            file = Path(folder) / f"{picture}.html"
            file.write_text(text, encoding="utf-8")
            view.goto(file.as_uri())
            _photograph(view, DOCS / picture)
        browser.close()


def _pages(course: Course, exercise: Exercise, judge: Judge) -> Iterator[str]:
    """Yield the report of the first student, then the page of the class."""
    handed_in = {name: _submission(exercise, name, mistake) for name, mistake in CLASS.items()}
    attempts = {name: _graded(judge, submission) for name, submission in handed_in.items()}
    first = next(iter(CLASS))
    figures = judge.figures(handed_in[first], attempts[first]).drawn
    yield render_attempt(attempts[first], exercise, figures=figures)
    yield render_class(course, count_class(course, attempts.values(), {}))


def _submission(exercise: Exercise, student: str, mistake: str) -> Submission:
    """Return the solution, with the functions that a known mistake gets wrong written anew."""
    solution = exercise.root / "solutions" / exercise.name
    source = (solution / exercise.files[0]).read_text(encoding="utf-8")
    if mistake:
        source += (solution / "mistakes" / f"{mistake}.py").read_text(encoding="utf-8")
    content = source.encode()
    return Submission(
        student=student,
        files={exercise.files[0]: content},
        sha256=hashlib.sha256(content).hexdigest(),
        origin=exercise.files[0],
    )


def _graded(judge: Judge, submission: Submission) -> Attempt:
    return msgspec.structs.replace(judge.grade(submission, SEED), duration_s=SECONDS)


def _photograph(view: Page, picture: Path) -> None:
    """Take the top of a page."""
    height = min(HEIGHT, view.evaluate("document.documentElement.scrollHeight"))
    view.screenshot(
        path=picture,
        full_page=True,
        clip={"x": 0, "y": 0, "width": WIDTH, "height": height},
    )


if __name__ == "__main__":
    main()
