"""Gradescope's results.json, as its autograder documentation defines it."""

from grader.export.encode import as_json
from grader.language import gettext as _
from grader.records import Attempt, CheckResult, Outcome
from grader.report.clean import visible
from grader.report.plain import numbered, story, title


def write_gradescope(attempt: Attempt) -> bytes:
    """Return the results a student sees at Gradescope; every text is shown as plain text."""
    notes = [_("Note: {note}").format(note=visible(note)) for note in attempt.notes]
    return as_json(
        {
            "score": attempt.score,
            "execution_time": round(attempt.duration_s, 3),
            "output": "\n".join(notes),
            "output_format": "text",
            "test_output_format": "text",
            "test_name_format": "text",
            "visibility": "visible",
            "stdout_visibility": "hidden",  # what the grader prints is for the instructor
            "tests": [_test(number, check) for number, check in numbered(attempt.checks)],
            # No one is shown this; it lets an instructor repeat the attempt.
            "extra_data": {
                "isolation": attempt.isolation,
                "seed": attempt.seed,
                "sha256": visible(attempt.submission.sha256),
            },
        }
    )


def _test(number: str, check: CheckResult) -> dict[str, object]:
    return {
        "name": title(check),
        "name_format": "text",
        "number": number,
        # Without it, 0 of 0 points are shown as a pass.
        "status": "passed" if check.outcome is Outcome.PASSED else "failed",
        "score": check.points,
        "max_score": check.max_points,
        "output": story(check),
        "output_format": "text",
        "visibility": "visible",  # the record holds only what its student may see
    }
