"""Run the grader as a person does, in surroundings of our making."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from grader.gradebook import Gradebook
from grader.worker import sandbox

ROOT = Path(__file__).parents[2]
CLASS = 4
EVERYONE = {f"s{number:02}": 1 for number in range(CLASS)}
Mount = Callable[[Path, str], None]


class Ended(NamedTuple):
    """How a command ended, and all it said."""

    code: int
    said: str
    complaints: str


def words_of(*words: str | Path) -> list[str]:
    """Return a command of the grader's."""
    return [sys.executable, "-m", "grader", *map(str, words)]


def batch_words(course: Path, *words: str | Path) -> list[str]:
    """Return ``grade batch`` for the class beside a course, as isolated as it can be here."""
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    return words_of("batch", course.parent / "class", "--jobs", "2", *unsafe, *words)


def run(
    command: list[str],
    folder: Path,
    variables: Mapping[str, str] | None = None,
    shell: str = 'exec "$@"',
) -> Ended:
    """Run a command in a folder; `shell` may change its limits or where its output goes."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    spoken = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "200"}
    done = subprocess.run(
        ["bash", "-c", shell, "bash", *command],
        cwd=folder,
        env={**kept, **spoken, **(variables or {})},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    ended = Ended(done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in ended.complaints, ended
    assert "Warning" not in ended.complaints, ended
    return ended


def attempts(path: Path) -> dict[str, int]:
    """Return how many attempts of each student are recorded."""
    with Gradebook(path) as book:
        found = [(each.student, each.exercise) for each in book.standings()]
        return {student: len(book.past(student, exercise)) for student, exercise in found}
