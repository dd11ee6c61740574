"""Reading a notebook: its code cells, as the source of one module.

The file is decoded straight into the few fields that matter; outputs are skipped without being
built, so neither their size nor their nesting costs anything. Import this module only where a
notebook is met: it brings IPython.
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from grader.errors import SubmissionError
from grader.intake.cells import CellReader, LeftOutError
from grader.intake.quoting import brief
from grader.intake.selection import FILE_BYTES, MIB
from grader.language import gettext as _
from grader.language import ngettext

MOST_CELLS = 2_000
MOST_NOTES = 10

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MARKER = re.compile("^# %% cell", re.MULTILINE)
_DISPLAY = re.compile(r"\bdisplay\b")
# A kernel has it without an import; where a notebook is graded, nobody looks.
_WITH_DISPLAY = "# %% cell 0\ndisplay = lambda *_values, **_options: None\n"

Source = str | list[str]  # one text, or its lines


class _Cell(msgspec.Struct, frozen=True, gc=False):
    cell_type: Literal["code", "markdown", "raw", "heading", "html"]
    source: Source = ""
    input: Source = ""  # where format 3 has the code

    @property
    def code(self) -> str:
        text = self.source or self.input
        text = text if isinstance(text, str) else "".join(text)
        return text.replace("\r\n", "\n").replace("\r", "\n")


class _Worksheet(msgspec.Struct, frozen=True):
    cells: list[_Cell]


class _Notebook(msgspec.Struct, frozen=True):
    nbformat: int
    cells: list[_Cell] = []
    worksheets: list[_Worksheet] = []  # format 3 has its cells here


def module_source(raw: bytes, path: str) -> tuple[bytes, tuple[str, ...]]:
    """Return a notebook's code as the source of a module, and notes on what was left out.

    Each cell begins with a line ``# %% cell 3``, its number among the code cells, and keeps its
    lines: no other line of the source begins like that. ``display`` gets a cell before them,
    where it is used. Text is UTF-8 whatever a cell declares, so decode it before compiling. A cell
    that is no valid Python is left out.

    Parameters
    ----------
    raw
        The file's content.
    path
        The file, as shown to the student.

    Raises
    ------
    SubmissionError
        When it is no notebook, has no code, or too much.
    """
    cells = _code(raw, path)
    reader = CellReader()
    parts: list[str] = []
    left_out: list[str] = []
    for number, cell in enumerate(cells, start=1):
        if not cell.strip():
            continue
        try:
            code = _MARKER.sub("# %%  cell", reader.plain(cell))
            parts.append(f"# %% cell {number}\n{code}\n")
        except LeftOutError as error:
            left_out.append(
                _("Cell {number} was left out: {reason}.").format(number=number, reason=error)
            )
    if any(_DISPLAY.search(part) for part in parts):
        parts.insert(0, _WITH_DISPLAY)
    source = "".join(parts).encode()
    _refuse_long(len(source), path)
    return source, tuple(_shortened(left_out))


def _code(raw: bytes, path: str) -> list[str]:
    """Return the sources of the code cells, within what one submission may have."""
    cells = [cell.code for cell in _cells(raw, path) if cell.cell_type == "code"]
    if not any(map(str.strip, cells)):
        raise SubmissionError(
            _("{path} has no code cells. Hand in the notebook that holds your code.").format(
                path=path
            )
        )
    if len(cells) > MOST_CELLS:
        raise SubmissionError(
            _("{path} has more than {most} code cells. Hand in fewer.").format(
                path=path, most=MOST_CELLS
            )
        )
    _refuse_long(sum(map(len, cells)), path)
    return cells


def _cells(raw: bytes, path: str) -> list[_Cell]:
    try:
        notebook = msgspec.json.decode(raw.removeprefix(_BYTE_ORDER_MARK), type=_Notebook)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, MemoryError) as error:
        raise SubmissionError(
            _("{path} is no readable notebook ({reason}). Save it again in Jupyter.").format(
                path=path, reason=brief(error)
            )
        ) from None
    if notebook.nbformat == 4:
        return notebook.cells
    if notebook.nbformat == 3:
        return [cell for sheet in notebook.worksheets for cell in sheet.cells]
    raise SubmissionError(
        _("{path} is in notebook format {version}; 3 and 4 are read. Save it as format 4.").format(
            path=path, version=notebook.nbformat
        )
    )


def _refuse_long(length: int, path: str) -> None:
    if length > FILE_BYTES:
        raise SubmissionError(
            _("The code in {path} is larger than {most} MiB. Hand in less.").format(
                path=path, most=FILE_BYTES // MIB
            )
        )


def _shortened(notes: list[str]) -> Iterator[str]:
    yield from notes[:MOST_NOTES]
    if (more := len(notes) - MOST_NOTES) > 0:
        yield ngettext("{n} more cell was left out.", "{n} more cells were left out.", more).format(
            n=more
        )
