"""What an assignment is, whichever grader it was written for."""

import msgspec


class Code(msgspec.Struct, frozen=True):
    """One code cell that becomes part of the module.

    Attributes
    ----------
    cell
        Its number among all cells, counted from 1.
    text
        Its source as plain Python, with the lines that only mark something still there.
    solution
        Numbers of the lines that students do not get, counted from 1.
    marks
        Numbers of the lines that nobody gets.
    """

    cell: int
    text: str
    solution: frozenset[int] = frozenset()
    marks: frozenset[int] = frozenset()


class Assertions(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of tests.

    Attributes
    ----------
    cell
        Its number among all cells, counted from 1.
    name
        What its grader calls it.
    text
        Python in which every ``assert`` must hold.
    shown
        The part of it that students have, empty where all of it is hidden.
    points
        What it is worth.
    """

    cell: int
    name: str
    text: str
    shown: str
    points: float


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes a task: text, code to write, and tests of it."""

    name: str
    prose: tuple[str, ...]
    code: tuple[Code, ...]
    tests: tuple[Assertions, ...]


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """A whole notebook.

    Attributes
    ----------
    prose
        What stands before the first question.
    given
        Code that belongs to no question.
    questions
        In their order.
    remarks
        What was left out on the way here, and why.
    """

    prose: tuple[str, ...]
    given: tuple[Code, ...]
    questions: tuple[Question, ...]
    remarks: tuple[str, ...]


class Draft:
    """An assignment while its notebook is read, cell by cell."""

    def __init__(self) -> None:
        self.prose: list[str] = []
        self.given: list[Code] = []
        self.questions: list[Question] = []
        self.remarks: list[str] = []

    def remark(self, said: str, **values: object) -> None:
        """Keep what a person must look at."""
        self.remarks.append(said.format(**values))

    def finished(self) -> Assignment:
        """Return what was read."""
        return Assignment(
            prose=tuple(self.prose),
            given=tuple(self.given),
            questions=tuple(self.questions),
            remarks=tuple(self.remarks),
        )
