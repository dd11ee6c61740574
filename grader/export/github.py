"""What ``autograding-grading-reporter`` of GitHub Classroom reads: JSON, and its base64 line.

GitHub Classroom ended in 2026; the reporter goes on working in workflows that use it. It adds up
the tests' scores for its notice, so each test has one.
"""

import base64

import msgspec

from grader.export.encode import as_json
from grader.export.place import in_course
from grader.export.whole_points import factor, whole
from grader.records import Attempt, CheckResult, Outcome
from grader.report.plain import cut, numbered, printed, said, title

_LONGEST_OUTPUT = 500
_STATUSES = {Outcome.PASSED: "pass", Outcome.BROKEN: "error"}


def write_github(attempt: Attempt) -> bytes:
    """Return the JSON of one runner; scores are whole, as for Classroom 50."""
    return as_json(_result(attempt))


def write_github_output(attempt: Attempt) -> bytes:
    """Return the line ``result=…`` for a step's outputs; base64 holds no line break to abuse."""
    text = base64.b64encode(msgspec.json.encode(_result(attempt)))
    return b"result=" + text + b"\n"


def _result(attempt: Attempt) -> dict[str, object]:
    parts = factor(attempt.checks)
    tests = [
        {
            "name": f"{number} {title(check)}",
            "status": _STATUSES.get(check.outcome, "fail"),
            "message": said(check),
            "test_code": "",  # never shown, as most checks are hidden
            "filename": in_course(attempt, check).path,
            "line_no": in_course(attempt, check).line,
            "execution_time": f"{check.duration_s:.3f}s",
            "score": whole(check.points, parts),
            "task_id": check.task,
            "output": cut(printed(check), _LONGEST_OUTPUT),
        }
        for number, check in numbered(attempt.checks)
    ]
    return {
        "version": 1,
        "status": _status(attempt.checks),
        "max_score": sum(whole(check.max_points, parts) for check in attempt.checks),
        "tests": tests,
    }


def _status(checks: tuple[CheckResult, ...]) -> str:
    """Return the worst: what the student has to mend, then what the grader has."""
    statuses = {_STATUSES.get(check.outcome, "fail") for check in checks}
    return next((status for status in ("fail", "error") if status in statuses), "pass")
