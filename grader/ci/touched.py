"""Which exercises a pull request touches, and what it hands in for them."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from grader.ci.history import changed
from grader.course import Course
from grader.errors import MissingError
from grader.exercise import Exercise
from grader.intake.archive import Reader
from grader.intake.git import Repository
from grader.intake.offer import Offer
from grader.intake.selection import NOTEBOOK, is_notebook


class Touched(NamedTuple):
    """One exercise a pull request touches: its folder in the repository, and the files there."""

    exercise: Exercise
    folder: str
    offer: Offer


class Changes(NamedTuple):
    """What a pull request changes: exercises, and paths that nothing is taken from."""

    touched: tuple[Touched, ...]
    without_effect: tuple[str, ...]


def find_changes(
    repository: Repository, course: Course, base: str | None, head: str, prefix: str = ""
) -> Changes:
    """Find what differs from the base, or the whole head where there is none.

    `prefix` is where in the repository the folder ``exercises`` is.
    """
    rest = changed(repository, base, head)
    touched = []
    for name in course.names:
        folder = f"{prefix}exercises/{name}"
        inside = [path for path in rest if path.startswith(f"{folder}/") or path == folder]
        if not inside:
            continue
        exercise = course.exercise(name)
        given = {path.name for path in exercise.folder.iterdir()}
        ours = {path for path in inside if _is_handed_in(path, folder, exercise, given)}
        if ours:
            touched.append(Touched(exercise, folder, _offer(repository, head, folder)))
            rest = [path for path in rest if path not in ours]
    return Changes(tuple(touched), tuple(rest))


def _is_handed_in(path: str, folder: str, exercise: Exercise, given: Collection[str]) -> bool:
    """Tell what a student may hand in, or seems to want to, from what came with the exercise."""
    if path == folder:  # a link or a module in the place of the folder
        return True
    name = path.removeprefix(f"{folder}/")
    if name in (*exercise.files, exercise.module + NOTEBOOK):
        return True
    looks_so = name.endswith(".py") or is_notebook(name)
    return looks_so and "/" not in name and name not in given


def _offer(repository: Repository, head: str, folder: str) -> Offer:
    try:
        files = repository.files(head, folder)
    except MissingError:  # said of the exercise when it is read
        files = {}
    top: dict[str, Reader] = {name: read for name, read in files.items() if "/" not in name}
    return Offer(Path(folder), top)
