"""The pytest plugin suites are written with: the ``task`` mark and the fixtures.

A *bench* says where students come from. Under plain pytest it is this process, so that
breakpoints work on visible checks; the judge puts its own bench in the stash.
"""

import hashlib
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest

from grader.course import find_course
from grader.exercise import EXERCISE_FILE, load_exercise
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student


class Bench(Protocol):
    """Where a check gets the student's module from."""

    seed: int

    def fresh(self, item: pytest.Item) -> Student:
        """Return a student that no other check has used."""
        ...

    def shared(self, item: pytest.Item) -> Student:
        """Return the student shared by the checks of the item's module."""
        ...


BENCH = pytest.StashKey[Bench]()


class InProcessBench:
    """The bench of plain pytest: the module beside the checks, in this process."""

    seed = 0

    def __init__(self) -> None:
        self._shared: dict[Path, Student] = {}

    def fresh(self, item: pytest.Item) -> Student:
        """Load the module that the exercise.toml beside the check names."""
        folder = item.path.parent
        if not (folder / EXERCISE_FILE).is_file():
            raise pytest.UsageError(f"{folder} has no {EXERCISE_FILE}: whose checks are these?")
        exercise = load_exercise(find_course(folder).root, folder.name)
        sources = {name: (folder / name).read_bytes() for name in exercise.files}
        student = Student(LocalSession(Files(exercise.module, sources, str(folder))))
        student.load_()
        return student

    def shared(self, item: pytest.Item) -> Student:
        """Load it once for the checks of one file."""
        if item.path not in self._shared:
            self._shared[item.path] = self.fresh(item)
        return self._shared[item.path]


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks."""
    config.addinivalue_line(
        "markers",
        "task(number, points=None, replay=True): the task a check belongs to, what it is worth, "
        "and whether its calls can be made again for the diagnosis",
    )
    config.addinivalue_line("markers", "title(english, korean): the title of a generated check")
    if BENCH not in config.stash:
        config.stash[BENCH] = InProcessBench()


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Student:
    """Return the student's module, fresh for this check."""
    return request.config.stash[BENCH].fresh(request.node)


@pytest.fixture
def student_session(request: pytest.FixtureRequest) -> Student:
    """Return one worker shared by the checks of this file."""
    return request.config.stash[BENCH].shared(request.node)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Return the check's own generator, from the attempt's seed."""
    return generator(request.config.stash[BENCH].seed, request.node.nodeid)


def generator(seed: int, check: str) -> np.random.Generator:
    """Make the generator of one check: the same seed and check, the same numbers."""
    digest = hashlib.sha256(check.encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(digest[:8], "big")])
