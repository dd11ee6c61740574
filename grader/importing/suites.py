"""The visible and the hidden suite of an imported exercise."""

import re
from collections.abc import Iterator

from grader.importing.assignment import Assertions, Question
from grader.importing.checks import Check
from grader.importing.module import Module
from grader.importing.rewrite import CannotImportError
from grader.language import gettext as _

_HEAD = '"""{title}: {kind}."""\n'
_NAME = re.compile(r"[^a-z0-9]+")


class Suites:
    """Takes the tests of one task after the other.

    What students see goes to the visible suite, with its points; what has a hidden part goes to the
    hidden suite as a whole, and its visible part is worth nothing there.

    Attributes
    ----------
    points
        Task to what its checks are worth.
    remarks
        What was left out, and why.
    """

    def __init__(self, title: str, module: Module) -> None:
        self.points: dict[int, float] = {}
        self.remarks: list[str] = []
        self._title = title
        self._module = module
        self._checks: dict[bool, list[str]] = {True: [], False: []}
        self._needs: dict[bool, dict[str, None]] = {True: {}, False: {}}
        self._names: set[str] = set()

    @property
    def has_hidden(self) -> bool:
        """Whether anything is hidden."""
        return bool(self._checks[True])

    def add(self, task: int, question: Question) -> None:
        """Take what the tests of a question can be made of."""
        free = all(cell.points <= 0 for cell in question.tests)
        for cell in question.tests:
            points = round(1.0 if free else max(cell.points, 0.0), 4)
            try:
                self._take(task, cell, points)
            except CannotImportError as error:
                said = _("Cell {number} (points: {points:g}) was left out: {reason}.")
                self.remarks.append(said.format(number=cell.cell, points=points, reason=error))

    def _take(self, task: int, cell: Assertions, points: float) -> None:
        is_hidden = cell.shown != cell.text
        check = Check(cell, self._module, cell.text, is_hidden=is_hidden)
        self._write(check, cell, task, points, is_hidden=is_hidden)
        self.points[task] = self.points.get(task, 0.0) + points
        if is_hidden and cell.shown.strip():
            try:
                shown = Check(cell, self._module, cell.shown, is_hidden=False)
            except CannotImportError:
                return  # say, its visible part only prepares what is hidden
            self._write(shown, cell, task, 0.0, is_hidden=False)

    def _write(
        self, check: Check, cell: Assertions, task: int, points: float, *, is_hidden: bool
    ) -> None:
        name = self._unused(_NAME.sub("_", cell.name.lower()).strip("_")[:60] or "cell")
        self._needs[is_hidden] |= dict.fromkeys(check.needs)
        self._checks[is_hidden].append(check.source(name, task, points))

    def _unused(self, name: str) -> str:
        number, new = 1, name
        while new in self._names:
            number += 1
            new = f"{name}_{number}"
        self._names.add(new)
        return new

    def source(self, *, is_hidden: bool) -> str:
        """Return one of the two suites."""
        return "\n".join(self._parts(is_hidden=is_hidden))

    def _parts(self, *, is_hidden: bool) -> Iterator[str]:
        kind = "the hidden checks" if is_hidden else "the visible checks"
        yield _HEAD.format(title=self._title, kind=kind)
        if not self._checks[is_hidden]:
            return
        order = [given.text for given in self._module.given.values()]
        needs = sorted(self._needs[is_hidden], key=order.index)
        imports = [text for text in needs if text.startswith(("import ", "from "))]
        yield "\n".join(sorted([*imports, "import pytest"])) + "\n"
        yield "from grader.suite import expect\n"
        if others := [text for text in needs if text not in imports]:
            yield "\n".join(others) + "\n"
        yield "\n" + "\n\n".join(self._checks[is_hidden]).rstrip("\n") + "\n"
