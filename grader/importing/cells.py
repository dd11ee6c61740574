"""Read the cells of an author's notebook: sources, marks of a grader, and what was printed.

As in intake, the file is decoded into the few fields that matter, so pictures and other outputs
cost nothing.
"""

from pathlib import Path
from typing import Literal

import msgspec

from grader.errors import UsageError
from grader.intake.notebook import MOST_CELLS
from grader.intake.quoting import brief
from grader.intake.selection import FILE_BYTES, MIB, NOTEBOOK, NOTEBOOK_BYTES
from grader.language import gettext as _

Source = str | list[str]  # one text, or its lines


def text_of(source: Source) -> str:
    """Return a text of the notebook format with plain line ends."""
    text = source if isinstance(source, str) else "".join(source)
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Mark(msgspec.Struct, frozen=True):
    """What nbgrader keeps in a cell's metadata."""

    grade: bool = False
    solution: bool = False
    task: bool = False
    grade_id: str = ""
    points: float | None = None


class _Metadata(msgspec.Struct, frozen=True):
    nbgrader: Mark | None = None


class _Data(msgspec.Struct, frozen=True):
    plain: Source = msgspec.field(default="", name="text/plain")


class _Output(msgspec.Struct, frozen=True):
    text: Source = ""
    data: _Data = _Data()


class Cell(msgspec.Struct, frozen=True):
    """One cell, as the notebook format has it."""

    cell_type: Literal["code", "markdown", "raw"]
    source: Source = ""
    metadata: _Metadata = _Metadata()
    outputs: tuple[_Output, ...] = ()

    @property
    def text(self) -> str:
        """The source, as one text."""
        return text_of(self.source)

    @property
    def mark(self) -> Mark | None:
        """What nbgrader says of it."""
        return self.metadata.nbgrader

    @property
    def printed(self) -> str:
        """What it has printed."""
        return "".join(text_of(output.text) for output in self.outputs).strip()

    @property
    def shown(self) -> str:
        """The value of its last expression, as text."""
        return "".join(text_of(output.data.plain) for output in self.outputs).strip()


class _Notebook(msgspec.Struct, frozen=True):
    nbformat: int
    cells: tuple[Cell, ...] = ()


def read_cells(path: Path) -> tuple[Cell, ...]:
    """Read the cells of a notebook, or of the only one in a folder.

    Raises
    ------
    UsageError
        When it cannot be read, is none, or is too large.
    """
    path = _notebook_in(path)
    try:
        with path.open("rb") as file:
            raw = file.read(NOTEBOOK_BYTES + 1)
    except OSError as error:
        raise UsageError(
            _("{path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
        ) from None
    if len(raw) > NOTEBOOK_BYTES:
        raise UsageError(
            _("{path} is larger than {most} MiB. Clear its outputs.").format(
                path=path, most=NOTEBOOK_BYTES // MIB
            )
        )
    try:
        notebook = msgspec.json.decode(raw, type=_Notebook)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(
            _("{path} is no readable notebook ({reason}). Save it again in Jupyter.").format(
                path=path, reason=brief(error)
            )
        ) from None
    if notebook.nbformat != 4:
        raise UsageError(
            _("{path} is in notebook format {version}. Save it as format 4.").format(
                path=path, version=notebook.nbformat
            )
        )
    long = sum(len(cell.text) for cell in notebook.cells) > FILE_BYTES
    if long or len(notebook.cells) > MOST_CELLS:
        raise UsageError(_("{path} is too long to be an exercise.").format(path=path))
    return notebook.cells


def _notebook_in(path: Path) -> Path:
    """Return the notebook itself; a folder must hold exactly one."""
    if not path.is_dir():
        return path
    found = sorted(each for each in path.glob(f"*{NOTEBOOK}") if each.is_file())
    if len(found) == 1:
        return found[0]
    raise UsageError(
        _("{path} holds {count} notebooks. Name the one to import.").format(
            path=path, count=len(found)
        )
    )
