"""GitLab's code quality report: what did not pass, beside the code of a merge request."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

from grader.export.encode import as_json
from grader.export.junit import suite_names
from grader.export.place import Place, in_course
from grader.records import Attempt, CheckResult, Outcome
from grader.report.clean import one_line
from grader.report.plain import cut, headline, title

LONGEST = 1_000
# What the grader broke is no flaw of the code.
_SEVERITIES = {Outcome.FAILED: "major", Outcome.TIMED_OUT: "major", Outcome.BLOCKED: "info"}


def write_code_quality(
    attempts: Sequence[Attempt],
    *,
    place: Callable[[Attempt, CheckResult], Place] = in_course,
) -> bytes:
    """Return a JSON array with an entry for each check that did not pass.

    An entry has the same fingerprint in every run, by which GitLab tells what is new.
    """
    issues = []
    for attempt, name in zip(attempts, suite_names(attempts), strict=True):
        seen: Counter[str] = Counter()
        for check in attempt.checks:
            seen[check.id] += 1
            if check.outcome in _SEVERITIES:
                where = place(attempt, check)
                issues.append(
                    {
                        "description": cut(f"{title(check)}: {headline(check)}", LONGEST),
                        "check_name": one_line(f"{attempt.exercise}/task{check.task}"),
                        "fingerprint": _digest(name, check.id, str(seen[check.id])),
                        "severity": _SEVERITIES[check.outcome],
                        "location": {
                            "path": one_line(where.path),
                            "lines": {"begin": where.line},
                        },
                    }
                )
    return as_json(issues)


def _digest(*parts: str) -> str:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()
