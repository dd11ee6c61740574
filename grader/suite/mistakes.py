"""The known mistakes of an exercise: modules a student might hand in, each with an explanation."""

import ast
from pathlib import Path

import msgspec

from grader.errors import CourseError
from grader.exercise import Exercise
from grader.language import Text
from grader.language import gettext as _
from grader.records import Mistake
from grader.suite.reach import Mentions, mentions, only_defines


class KnownMistake(msgspec.Struct, frozen=True):
    """A mistake of the course.

    Attributes
    ----------
    name, explanation
        What a report shows.
    fails
        The check that must fail.
    source
        The whole module as a student might hand it in.
    changed
        The names it gives another meaning than the solution does, None for any.
    """

    name: str
    explanation: Text
    fails: str
    source: bytes
    changed: Mentions | None = None

    def described(self) -> Mistake:
        """Return what a report shows, in the language of this run."""
        return Mistake(name=self.name, explanation=str(self.explanation))


def load_mistakes(exercise: Exercise) -> list[KnownMistake]:
    """Read ``mistakes/*.py``: each is the solution's source followed by the mistake's own.

    Raises
    ------
    CourseError
        When a mistake is no valid Python, or has no docstring or no ``FAILS``.
    """
    solution = read_solution(exercise, exercise.files[0])
    return [_load(path, solution) for path in sorted(exercise.mistakes.glob("*.py"))]


def read_solution(exercise: Exercise, name: str) -> bytes:
    """Return one file of the model solution.

    Raises
    ------
    CourseError
        When there is none.
    """
    path = exercise.solution / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(
            _("{path}: the solution cannot be read: {reason}. Add it.").format(
                path=path, reason=error.strerror
            )
        ) from None


def _load(path: Path, solution: bytes) -> KnownMistake:
    source = path.read_bytes()
    try:
        tree = ast.parse(source, str(path))
    except (SyntaxError, ValueError) as error:
        raise CourseError(
            _("{path}: a mistake must be valid Python: {reason}.").format(path=path, reason=error)
        ) from None
    fails = [
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and [ast.unparse(target) for target in node.targets] == ["FAILS"]
        and isinstance(node.value, ast.Constant)
    ]
    paragraphs = docstring_paragraphs(ast.get_docstring(tree))
    if not paragraphs or not fails or not isinstance(fails[0], str):
        raise CourseError(
            _('{path}: a mistake needs a docstring and a line FAILS = "test_…".').format(path=path)
        )
    explanation = Text(paragraphs[0], paragraphs[1] if len(paragraphs) > 1 else "")
    changed = mentions(tree) if only_defines(tree) else None
    whole = solution + b"\n\n" + source
    return KnownMistake(path.stem, explanation, fails[0], whole, changed)


def docstring_paragraphs(docstring: str | None) -> list[str]:
    """Split a docstring into paragraphs, each on one line."""
    return [" ".join(part.split()) for part in (docstring or "").split("\n\n") if part.strip()]
