"""Rules about how a task is solved: names that exercise.toml forbids or requires.

They are rules of teaching and hold on the syntax tree: a student is told the line and the reason.
No process could keep a name from code that runs beside numpy, so what cannot be followed on the
tree (``eval``, a computed ``getattr``, a module handed on) breaks a rule too.
"""

import ast
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from grader.exercise import Exercise, Task
from grader.intake.selection import is_notebook
from grader.language import gettext as _
from grader.records import Submission
from grader.suite.names import Names, TooManyMeaningsError, Use

LONGEST = 128 * 1024  # a syntax tree takes some 600 times its text

Place = Callable[[str, int], str]  # a file and a line, as a student reads it

_USUAL = {"np": "numpy", "tf": "tensorflow", "pd": "pandas", "plt": "matplotlib.pyplot"}
_HIDING = frozenset({
    "eval", "exec", "compile", "globals", "locals", "builtins", "__builtins__", "__import__",
    "importlib.import_module", "sys.modules", ".__globals__", ".__builtins__", ".__subclasses__",
    ".__getattribute__", ".__self__", ".__loader__", ".f_globals", ".f_builtins", ".f_locals",
})  # fmt: skip


class _Source(NamedTuple):
    """One file of a submission, and what its syntax tree says."""

    file: str
    names: Names


class Manner:
    """Tells which tasks of a submission break a rule, and how."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self.has_rules = bool(
            exercise.forbid
            or exercise.require
            or any(task.forbid or task.require for task in exercise.tasks)
        )

    def broken(
        self, submission: Submission, place: Place, *, is_complete: bool = True
    ) -> dict[int, str]:
        """Return a sentence for each task that breaks a rule.

        What the exercise as a whole requires, it requires when the submission `is_complete`.
        """
        exercise = self._exercise
        if not self.has_rules:
            return {}
        try:
            cells = is_notebook(submission.origin)
            sources = [
                _Source(name, Names(_parsed(content, cells=cells)))
                for name, content in submission.files.items()
                if name.endswith(".py")
            ]
            everywhere = next(self._of_all(sources, place, is_complete=is_complete), "")
            found = {
                task.number: everywhere or next(self._of_task(task, sources, place), "")
                for task in exercise.tasks
            }
        except (SyntaxError, ValueError, RecursionError, MemoryError, TooManyMeaningsError):
            said = _(
                "Your code is too long or too entangled to see which names it uses, and this "
                "exercise has rules about that. Write it more plainly."
            )
            return {task.number: said for task in exercise.tasks}
        return {number: said for number, said in found.items() if said}

    def _of_all(
        self, sources: Sequence[_Source], place: Place, *, is_complete: bool
    ) -> Iterator[str]:
        exercise = self._exercise
        uses = [
            (source.file, use)
            for source in sources
            for use in source.names.uses(source.names.below(()), imports=True)
        ]
        yield from _forbidden(exercise.forbid, uses, place)
        for name in _unused(exercise.require, uses) if is_complete else ():
            yield _("This exercise is to be solved with `{name}`, and your code does not use it.").format(name=name)  # noqa: E501 # fmt: skip

    def _of_task(self, task: Task, sources: Sequence[_Source], place: Place) -> Iterator[str]:
        if not task.forbid and not task.require:
            return
        module = self._exercise.files[0]
        uses = [
            (source.file, use)
            for source in sources
            for use in source.names.uses(
                source.names.below(task.functions if source.file == module else ()), imports=False
            )
        ]
        yield from _forbidden(task.forbid, uses, place)
        for name in _unused(task.require, uses):
            yield _("This task is to be solved with `{name}`, and your code for it does not use it.").format(name=name)  # noqa: E501 # fmt: skip


def _forbidden(
    names: Sequence[str], uses: Sequence[tuple[str, Use]], place: Place
) -> Iterator[str]:
    forbidden = {name: _canonical(name) for name in names}
    for file, use in uses:
        for name, canonical in forbidden.items():
            where = place(file, use.line)
            if _is(use, canonical) or _is_elsewhere(use, canonical):
                said = _("This is to be solved without `{name}` {where}. Write that part yourself.")
                yield said.format(name=name, where=where)
            elif _hides(use, canonical):
                said = _(
                    "This is to be solved without `{name}`, and here nobody can see what is used "
                    "{where}. Name what you use plainly."
                )
                yield said.format(name=name, where=where)


def _unused(names: Sequence[str], uses: Sequence[tuple[str, Use]]) -> list[str]:
    return [name for name in names if not any(_is(use, _canonical(name)) for _file, use in uses)]


def _canonical(name: str) -> str:
    """Return a name with the module's own name in front, where it is written with a usual alias."""
    head, dot, rest = name.removeprefix("builtins.").partition(".")
    return f"{_USUAL.get(head, head)}{dot}{rest}"


def _is(use: Use, name: str) -> bool:
    return use.name == name or (not name.startswith(".") and use.name.startswith(f"{name}."))


def _is_elsewhere(use: Use, name: str) -> bool:
    """Tell the same thing reached by another way: another part of its library, or through one."""
    first, last = name.partition(".")[0], name.rpartition(".")[2]
    *way, end = use.name.split(".")
    if first == last or end != last or not way[:1] or not way[0]:
        return False
    aliases = {alias for alias, module in _USUAL.items() if module == first}
    return not aliases.isdisjoint(way) or first in way


def _hides(use: Use, name: str) -> bool:
    if use.name in _HIDING:
        return True
    owner, is_dictionary, _rest = use.name.partition(".__dict__")
    return bool(owner and (use.whole or is_dictionary)) and name.startswith(f"{owner}.")


def _parsed(content: bytes, *, cells: bool) -> ast.Module:
    """Parse a file as the worker does: the cells of a notebook are UTF-8 whatever they say.

    Raises
    ------
    SyntaxError, ValueError, RecursionError, MemoryError
        When it is no Python, or too long.
    """
    if len(content) > LONGEST:
        raise ValueError(f"longer than {LONGEST} bytes")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are the student's, and shown when the code runs
        return ast.parse(content.decode() if cells else content)
