"""Classroom 50's result.json, ``classroom50/result/v1``."""

from collections.abc import Mapping
from datetime import UTC, datetime

from grader.errors import UsageError
from grader.export.encode import as_json
from grader.export.whole_points import factor, whole
from grader.language import gettext as _
from grader.records import Attempt, Outcome
from grader.report.clean import visible
from grader.report.plain import numbered, story, title

SCHEMA = "classroom50/result/v1"


def write_classroom50(
    attempt: Attempt, environment: Mapping[str, str], now: datetime | None = None
) -> bytes:
    """Return the result for the runner, which puts owner and kind of assignment in itself.

    Parameters
    ----------
    attempt
        What is told. Scores are whole there, so its points are multiplied by what makes them so.
    environment
        The variables of the runner, which say for which repository this is.
    now
        When it was handed in: the runner puts the commit's own time in its place.

    Raises
    ------
    UsageError
        When a variable of the runner is missing.
    """
    parts = factor(attempt.checks)
    tests = [
        {
            "test-name": f"{number} {title(check)}",
            "passed": check.outcome in (Outcome.PASSED, Outcome.BROKEN),
            "score": whole(check.points, parts),
            "max-score": whole(check.max_points, parts),
            "outcome": check.outcome,
            "output": story(check),
        }
        for number, check in numbered(attempt.checks)
    ]
    moment = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    commit = _given(environment, "COMMIT_URL")
    return as_json(
        {
            "schema": SCHEMA,
            "classroom": _given(environment, "CLASSROOM"),
            "assignment": _given(environment, "ASSIGNMENT"),
            "submission": _given(environment, "SUBMISSION_TAG"),
            "commit": commit,
            "release": _given(environment, "RELEASE_URL"),
            "review": visible(environment.get("REVIEW_URL", "")) or commit,
            "datetime": moment,
            "score": sum(int(str(test["score"])) for test in tests),
            "max-score": sum(int(str(test["max-score"])) for test in tests),
            "tests": tests,
        }
    )


def _given(environment: Mapping[str, str], name: str) -> str:
    if value := environment.get(name):
        return visible(value)
    raise UsageError(
        _(
            "{name} is not set. This format is for the runner of Classroom 50, which sets it."
        ).format(name=name)
    )
