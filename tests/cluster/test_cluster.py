"""A cluster: what this machine would find, from workers that share nothing with it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from grader.gradebook import Gradebook
from grader.records import Attempt
from tests import tiny
from tests.cluster.machines import ADDRESS, PORT, ROOT, Machines, environment

OTHER_PORT = PORT + 1000
OTHER_ADDRESS = f"tcp://10.213.7.1:{OTHER_PORT}"
HOSTILE = """
import os
import socket


def double(x):
    found = [value for value in os.environ.values() if "canary" in value]
    for top in ({folder!r}, "/tmp", "/var/tmp", "/home", "/dev/shm"):
        for folder, _folders, names in os.walk(top):
            found += [os.path.join(folder, name) for name in names]
    try:
        socket.create_connection(("10.213.7.1", {port}), 1)
        found.append("the scheduler")
    except OSError:
        pass
    print("SEEN", found)
    return 3 * x
"""
CLASS = [
    tiny.SOLUTION_SOURCE,
    tiny.STUB_SOURCE,
    tiny.changed(tiny.SOLUTION_SOURCE, "* 2.0", "** 2.0"),
    tiny.changed(tiny.SOLUTION_SOURCE, "np.sum(x) / np.size(x)", "np.sum(x)"),
    "def double(x:\n",
] * 2 + [tiny.SOLUTION_SOURCE] * 2
STUDENTS = len(CLASS)
MANY = 5


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write(tmp_path, CLASS)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Return the course of a class that takes long enough to be stopped in the middle."""
    return write(tmp_path, CLASS * MANY)


@pytest.fixture(scope="module")
def graded_here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a course and a class that was graded on this machine, in Korean."""
    folder = tmp_path_factory.mktemp("here")
    course = write(folder, CLASS)
    assert run(command(course, "--jobs", "2", "--lang", "ko"), course).returncode == 0
    return folder


@pytest.fixture
def graded(graded_here: Path, tmp_path: Path) -> Path:
    """Return the course of a class that was graded on this machine."""
    shutil.copytree(graded_here, tmp_path, dirs_exist_ok=True)
    return tmp_path / "course"


@pytest.fixture
def other_grader() -> Iterator[Path]:
    """Return the folder of another version of the grader, on the disks of all machines."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "grader", Path(folder) / "grader")
        with (Path(folder) / "grader" / "judge.py").open("a") as file:
            file.write("# another word\n")
        yield Path(folder)


def write(folder: Path, sources: Sequence[str]) -> Path:
    """Write a course and the class that handed in `sources` below `folder`."""
    tiny.write(folder / "course")
    for number, source in enumerate(sources):
        path = folder / "class" / f"s{number:02}" / tiny.NAME / "sums.py"
        path.parent.mkdir(parents=True)
        path.write_text(source)
    return folder / "course"


def command(course: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "grader", "batch", str(course.parent / "class"), *words]


def run(words: list[str], course: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words, cwd=course, env=environment(), capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip


def start(words: list[str], course: Path) -> "subprocess.Popen[str]":
    """Start a batch and wait until it has graded something."""
    started = subprocess.Popen(
        words, cwd=course, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    assert started.stdout is not None
    lines = [started.stdout.readline() for _line in range(3)]
    if not all(line.startswith("s") for line in lines):
        started.kill()
        pytest.fail("".join([*lines, *started.communicate()]))
    return started


def without_times(attempt: Attempt) -> Attempt:
    checks = (msgspec.structs.replace(check, duration_s=0.0) for check in attempt.checks)
    return msgspec.structs.replace(attempt, duration_s=0.0, checks=tuple(checks))


def kept(course: Path) -> list[list[Attempt]]:
    """Return every student's attempts."""
    with Gradebook(course / "gradebook.db") as book:
        students = [standing.student for standing in book.standings()]
        return [
            [without_times(attempt) for attempt in book.history(student, tiny.NAME)]
            for student in students
        ]


def test_a_cluster_finds_what_this_machine_finds(machines: Machines, graded: Path) -> None:
    there = command(graded, "--regrade", "--lang", "ko", "--scheduler", ADDRESS)
    done = run(machines.command(*there), graded)
    assert (done.returncode, done.stderr) == (0, "")
    attempts = kept(graded)
    assert len(attempts) == STUDENTS
    assert all(here == elsewhere for here, elsewhere in attempts)
    assert len({here.score for here, _elsewhere in attempts}) >= 3


def test_a_submission_sees_nothing_of_the_machine_that_runs_it(
    machines: Machines, tmp_path: Path
) -> None:
    course = write(tmp_path, [HOSTILE.format(folder=str(machines.folder), port=PORT)])
    there = command(course, "--scheduler", ADDRESS)
    done = run(machines.command(*there), course)
    assert (done.returncode, done.stderr) == (0, "")
    ((attempt,),) = kept(course)
    assert {check.output for check in attempt.checks if check.output} == {"SEEN []\n"}


def test_two_courses_on_the_same_workers_are_each_graded_by_their_own_oracle(
    machines: Machines, tmp_path: Path
) -> None:
    suite = tiny.changed(tiny.SUITE_SOURCE, "    return 2.0 * x", "    return reference.FACTOR * x")
    scores = {}
    for folder, factor in (("one", 2.0), ("two", 3.0), ("again", 2.0)):
        course = write(tmp_path / folder, [tiny.SOLUTION_SOURCE] * 6)
        (course / tiny.SUITE).write_text(f"import reference\n{suite}")
        (course / "reference").mkdir()
        (course / "reference" / "__init__.py").write_text(f"FACTOR = {factor}\n")
        there = command(course, "--scheduler", ADDRESS)
        done = run(machines.command(*there), course)
        assert (done.returncode, done.stderr) == (0, "")
        scores[folder] = {attempt.score for (attempt,) in kept(course)}
    assert scores == {"one": {10.0}, "two": {6.0}, "again": {10.0}}


def test_a_worker_keeps_the_course_to_itself_until_it_ends(
    machines: Machines, course: Path
) -> None:
    worker = machines.start_worker()
    disk = os.open(f"/proc/{worker.pid}/root{machines.folder}", os.O_RDONLY)
    there = command(course, "--scheduler", ADDRESS)
    assert run(machines.command(*there), course).returncode == 0
    copy = next(Path(f"/proc/self/fd/{disk}").rglob("deepgrade-*"))
    assert (copy / tiny.SUITE).is_file()
    assert not (copy / "reports").exists()
    assert copy.stat().st_mode & 0o777 == 0o700
    worker.terminate()
    worker.wait(30)
    left = [path for path in Path(f"/proc/self/fd/{disk}").rglob("*") if path.is_file()]
    os.close(disk)
    assert not [path for path in left if "sums" in path.name]


def test_a_lost_worker_costs_nothing(machines: Machines, graded: Path) -> None:
    lost = machines.start_worker()
    there = command(graded, "--regrade", "--lang", "ko", "--scheduler", ADDRESS)
    started = start(machines.command(*there), graded)
    machines.stop(lost)
    said, complaints = started.communicate(timeout=100)
    assert (started.returncode, complaints) == (0, ""), said
    attempts = kept(graded)
    assert len(attempts) == STUDENTS
    assert all(here == elsewhere for here, elsewhere in attempts)


def test_a_worker_that_would_grade_otherwise_is_refused(
    machines: Machines, course: Path, other_grader: Path
) -> None:
    settings = {"PYTHONPATH": str(other_grader), "PATH": "/nowhere"}
    worker = machines.start_worker("--nthreads", "2", settings=settings)
    before = time.monotonic()
    done = run(machines.command(*command(course, "--scheduler", ADDRESS)), course)
    took = time.monotonic() - before
    machines.stop(worker)
    assert done.returncode == 3
    lines = [line for line in done.stderr.splitlines() if "tcp://" in line]
    assert len(lines) == 3
    assert "Deepgrade's code is" in lines[0]
    assert "it has 2 threads; start it with --nthreads 1" in lines[1]
    assert "The sandbox needs bubblewrap" in lines[2]
    assert len({line.split()[0] for line in lines}) == 1
    assert kept(course) == []
    assert took < 20


def test_a_worker_of_another_version_that_comes_later_grades_nothing(
    machines: Machines, graded: Path, other_grader: Path
) -> None:
    before = kept(graded)
    scheduler = machines.start_scheduler(OTHER_PORT)
    worker = machines.start_worker(address=OTHER_ADDRESS)
    there = command(graded, "--regrade", "--lang", "en", "--scheduler", OTHER_ADDRESS)
    started = start(machines.command(*there), graded)
    machines.stop(worker)
    settings = {"PYTHONPATH": str(other_grader)}
    worker = machines.start_worker(address=OTHER_ADDRESS, settings=settings)
    _said, complaints = started.communicate(timeout=60)
    for process in (worker, scheduler):
        machines.stop(process)
    assert started.returncode == 3
    assert "grade: tcp://10.213.7." in complaints
    assert "Deepgrade's code is" in complaints
    assert len(kept(graded)) == len(before)
    assert 1 <= sum(len(attempts) == 1 for attempts in kept(graded)) < STUDENTS


def test_a_scheduler_that_does_not_answer_is_said(machines: Machines, course: Path) -> None:
    before = time.monotonic()
    done = run(machines.command(*command(course, "--scheduler", "tcp://10.213.7.1:1")), course)
    assert done.returncode == 2
    assert "No scheduler answers at tcp://10.213.7.1:1" in done.stderr
    assert time.monotonic() - before < 20
    done = run(command(course, "--scheduler", "my cluster"), course)
    assert done.returncode == 2
    assert "No scheduler answers at my cluster" in done.stderr


def test_what_a_lost_scheduler_had_is_graded_by_the_next(machines: Machines, large: Path) -> None:
    scheduler = machines.start_scheduler(OTHER_PORT)
    there = machines.command(*command(large, "--scheduler", OTHER_ADDRESS))
    done = run(there, large)
    assert done.returncode == 3
    assert f"The scheduler at {OTHER_ADDRESS} has no workers." in done.stderr

    worker = machines.start_worker(address=OTHER_ADDRESS)
    started = start(there, large)
    machines.stop(scheduler)
    _said, complaints = started.communicate(timeout=60)
    machines.stop(worker)
    assert started.returncode == 3
    assert "The connection to the scheduler was lost." in complaints
    assert "Traceback" not in complaints
    assert 3 <= len(kept(large)) < MANY * STUDENTS
    there = machines.command(*command(large, "--scheduler", ADDRESS))
    assert run(there, large).returncode == 0
    assert {len(attempts) for attempts in kept(large)} == {1}
    assert len(kept(large)) == MANY * STUDENTS


def test_ctrl_c_leaves_nothing_behind_for_the_workers(machines: Machines, large: Path) -> None:
    there = machines.command(*command(large, "--scheduler", ADDRESS))
    started = start(there, large)
    started.send_signal(signal.SIGINT)
    said, complaints = started.communicate(timeout=60)
    assert (started.returncode, complaints) == (130, "")
    assert "The same command goes on." in said
    assert run(there, large).returncode == 0
    assert {len(attempts) for attempts in kept(large)} == {1}
    assert len(kept(large)) == MANY * STUDENTS


def test_a_submission_that_no_worker_survives_is_named_and_the_others_are_graded(
    machines: Machines, course: Path
) -> None:
    scheduler = machines.start_scheduler(OTHER_PORT, allowed_failures=0)
    worker = machines.start_worker(address=OTHER_ADDRESS)
    there = machines.command(*command(course, "--scheduler", OTHER_ADDRESS))
    started = start(there, course)
    machines.stop(worker)
    worker = machines.start_worker(address=OTHER_ADDRESS)
    said, complaints = started.communicate(timeout=100)
    for process in (worker, scheduler):
        machines.stop(process)
    assert (started.returncode, complaints) == (1, "")
    assert "grading it ended the grader's own process" in said
    assert STUDENTS - 3 <= len(kept(course)) < STUDENTS


def test_without_dask_the_command_says_how_to_get_it(course: Path) -> None:
    program = "import sys; sys.modules['distributed'] = None; from grader.cli import main; main()"
    words = command(course, "--scheduler", ADDRESS)[3:]
    done = run([sys.executable, "-c", program, *words], course)
    assert done.returncode == 2
    assert "pip install 'deepgrade[cluster]'" in done.stderr
    assert "Traceback" not in done.stderr
