"""A batch when its surroundings fail: nothing is lost, and what is wrong is said."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.errors import GradebookError
from grader.gradebook import Gradebook, database
from grader.worker import sandbox
from tests import disks, tiny

ROOT = Path(__file__).parents[2]
CLASS = 12


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    tiny.write(root)
    tiny.write_class(tmp_path / "class", CLASS)
    return root


def start(course: Path, *words: str) -> "subprocess.Popen[str]":
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "grader", "batch", str(course.parent / "class"), *unsafe, *words],
        cwd=course, env={**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "200"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def run(course: Path, *words: str) -> tuple[int, str, str]:
    started = start(course, *words)
    said, complaints = started.communicate(timeout=300)
    return started.returncode, said, complaints


def below(pid: int) -> list[int]:
    """Return all processes that a process started, and those they started."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")  # each has those it started
    children = [int(child) for path in threads for child in path.read_text().split()]
    return [each for child in children for each in (child, *below(child))]


def command(pid: int) -> str:
    """Return a process's command line; nothing when it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def scores(path: Path) -> dict[str, tuple[float, int]]:
    with Gradebook(path) as book:
        return {attempt.student: (attempt.score, attempt.seed) for attempt in book.latest()}


@pytest.mark.parametrize("victim", ["what slots are forked from", "a slot"])
def test_a_process_killed_while_it_grades_loses_nothing(course: Path, victim: str) -> None:
    started = start(course)
    assert started.stdout is not None
    assert started.stdout.readline()  # the first is graded, so the processes are there
    forking = [pid for pid in below(started.pid) if "forkserver" in command(pid)]
    victims = dict(zip(("what slots are forked from", "a slot"), forking, strict=False))
    os.kill(victims[victim], signal.SIGKILL)
    said, complaints = started.communicate(timeout=300)
    assert (started.returncode, complaints) == (0, "")
    assert f"{CLASS} graded" in said
    found = {student: score for student, (score, _seed) in scores(course / "gradebook.db").items()}
    assert found == {f"s{number:02}": 10.0 * (number % 2) for number in range(CLASS)}


def test_two_batches_at_once_share_one_gradebook(course: Path) -> None:
    both = [start(course), start(course)]
    ended = [each.communicate(timeout=300) for each in both]
    assert [each.returncode for each in both] == [0, 0], ended
    assert len(scores(course / "gradebook.db")) == CLASS


def test_a_batch_waits_for_a_gradebook_that_is_in_use(course: Path) -> None:
    with Gradebook(course / "gradebook.db"):
        pass
    other = sqlite3.connect(course / "gradebook.db", isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    timer = threading.Timer(4.0, lambda: other.execute("commit"))
    timer.start()
    code, said, complaints = run(course)
    timer.join()
    other.close()
    assert (code, complaints) == (0, "")
    assert f"{CLASS} graded" in said


def test_a_gradebook_that_stays_in_use_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.2)
    with Gradebook(tmp_path / "book.db"):
        pass
    other = sqlite3.connect(tmp_path / "book.db", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(GradebookError, match=r"database is locked\. What was recorded is safe"):
        Gradebook(tmp_path / "book.db")
    other.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk that holds a gradebook, but not a class."""
    place = tmp_path / "disk"
    disks.mount(place, "size=300k")
    yield place
    disks.unmount(place)


def test_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(
    course: Path, small_disk: Path
) -> None:
    (small_disk / "ballast").write_bytes(bytes(120 * 1024))
    book = small_disk / "gradebook.db"
    code, _said, complaints = run(course, "--gradebook", str(book))
    assert code == 3
    assert "disk is full" in complaints
    assert "run the command again" in complaints
    assert "Traceback" not in complaints
    (small_disk / "ballast").unlink()
    disks.remount(small_disk, "size=8m")
    before = scores(book)
    assert len(before) < CLASS
    code, said, complaints = run(course, "--gradebook", str(book))
    assert (code, complaints) == (0, "")
    assert f"{len(before)} unchanged" in said
    assert {**scores(book), **before} == scores(book)
    assert len(scores(book)) == CLASS


def test_a_stopped_batch_leaves_no_process_behind(course: Path) -> None:
    started = start(course)
    assert started.stdout is not None
    assert started.stdout.readline()
    others = below(started.pid)
    assert len(others) > 2
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    deadline = time.monotonic() + 60
    while left := [command(pid) for pid in others if command(pid)]:
        assert time.monotonic() < deadline, left
        time.sleep(0.1)
    started.stdout.close()
    if started.stderr is not None:
        started.stderr.close()
