"""Where in the head's own file a check points to.

That is the line where the code stopped, if it did, or else the one that defines the function the
check is about. Definitions are found by a pattern and not by Python's parser: it works in a file
that is no valid Python, and no text can make it slow or deep.
"""

import io
import re
from collections.abc import Sequence

from grader.ci.result import Judged
from grader.export.place import Place
from grader.records import CheckResult


class Places:
    """Finds the places of one exercise's checks."""

    def __init__(self, judged: Judged) -> None:
        self._path = judged.path
        # As Python counts them: to str.splitlines a form feed, too, ends a line.
        self._lines = list(io.StringIO(judged.source, newline=None))
        self._functions = {task.number: task.functions for task in judged.exercise.tasks}

    def of(self, check: CheckResult) -> Place:
        """Return where a check points to."""
        if check.line is not None and check.line <= len(self._lines):
            return Place(self._path, check.line)
        return self.of_task(check.task, about=f"{check.title} {_test_name(check)}")

    def of_task(self, number: int, about: str = "") -> Place:
        """Return where a task's function is defined: the one that `about` names, or the first."""
        functions = self._functions.get(number, ())
        named = [name for name in functions if _names(about, name)]
        # relu_grad before relu: a text that names the longer one does not mean the shorter
        ordered = sorted(named, key=len, reverse=True) + [f for f in functions if f not in named]
        return Place(self._path, _first_line(self._lines, ordered))


def _test_name(check: CheckResult) -> str:
    return check.id.rpartition("::")[2].removeprefix("test_")


def _names(text: str, function: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(function)}(?![A-Za-z0-9])", text) is not None


def _first_line(lines: Sequence[str], functions: Sequence[str]) -> int:
    """Return the line that defines the first of the functions that is there, or the first line."""
    for name in functions:
        pattern = re.compile(
            rf"(?:(?:async[ \t]+)?def|class)[ \t]+{re.escape(name)}\b|{re.escape(name)}[ \t]*[:=]"
        )
        found = [number for number, line in enumerate(lines, 1) if pattern.match(line)]
        if found:
            return found[-1]  # Python's own rule: the last definition holds
    return 1
