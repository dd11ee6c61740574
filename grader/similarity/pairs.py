"""Which submissions share code, from their fingerprints: nothing here reads a student's text.

copydetect's own comparison builds arrays anew for each pair, and counts given code as well. A class
of 300 has 45,000 pairs, so a pair that shares little costs a few look-ups in an array here.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from grader.report.similarity_page import Pair, Side, Stretch
from grader.similarity.reading import LENGTH, Prints

MOST_STRETCHES = 40  # of a pair

Alike = tuple[float, float, int, int]
"""Which parts of the own code of two submissions are shared, and which two they are."""


def own_code(prints: Prints) -> int:
    """Return how much of a submission can be found in others, in characters of code."""
    return _own_within(prints, prints.starts)


def alike(everyone: Sequence[Prints], threshold: float) -> list[Alike]:
    """Return the pairs of which one shares at least that part of its own code, most first.

    The larger of the two shares counts: a copy with other code around it is no less a copy.
    """
    return sorted(_alike(everyone, threshold), key=_order)


def _order(found: Alike) -> tuple[float, float, int, int]:
    share, other, left, right = found
    return (-max(share, other), -min(share, other), left, right)


def _alike(everyone: Sequence[Prints], threshold: float) -> Iterator[Alike]:
    if not everyone:
        return
    totals = [own_code(prints) for prints in everyone]
    hashes = np.concatenate([prints.hashes for prints in everyone])
    ends = np.cumsum([prints.hashes.size for prints in everyone])
    numbers = np.split(np.unique(hashes, return_inverse=True)[1], ends[:-1])
    in_first, in_both = np.zeros((2, hashes.size), bool)
    for first, one in enumerate(everyone):
        in_first[numbers[first]] = True
        for second in range(first + 1, len(everyone)):
            theirs = in_first[numbers[second]]
            in_both[numbers[second][theirs]] = True
            ours = in_both[numbers[first]]
            in_both[numbers[second]] = False
            most = LENGTH * max(
                np.count_nonzero(ours) / totals[first], np.count_nonzero(theirs) / totals[second]
            )
            if most < threshold:
                continue
            other = everyone[second]
            share = _own_within(one, one.starts[ours]) / totals[first]
            share_of_other = _own_within(other, other.starts[theirs]) / totals[second]
            if max(share, share_of_other) >= threshold:
                yield share, share_of_other, first, second
        in_first[numbers[first]] = False


def _own_within(prints: Prints, starts: np.ndarray) -> int:
    """Count the own characters that fingerprints with those starts cover."""
    steps = np.zeros(prints.own.size + 1, np.int32)
    steps[starts] += 1
    steps[starts + LENGTH] -= 1
    return int(np.count_nonzero((np.cumsum(steps[:-1]) > 0) & prints.own))


def shown(found: Alike, everyone: Sequence[Prints]) -> Pair:
    """Return a pair with both texts and the stretches they share."""
    share, share_of_other, first, second = found
    one, other = everyone[first], everyone[second]
    stretches = sorted(set(_stretches(one, other)), key=lambda each: (-each.rows, each))
    return Pair(
        Side(one.student, share, one.rows),
        Side(other.student, share_of_other, other.rows),
        tuple(sorted(stretches[:MOST_STRETCHES])),
    )


def _stretches(one: Prints, other: Prints) -> Iterator[Stretch]:
    """Join fingerprints that follow each other closely in both submissions.

    What occurs several times in the other is taken where it goes on, else where it is first.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for value, start in zip(other.hashes.tolist(), other.starts.tolist(), strict=True):
        places[value].append(start)
    runs: list[list[int]] = []  # first and last start in one, first and last start in the other
    for value, start in zip(one.hashes.tolist(), one.starts.tolist(), strict=True):
        if value not in places:
            continue
        starts = places[value]
        if runs and start - runs[-1][1] <= LENGTH:
            index = bisect_right(starts, runs[-1][3])
            if index < len(starts) and starts[index] - runs[-1][3] <= LENGTH:
                runs[-1][1], runs[-1][3] = start, starts[index]
                continue
        runs.append([start, start, starts[0], starts[0]])
    for begin, end, begin_other, end_other in runs:
        yield Stretch(_rows(one, begin, end), _rows(other, begin_other, end_other))


def _rows(prints: Prints, begin: int, end: int) -> tuple[int, int]:
    """Return the first and last row of the student's own code within fingerprints."""
    own = begin + np.flatnonzero(prints.own[begin : end + LENGTH])
    return int(prints.lines[own[0]]), int(prints.lines[own[-1]])
