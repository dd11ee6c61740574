"""A course in a real repository, and pull requests to it from a fork, graded by the real command.

The head exists only as objects: a fork's commit that was fetched and never checked out.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from grader.worker import sandbox
from tests import tiny
from tests.ci.runner import Command, obeyed, outputs
from tests.repository import Made

ROOT = Path(__file__).parents[2]
OTHER = "exercise4"
OTHER_STUB = f"exercises/{OTHER}/{tiny.MODULE}.py"
WRONG = '''"""Sums."""


def double(x):
    """Return twice `x`."""
    return [x][7]


def average(x):
    """Return the mean of all entries."""
    return x.sum()


def double_average(x):
    """Return twice the mean of all entries."""
    return 2 * x.mean()
'''
RIGHT_DOUBLE = tiny.changed(WRONG, "return [x][7]", "return x * 2.0")
Content = bytes | tuple[str, str] | None


class Ran(NamedTuple):
    """What one run printed and left behind."""

    code: int
    log: str
    commands: list[Command]
    outputs: dict[str, str]
    summary: str
    reports: Path

    def annotations(self) -> list[tuple[str, str, int, str]]:
        """Return level, file, line and title of each annotation."""
        return [
            (
                each.name,
                each.properties.get("file", ""),
                int(each.properties.get("line", "0")),
                each.properties["title"],
            )
            for each in self.commands
        ]

    def result(self) -> dict[str, Any]:
        """Return result.json."""
        found: dict[str, Any] = json.loads((self.reports / "result.json").read_text())
        return found


class Project:
    """A repository in which pull requests are graded, its base checked out at `root`."""

    def __init__(self, root: Path, made: Made) -> None:
        self.root = root
        self.made = made
        self.base = made.git("rev-parse", "HEAD")

    def propose(self, changes: Mapping[str, Content], parent: str = "") -> str:
        """Return the commit of a fork: the parent's files, changed, added, or (None) deleted."""
        parent = parent or self.base
        index = ("-c", "core.protectNTFS=false")
        with self.made.own_index():
            self.made.git("read-tree", parent)
            for path, content in changes.items():
                if content is None:
                    self.made.git("update-index", "--force-remove", path)
                    continue
                mode, number = content if isinstance(content, tuple) else self._blob(content)
                self.made.git(*index, "update-index", "--add", "--cacheinfo", mode, number, path)
            tree = self.made.git("write-tree")
        return self.made.git("commit-tree", "-m", "work", "-p", parent, tree)

    def _blob(self, content: bytes) -> tuple[str, str]:
        return "100644", self.made.git("hash-object", "-w", "--stdin", given=content)

    def grade(self, head: str, *options: str, event: Mapping[str, Any] | None = None) -> Ran:
        """Run ``grade ci`` as GitHub runs it on a pull request."""
        place = self.root.parent
        names = ("event.json", "output", "summary.md")
        event_path, output, summary = (place / name for name in names)
        reports = place / "grades"
        event_path.write_text(json.dumps(event or pull_request(self.base, head)))
        output.write_text("")
        summary.write_text("")
        unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
        code, log = self.run(
            "ci", "--output", str(reports), *unsafe, *options,
            GITHUB_ACTIONS="true", GITHUB_EVENT_PATH=str(event_path),
            GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary),
        )  # fmt: skip
        read = outputs(output.read_text())
        return Ran(code, log, obeyed(log), read, summary.read_text(), reports)

    def run(self, *words: str, **environment: str) -> tuple[int, str]:
        """Run ``grade`` in the checked-out base; return its exit code and all it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "grader", *words],
            cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            check=False, timeout=300,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
            | environment,
        )  # fmt: skip
        return done.returncode, done.stdout


def make_project(root: Path, changes: Mapping[str, str | None] | None = None) -> Project:
    """Return a course of two exercises under version control."""
    other = {
        name.replace(tiny.NAME, OTHER): text.replace(tiny.NAME, OTHER)
        for name, text in tiny.FILES.items()
        if tiny.NAME in name
    }
    settings = f"exercises/{OTHER}/exercise.toml"
    other[settings] = tiny.changed(other[settings], '"sums"', '"more"')
    course = tiny.changed(tiny.COURSE, '["exercise3"]', f'["exercise3", "{OTHER}"]')
    tiny.write(root, {"course.toml": course, **other, **(changes or {})})
    return Project(root, commit_all(root))


def commit_all(root: Path) -> Made:
    """Put a folder under version control."""
    made = Made(root)
    made.git("add", ".")
    made.git("commit", "-q", "-m", "course")
    return made


def pull_request(base: str, head: str, login: str = "kim") -> dict[str, Any]:
    """Return the event GitHub gives for a pull request."""
    return {
        "action": "synchronize",
        "number": 7,
        "pull_request": {
            "number": 7,
            "title": "::error::title\n##[error]title",
            "base": {"sha": base, "ref": "main"},
            "head": {"sha": head, "ref": "$(touch evil)`\n::error::ref"},
            "user": {"login": login},
        },
    }
