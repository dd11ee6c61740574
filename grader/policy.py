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
        Minutes after the deadline that still count as on time.
    percent_per_day
        Share of the earned points that each begun day takes.
    most_percent
        The most it takes.
    free_days
        Days a student may be late in the whole course before anything is taken.
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
        Which submission counts: the ``best`` or the ``latest``.
    timezone
        IANA name of the zone that deadlines and hand-in times without an offset are in.
    extra_credit
        Exercises whose points count, but which nobody needs for full marks.
    late
        What lateness costs.
    deadlines
        Exercise to the moment until which it is on time; without one it is never late.
    """

    attempt: Literal["best", "latest"] = "best"
    timezone: str = "UTC"
    extra_credit: tuple[str, ...] = ()
    late: Late = Late()
    deadlines: dict[str, datetime] = {}
