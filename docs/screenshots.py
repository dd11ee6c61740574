"""Make the pictures of the documentation from real gradings of this repository's course.

    uv run python docs/screenshots.py

The same seed, names and window each time, so that a picture changes only where its page does.
screenshots.sha256 remembers what gives the pages their looks, and a test compares.
"""  # noqa: INP001 - a script beside the pages it makes pictures for

import hashlib
import io
import shutil
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import msgspec
import nbformat
from nbclient import NotebookClient
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI

from grader.course import Course, find_course
from grader.exercise import Exercise
from grader.intake.class_folder import HandedIn
from grader.judge import Judge
from grader.records import Attempt, Feedback, Submission
from grader.report.class_page import count_class, render_class
from grader.report.html import render_attempt
from grader.report.similarity_page import render_similarity
from grader.report.terminal import show_attempt
from grader.similarity import compare
from grader.single import opened_judge

DOCS = Path(__file__).parent
ROOT = DOCS.parent
PICTURES = ("report.png", "class.png", "similarity.png", "terminal.png", "notebook.png", "heat.png")
STAMP = DOCS / "screenshots.sha256"
LOOKS = ("templates/*.*", "terminal.py", "ink.py", "heat.py")  # of grader/report
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
# A larger array, wrong in some places, as a student sees it where everything is told.
LARGE = ("exercise9", "affine_divides_by_batch", "test_affine_of_images")
# What everyone hands in where submissions are compared; the first two have the same in other words.
OTHERS = ("plain_loops", "plain_loops", "unit_vectors", "mean_of_both_sides", "nditer_in_place")
ASK = 'check("exercise3", lang="en")'
SHOWN = 3  # lines of a notebook's cell
_TERMINAL = """<style>
pre {{ margin: 0; padding: 24px; background: {background}; color: {foreground};
font: 15px/1.35 "DejaVu Sans Mono", monospace; }}
{stylesheet}</style><pre>$ grade exercise3
{code}</pre>"""
_NOTEBOOK = """<style>main {{ padding: 24px; font: 15px/1.5 "DejaVu Sans Mono", monospace; }}
pre {{ margin: 0; padding: 8px 12px; background: #f5f5f5; border: 1px solid #ddd; font: inherit; }}
div {{ display: grid; grid-template-columns: 5rem 1fr; margin-bottom: 12px; color: #307; }}</style>
<main>{cells}</main>"""


class Shot(NamedTuple):
    """A page, and what of it is pictured: its top, or one element."""

    page: str
    element: str = ""


def main() -> None:
    """Grade the class and one larger array, run a notebook, and photograph what is shown."""
    course = find_course(DOCS)
    shots = dict(zip(PICTURES, _shots(course), strict=True))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        view = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="en"
        )
        for picture, shot in shots.items():
            file = Path(folder) / f"{picture}.html"
            file.write_text(shot.page, encoding="utf-8")
            view.goto(file.as_uri())
            _photograph(view, shot.element, DOCS / picture)
        browser.close()
    STAMP.write_text(stamp() + "\n", encoding="utf-8")


def stamp() -> str:
    """Return a digest of what gives the pictured pages their looks, and of this script."""
    files = [path for kind in LOOKS for path in sorted((ROOT / "grader" / "report").glob(kind))]
    digest = hashlib.sha256()
    for path in [Path(__file__), *files]:
        digest.update(path.read_text(encoding="utf-8").encode())
    return digest.hexdigest()


def _shots(course: Course) -> Iterator[Shot]:
    """Yield what is pictured, in the order of `PICTURES`."""
    exercise = course.exercise(EXERCISE)
    with opened_judge(course, exercise, "auto", None) as judge:
        handed_in = {name: _submission(exercise, name, mistake) for name, mistake in CLASS.items()}
        attempts = {name: _graded(judge, submission) for name, submission in handed_in.items()}
        first = next(iter(CLASS))
        figures = judge.figures(handed_in[first], attempts[first]).drawn
    yield Shot(render_attempt(attempts[first], exercise, figures=figures))
    yield Shot(render_class(course, count_class(course, attempts.values(), {})))
    yield Shot(_similarity(exercise))
    yield Shot(_terminal(attempts[first], exercise), "pre")
    yield Shot(_notebook(exercise, CLASS[first]), "main")
    yield _large(msgspec.structs.replace(course, feedback=Feedback.FULL))


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


def _similarity(exercise: Exercise) -> str:
    """Return the page about a few students, two of whom hand in the same under other names."""
    handed_in = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (student, other) in enumerate(zip(CLASS, OTHERS, strict=False)):
            path = Path(folder) / student / exercise.files[0]
            path.parent.mkdir()
            source = (ROOT / "tests/alternatives" / EXERCISE / f"{other}.py").read_text("utf-8")
            path.write_text(source.replace("right", "above") if number else source, "utf-8")
            handed_in.append(HandedIn(student, EXERCISE, path))
        return render_similarity(compare(exercise, handed_in, 60, jobs=1))


def _terminal(attempt: Attempt, exercise: Exercise) -> str:
    console = Console(file=io.StringIO(), record=True, force_terminal=True, width=100)
    show_attempt(attempt, exercise, console)
    return console.export_html(theme=DIMMED_MONOKAI, code_format=_TERMINAL)


def _notebook(exercise: Exercise, mistake: str) -> str:
    """Run a notebook in a real kernel and lay out its cells and the last one's result."""
    solution = exercise.root / "solutions" / exercise.name
    begins = {solution / exercise.files[0]: "import", solution / f"mistakes/{mistake}.py": "def"}
    texts = {path.read_text(encoding="utf-8"): word for path, word in begins.items()}
    sources = [text[text.index(f"\n{word} ") :].strip() for text, word in texts.items()]
    cells = [
        nbformat.v4.new_code_cell(source) for source in ("from grader import check", *sources, ASK)
    ]
    book = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    (result,) = cells[-1].outputs
    asked = [
        f"<div><span>[{cell.execution_count}]:</span><pre>{escape(_head(cell.source))}</pre></div>"
        for cell in cells
    ]
    return _NOTEBOOK.format(cells="".join(asked) + result.data["text/html"])


def _head(source: str) -> str:
    lines = source.splitlines()
    return source if len(lines) <= SHOWN else "\n".join([*lines[: SHOWN - 1], "…"])


def _large(course: Course) -> Shot:
    """Return the check whose array is wrong in some places."""
    name, mistake, test = LARGE
    exercise = course.exercise(name)
    with opened_judge(course, exercise, "auto", None) as judge:
        attempt = _graded(judge, _submission(exercise, "ada", mistake))
    (title,) = (str(check.title) for check in attempt.checks if check.id.endswith(test))
    return Shot(render_attempt(attempt, exercise), f"article:has(h3:text-is({title!r})) figure")


def _photograph(view: Page, element: str, picture: Path) -> None:
    """Take one element, or the top of a page."""
    if element:
        view.locator(element).screenshot(path=picture)
        return
    height = min(HEIGHT, view.evaluate("document.documentElement.scrollHeight"))
    view.screenshot(
        path=picture,
        full_page=True,
        clip={"x": 0, "y": 0, "width": WIDTH, "height": height},
    )


if __name__ == "__main__":
    main()
