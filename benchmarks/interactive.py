"""What isolation costs the student who waits: ``uv run python -m benchmarks.interactive``.

Two numbers, each measured in one run so that the machine's mood cancels:

- ``grade EXERCISE`` on the model solution, until the result is shown, against ``python -m pytest``
  running the same checks in-process, without any isolation (the ratio of medians); and until the
  report with its figures is written, while you read the result;
- a fresh confined process for one check, from the request to its end.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import table
from grader.course import find_course
from grader.exercise import Exercise
from grader.worker import sandbox
from grader.worker.cells import start_nursery
from grader.worker.messages import Bounds


def main() -> None:
    """Print the figures."""
    parser = table.parser(__doc__)
    parser.add_argument("exercise", nargs="?", default="exercise3")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    course = find_course(Path(__file__).parent)
    exercise = course.exercise(arguments.exercise)
    with tempfile.TemporaryDirectory() as name:
        folder = in_process_copy(exercise, Path(name))
        plain = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
        ours = [
            sys.executable, "-m", "grader", exercise.name,
            "--submission", str(exercise.solution), "--html", f"{name}/report.html",
        ]  # fmt: skip
        times = alternate(
            {
                "python -m pytest, in-process": lambda: run(plain, folder),
                "grade": lambda: run(ours, course.root),
            },
            arguments.runs,
        )
    (_shown, plainly), (result, report) = (
        map(statistics.median, zip(*each, strict=True)) for each in times.values()
    )
    rows = [
        (name, f"{seconds * 1e3:.0f}", f"{seconds / plainly:.2f}")
        for name, seconds in {
            "`python -m pytest`, in one process": plainly,
            "`grade`, until the result": result,
            "`grade`, until the report is written": report,
        }.items()
    ]
    rows += [
        (f"one fresh check, `{isolation}`", f"{check_cost(exercise, isolation):.1f}", "")
        for isolation in ("sandbox", "process")
    ]
    print(f"{exercise.name}, medians of {arguments.runs} runs; {table.machine()}.\n")
    table.show(("", "ms", "times plain"), rows, markdown=arguments.markdown)


def in_process_copy(exercise: Exercise, root: Path) -> Path:
    """Lay out solution, visible and hidden checks so that plain pytest runs them in one process."""
    folder = root / "exercises" / exercise.name
    shutil.copytree(exercise.solution, folder, ignore=shutil.ignore_patterns("mistakes", "_*"))
    shutil.copy(exercise.folder / "exercise.toml", folder)
    shutil.copy(exercise.root / "course.toml", root)
    for kind, source in (("visible", exercise.folder), ("hidden", exercise.suite)):
        for path in source.glob("test_*.py"):
            shutil.copy(path, folder / f"test_{kind}_{path.name.removeprefix('test_')}")
    return folder


Times = tuple[float, float]


def alternate(jobs: dict[str, Callable[[], Times]], runs: int) -> dict[str, list[Times]]:
    """Run each job `runs` times in turn, after one run each to warm caches."""
    times: dict[str, list[Times]] = {name: [] for name in jobs}
    for number in range(runs + 1):
        for name, job in jobs.items():
            seconds = job()
            if number:
                times[name].append(seconds)
    return times


def run(command: list[str], folder: Path) -> Times:
    """Run a command that must succeed; return when its last line but one came, and its end."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    arrived, said = [0.0, 0.0], ""
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            arrived.append(time.perf_counter() - begun)
            said += line
    ended = time.perf_counter() - begun
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return arrived[-2], ended


def check_cost(exercise: Exercise, isolation: str, count: int = 40) -> float:
    """Return the median milliseconds of a fresh process that loads the solution and ends."""
    launched = sandbox.begin(isolation, exercise.preload, [exercise.root])
    nursery = start_nursery(isolation, launched, exercise.preload)
    name = exercise.files[0]
    bounds = Bounds(cpu_seconds=10, memory_mb=2048, output_mb=1, disk_mb=16, processes=8)
    sources = {name: (exercise.solution / name).read_bytes()}
    cell = nursery.open(exercise.module, sources, bounds, is_notebook=False)
    times = []
    for _number in range(count):
        begun = time.perf_counter()
        connection = cell.check(10)
        connection.ask(["load"], lambda *_: None)
        connection.close()
        times.append(time.perf_counter() - begun)
    cell.close()
    nursery.close()
    return statistics.median(times) * 1e3


if __name__ == "__main__":
    main()
