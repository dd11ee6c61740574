"""What submissions of one exercise share, as one page: a question to look into, not a verdict."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from grader.exercise import Exercise
from grader.language import gettext as _
from grader.language import ngettext
from grader.report.html import rendered

MOST_LISTED = 200  # pairs in the table
MOST_SHOWN = 20  # of them side by side, or said on a terminal
MOST_ROWS = 250  # of code on each side
MARGIN = 2  # rows that are not shared, before and after those that are
COLUMNS = 200


class Stretch(NamedTuple):
    """Code that two submissions share: its first and last row in each, counted from 1."""

    left: tuple[int, int]
    right: tuple[int, int]

    @property
    def rows(self) -> int:
        """How many rows it has, in the submission where they are fewer."""
        return 1 + min(self.left[1] - self.left[0], self.right[1] - self.right[0])


class Side(NamedTuple):
    """One submission of a pair: whose, how much of their own code is shared, and the code."""

    student: str
    share: float
    rows: Sequence[str]


class Pair(NamedTuple):
    """Two submissions and what they share, in the order of the left one."""

    left: Side
    right: Side
    stretches: tuple[Stretch, ...]

    @property
    def longest(self) -> int:
        """The rows of the longest stretch."""
        return max((stretch.rows for stretch in self.stretches), default=0)


class Comparison(NamedTuple):
    """All submissions of one exercise, compared with each other.

    Attributes
    ----------
    pairs
        The most similar ones first, at most `MOST_LISTED`.
    found
        How many pairs are as similar as was asked for.
    compared
        How many submissions were compared.
    small
        Whose submission has too little own code to say anything.
    failed
        Which submissions could not be compared, and why.
    threshold
        The share, in per cent, from which a pair counts.
    """

    exercise: Exercise
    pairs: tuple[Pair, ...]
    found: int
    compared: int
    small: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    threshold: float


class Block(NamedTuple):
    """Neighbouring rows that are shown alike: part of the stretch `number`, or of none (0)."""

    number: int
    first: int
    last: int
    text: str


def percent(share: float) -> str:
    """Write a share in whole per cent; only everything is 100 %."""
    return f"{int(100 * share + 1e-9)} %"


def blocks(rows: Sequence[str], spans: Iterable[tuple[int, int]]) -> list[Block]:
    """Cut code into shared stretches and what is around them; the rest is left out.

    `spans` are the stretches in the order of their numbers. A row of several is of the longest.
    """
    numbers = [0] * (len(rows) + 2)
    by_length = sorted(enumerate(spans, start=1), key=lambda each: each[1][1] - each[1][0])
    for number, (first, last) in by_length:
        numbers[first : last + 1] = [number] * (last + 1 - first)
    near = {
        row + step
        for row in range(1, len(rows) + 1)
        if numbers[row]
        for step in range(-MARGIN, MARGIN + 1)
    }
    shown = [row for row in range(1, len(rows) + 1) if row in near][:MOST_ROWS]
    found: list[Block] = []
    # Rows less their place among those shown: the same as long as none is left out.
    for (number, _gap), group in groupby(
        enumerate(shown), key=lambda each: (numbers[each[1]], each[1] - each[0])
    ):
        place = [row for _index, row in group]
        text = "\n".join(rows[row - 1] for row in place)
        if number or text.strip():
            found.append(Block(number, place[0], place[-1], text))
    return found


def label(block: Block) -> str:
    """Return what stands above a block of a page."""
    if block.first == block.last:
        rows = _("line {first}").format(first=block.first)
    else:
        rows = _("lines {first} to {last}").format(first=block.first, last=block.last)
    if not block.number:
        return rows
    return _("Shared {number}: {rows}").format(number=block.number, rows=rows)


def summary(comparison: Comparison) -> Iterator[str]:
    """Say on one line each which pairs were found and which submissions were not compared."""
    for pair in comparison.pairs[:MOST_SHOWN]:
        yield ngettext(
            "{exercise}: {left} ({share}) and {right} ({other}), {count} line in a row",
            "{exercise}: {left} ({share}) and {right} ({other}), {count} lines in a row",
            pair.longest,
        ).format(
            exercise=comparison.exercise.name,
            left=pair.left.student,
            share=percent(pair.left.share),
            right=pair.right.student,
            other=percent(pair.right.share),
            count=pair.longest,
        )
    if (more := comparison.found - MOST_SHOWN) > 0:
        yield ngettext("… and {n} more pair", "… and {n} more pairs", more).format(n=more)
    for student, reason in comparison.failed:
        yield not_compared(f"{student} · {comparison.exercise.name}", reason)
    yield ngettext(
        "{exercise}: {n} submission compared, {found} of its pairs share {threshold} or more.",
        "{exercise}: {n} submissions compared, {found} of their pairs share {threshold} or more.",
        comparison.compared,
    ).format(
        exercise=comparison.exercise.name,
        n=comparison.compared,
        found=comparison.found,
        threshold=percent(comparison.threshold / 100),
    )


def not_compared(where: str, reason: str) -> str:
    """Say that a submission was not compared, and why."""
    return _("Not compared: {where}: {reason}").format(where=where, reason=reason)


def render_similarity(comparison: Comparison) -> str:
    """Return the page, in the language of this run."""
    return rendered(
        "similarity.html",
        comparison=comparison,
        exercise=comparison.exercise,
        threshold=percent(comparison.threshold / 100),
        most_shown=MOST_SHOWN,
        columns=COLUMNS,
        rows=MOST_ROWS,
        percent=percent,
        blocks=blocks,
        label=label,
    )
