"""What is asked of a gradebook."""

from typing import Any

import sqlalchemy as sa

from grader.gradebook.tables import attempts, checks, hand_ins, submissions
from grader.records import Outcome


def of(student: str, exercise: str) -> sa.ColumnElement[bool]:
    """Return the condition that a submission is one student's for one exercise."""
    return sa.and_(submissions.c.student == student, submissions.c.exercise == exercise)


def latest(*columns: Any) -> sa.Select[Any]:
    """Ask for the latest attempt of every student at every exercise, in that order."""
    newest = (
        sa.select(sa.func.max(attempts.c.id))
        .select_from(attempts.join(submissions))
        .group_by(submissions.c.student, submissions.c.exercise)
    )
    return (
        sa.select(*columns)
        .select_from(attempts.join(submissions))
        .where(attempts.c.id.in_(newest))
        .order_by(submissions.c.student, submissions.c.exercise)
    )


def history(student: str, exercise: str, *columns: Any) -> sa.Select[Any]:
    """Ask for all attempts of one student at one exercise, oldest first."""
    return (
        sa.select(*columns)
        .select_from(attempts.join(submissions))
        .where(of(student, exercise))
        .order_by(attempts.c.id)
    )


def earned(student: str | None) -> sa.Select[Any]:
    """Ask for every attempt's score, its broken checks, and when its files were handed in."""
    broken = (
        sa.select(checks.c.attempt, sa.func.count().label("number"))
        .where(checks.c.outcome == str(Outcome.BROKEN))
        .group_by(checks.c.attempt)
        .subquery()
    )
    first = (
        sa.select(hand_ins.c.submission, sa.func.min(hand_ins.c.handed_in).label("at"))
        .group_by(hand_ins.c.submission)
        .subquery()
    )
    return (
        sa.select(
            submissions.c.student, submissions.c.exercise, attempts.c.submission,
            attempts.c.id, attempts.c.score, attempts.c.max_score, broken.c.number, first.c.at,
        )
        .select_from(
            attempts.join(submissions)
            .outerjoin(broken, broken.c.attempt == attempts.c.id)
            .outerjoin(first, first.c.submission == attempts.c.submission)
        )
        .where(sa.true() if student is None else submissions.c.student == student)
        .order_by(attempts.c.id)
    )  # fmt: skip
