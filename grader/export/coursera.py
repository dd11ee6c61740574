"""Coursera's feedback.json of a custom grader."""

from grader.export.encode import as_json
from grader.records import Attempt, Outcome
from grader.report.clean import visible
from grader.report.outcomes import word
from grader.report.plain import numbered, said, title


def write_coursera(attempt: Attempt) -> bytes:
    """Return the score as a share of all points, and one text about all checks."""
    parts = [visible(note) for note in attempt.notes]
    for number, check in numbered(attempt.checks):
        parts.append(f"{number} {title(check)}: {word(check.outcome)}")
        if check.outcome is not Outcome.PASSED:
            parts.append(said(check))
    share = attempt.score / attempt.max_score if attempt.max_score else 0.0
    return as_json({"fractionalScore": share, "feedback": "\n".join(parts)})
