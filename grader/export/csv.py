"""Scores as CSV (RFC 4180), for a spreadsheet or any script."""

import csv
import io
from collections.abc import Iterable

from grader.records import Attempt

COLUMNS = ("student", "exercise", "score", "max_score", "isolation", "seed", "sha256")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(attempts: Iterable[Attempt]) -> str:
    """Return one row for each attempt, with a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for attempt in attempts:
        writer.writerow(
            [
                safe(attempt.student),
                safe(attempt.exercise),
                f"{attempt.score:g}",
                f"{attempt.max_score:g}",
                attempt.isolation,
                attempt.seed,
                attempt.submission.sha256,
            ]
        )
    return text.getvalue()


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe goes before one."""
    return f"'{text}" if text.startswith(_FORMULA) else text
