"""Where in a repository a check points to, for the tools that show it beside the code."""

from typing import NamedTuple

from grader.records import Attempt, CheckResult
from grader.report.clean import one_line


class Place(NamedTuple):
    """A line of a file; the path is relative to the repository, never absolute."""

    path: str
    line: int = 1


def in_course(attempt: Attempt, check: CheckResult) -> Place:
    """Return the file that was handed in, at its place in a copy of the course."""
    files = attempt.submission.files
    file = files[0] if files else ""
    parts = ("exercises", attempt.exercise, file)
    return Place("/".join(one_line(part) for part in parts if part), check.line or 1)
