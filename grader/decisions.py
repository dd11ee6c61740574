"""What an instructor decides by hand about a student's scores, and what of it is in force."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What an instructor may decide by hand."""

    ADD = "add"  # points, which may be negative
    SET = "set"  # the score, whatever was earned
    EXCUSE = "excuse"  # the exercise does not count
    EXTEND = "extend"  # days the deadline moves for this student
    FREE_DAYS = "free-days"  # more free days for the whole course
    COMMENT = "comment"
    CLEAR = "clear"  # takes back everything decided before


class Adjustment(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of an instructor about a student's score.

    Attributes
    ----------
    student, exercise
        Whom and what it is about; `exercise` is empty for the whole course.
    kind, value
        What is decided; the value is points or days, and 0 where the kind says it all.
    reason
        Why, as the student may read it.
    author
        The login name of who decided.
    decided_at
        When; None until it is in a gradebook.
    """

    student: str
    exercise: str
    kind: Kind
    value: float = 0.0
    reason: str = ""
    author: str = ""
    decided_at: datetime | None = None


def in_force(adjustments: Sequence[Adjustment]) -> list[Adjustment]:
    """Return the decisions that were not taken back since."""
    kept: list[Adjustment] = []
    for each in adjustments:
        if each.kind is Kind.CLEAR:
            kept = [known for known in kept if known.exercise != each.exercise]
        else:
            kept.append(each)
    return kept


def by_hand(decided: Sequence[Adjustment]) -> tuple[float | None, float]:
    """Return the score that was set, if one was, and the points added since."""
    set_to, added = None, 0.0
    for each in decided:
        if each.kind is Kind.SET:
            set_to, added = each.value, 0.0
        elif each.kind is Kind.ADD:
            added += each.value
    return set_to, round(added, 9)
