"""Lay an expected and an actual value side by side, and mark where they differ."""

import re
from typing import NamedTuple

# A bracket, or a run of anything else, with the blanks before it.
_CELL = re.compile(r"\s*(?:[\[\](){},:=]|[^\s\[\](){},:=]+)")


class Cell(NamedTuple):
    """A piece of a written value: the blanks before it, and whether the other value differs."""

    blanks: str
    text: str
    differs: bool


def aligned(expected: str, actual: str) -> tuple[list[Cell], list[Cell]]:
    """Split both values into cells, padded so that what belongs together lies in one column.

    Values of a different form (another number of cells) come back as one unmarked cell each:
    where the forms differ, marking every number would say nothing.

    Examples
    --------
    >>> aligned("[6.0, 8.0]", "[6.0, -8.5]")[1][3]
    Cell(blanks=' ', text='-8.5', differs=True)
    """
    left, right = _CELL.findall(expected.rstrip()), _CELL.findall(actual.rstrip())
    if len(left) != len(right):
        return [Cell("", expected, differs=False)], [Cell("", actual, differs=False)]
    pairs = list(zip(left, right, strict=True))
    widths = [max(_width(a), _width(b)) for a, b in pairs]
    differs = [not _same(a.strip(), b.strip()) for a, b in pairs]
    return (
        [_cell(a, w, differs=d) for a, w, d in zip(left, widths, differs, strict=True)],
        [_cell(b, w, differs=d) for b, w, d in zip(right, widths, differs, strict=True)],
    )


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def _width(cell: str) -> int:
    return len(cell) - cell.rfind("\n") - 1


def _cell(written: str, width: int, *, differs: bool) -> Cell:
    text = written.lstrip()
    padding = " " * (width - _width(written))
    return Cell(written[: len(written) - len(text)] + padding, text, differs)
