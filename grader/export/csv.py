"""Scores as CSV (RFC 4180), for a spreadsheet or any script."""

import csv
import io
from collections.abc import Iterable

from grader.export.rows import COLUMNS, rows
from grader.scoring import Scored

# The wide forms of the signs (＝＋－＠) begin one where a spreadsheet is set to Korean or Japanese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_csv(scores: Iterable[Scored]) -> bytes:
    """Return one row for each score, with a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row.values()] for row in rows(scores))
    return text.getvalue().encode()


def number(value: float) -> str:
    """Write a number without needless zeros."""
    return f"{value:.10g}"


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe goes before one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    return "" if value is None else safe(str(value))
