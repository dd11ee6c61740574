"""What a Dask cluster costs and gains, beside the processes of one machine.

    uv run python -m benchmarks.cluster --count 100 --runs 3

Local processes and Dask workers, one and two of each, grade the same class in turn, so that a
noisy machine hurts all. Everything is warm before the clock starts; reading, grading and
recording count, starting does not.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from distributed import Client

from benchmarks import light
from benchmarks.cost import tree
from grader import cluster
from grader.batch import Batch, Graded
from grader.course import load_course
from grader.gradebook import Gradebook
from grader.intake.class_folder import read_class_folder
from grader.pool import local_pool
from grader.slots import Slot

_DASK = (sys.executable, "-m", "dask")
# As docs/clusters.md has it: Dask looks at what a worker does a hundred times a second.
_SETTINGS = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}


@contextmanager
def dask(workers: int, port: int, folder: Path) -> Iterator[str]:
    """Start a scheduler and workers on this machine; give the address."""
    address = f"tcp://127.0.0.1:{port}"
    commands = [
        [*_DASK, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-show",
         "--dashboard-address", ":0"],
        *([[*_DASK, "worker", address, "--nthreads", "1", "--no-dashboard"]] * workers),
    ]  # fmt: skip
    started = [
        subprocess.Popen(
            command, cwd=folder, env={**os.environ, **_SETTINGS}, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    try:
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait()


class Cost(NamedTuple):
    """What one run over the class took, in seconds."""

    wall: float
    cpu: float


def cpu_seconds() -> float:
    """Return the CPU time of this process and all below it, idle ones included."""
    return sum(tree(os.getpid()).values())


def measure(
    root: Path, submissions: Path, pools: dict[str, tuple[Executor, int]], runs: int
) -> dict[str, list[Cost]]:
    """Return what the class costs in each pool, run by run."""
    exercises = list(load_course(root).exercises)
    found = read_class_folder(submissions, exercises, None).handed_in
    slot = Slot(isolation="sandbox", hidden=(root,))
    costs: dict[str, list[Cost]] = {name: [] for name in pools}
    for number in range(runs + 1):
        handed_in = found if number else found[:8]  # the first time they warm up
        for name, (pool, count) in pools.items():
            with Gradebook(root / f"{name}-{number}.db") as book:
                run = Batch(load_course(root), exercises, book, pool, slot, ahead=2 * count + 2)
                begun, used = time.perf_counter(), cpu_seconds()
                graded = sum(isinstance(event, Graded) for event in run.run(handed_in))
                cost = Cost(time.perf_counter() - begun, cpu_seconds() - used)
            assert graded == len(handed_in)
            if number:
                costs[name].append(cost)
    return costs


def show(costs: dict[str, list[Cost]], count: int) -> None:
    """Print medians, and medians of the ratios within each run."""
    for name, runs in costs.items():
        wall = statistics.median(cost.wall for cost in runs)
        cpu = statistics.median(cost.cpu for cost in runs)
        print(
            f"{name:8} {count / wall:6.1f} submissions/s   {1e3 * wall / count:6.1f} ms wall   "
            f"{1e3 * cpu / count:6.1f} ms CPU"
        )
    for one, other in (("dask 2", "dask 1"), ("local 2", "local 1"), ("dask 2", "local 2")):
        pairs = list(zip(costs[one], costs[other], strict=True))
        faster = statistics.median(b.wall / a.wall for a, b in pairs)
        cheaper = statistics.median(b.cpu / a.cpu for a, b in pairs)
        print(f"{one} is {faster:.2f} x as fast as {other}; by CPU time {cheaper:.2f} x")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=100, help="submissions a run")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, ExitStack() as opened:
        root, submissions = Path(place) / "course", Path(place) / "class"
        light.write_course(root)
        light.write_class(submissions, options.count)
        pools: dict[str, tuple[Executor, int]] = {}
        for count in (1, 2):
            pools[f"local {count}"] = opened.enter_context(local_pool(count)), count
            address = opened.enter_context(dask(count, 18786 + 100 * count, Path(place)))
            workers = opened.enter_context(cluster.executor(address, root, "sandbox"))
            pools[f"dask {count}"] = workers, count
        costs = measure(root, submissions, pools, options.runs)
    show(costs, options.count)
    print(f"({options.count} submissions, medians of {options.runs} runs)")


if __name__ == "__main__":
    main()
