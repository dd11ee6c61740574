"""How long a save takes until its result is shown: ``uv run python benchmarks/watch.py``.

``grade EXERCISE --watch`` on a pseudo terminal, on a copy of a course whose stub is the solution.
Each save changes the file; the clock stops when the frame of the next step is closed, below which
nothing of the result follows. Then the report is written, and the next save waits for that. The
machine's load is named, because on a busy machine this measures the others.
"""

import argparse
import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.course import find_course
from grader.exercise import Exercise
from grader.machine import processors

ROOT = Path(__file__).parents[1]
SHOWN = "╯".encode()
READY = b"Watching."  # the report is written
PATIENCE = 60.0
REST = 0.2  # seconds before each save


def main() -> None:
    """Print the median and the slowest, and the load before and after."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("exercise", nargs="?", default="exercise3")
    parser.add_argument("--saves", type=int, default=10)
    arguments = parser.parse_args()
    exercise = find_course(ROOT).exercise(arguments.exercise)
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        stub = copied(exercise, Path(name))
        with watching(exercise, Path(name)) as terminal:
            wait_for(terminal, READY)
            times = [saved(stub, terminal, number) for number in range(arguments.saves + 1)][1:]
    print(f"{exercise.name}, {arguments.saves} saves, from save to shown result:")
    print(f"median {statistics.median(times) * 1e3:.0f} ms, slowest {max(times) * 1e3:.0f} ms")
    print(f"load of {processors()} processors: {before:.1f} before, {os.getloadavg()[0]:.1f} after")


def copied(exercise: Exercise, folder: Path) -> Path:
    """Copy the course with the solution as the stub, and return the stub."""
    ignored = shutil.ignore_patterns("__pycache__", ".*", "reports")
    shutil.copy(ROOT / "course.toml", folder)
    for name in ("exercises", "solutions", "tests/hidden", "reference"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    stub = folder / exercise.folder.relative_to(exercise.root) / exercise.files[0]
    shutil.copy(exercise.solution / exercise.files[0], stub)
    return stub


@contextmanager
def watching(exercise: Exercise, folder: Path) -> Iterator[int]:
    """Start watch mode in `folder` and yield its terminal."""
    terminal, inside = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "grader", exercise.name, "--watch", "--lang", "en"]
    with subprocess.Popen(
        command, cwd=folder, stdin=inside, stdout=inside, stderr=inside,
        env={**environment, "TERM": "xterm", "LC_ALL": "C.UTF-8"}, start_new_session=True,
    ) as process:  # fmt: skip
        yield terminal
        os.write(terminal, b"q")
        process.wait(PATIENCE)
    os.close(terminal)
    os.close(inside)


def saved(stub: Path, terminal: int, number: int) -> float:
    """Save the file once, and return the seconds until the result is shown."""
    time.sleep(REST)
    begun = time.perf_counter()
    with stub.open("a", encoding="utf-8") as file:
        file.write(f"\n# {number}\n")
    seen = wait_for(terminal, SHOWN)
    seconds = time.perf_counter() - begun
    wait_for(terminal, READY, seen)
    return seconds


def wait_for(terminal: int, text: bytes, said: bytes = b"") -> bytes:
    """Read on after `said` until `text` has come, and return what came after it."""
    deadline = time.monotonic() + PATIENCE
    while text not in said:
        if time.monotonic() > deadline:
            sys.exit(f"no result came:\n{said.decode(errors='replace')}")
        if select.select([terminal], [], [], 1)[0]:
            said += os.read(terminal, 65536)
    return said.partition(text)[2]


if __name__ == "__main__":
    main()
