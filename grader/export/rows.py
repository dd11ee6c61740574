"""The scores that count as a table: the same columns in CSV, JSON and Parquet."""

from collections.abc import Iterable, Iterator
from typing import Any

from grader.scoring import Scored

COLUMNS: dict[str, type] = {
    "student": str,
    "exercise": str,
    "score": float,
    "max_score": float,
    "earned": float,
    "days_late": int,
    "free_days": int,
    "taken_percent": float,
    "set": float,  # empty where no score was set by hand
    "added": float,
    "excused": bool,
    "comment": str,
}


def rows(scores: Iterable[Scored]) -> Iterator[dict[str, Any]]:
    """Yield one row for each score."""
    for student, final, _attempt in scores:
        values = (
            storable(student),
            storable(final.exercise),
            final.score,
            final.max_score,
            final.earned,
            final.days_late,
            final.free_days,
            final.taken_percent,
            final.set_to,
            final.added,
            final.is_excused,
            storable("; ".join(final.comments)),
        )
        yield dict(zip(COLUMNS, values, strict=True))


def storable(text: str) -> str:
    """Return a text that UTF-8 can hold: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
