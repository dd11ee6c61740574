"""The gradebook: every submission and every attempt of a class, in one database, forever.

SQLite in one file by default, any database SQLAlchemy knows by URL. Nothing is overwritten: a new
attempt is a new row. Each attempt is one transaction, so a run that is killed has lost at most the
submissions it was grading, and the next run grades those.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, Self

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from grader.errors import GradebookError
from grader.language import gettext as _
from grader.records import Attempt

SCHEMA = 1
_BUSY_SECONDS = 30

_metadata = sa.MetaData()
_settings = sa.Table(
    "settings",
    _metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
)
_submissions = sa.Table(
    "submissions",
    _metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("student", sa.String(100), nullable=False),
    sa.Column("exercise", sa.String(100), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
    sa.UniqueConstraint("student", "exercise", "sha256"),
)
_attempts = sa.Table(
    "attempts",
    _metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("submission", sa.ForeignKey("submissions.id"), nullable=False, index=True),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("graded_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("max_score", sa.Float, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
)
_checks = sa.Table(
    "checks",
    _metadata,
    sa.Column("attempt", sa.ForeignKey("attempts.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("check", sa.String(300), nullable=False),
    sa.Column("task", sa.Integer, nullable=False),
    sa.Column("outcome", sa.String(20), nullable=False),
    sa.Column("points", sa.Float, nullable=False),
    sa.Column("mistake", sa.Text),
)


class Standing(NamedTuple):
    """The latest attempt of one student at one exercise."""

    student: str
    exercise: str
    score: float
    max_score: float
    key: str


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
        self._url = f"sqlite:///{url}" if isinstance(url, Path) or "://" not in url else url
        with self._explained():
            self._engine = _engine(self._url)
            with self._engine.begin() as connection:
                _metadata.create_all(connection)
                self._check_schema(connection)

    def __enter__(self) -> Self:
        """Return the gradebook."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let the database go."""
        self._engine.dispose()

    def secret(self) -> bytes:
        """Return the secret that this gradebook's seeds are made from; it is drawn only once."""
        with self._explained(), self._engine.begin() as connection:
            return bytes.fromhex(_setting(connection, "secret", secrets.token_hex(32)))

    def record(self, attempt: Attempt, key: str, origin: str) -> None:
        """Add an attempt, all of it or nothing.

        Parameters
        ----------
        attempt
            What was found.
        key
            Digest of everything the result depends on: the same key, the same result.
        origin
            Where the submission was read from.
        """
        now = datetime.now(UTC)
        with self._explained(), self._engine.begin() as connection:
            submission = _submission_id(connection, attempt, origin, now)
            added = connection.execute(
                _attempts.insert().values(
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
                connection.execute(_checks.insert(), rows)

    def standings(self) -> list[Standing]:
        """Return the latest attempt of every student at every exercise, in that order."""
        columns = (
            _submissions.c.student, _submissions.c.exercise, _attempts.c.score,
            _attempts.c.max_score, _attempts.c.key,
        )  # fmt: skip
        return [Standing(*row) for row in self._latest(*columns)]

    def latest(self) -> Iterator[Attempt]:
        """Yield the latest attempt of every student at every exercise, one by one."""
        for (record,) in self._latest(_attempts.c.record):
            yield msgspec.json.decode(record, type=Attempt)

    def history(self, student: str, exercise: str) -> list[Attempt]:
        """Return all attempts of one student at one exercise, oldest first."""
        query = (
            sa.select(_attempts.c.record)
            .join(_submissions)
            .where(_submissions.c.student == student, _submissions.c.exercise == exercise)
            .order_by(_attempts.c.id)
        )
        with self._explained(), self._engine.connect() as connection:
            records = connection.execute(query).scalars().all()
        return [msgspec.json.decode(record, type=Attempt) for record in records]

    def _latest(self, *columns: Any) -> Iterator[Any]:
        newest = (
            sa.select(sa.func.max(_attempts.c.id))
            .join(_submissions)
            .group_by(_submissions.c.student, _submissions.c.exercise)
        )
        query = (
            sa.select(*columns)
            .select_from(_attempts.join(_submissions))
            .where(_attempts.c.id.in_(newest))
            .order_by(_submissions.c.student, _submissions.c.exercise)
        )
        with self._explained(), self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=200).execute(query)

    def _check_schema(self, connection: Connection) -> None:
        found = _setting(connection, "schema", str(SCHEMA))
        if found != str(SCHEMA):
            raise GradebookError(
                _(
                    "{url} was written by another version of Deepgrade (schema {found}, this one "
                    "knows {known}). Use that version, or another gradebook."
                ).format(url=self._url, found=found, known=SCHEMA)
            )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.SQLAlchemyError as error:
            said = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise GradebookError(
                _(
                    "The gradebook {url} cannot be used: {reason}. What was recorded is safe; "
                    "mend that and run the command again."
                ).format(url=sa.engine.make_url(self._url).render_as_string(), reason=said)
            ) from None


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url)
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    return engine


def _setting(connection: Connection, name: str, default: str) -> str:
    """Return a setting, which the first who asks for it writes."""
    query = sa.select(_settings.c.value).where(_settings.c.name == name)
    found = connection.execute(query).scalar()
    if found is None:
        connection.execute(_settings.insert().values(name=name, value=default))
        return default
    return str(found)


def _submission_id(connection: Connection, attempt: Attempt, origin: str, now: datetime) -> int:
    same = {
        "student": attempt.student,
        "exercise": attempt.exercise,
        "sha256": attempt.submission.sha256,
    }
    query = sa.select(_submissions.c.id).filter_by(**same)
    found = connection.execute(query).scalar()
    if found is None:
        added = connection.execute(
            _submissions.insert().values(**same, origin=origin, first_seen=now)
        )
        assert added.inserted_primary_key is not None
        found = added.inserted_primary_key[0]
    return int(found)
