"""What a course wants of its scores: the table ``[scoring]`` of course.toml, as data."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
Number = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What lateness costs.

    Attributes
    ----------
    grace_minutes
        Minutes after the deadline that still are on time.
    percent_per_day
        Share of the earned points that each begun day takes.
    most_percent
        The most that lateness takes.
    free_days
        Days a student may be late in the whole course at no cost.
    """

    grace_minutes: Number = 0.0
    percent_per_day: Percent = 0.0
    most_percent: Percent = 100.0
    free_days: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 0


class Scoring(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How scores come about.

    Attributes
    ----------
    attempt
        Which submission counts, after lateness.
    timezone
        Zone of deadlines and hand-in times without an offset, as ``Asia/Seoul``.
    extra_credit
        Exercises whose points count, but which full marks do not need.
    late
        What lateness costs.
    deadlines
        Exercise to date and time; without one, an exercise is never late.
    """

    attempt: Literal["best", "latest"] = "best"
    timezone: str = "UTC"
    extra_credit: tuple[str, ...] = ()
    late: Late = Late()
    deadlines: dict[str, datetime] = {}
