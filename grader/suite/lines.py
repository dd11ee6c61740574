"""Where in what was handed in the code stopped: a line of a file, or of a notebook's cell.

A worker says which line it was; what a sentence is made of is our own copy.
"""

import io
import re
from collections.abc import Iterator, Mapping

from grader.language import gettext as _
from grader.worker.connection import StudentError
from grader.worker.host import CELL

_CELL = "#cell "  # between a file's name and the number of its cell, as a worker says it
_FIRST_OF_CELL = re.compile(r"# %% cell (\d+)")


class Lines:
    """The lines of a submission's files, and of the cells of one that was a notebook."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._lines = {
            part: list(io.StringIO(text.decode("utf-8", "replace"), newline=None))
            for name, content in files.items()
            for part, text in _parts(name, content)
        }

    def place(self, file: str, line: int) -> str:
        """Name a line of what was handed in; one of a notebook's module by its cell."""
        file, line = self._in_cell(file, line)
        lines = self._lines[file]
        name, _separator, cell = file.partition(_CELL)
        if cell:
            name = _("cell {number}").format(number=cell)
        if not 0 < line <= len(lines):
            return f"({name})"
        text = lines[line - 1].strip()[:120]
        return _("({file}, line {line}: `{text}`)").format(file=name, line=line, text=text)

    def where(self, error: StudentError) -> str:
        """Name the line where the code stopped, or nothing where none of it was."""
        for file, line, _function in reversed(error.frames):
            if file in self._lines:
                return self.place(file, line)
        return ""

    def last(self, error: StudentError, module: str) -> int | None:
        """Return the line of the module that was run last, if it is one of what was handed in."""
        found = [line for file, line, _function in error.frames if file == module]
        return found[-1] if found and 0 < found[-1] <= len(self._lines[module]) else None

    def cells(self, module: str) -> dict[str, list[str]]:
        """Return the lines of each cell by its number; none where no notebook was handed in."""
        start = f"{module}{_CELL}"
        return {p.removeprefix(start): self._lines[p] for p in self._lines if p.startswith(start)}

    def _in_cell(self, file: str, line: int) -> tuple[str, int]:
        """Return the cell that a line of a notebook's module is in, and the line in it."""
        for before, text in enumerate(reversed(self._lines[file][: line - 1]), start=1):
            if match := _FIRST_OF_CELL.match(text):
                cell = f"{file}{_CELL}{match[1]}"
                return (cell, before) if cell in self._lines else (file, line)
        return file, line


def _parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what a traceback may name: a file, and the cells of one that was a notebook."""
    yield name, content
    cells = CELL.split(content)[1:]
    for number, cell in zip(cells[::2], cells[1::2], strict=True):
        yield f"{name}{_CELL}{number.decode()}", cell
