"""A heat map: where a large array is wrong, as a drawing and in words.

The drawing has no number a student could choose but errors and counts. Each block has a mark beside
its colour, the larger the greater the error, so that it can be read without colours, and printed.
"""

from typing import NamedTuple

from grader.language import gettext as _
from grader.records import Axis, ErrorMap

DIGIT = 7  # pixels, at the size of the numbers beside the drawing
CELL = 20  # pixels, as the patterns in check.html
_STRONG, _WEAK = 3, 100  # so many times less than the largest error


class Tick(NamedTuple):
    """A number beside the drawing."""

    x: int
    y: int
    text: str
    ends: bool = False  # there, and does not begin there


class Drawing(NamedTuple):
    """What the page draws: for each kind of block one path along the middles of its blocks.

    The numbers beside the blocks are part of its width and height.
    """

    width: int
    height: int
    paths: list[tuple[str, str]]
    ticks: list[Tick]


def in_words(errors: ErrorMap) -> str:
    """Say where an array is wrong."""
    *rows, columns = errors.axes
    places = "; ".join([_rows(rows[0]), _columns(columns)]) if rows else _entries(columns)
    parts = [_("Where it is wrong (counted from 0): {places}.").format(places=places)]
    if len(errors.shape) > 2:
        parts.append(_("Rows and columns are those of its last two axes."))
    blocks = [block for row in errors.blocks for block in row]
    if count := sum(block is None for block in blocks):
        text = _("NaN or infinity is in {count} of {total} blocks.")
        parts.append(text.format(count=count, total=len(blocks)))
    return " ".join(parts)


def drawing(errors: ErrorMap) -> Drawing:
    """Lay out the blocks, in runs of one kind."""
    largest = max((block or 0 for row in errors.blocks for block in row), default=0)
    runs: dict[str, list[str]] = {}
    for y, row in enumerate(errors.blocks):
        kinds = [_kind(block, largest) for block in row]
        starts = [x for x in range(len(kinds)) if x == 0 or kinds[x] != kinds[x - 1]]
        for start, end in zip(starts, [*starts[1:], len(kinds)], strict=True):
            step = f"M{start * CELL} {y * CELL + CELL // 2}h{(end - start) * CELL}"
            runs.setdefault(kinds[start], []).append(step)
    width, height = len(errors.blocks[0]) * CELL, len(errors.blocks) * CELL
    ticks = _ticks(errors.axes, width, height)
    margin = max((4 + DIGIT * len(tick.text) for tick in ticks if tick.x > width), default=0)
    paths = [(kind, "".join(runs[kind])) for kind in sorted(runs)]
    return Drawing(width + margin, height + CELL, paths, ticks)


def _kind(block: float | None, largest: float) -> str:
    """Return how bad a block is: ``right``, ``slight``, ``plain``, ``great`` or ``none``."""
    if block is None:
        return "none"
    if block == 0:
        return "right"
    if block * _STRONG >= largest:
        return "great"
    return "plain" if block * _WEAK >= largest else "slight"


def _ticks(axes: tuple[Axis, ...], width: int, height: int) -> list[Tick]:
    """Put the first and the last number below the columns and beside the rows."""
    *rows, columns = axes
    ticks = [Tick(0, height + 14, "0")]
    if columns.size > 1:
        ticks.append(Tick(width, height + 14, str(columns.size - 1), ends=True))
    for axis in rows:
        ticks.append(Tick(width + 4, 14, "0"))
        if axis.size > 1:
            ticks.append(Tick(width + 4, height - 5, str(axis.size - 1)))
    return ticks


def _rows(axis: Axis) -> str:
    return _said(
        axis,
        one=_("row {first} of {size}"),
        whole=_("all {size} rows"),
        together=_("rows {first} to {last} of {size}"),
        apart=_("{wrong} of {size} rows, between {first} and {last}"),
    )


def _columns(axis: Axis) -> str:
    return _said(
        axis,
        one=_("column {first} of {size}"),
        whole=_("all {size} columns"),
        together=_("columns {first} to {last} of {size}"),
        apart=_("{wrong} of {size} columns, between {first} and {last}"),
    )


def _entries(axis: Axis) -> str:
    return _said(
        axis,
        one=_("entry {first} of {size}"),
        whole=_("all {size} entries"),
        together=_("entries {first} to {last} of {size}"),
        apart=_("{wrong} of {size} entries, between {first} and {last}"),
    )


def _said(axis: Axis, *, one: str, whole: str, together: str, apart: str) -> str:
    if axis.wrong == 1:
        text = one
    elif axis.wrong == axis.size:
        text = whole
    else:
        text = together if axis.wrong == axis.last - axis.first + 1 else apart
    return text.format(wrong=axis.wrong, first=axis.first, last=axis.last, size=axis.size)
