"""What a Dask cluster costs and gains, beside the processes of one machine.

    uv run python -m benchmarks.cluster --count 100 --runs 3

Local processes and Dask workers, one and two of each, grade the same class in turn, so that a
noisy machine hurts all. Everything is warm before the clock starts; reading, grading and
recording count, starting does not.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from distributed import Client

from benchmarks import light
from grader import cluster
from grader.batch import Batch
from grader.course import load_course
from grader.gradebook import Gradebook
from grader.intake.class_folder import read_class_folder
from grader.slots import Slot, local_pool

_DASK = (sys.executable, "-m", "dask")


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
        subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) for command in commands
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


def measure(
    root: Path, submissions: Path, pools: dict[str, tuple[Executor, int]], runs: int
) -> dict[str, list[float]]:
    """Return the seconds each pool takes for the class, run by run."""
    course = load_course(root)
    exercises = list(course.exercises)
    found = read_class_folder(submissions, exercises, None).handed_in
    slot = Slot(isolation="sandbox", hidden=(root,))
    seconds: dict[str, list[float]] = {name: [] for name in pools}
    for number in range(runs + 1):
        for name, (pool, count) in pools.items():
            with Gradebook(root / f"{name}-{number}.db") as book:
                run = Batch(course, exercises, book, pool, slot, ahead=2 * count + 2)
                begun = time.perf_counter()
                graded = list(run.run(found if number else found[:8]))
                assert len(graded) == len(found if number else found[:8])
                if number:  # the first time they warm up
                    seconds[name].append(time.perf_counter() - begun)
    return seconds


def main() -> None:
    """Measure and print medians and ratios."""
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
        seconds = measure(root, submissions, pools, options.runs)
    for name, took in seconds.items():
        rate = options.count / statistics.median(took)
        print(f"{name:8} {rate:6.1f} submissions/s   {1e3 / rate:6.1f} ms each")
    for one, other in (("dask 2", "dask 1"), ("local 2", "local 1"), ("dask 2", "local 2")):
        pairs = zip(seconds[one], seconds[other], strict=True)
        ratio = statistics.median(b / a for a, b in pairs)
        print(f"{one} is {ratio:.2f} x {other}")
    print(f"({options.count} submissions, medians of {options.runs} runs)")


if __name__ == "__main__":
    main()
