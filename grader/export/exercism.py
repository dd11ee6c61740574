"""exercism's results.json, version 3, as a test runner writes it."""

from grader.export.encode import as_json
from grader.language import gettext as _
from grader.records import Attempt, CheckResult, Outcome
from grader.report.plain import cut, printed, said, title

_LONGEST_MESSAGE, _LONGEST_OUTPUT = 65_535, 500
_TRUNCATED = "Output was truncated. Please limit to 500 chars"  # exercism's sentence
_STATUSES = {Outcome.PASSED: "pass", Outcome.BROKEN: "error"}


def write_exercism(attempt: Attempt) -> bytes:
    """Return the results, in the order of the suite."""
    if not attempt.checks or all(c.outcome is Outcome.BROKEN for c in attempt.checks):
        reasons = [said(check) for check in attempt.checks[:1]] or [
            _("This attempt has no checks.")
        ]
        message = cut(reasons[0], _LONGEST_MESSAGE)
        return as_json({"version": 3, "status": "error", "message": message, "tests": []})
    done = all(check.outcome is Outcome.PASSED for check in attempt.checks)
    tests = [_test(check) for check in attempt.checks]
    return as_json({"version": 3, "status": "pass" if done else "fail", "tests": tests})


def _test(check: CheckResult) -> dict[str, object]:
    test: dict[str, object] = {
        "name": title(check),
        "status": _STATUSES.get(check.outcome, "fail"),
        "task_id": check.task,
    }
    if check.outcome is not Outcome.PASSED:
        test["message"] = cut(said(check), _LONGEST_MESSAGE)
    if output := printed(check):
        if len(output) > _LONGEST_OUTPUT:
            output = f"{output[: _LONGEST_OUTPUT - len(_TRUNCATED) - 2]}\n\n{_TRUNCATED}"
        test["output"] = output
    return test
