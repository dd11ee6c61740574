"""Read an nbgrader assignment, the version its teacher writes.

Cells are told apart by their metadata: solutions, tests, and what is graded by hand. A question
here is one or more solution cells and the tests that follow them.
"""

import re
from collections.abc import Sequence

from grader.importing.assignment import Assertions, Assignment, Code, Draft, Question
from grader.importing.cells import Cell
from grader.intake.cells import CellReader, LeftOutError
from grader.language import gettext as _

_SOLUTION = ("BEGIN SOLUTION", "END SOLUTION")
_HIDDEN = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
_AUTOTEST = "AUTOTEST"
_HEADING = re.compile("^#", re.MULTILINE)


def is_nbgrader(cells: Sequence[Cell]) -> bool:
    """Tell whether nbgrader has marked anything."""
    return any(cell.mark is not None for cell in cells)


def read_nbgrader(cells: Sequence[Cell]) -> Assignment:
    """Find the questions of a notebook."""
    reader = _Reader()
    for number, cell in enumerate(cells, start=1):
        reader.take(number, cell)
    return reader.finished()


class _Reader:
    """Collects one question after the other."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._plain = CellReader()
        self._prose: list[str] = []
        self._code: list[Code] = []
        self._tests: list[Assertions] = []
        self._waiting: list[str] = []  # text whose question is not known yet

    def take(self, number: int, cell: Cell) -> None:
        """Take the next cell."""
        mark = cell.mark
        if mark is not None and (mark.task or (mark.grade and mark.solution)):
            self._take_by_hand(number, cell, mark.points or 0)
        elif cell.cell_type == "markdown":
            self._waiting.append(cell.text)
        elif cell.cell_type == "code" and cell.text.strip():
            try:
                text = self._plain.plain(cell.text)
            except LeftOutError as error:
                self._left_out(number, error)
                return
            if mark is not None and mark.solution:
                self._take_solution(number, text)
            elif mark is not None and mark.grade:
                points = 1.0 if mark.points is None else mark.points
                self._take_tests(number, mark.grade_id, text, points)
            else:
                self._draft.given.append(Code(number, text))

    def _take_by_hand(self, number: int, cell: Cell, points: float) -> None:
        said = _("Cell {number} is graded by hand (points: {points:g}) and is no task here.")
        self._draft.remark(said, number=number, points=points)
        self._waiting.clear()  # it asked for this
        if cell.cell_type == "code":
            try:
                text = self._plain.plain(cell.text)
            except LeftOutError:
                return
            self._draft.given.append(_solution(number, text))

    def _take_solution(self, number: int, text: str) -> None:
        if self._tests:
            self._close()
        if not self._code:
            if not self._draft.questions:  # first comes what is about the whole notebook
                heads = [i for i, text in enumerate(self._waiting) if _HEADING.search(text)]
                begin = heads[-1] if heads else 0
                self._draft.prose += self._waiting[:begin]
                self._waiting = self._waiting[begin:]
            self._prose += self._waiting
            self._waiting = []
        self._code.append(_solution(number, text))

    def _take_tests(self, number: int, name: str, text: str, points: float) -> None:
        if not self._code:
            self._left_out(number, _("it tests what no cell before it asks for"))
            return
        self._prose += self._waiting
        self._waiting = []
        if _AUTOTEST in text:
            said = _("Cell {number} has AUTOTEST lines, which only nbgrader can read.")
            self._draft.remark(said, number=number)
        whole, marks = _region(text, _HIDDEN)
        shown = _without(text, whole | marks)
        self._tests.append(
            Assertions(
                cell=number,
                name=name or f"cell_{number}",
                text=_without(text, marks),
                shown=shown,
                points=points,
            )
        )

    def _close(self) -> None:
        if self._code:
            name = self._tests[0].name if self._tests else f"cell_{self._code[0].cell}"
            self._draft.questions.append(
                Question(
                    name=name,
                    prose=tuple(filter(str.strip, self._prose)),
                    code=tuple(self._code),
                    tests=tuple(self._tests),
                )
            )
        self._prose, self._code, self._tests = [], [], []

    def _left_out(self, number: int, reason: object) -> None:
        said = _("Cell {number} was left out: {reason}.")
        self._draft.remark(said, number=number, reason=reason)

    def finished(self) -> Assignment:
        self._prose += self._waiting
        self._close()
        return self._draft.finished()


def _solution(number: int, text: str) -> Code:
    """Return a solution cell; without a marked region, all of it is the solution."""
    lines, marks = _region(text, _SOLUTION)
    if not marks:
        lines = frozenset(range(1, text.count("\n") + 2))
    return Code(number, text, lines, marks)


def _region(text: str, between: tuple[str, str]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of the lines between two marks, and of the marks."""
    begin, end = between
    inside: set[int] = set()
    marks: set[int] = set()
    is_inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        if begin in line or end in line:
            is_inside = begin in line
            marks.add(number)
        elif is_inside:
            inside.add(number)
    return frozenset(inside), frozenset(marks)


def _without(text: str, numbers: frozenset[int]) -> str:
    lines = enumerate(text.split("\n"), start=1)
    return "\n".join(line for number, line in lines if number not in numbers).strip()
