"""How fast a class is graded, against one plain pytest process for each submission.

    uv run python -m benchmarks.throughput --count 200 --runs 3
    uv run python -m benchmarks.throughput --sizes 100 1000 10000

Both sides use two processes and alternate within a run, so that a noisy machine hurts both.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import light

JOBS = 2


class Cost(NamedTuple):
    """What grading one submission took, in milliseconds, and the largest process in MiB."""

    wall_ms: float
    cpu_ms: float
    peak_mb: float


def measured(count: int, work: Callable[[], None]) -> Cost:
    """Return the cost per submission of `work`, child processes included."""
    before, begun = _cpu(), time.perf_counter()
    work()
    wall = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Cost(1e3 * wall / count, 1e3 * (_cpu() - before) / count, peak)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def grade_class(course: Path, folder: Path, *words: str) -> None:
    """Grade a class with ``grade batch`` into a new gradebook."""
    (course / "gradebook.db").unlink(missing_ok=True)
    regrade(course, folder, *words)


def regrade(course: Path, folder: Path, *words: str) -> None:
    """Run ``grade batch`` once more."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "batch", str(folder), "--jobs", str(JOBS), *words],
        cwd=course, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done


def plain_pytest(folder: Path) -> None:
    """Run one pytest process for each submission, two at a time."""
    suite = folder.parent / "test_light.py"
    suite.write_text(light.plain_suite())

    def run(path: Path) -> None:
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:deepgrade",
             f"--rootdir={folder.parent}", "-c/dev/null", str(suite)],
            env={**os.environ, "PYTHONPATH": str(path.parent)},
            stdout=subprocess.DEVNULL, check=False,
        )  # fmt: skip

    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(run, sorted(folder.rglob("light.py"))))


def compare(count: int, runs: int) -> None:
    """Print ours, plain pytest's and the ratio, run by run and as medians."""
    ours, plain = [], []
    with tempfile.TemporaryDirectory() as place:
        course, folder = Path(place) / "course", Path(place) / "class"
        light.write_course(course)
        light.write_class(folder, count)
        for _run in range(runs):
            ours.append(measured(count, partial(grade_class, course, folder)))
            plain.append(measured(count, partial(plain_pytest, folder)))
        again = measured(count, partial(regrade, course, folder))
    for name, costs in (("grade batch", ours), ("plain pytest", plain)):
        wall = statistics.median(cost.wall_ms for cost in costs)
        cpu = statistics.median(cost.cpu_ms for cost in costs)
        print(
            f"{name:14} {1e3 / wall:7.1f} submissions/s   {wall:7.1f} ms wall   {cpu:7.1f} ms CPU"
        )
    ratio = statistics.median(p.wall_ms / o.wall_ms for o, p in zip(ours, plain, strict=True))
    print(f"ratio          {ratio:7.1f}  ({count} submissions, {runs} runs, {JOBS} processes)")
    print(f"once more, unchanged: {again.wall_ms * count / 1e3:.2f} s")


def sizes(counts: list[int]) -> None:
    """Print the cost per submission for classes of several sizes."""
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            course, folder = Path(place) / "course", Path(place) / "class"
            light.write_course(course)
            light.write_class(folder, count)
            cost = measured(count, partial(grade_class, course, folder))
            again = measured(count, partial(regrade, course, folder))
        print(
            f"{count:6} submissions: {cost.wall_ms:6.1f} ms wall, {cost.cpu_ms:6.1f} ms CPU each; "
            f"largest process {cost.peak_mb:.0f} MiB; unchanged {again.wall_ms * count / 1e3:.2f} s"
        )


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=200, help="submissions a run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", help="only the cost at these sizes")
    options = parser.parse_args()
    if options.sizes:
        sizes(options.sizes)
    else:
        compare(options.count, options.runs)


if __name__ == "__main__":
    main()
