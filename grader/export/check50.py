"""The JSON of check50, for the tools that show its results."""

from grader.export.encode import as_json
from grader.records import Attempt, CheckResult, Outcome
from grader.report.clean import one_line
from grader.report.plain import numbered, printed, said, title

_PASSED = {Outcome.PASSED: True, Outcome.BLOCKED: None, Outcome.BROKEN: None}  # None: not decided


def write_check50(attempt: Attempt) -> bytes:
    """Return one result for each check; what waits for an earlier task is not decided."""
    results = [_result(number, check) for number, check in numbered(attempt.checks)]
    slug = one_line(attempt.exercise)
    return as_json({"slug": slug, "results": results, "version": attempt.schema})


def _result(number: str, check: CheckResult) -> dict[str, object]:
    passed = _PASSED.get(check.outcome, False)
    return {
        "name": number,
        "description": title(check),
        "passed": passed,
        "log": printed(check).splitlines(),
        "cause": None if passed else {"rationale": said(check), "help": None},
        "data": {},
        "dependency": None,
    }
