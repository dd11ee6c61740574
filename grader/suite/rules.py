"""The rules a suite is held to: one task mark, a title, and points that add up.

A rule that is broken stops the run with a line that names the check; no score is made of a suite
that contradicts its exercise.toml.
"""

import math
from collections.abc import Iterable

import pytest

from grader.errors import SuiteError
from grader.exercise import Exercise
from grader.language import Text
from grader.language import gettext as _
from grader.suite.mistakes import docstring_paragraphs


def task_of(item: pytest.Function, exercise: Exercise, *, default: float) -> tuple[int, float]:
    """Return the task a check is marked for, and its points; `default` where the mark has none.

    Raises
    ------
    SuiteError
        When the mark is missing or wrong.
    """
    marks = list(item.iter_markers("task"))
    if len(marks) != 1 or len(marks[0].args) != 1:
        raise SuiteError(
            _("{check} needs exactly one mark: @pytest.mark.task(n, points=…).").format(
                check=item.nodeid
            )
        )
    number = marks[0].args[0]
    if all(task.number != number for task in exercise.tasks):
        raise SuiteError(
            _("{check} is marked for task {number}, which exercise.toml does not have.").format(
                check=item.nodeid, number=number
            )
        )
    points = marks[0].kwargs.get("points")
    points = default if points is None else points
    if type(points) not in (int, float) or not 0 <= points < math.inf:
        raise SuiteError(
            _("{check}: points={points!r} is no number from 0 on.").format(
                check=item.nodeid, points=points
            )
        )
    return number, float(points)


def can_be_replayed(item: pytest.Function) -> bool:
    """Whether the calls of a check tell the same when they are made again (``replay=False``)."""
    return all(mark.kwargs.get("replay", True) for mark in item.iter_markers("task"))


def title_of(item: pytest.Function) -> Text:
    """Return what the student reads: the ``title`` mark, else the docstring.

    Raises
    ------
    SuiteError
        When there is neither.
    """
    mark = item.get_closest_marker("title")
    if mark is not None:
        return Text(*mark.args)
    paragraphs = docstring_paragraphs(item.function.__doc__)
    if not paragraphs:
        raise SuiteError(
            _("{check} has no docstring; it is the title a student reads.").format(
                check=item.nodeid
            )
        )
    parameters = f" ({item.callspec.id})" if hasattr(item, "callspec") else ""
    return Text(*(paragraph + parameters for paragraph in paragraphs[:2]))


def wrong_sums(exercise: Exercise, worth: Iterable[tuple[int, float]]) -> list[str]:
    """Return one line for each task whose checks' points, ``(task, points)``, do not add up."""
    worth = [] if exercise.kit else list(worth)  # those of a kit are a part of them
    problems = []
    for task in exercise.tasks:
        total = sum(points for number, points in worth if number == task.number)
        if worth and abs(total - task.points) > 1e-9:
            problems.append(
                _(
                    "{name}: the checks of task {number} are worth {total:g} points, but "
                    "exercise.toml says {points:g}."
                ).format(name=exercise.name, number=task.number, total=total, points=task.points)
            )
    return problems
