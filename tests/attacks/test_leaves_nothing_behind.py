"""A grading run writes its reports and nothing else, wherever the code tries to write."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.attacks.arena import COURSE, HERE, Arena, snapshot

WRITES = """
import os

for place in (".", "/tmp", "/submission", {folder!r}, os.path.expanduser("~"), "/dev/shm"):
    try:
        open(os.path.join(place, "LEAK"), "w").close()
    except OSError:
        pass
os.utime  # times must stay too


def double(x):
    for place in (".", {folder!r}, {course!r}):
        try:
            open(os.path.join(place, "LEAK"), "w").close()
        except OSError:
            continue
    return 2 * x


softmax = train = double
"""
PLAIN = "def double(x):\n    return 2 * x\n\n\nsoftmax = train = lambda *_: 0.0\n"


class Places:
    """A course of its own, a submission outside it, and every other place a run may know."""

    def __init__(self, folder: Path) -> None:
        self.course = folder / "course"
        shutil.copytree(COURSE, self.course, ignore=shutil.ignore_patterns("__pycache__"))
        self.submission, self.home = folder / "submission", folder / "home"
        self.temporary, self.cache = folder / "temporary", folder / "cache"
        for place in (self.submission, self.home, self.temporary, self.cache):
            place.mkdir()

    def grade(self, isolation: str, *options: str) -> "subprocess.CompletedProcess[str]":
        """Run the command as a person would, in the course's folder."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "XDG_CACHE_HOME": str(self.cache),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(HERE.parent.parent),
        }
        command = [sys.executable, "-m", "grader", "small", "--isolation", isolation]
        command += ["--submission", str(self.submission), "--student", "mallory", *options]
        return subprocess.run(
            command, cwd=self.course, env=environment, capture_output=True, text=True, check=False,
            timeout=120,
        )  # fmt: skip


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.mark.parametrize("isolation", ["sandbox", "process"])
def test_a_run_writes_its_reports_and_nothing_else(
    isolation: str, places: Places, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(f"{isolation}_arena")  # says when there is no such isolation here
    (places.submission / "small.py").write_text(PLAIN)
    (places.submission / "notes.txt").write_text("mine")
    os.utime(places.submission / "small.py", (1_000_000_000, 1_000_000_000))
    kept = [snapshot(place) for place in (places.submission, places.home, places.temporary)]
    course = snapshot(places.course)

    done = places.grade(isolation)

    assert done.returncode == 1, done.stderr
    assert [snapshot(place) for place in (places.submission, places.home, places.temporary)] == kept
    new = set(snapshot(places.course)) - set(course)
    assert new == {"reports", "reports/small.html"}
    unchanged = snapshot(places.course)
    assert {name: unchanged[name] for name in course} == course


def test_code_that_writes_everywhere_writes_nowhere(places: Places, sandbox_arena: Arena) -> None:
    del sandbox_arena  # says when there is no sandbox here
    text = WRITES.format(folder=str(places.submission), course=str(places.course))
    (places.submission / "small.py").write_text(text)
    before = snapshot(places.submission)
    course = snapshot(places.course)

    done = places.grade("sandbox")

    assert done.returncode == 1, done.stderr
    assert snapshot(places.submission) == before
    assert not list(places.home.iterdir())
    assert not list(places.temporary.iterdir())
    new = set(snapshot(places.course)) - set(course)
    assert new == {"reports", "reports/small.html"}
    assert not Path("/tmp/LEAK").exists()
    assert not Path("/dev/shm/LEAK").exists()


def test_reports_go_where_they_are_asked_to(places: Places, tmp_path: Path) -> None:
    (places.submission / "small.py").write_text(PLAIN)
    done = places.grade(
        "auto", "--json", str(tmp_path / "out" / "a.json"), "--html", str(tmp_path / "b.html")
    )
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "out" / "a.json").stat().st_size > 0
    assert (tmp_path / "b.html").stat().st_size > 0


def test_a_submission_that_cannot_be_read_leaves_no_report(places: Places) -> None:
    (places.submission / "other.py").write_text(PLAIN)
    done = places.grade("auto")
    assert done.returncode == 2
    assert not (places.course / "reports").exists()
