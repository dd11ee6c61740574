"""Deepgrade: a module each, ``grade batch``."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import light
from benchmarks.peers.forty import HandedIn
from benchmarks.peers.tool import JOBS, LIMIT
from grader.gradebook import Gradebook


class Ours:
    """``grade batch`` with two processes."""

    name = "grade batch"

    def lay_out(self, folder: Path, handed_in: Sequence[HandedIn]) -> None:
        """Write the course, and a module each."""
        light.write_course(folder / "course", LIMIT)
        for one in handed_in:
            path = folder / "class" / one.student / light.NAME / f"{light.MODULE}.py"
            path.parent.mkdir(parents=True)
            path.write_text(one.source)

    def grade(self, folder: Path) -> None:
        """Grade into a new gradebook."""
        subprocess.run(
            [sys.executable, "-m", "grader", "batch", folder / "class", "--jobs", str(JOBS)],
            cwd=folder / "course", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            check=True,
        )  # fmt: skip

    def passed(self, folder: Path) -> dict[str, frozenset[str]]:
        """Read the gradebook."""
        with Gradebook(folder / "course" / "gradebook.db") as book:
            return {
                attempt.student: frozenset(
                    check.id.rpartition("::test_")[2]
                    for check in attempt.checks
                    if check.outcome == "passed" and check.visibility == "hidden"
                )
                for attempt in book.latest()
            }
