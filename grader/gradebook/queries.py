"""What is asked of a gradebook."""

from functools import cache
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


def told_last(submission: int) -> sa.Select[Any]:
    """Ask when a submission was handed in, as it was told last."""
    return (
        sa.select(hand_ins.c.handed_in)
        .where(hand_ins.c.submission == submission)
        .order_by(hand_ins.c.id.desc())
        .limit(1)
    )


@cache  # to put it together takes longer than to answer it
def earned(*, only_one: bool) -> sa.Select[Any]:
    """Ask for every attempt's score, whether checks broke, and when its files were handed in.

    Asked for ``only_one`` student, the parameter ``student`` names them.
    """
    broken = sa.select(checks.c.attempt).where(checks.c.outcome == str(Outcome.BROKEN))
    told = sa.select(hand_ins.c.submission, sa.func.max(hand_ins.c.id).label("last"))
    whose: sa.ColumnElement[bool] = sa.true()
    if only_one:
        # Said inside too, or one student's page would take as long as everybody's.
        whose = submissions.c.student == sa.bindparam("student")
        theirs = sa.select(attempts.c.id).select_from(attempts.join(submissions)).where(whose)
        broken = broken.where(checks.c.attempt.in_(theirs))
        told = told.select_from(hand_ins.join(submissions)).where(whose)
    broke = broken.distinct().subquery()
    newest = told.group_by(hand_ins.c.submission).subquery()
    return (
        sa.select(
            submissions.c.student, submissions.c.exercise, attempts.c.submission, attempts.c.id,
            attempts.c.score, attempts.c.max_score, broke.c.attempt.is_not(None).label("broke"),
            hand_ins.c.handed_in,
        )
        .select_from(
            attempts.join(submissions)
            .outerjoin(broke, broke.c.attempt == attempts.c.id)
            .outerjoin(newest, newest.c.submission == submissions.c.id)
            .outerjoin(hand_ins, hand_ins.c.id == newest.c.last)
        )
        .where(whose)
        .order_by(attempts.c.id)
    )  # fmt: skip
