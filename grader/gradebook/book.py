"""The gradebook: every submission and every attempt of a class, in one database, forever.

Nothing is overwritten: a new attempt is a new row. Each attempt is one transaction, so a run that
is killed has lost at most the submissions it was grading, and the next run grades those.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, Self

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from grader.decisions import Adjustment, Kind
from grader.gradebook import queries
from grader.gradebook.database import open_engine, prepare_tables, refuse_damaged, setting
from grader.gradebook.faults import explained, readable
from grader.gradebook.tables import adjustments, attempts, checks, hand_ins, submissions
from grader.records import Attempt
from grader.scoring import Past, Submitted


class Standing(NamedTuple):
    """The latest attempt of one student at one exercise."""

    student: str
    exercise: str
    score: float
    max_score: float
    key: str


class Earned(NamedTuple):
    """What one submission of a student earned, and the number of the attempt that says so."""

    student: str
    exercise: str
    graded: Submitted
    attempt: int


class Gradebook:
    """An open gradebook; use it in a ``with`` block.

    Parameters
    ----------
    url
        A database URL (``sqlite:///gradebook.db``, ``postgresql://…``), or the path of a file.

    Raises
    ------
    GradebookError
        When it cannot be opened, is no gradebook, or was written by a newer version.
    """

    def __init__(self, url: str | Path) -> None:
        self._url = str(url)
        with self._explained(), readable(self._url):
            self._engine = open_engine(self._url)
            self._reader = self._engine.execution_options(reads=True)
            with self._engine.begin() as connection:
                prepare_tables(connection)

    def __enter__(self) -> Self:
        """Return the gradebook."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let the database go."""
        self._engine.dispose()

    def secret(self) -> bytes:
        """Return the secret that this gradebook's seeds are made from; it is drawn only once."""
        with self._explained(), self._reader.connect() as connection:
            return bytes.fromhex(setting(connection, "secret") or "")

    def refuse_damaged(self) -> None:
        """Read all of it before much is written; GradebookError where it is damaged."""
        with self._explained(), self._reader.connect() as connection:
            refuse_damaged(connection)

    def record(
        self, attempt: Attempt, key: str, origin: str, handed_in: datetime | None = None
    ) -> None:
        """Add an attempt, all of it or nothing.

        Parameters
        ----------
        attempt
            What was found.
        key
            Digest of everything the result depends on: the same key, the same result.
        origin
            Where the submission was read from.
        handed_in
            When it was handed in, if that is known.
        """
        now = datetime.now(UTC)
        with self._explained(), self._engine.begin() as connection:
            submission = _submission_id(connection, attempt, origin, now)
            if handed_in is not None:
                _keep_hand_in(connection, submission, handed_in, now)
            added = connection.execute(
                attempts.insert().values(
                    submission=submission,
                    key=key,
                    graded_at=now,
                    score=attempt.score,
                    max_score=attempt.max_score,
                    record=msgspec.json.encode(attempt).decode(),
                )
            )
            assert added.inserted_primary_key is not None
            rows = [
                {
                    "attempt": added.inserted_primary_key[0],
                    "position": position,
                    "check": check.id,
                    "task": check.task,
                    "outcome": str(check.outcome),
                    "points": check.points,
                    "mistake": check.mistake,
                }
                for position, check in enumerate(attempt.checks)
            ]
            if rows:
                connection.execute(checks.insert(), rows)

    def note_hand_in(self, student: str, exercise: str, key: str, handed_in: datetime) -> None:
        """Keep when a submission that was graded before, under `key`, was handed in."""
        with self._explained(), self._engine.begin() as connection:
            submission = connection.execute(
                sa.select(submissions.c.id)
                .select_from(attempts.join(submissions))
                .where(queries.of(student, exercise), attempts.c.key == key)
            ).scalar()
            if submission is not None:
                _keep_hand_in(connection, submission, handed_in, datetime.now(UTC))

    def adjust(self, adjustment: Adjustment) -> None:
        """Add what an instructor decided."""
        row = msgspec.structs.asdict(adjustment)
        with self._explained(), self._engine.begin() as connection:
            connection.execute(
                adjustments.insert().values({**row, "decided_at": datetime.now(UTC)})
            )

    def adjustments(self, student: str | None = None) -> list[Adjustment]:
        """Return all that instructors decided, about everyone or one student, oldest first."""
        columns = [column for column in adjustments.c if column.name != "id"]
        about = sa.true() if student is None else adjustments.c.student == student
        rows = self._rows(sa.select(*columns).where(about).order_by(adjustments.c.id))
        return [Adjustment(**{**row._asdict(), "kind": Kind(row.kind)}) for row in rows]

    def standings(self) -> list[Standing]:
        """Return the latest attempt of every student at every exercise, in that order."""
        columns = (
            submissions.c.student, submissions.c.exercise, attempts.c.score,
            attempts.c.max_score, attempts.c.key,
        )  # fmt: skip
        return [Standing._make(row) for row in self._rows(queries.latest(*columns))]

    def earned(self, student: str | None = None) -> list[Earned]:
        """Return what submissions earned, everyone's or one student's, in the order of grading.

        Graded more than once, the newest attempt counts; but one in which checks broke never
        counts for less than the attempt before it.
        """
        found: dict[int, Earned] = {}
        query = queries.earned(only_one=student is not None)
        for row in self._rows(query, None if student is None else {"student": student}):
            before = found.pop(row.submission, None)
            graded = Submitted(row.score, row.max_score, row.handed_in)
            each = Earned(row.student, row.exercise, graded, row.id)
            lowered = before is not None and before.graded.score > row.score
            found[row.submission] = before if before and lowered and row.broke else each
        return list(found.values())

    def latest(self) -> Iterator[Attempt]:
        """Yield the latest attempt of every student at every exercise, one by one."""
        with self._explained(), self._reader.connect() as connection:
            rows = connection.execution_options(yield_per=200).execute(
                queries.latest(attempts.c.record)
            )
            for (record,) in rows:
                yield msgspec.json.decode(record, type=Attempt)

    def attempt(self, number: int) -> Attempt:
        """Return the attempt of that number."""
        (attempt,) = self._attempts(sa.select(attempts.c.record).where(attempts.c.id == number))
        return attempt

    def past(self, student: str, exercise: str) -> list[Past]:
        """Return when one student's attempts at one exercise were made, and their scores."""
        columns = (attempts.c.graded_at, attempts.c.score, attempts.c.max_score)
        rows = self._rows(queries.history(student, exercise, *columns))
        return [Past._make(row) for row in rows]

    def history(self, student: str, exercise: str) -> list[Attempt]:
        """Return all attempts of one student at one exercise, oldest first."""
        return self._attempts(queries.history(student, exercise, attempts.c.record))

    def _attempts(self, query: sa.Select[Any]) -> list[Attempt]:
        with self._explained():
            return [msgspec.json.decode(row.record, type=Attempt) for row in self._rows(query)]

    def _rows(
        self, query: sa.Select[Any], parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        with self._explained(), self._reader.connect() as connection:
            return connection.execute(query, parameters).all()

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self._url)


def _submission_id(connection: Connection, attempt: Attempt, origin: str, now: datetime) -> int:
    same = {
        "student": attempt.student,
        "exercise": attempt.exercise,
        "sha256": attempt.submission.sha256,
    }
    query = sa.select(submissions.c.id).filter_by(**same)
    found = connection.execute(query).scalar()
    if found is None:
        row = submissions.insert().values(**same, origin=origin, first_seen=now)
        # Where writers do not wait for each other, another may just have added it.
        with suppress(sa.exc.IntegrityError), connection.begin_nested():
            connection.execute(row)
        found = connection.execute(query).scalar_one()
    return int(found)


def _keep_hand_in(
    connection: Connection, submission: int, handed_in: datetime, now: datetime
) -> None:
    # Whoever told it last is right: a wrong time is put right by a new row.
    if connection.execute(queries.told_last(submission)).scalar() != handed_in:
        connection.execute(
            hand_ins.insert().values(submission=submission, handed_in=handed_in, recorded_at=now)
        )
