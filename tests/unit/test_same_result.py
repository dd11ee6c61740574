"""The same work gets the same result, whatever form it is handed in as."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from grader.authoring.handout import parts
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.judge import Judge
from grader.records import Feedback, Outcome
from grader.worker.cells import Nursery
from tests import tiny
from tests.tiny import SOLUTION_SOURCE, changed

Result = list[tuple[str, Outcome, float, str, str | None, str | None, str | None, str | None]]

RIGHT = SOLUTION_SOURCE.lstrip()
WRONG = changed(RIGHT, "return np.sum(x) / np.size(x)", "return np.sum(x)")
PRINTING = changed(RIGHT, "return double(average(x))", "print('here')\n    return average(x)")
RAISING = changed(RIGHT, "return np.sum(x) / np.size(x)", "return x.means()")
MISSING = changed(RIGHT, "def double_average", "def doubled_average")
UNFINISHED = changed(RIGHT, "return np.sum(x) / np.size(x)", 'raise NotImplementedError("Task 2")')
HUGE = changed(RIGHT, "return np.sum(x) / np.size(x)", "return [0.0] * 10**9")


def as_module(source: str, place: Path) -> Path:
    path = place / "sums.py"
    path.write_text(source, encoding="utf-8")
    return path


def as_folder(source: str, place: Path) -> Path:
    (place / "notes").mkdir()
    as_module(source, place)
    return place


def as_notebook(source: str, place: Path) -> Path:
    """Put every top-level statement into a cell of its own, with text and output between."""
    cells = []
    for part in parts(source):
        cells.append(v4.new_markdown_cell("## Next"))
        output = v4.new_output("stream", text="1.0\n")
        cells.append(v4.new_code_cell(part.text.strip("\n"), outputs=[output], execution_count=1))
    path = place / "sums.ipynb"
    path.write_text(nbformat.writes(v4.new_notebook(cells=cells)), encoding="utf-8")
    return path


def as_folder_with_a_notebook(source: str, place: Path) -> Path:
    return as_notebook(source, place).parent


def as_zip(source: str, place: Path) -> Path:
    path = place / "handed_in.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("exercise3/sums.py", source)
        archive.writestr("__MACOSX/exercise3/._sums.py", b"\0")
    return path


def as_zip_with_a_notebook(source: str, place: Path) -> Path:
    path = place / "handed_in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(as_notebook(source, place), "sums.ipynb")
    return path


def as_tar(source: str, place: Path) -> Path:
    path = place / "handed_in.tar.gz"
    content = source.encode()
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo("sums.py")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return path


FORMS: list[Callable[[str, Path], Path]] = [
    as_folder, as_notebook, as_folder_with_a_notebook, as_zip, as_zip_with_a_notebook, as_tar,
]  # fmt: skip


def graded(exercise: Exercise, path: Path, nursery: Nursery) -> tuple[float, Result]:
    """Grade with everything shown; all but how long it took."""
    attempt = Judge(exercise, nursery, Feedback.FULL).grade(
        read_submission(path, exercise, "ann"), seed=20261121
    )
    return attempt.score, [
        (c.id, c.outcome, c.points, c.message, c.expected, c.actual, c.input, c.mistake)
        for c in attempt.checks
    ]


@pytest.mark.parametrize(
    ("source", "score"),
    [
        (RIGHT, 10),
        (WRONG, 4),
        (PRINTING, 8),
        (MISSING, 8),
        (UNFINISHED, 4),
    ],
    ids=["right", "wrong", "printing", "missing", "unfinished"],
)
def test_every_form_of_the_same_work_gets_the_same_result(
    tmp_path: Path, nursery: Nursery, source: str, score: float
) -> None:
    exercise = tiny.write(tmp_path / "course")
    expected = None
    for form in [as_module, *FORMS]:
        place = tmp_path / form.__name__
        place.mkdir()
        found = graded(exercise, form(source, place), nursery)
        expected = expected or found
        assert found[0] == score, form.__name__
        assert differing(found[1], expected[1]) == [], form.__name__


def differing(found: Result, expected: Result) -> list[tuple[object, object]]:
    """Return what differs, but for the words that say where a name is looked for."""
    pairs = zip(found, expected, strict=True)
    return [(one, other) for one, other in pairs if plain(one) != plain(other)]


def plain(row: tuple[object, ...]) -> tuple[object, ...]:
    said = str(row[3])
    is_missing = "There is no `double_average`" in said
    return (*row[:3], is_missing or said, *row[4:])


@pytest.mark.parametrize("source", [RAISING, HUGE], ids=["raising", "huge"])
def test_an_error_differs_only_in_the_line_it_names(
    tmp_path: Path, nursery: Nursery, source: str
) -> None:
    exercise = tiny.write(tmp_path / "course")
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    score, module = graded(exercise, as_module(source, tmp_path / "one"), nursery)
    assert score == 4
    again, notebook = graded(exercise, as_notebook(source, tmp_path / "other"), nursery)
    assert again == score
    for in_module, in_notebook in zip(module, notebook, strict=True):
        said = in_notebook[3].replace("(cell 4, line 2: ", "(sums.py, line 11: ")
        assert (*in_notebook[:3], said, *in_notebook[4:]) == in_module
    assert any("(cell 4, line 2: `return " in row[3] for row in notebook)
