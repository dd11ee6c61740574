"""Scores as JSON, for any script."""

from collections.abc import Iterable

from grader.export.encode import as_json
from grader.export.rows import rows
from grader.scoring import Scored

SCHEMA = "deepgrade/scores/1"


def write_json(scores: Iterable[Scored]) -> bytes:
    """Return an object with the list ``scores``, whose entries have the columns of the CSV."""
    return as_json({"schema": SCHEMA, "scores": list(rows(scores))})
