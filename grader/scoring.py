"""From attempts to the scores that count: lateness, free days, adjustments, totals.

Pure functions of records; nothing here reads a clock or a file.

    attempts ─► late policy ─► the attempt that counts ─► adjustments ─► Final ─► Total
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from grader.decisions import Adjustment, Kind, by_hand, in_force
from grader.policy import Late, Scoring

_DAY = timedelta(days=1)


class Submitted(NamedTuple):
    """What one submission earned, and when it was handed in, if that is known."""

    score: float
    max_score: float
    handed_in: datetime | None = None


class Final(msgspec.Struct, frozen=True, kw_only=True):
    """The score of one student at one exercise, and how it came about.

    Attributes
    ----------
    exercise, score, max_score
        What counts, and of how many points.
    counted
        Which of the submissions counts; None when there is none.
    earned
        Points of that submission.
    days_late, free_days
        Days it is late, and how many of them were free.
    taken_percent
        Share of the earned points that lateness took.
    set_to
        The score set by hand, in place of what was earned; None where none was.
    added
        Points added by hand, after that.
    is_excused
        The exercise does not count for this student.
    is_extra
        Its points count, and full marks do not need them.
    comments
        The reasons of what was decided by hand.
    """

    exercise: str
    score: float
    max_score: float
    counted: int | None = None
    earned: float = 0.0
    days_late: int = 0
    free_days: int = 0
    taken_percent: float = 0.0
    set_to: float | None = None
    added: float = 0.0
    is_excused: bool = False
    is_extra: bool = False
    comments: tuple[str, ...] = ()


class Scored(NamedTuple):
    """A final score, whose it is, and the number of the attempt that counts, if one does."""

    student: str
    final: Final
    attempt: int | None


class Past(NamedTuple):
    """An attempt of which only the time and the score are told."""

    graded_at: datetime
    score: float
    max_score: float


class History(NamedTuple):
    """What a report tells beside the attempt: how the score came about, and earlier attempts."""

    final: Final | None = None
    past: tuple[Past, ...] = ()


class Total(NamedTuple):
    """All exercises of one student together."""

    score: float
    max_score: float


def days_late(handed_in: datetime | None, deadline: datetime | None, grace_minutes: float) -> int:
    """Return the days begun since the deadline; within the grace minutes, none."""
    if handed_in is None or deadline is None:
        return 0
    after = handed_in - deadline
    if after <= timedelta(minutes=grace_minutes):
        return 0
    return math.ceil(after / _DAY)


def taken_percent(days: int, late: Late) -> float:
    """Return the share of the points that `days` of lateness take, in per cent."""
    return min(days * late.percent_per_day, late.most_percent)


def final_scores(
    submissions: Mapping[str, Sequence[Submitted]],
    most: Mapping[str, float],
    scoring: Scoring,
    adjustments: Sequence[Adjustment] = (),
) -> list[Final]:
    """Return one student's score at every exercise.

    Parameters
    ----------
    submissions
        Exercise to what its submissions earned, in the order they were handed in.
    most
        Exercise to its points, in the course's order; others are not looked at.
    scoring
        The course's rules.
    adjustments
        What was decided by hand for this student, oldest first.

    Notes
    -----
    Free days go to the exercises in the order of their deadlines.
    """
    decided = in_force(adjustments)
    left = scoring.late.free_days + sum(
        int(each.value) for each in decided if each.kind is Kind.FREE_DAYS
    )
    deadlines = {name: _deadline(name, scoring, decided) for name in most}
    never = max((d for d in deadlines.values() if d), default=None)
    finals = {}
    # Sorting is stable: exercises without a deadline keep their place at the end.
    for name in sorted(most, key=lambda n: (deadlines[n] is None, deadlines[n] or never)):
        finals[name] = _final(
            name, submissions.get(name, ()), most[name], scoring, deadlines[name], decided,
            max(left, 0),
        )  # fmt: skip
        left -= finals[name].free_days
    return [finals[name] for name in most]


def sum_points(points: Iterable[float]) -> float:
    """Add up points without the crumbs that tenths and thirds leave."""
    return round(math.fsum(points), 9)


def total(finals: Iterable[Final]) -> Total:
    """Add up: excused exercises do not count, extra credit is in nobody's maximum."""
    counted = [each for each in finals if not each.is_excused]
    return Total(
        sum_points(each.score for each in counted),
        sum_points(each.max_score for each in counted if not each.is_extra),
    )


def _deadline(name: str, scoring: Scoring, decided: Sequence[Adjustment]) -> datetime | None:
    deadline = scoring.deadlines.get(name)
    if deadline is None:
        return None
    days = sum(e.value for e in decided if e.exercise == name and e.kind is Kind.EXTEND)
    try:
        return deadline + timedelta(days=days)
    except OverflowError:  # beyond every calendar
        return None


def _final(
    name: str,
    submissions: Sequence[Submitted],
    most: float,
    scoring: Scoring,
    deadline: datetime | None,
    decided: Sequence[Adjustment],
    free: int,
) -> Final:
    own = [each for each in decided if each.exercise == name]
    is_excused = any(each.kind is Kind.EXCUSE for each in own)
    set_to, added = by_hand(own)
    free = 0 if is_excused or set_to is not None else free
    final = Final(
        exercise=name,
        score=0.0,
        max_score=most,
        set_to=set_to,
        added=added,
        is_extra=name in scoring.extra_credit,
        is_excused=is_excused,
        comments=tuple(each.reason for each in own if each.reason),
    )
    if (counted := _counted(submissions, scoring, deadline, free)) is not None:
        index, days, used, percent = counted
        earned = submissions[index].score
        given = [e.reason for e in decided if e.kind is Kind.FREE_DAYS and e.reason]
        final = msgspec.structs.replace(
            final,
            counted=index,
            earned=earned,
            days_late=days,
            free_days=used,
            taken_percent=percent,
            score=earned * (1 - percent / 100),
            comments=(*final.comments, *(given if used else ())),
        )
    score = final.score if set_to is None else set_to
    return msgspec.structs.replace(final, score=max(sum_points((score, added)), 0.0))


def _counted(
    submissions: Sequence[Submitted], scoring: Scoring, deadline: datetime | None, free: int
) -> tuple[int, int, int, float] | None:
    """Return which submission counts, its days late, those of them free, and what is taken."""
    options = []
    for index, each in enumerate(submissions):
        days = days_late(each.handed_in, deadline, scoring.late.grace_minutes)
        percent = taken_percent(max(days - free, 0), scoring.late)
        # No more free days are spent than save something.
        enough = (n for n in range(days + 1) if taken_percent(days - n, scoring.late) <= percent)
        used = next(enough) if each.score > 0 else 0
        options.append((each.score * (1 - percent / 100), -used, index, days, percent))
    if not options:
        return None
    if scoring.attempt == "latest":
        chosen = options[-1]
    else:  # of equal ones, that which costs no free days, then the first
        chosen = max(options, key=lambda option: (option[0], option[1], -option[2]))
    _score, minus_used, index, days, percent = chosen
    return index, days, -minus_used, percent
