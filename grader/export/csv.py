"""Scores as CSV (RFC 4180), for a spreadsheet or any script."""

import csv
import io
from collections.abc import Iterable

from grader.scoring import Scored

COLUMNS = (
    "student", "exercise", "score", "max_score", "earned", "days_late", "free_days",
    "taken_percent", "set", "added", "excused", "comment",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(scores: Iterable[Scored]) -> str:
    """Return one row for each score, with a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for student, final, _attempt in scores:
        writer.writerow(
            [
                safe(student),
                safe(final.exercise),
                f"{final.score:g}",
                f"{final.max_score:g}",
                f"{final.earned:g}",
                final.days_late,
                final.free_days,
                f"{final.taken_percent:g}",
                "" if final.set_to is None else f"{final.set_to:g}",
                f"{final.added:g}",
                "yes" if final.is_excused else "no",
                safe("; ".join(final.comments)),
            ]
        )
    return text.getvalue()


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe goes before one."""
    return f"'{text}" if text.startswith(_FORMULA) else text
