"""Deepgrade: a module each, ``grade batch``."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import light
from benchmarks.peers.forty import LOOP, HandedIn
from benchmarks.peers.tool import JOBS, LIMIT
from grader.gradebook import Gradebook


class Ours:
    """``grade batch`` with two processes.

    Starting is a quarter of what forty submissions take, so it may also be given a larger class.
    """

    def __init__(self, copies: int = 1) -> None:
        self.copies = copies
        self.name = "grade batch" if copies == 1 else f"grade batch, {copies} times as many"

    def lay_out(self, folder: Path, handed_in: Sequence[HandedIn]) -> None:
        """Write the course, and a module each."""
        light.write_course(folder / "course", LIMIT)
        for one in handed_in:
            for copy in range(1 if one.student == LOOP else self.copies):
                student = f"{one.student}-{copy}"
                path = folder / "class" / student / light.NAME / f"{light.MODULE}.py"
                path.parent.mkdir(parents=True)
                path.write_text(f"{one.source}\n# {copy}\n")

    def grade(self, folder: Path) -> None:
        """Grade into a new gradebook."""
        subprocess.run(
            [sys.executable, "-m", "grader", "batch", folder / "class", "--jobs", str(JOBS)],
            cwd=folder / "course", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            check=True,
        )  # fmt: skip

    def passed(self, folder: Path) -> dict[str, frozenset[str]]:
        """Read the gradebook; where copies were judged differently, nothing passed."""
        found: dict[str, frozenset[str]] = {}
        with Gradebook(folder / "course" / "gradebook.db") as book:
            for attempt in book.latest():
                student, _, _copy = attempt.student.rpartition("-")
                passed = frozenset(
                    check.id.rpartition("::test_")[2]
                    for check in attempt.checks
                    if check.outcome == "passed"
                )
                same = found.setdefault(student, passed) == passed
                found[student] = passed if same else frozenset({"copies differ"})
        return found
