"""Figures: pictures of what a submission's code does, made after grading and only for a report.

``figures.py`` beside an exercise's hidden suite holds functions marked with `figure`. Each gets a
student in a process of its own, as a check does, and yields pictures drawn in the judge. A figure
is no verdict: one that cannot be made is left out, whatever the submission did.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Attempt, Drawn, Outcome
from grader.report.outcomes import not_done
from grader.suite.imports import course_imports
from grader.suite.plugin import generator
from grader.worker.cells import Cell
from grader.worker.connection import Connection
from grader.worker.proxy import Student

if TYPE_CHECKING:
    from grader.suite.picture import Picture

FILE = "figures.py"
MAX_PICTURES = 6  # of one figure function
MAX_BYTES = 500_000  # of one report: written in base64, it stays below a megabyte

Draw = Callable[..., "Iterator[Picture]"]


class Figures(msgspec.Struct, frozen=True):
    """The pictures that could be made and, for the author, why the others could not."""

    drawn: tuple[Drawn, ...] = ()
    problems: tuple[str, ...] = ()


class _Recipe(msgspec.Struct, frozen=True):
    name: str
    task: int
    draw: Draw


def figure(task: int) -> Callable[[Draw], Draw]:
    """Mark a generator function as what draws the figures of a task."""

    def mark(draw: Draw) -> Draw:
        draw.figure_task = task  # type: ignore[attr-defined]
        return draw

    return mark


def tasks_to_draw(attempt: Attempt) -> frozenset[int]:
    """Return the tasks whose code may show something: begun, and stopped by no limit."""
    begun, stopped = set(), set()
    for check in attempt.checks:
        if check.outcome is Outcome.TIMED_OUT or check.limit is not None:
            stopped.add(check.task)
        elif check.message != not_done(check.task):
            begun.add(check.task)
    return frozenset(begun - stopped)


def draw_figures(
    exercise: Exercise, open_cell: Callable[[], Cell], seed: int, tasks: frozenset[int]
) -> Figures:
    """Draw the figures of `tasks`, each with a process of its own; never raise."""
    if not tasks or not (exercise.suite / FILE).is_file():
        return Figures()
    # Before Python is told to keep bytecode elsewhere: matplotlib's own is compiled already.
    from grader.suite.picture import drawing  # noqa: PLC0415 - it imports matplotlib

    drawn: list[Drawn] = []
    problems: list[str] = []
    left = exercise.limits.total_seconds
    try:
        with course_imports(exercise), closing(open_cell()) as cell, drawing():
            for recipe in _recipes(exercise):
                if recipe.task in tasks:
                    with closing(
                        cell.check(max(min(exercise.limits.seconds, left), 0.0))
                    ) as worker:
                        _draw(recipe, worker, seed, drawn, problems)
                    left -= worker.used_seconds
    except Exception as error:  # noqa: BLE001 - a report without figures is better than none
        problems.append(_told(FILE, error))
    return Figures(tuple(drawn), tuple(problems))


def _draw(
    recipe: _Recipe, worker: Connection, seed: int, drawn: list[Drawn], problems: list[str]
) -> None:
    given: dict[str, Any] = {"rng": generator(seed, f"{FILE}::{recipe.name}")}
    try:
        given["student"] = student = Student(worker)
        student.load_()
        asked = inspect.signature(recipe.draw).parameters
        count = len(drawn)
        pictures = recipe.draw(**{name: given[name] for name in asked})
        for picture in islice(pictures, MAX_PICTURES):
            made = picture.drawn(recipe.task)
            if sum(len(each.svg) for each in (*drawn, made)) <= MAX_BYTES:
                drawn.append(made)
        if len(drawn) == count:
            problems.append(_told(recipe.name, _("draws nothing")))
    except Exception as error:  # noqa: BLE001 - see above
        problems.append(_told(recipe.name, error))


def _recipes(exercise: Exercise) -> list[_Recipe]:
    """Read the figure functions of a suite, in their order."""
    path = exercise.suite / FILE
    spec = spec_from_file_location(f"figures_of_{exercise.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    recipes = []
    for name, value in vars(module).items():
        if inspect.isfunction(value) and hasattr(value, "figure_task"):
            exercise.task(value.figure_task)
            recipes.append(_Recipe(name, value.figure_task, value))
    return recipes


def _told(name: str, error: Exception | str) -> str:
    reason = error if isinstance(error, str) else f"{type(error).__name__}: {error}"
    return f"{name}: {reason}"
