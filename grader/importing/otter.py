"""Read an otter-grader notebook, the version its teacher writes, in the format since otter 3.

Raw cells say where a question, its solution and its tests begin and end, and hold its settings in
YAML. A test is a cell whose saved output is expected, or a function that asserts.
"""

import ast
import re
from collections.abc import Sequence
from typing import Any

from grader.errors import UsageError
from grader.importing.assignment import Assertions, Assignment, Code, Draft, Question
from grader.importing.cells import Cell
from grader.importing.otter_tests import OtterTest, read_settings, read_test, resolved
from grader.intake.cells import CellReader, LeftOutError
from grader.language import gettext as _

_MARK = re.compile(
    r"#\s*(ASSIGNMENT CONFIG|(?:BEGIN|END) (?:QUESTION|SOLUTION|PROMPT|TESTS))\s*$", re.IGNORECASE
)
_FENCED = re.compile(r"\s*```otter\n(.*)\n```\s*", re.DOTALL)
_IGNORED = re.compile(r"\s*##\s*ignore\s*##", re.IGNORECASE)
_BEGIN = re.compile(r"\s*#\s*BEGIN SOLUTION( NO PROMPT)?\s*$")
_END = re.compile(r"#\s*END SOLUTION\s*$")
_ONE_LINE = re.compile(r"#\s?(SOLUTION( NO PROMPT)?|SEED)\s*$")
_NOBODY = re.compile(r"#\s*(?:(BEGIN|END) )?IGNORE\s*$", re.IGNORECASE)
_PROMPT = re.compile(r"""\s*("{3}|'{3}|"|');?\s*#\s*(BEGIN|END) PROMPT\s*$""")


def is_otter(cells: Sequence[Cell]) -> bool:
    """Tell whether a raw cell begins a question."""
    return any("BEGIN QUESTION" in (_mark(cell) or "") for cell in cells)


def read_otter(cells: Sequence[Cell]) -> Assignment:
    """Find the questions of a notebook."""
    reader = _Reader()
    for number, cell in enumerate(cells, start=1):
        reader.take(number, cell)
    return reader.draft.finished()


class _Reader:
    """Follows the marks from cell to cell."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._plain = CellReader()
        self._ok_format = True
        self._block = ""  # SOLUTION, PROMPT or TESTS
        self._config: dict[str, Any] | None = None  # of the question this is in
        self._prose: list[str] = []
        self._code: list[Code] = []
        self._tests: list[OtterTest] = []

    def take(self, number: int, cell: Cell) -> None:
        """Take the next cell."""
        mark = _mark(cell)
        if mark is not None:
            self._follow(number, mark, cell)
        elif _IGNORED.match(cell.text) or not cell.text.strip():
            pass
        elif cell.cell_type == "markdown":
            if not self._block:
                where = self._prose if self._config or self.draft.questions else self.draft.prose
                where.append(cell.text)
        elif cell.cell_type == "code" and self._block != "PROMPT":
            try:
                self._take_code(number, cell)
            except LeftOutError as error:
                said = _("Cell {number} was left out: {reason}.")
                self.draft.remark(said, number=number, reason=error)

    def _follow(self, number: int, mark: str, cell: Cell) -> None:
        verb, _space, noun = mark.partition(" ")
        if mark == "ASSIGNMENT CONFIG":
            tests = _config(cell).get("tests")
            self._ok_format = not isinstance(tests, dict) or bool(tests.get("ok_format", True))
        elif mark == "BEGIN QUESTION":
            self._config = _config(cell)
        elif mark == "END QUESTION":
            self._close(number)
        else:
            self._block = noun if verb == "BEGIN" else ""
            if self._block == "PROMPT":
                said = _("Cell {number} begins a prompt, which is not taken over.")
                self.draft.remark(said, number=number)

    def _take_code(self, number: int, cell: Cell) -> None:
        if self._block == "TESTS":
            self._tests.append(read_test(number, cell, self._plain, ok_format=self._ok_format))
            return
        text = self._plain.plain(_without_ignored(cell.text))
        if self._block == "SOLUTION":
            self._code.append(_solution(number, text))
        else:
            self.draft.given.append(Code(number, text))

    def _close(self, number: int) -> None:
        config = self._config or {}
        name = config.get("name")
        name = str(name)[:100] if isinstance(name, str | int | float) else f"cell_{number}"
        if config.get("manual"):
            said = _("Question {name} is graded by hand and is no task here.")
            self.draft.remark(said, name=name)
            self.draft.given += self._code
        else:
            if config.get("all_or_nothing"):
                said = _("The points of question {name} were all or nothing, and no longer are.")
                self.draft.remark(said, name=name)
            points = resolved(config.get("points"), [test.points for test in self._tests])
            self.draft.questions.append(
                Question(
                    name=name,
                    prose=tuple(self._prose),
                    code=tuple(self._code),
                    tests=tuple(
                        Assertions(
                            cell=test.cell,
                            name=f"{name}_{place}",
                            text=test.text,
                            shown="" if test.is_hidden else test.text,
                            points=worth,
                        )
                        for place, (test, worth) in enumerate(
                            zip(self._tests, points, strict=True), start=1
                        )
                    ),
                )
            )
        self._config, self._block = None, ""
        self._prose, self._code, self._tests = [], [], []


def _raw(cell: Cell) -> str:
    """Return what a raw cell says; a Markdown cell may stand for one."""
    if cell.cell_type == "raw":
        return cell.text
    fenced = _FENCED.fullmatch(cell.text) if cell.cell_type == "markdown" else None
    return fenced[1] if fenced else ""


def _mark(cell: Cell) -> str | None:
    match = _MARK.match(_raw(cell).lstrip().partition("\n")[0])
    return match[1].upper() if match else None


def _config(cell: Cell) -> dict[str, Any]:
    text = _raw(cell).strip()
    config = read_settings(text)
    first, *below = text.splitlines()
    if config is None and below:
        raise UsageError(_("The settings below {first!r} are no YAML.").format(first=first[:100]))
    return config or {}


def _without_ignored(text: str) -> str:
    """Empty the lines that are for the teacher alone."""
    lines = text.split("\n")
    is_inside = False
    for place, line in enumerate(lines):
        match = _NOBODY.search(line)
        if match and match[1]:
            is_inside = match[1].upper() == "BEGIN"
        if match or is_inside:
            lines[place] = ""
    return "\n".join(lines)


def _solution(number: int, text: str) -> Code:
    """Return a solution cell; without any mark, all of it is the solution."""
    solution: set[int] = set()
    marks: set[int] = set()
    lines = text.split("\n")
    inside = ""
    for place, line in enumerate(lines, start=1):
        if prompt := _PROMPT.match(line):
            inside = "prompt" if prompt[2] == "BEGIN" else ""
            marks.add(place)
        elif _BEGIN.match(line) or _END.search(line):
            inside = "solution" if _BEGIN.match(line) else ""
            marks.add(place)
        elif inside == "prompt":
            marks.add(place)
        elif inside or _ONE_LINE.search(line):
            solution.add(place)
            lines[place - 1] = _ONE_LINE.sub("", line).rstrip()
    if not solution and not marks:
        solution = set(range(1, len(lines) + 1))
    text = "\n".join(lines)
    ast.parse(text)  # taking comments away changes no syntax
    return Code(number, text, frozenset(solution), frozenset(marks))
