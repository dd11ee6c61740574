"""Lay an expected and an actual value side by side, and mark where they differ."""

import re
from typing import NamedTuple

# A bracket, or a run of anything else, with the blanks before it.
_CELL = re.compile(r"\s*(?:[\[\](){},:=]|[^\s\[\](){},:=]+)")
_NUMBER = re.compile(r"[+-]?\d+")


class Cell(NamedTuple):
    """A piece of a written value: the blanks before it, and whether the other value differs."""

    blanks: str
    text: str
    differs: bool


def aligned(expected: str, actual: str) -> tuple[list[Cell], list[Cell]]:
    """Split both values into cells, padded so that numbers meet at their decimal points.

    Only a number beside a number is moved. Values of a different form (another number of cells,
    or only one of them on several lines) come back as one unmarked cell each: there, marking
    every number would say nothing.

    Examples
    --------
    >>> aligned("[6.0, 8.0]", "[6.0, -8.5]")[0][3]
    Cell(blanks='  ', text='8.0', differs=True)
    """
    whole = expected.rstrip(), actual.rstrip()
    left, right = (_CELL.findall(text) for text in whole)
    if len(left) != len(right) or ("\n" in whole[0]) != ("\n" in whole[1]):
        return [Cell("", expected, differs=False)], [Cell("", actual, differs=False)]
    cells: tuple[list[Cell], list[Cell]] = ([], [])
    columns = [0, 0]
    for pair in zip(left, right, strict=True):
        texts = [written.lstrip() for written in pair]
        blanks = [written[: -len(text)] for written, text in zip(pair, texts, strict=True)]
        places = [_place(*both) for both in zip(columns, blanks, texts, strict=True)]
        differs = not _same(*texts)
        numbers = all(map(_is_number, texts))
        for side in (0, 1):
            padding = max(places) - places[side] if numbers else 0
            cells[side].append(Cell(blanks[side] + " " * padding, texts[side], differs))
            columns[side] = places[side] + padding + _after_point(texts[side])
    return cells


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def _is_number(text: str) -> bool:
    try:
        complex(text)
    except ValueError:
        return False
    return True


def _place(column: int, blanks: str, text: str) -> int:
    """Return the column in which the decimal point of `text` would lie (its start, for words)."""
    start = len(blanks) - blanks.rfind("\n") - 1 if "\n" in blanks else column + len(blanks)
    return start + _before_point(text)


def _after_point(text: str) -> int:
    return len(text) - _before_point(text)


def _before_point(text: str) -> int:
    match = _NUMBER.match(text)
    return len(match[0]) if match else 0
