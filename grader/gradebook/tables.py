"""The tables of a gradebook."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()


class UtcTime(sa.types.TypeDecorator[datetime]):
    """A moment, kept in UTC: SQLite would lose its zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Turn a moment into UTC."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Say that what was kept is UTC."""
        del dialect
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


# In order of their letters' numbers, whatever language the server sorts by.
_NAME = sa.String(100).with_variant(sa.String(100, collation="C"), "postgresql")

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
)
submissions = sa.Table(
    "submissions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("student", _NAME, nullable=False),
    sa.Column("exercise", _NAME, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("first_seen", UtcTime, nullable=False),
    sa.UniqueConstraint("student", "exercise", "sha256"),
)
attempts = sa.Table(
    "attempts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("submission", sa.ForeignKey("submissions.id"), nullable=False, index=True),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("graded_at", UtcTime, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("max_score", sa.Float, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
)
checks = sa.Table(
    "checks",
    metadata,
    sa.Column("attempt", sa.ForeignKey("attempts.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("check", sa.String(300), nullable=False),
    sa.Column("task", sa.Integer, nullable=False),
    sa.Column("outcome", sa.String(20), nullable=False),
    sa.Column("points", sa.Float, nullable=False),
    sa.Column("mistake", sa.Text),
)
hand_ins = sa.Table(
    "hand_ins",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("submission", sa.ForeignKey("submissions.id"), nullable=False, index=True),
    sa.Column("handed_in", UtcTime, nullable=False),
    sa.Column("recorded_at", UtcTime, nullable=False),
)
adjustments = sa.Table(
    "adjustments",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("student", _NAME, nullable=False, index=True),
    sa.Column("exercise", _NAME, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("value", sa.Float, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("author", sa.String(100), nullable=False),
    sa.Column("decided_at", UtcTime, nullable=False),
)
