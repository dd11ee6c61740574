"""What grading adds to a training on MNIST: ``uv run python -m benchmarks.mnist --markdown``.

The check of exercise 8 that trains is graded, and the same is done in plain Python: the model
solution, 60,000 images, 2,400 batches of 100, then 10,000 test images. Both have one numpy thread
and read the images each time. What starting takes (Python, imports, the nursery) is taken off.
"""

import os
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import table
from benchmarks.cost import Cost, marginal
from grader.course import load_course
from grader.pool import local_pool
from grader.proof.trials import Trials
from grader.records import Attempt
from grader.slots import Slot
from grader.worker.sandbox import ONE_THREAD

ROOT = Path(__file__).parents[1]
TRAINING = "test_digits_are_read"
_PLAIN = """
import sys
import numpy as np
from grader.datasets import load_mnist
import mnist

for _number in range(int(sys.argv[1])):
    (images, digits), (test_images, test_digits) = load_mnist()
    if sys.argv[2] == "train":
        targets = np.eye(10)[digits]
        net = mnist.TwoLayerNet(784, 50, 10, rng=np.random.default_rng(1))
        mnist.train(net, images, targets, 2400, 100, 0.5, np.random.default_rng(2))
        assert np.mean(net.predict(test_images).argmax(axis=1) == test_digits) >= 0.93
"""


def plain(what: str, count: int) -> None:
    """Read the images, or read and train, as any script would."""
    folders = f"{ROOT}:{ROOT / 'solutions' / 'exercise8'}"
    subprocess.run(
        [sys.executable, "-c", _PLAIN, str(count), what],
        env={**os.environ, **ONE_THREAD, "PYTHONPATH": folders},
        check=True,
    )


def graded(isolation: str, others: tuple[str, ...], count: int) -> list[Attempt]:
    """Grade the model solution, without the other checks."""
    exercise = load_course(ROOT).exercise("exercise8")
    source = (exercise.solution / "mnist.py").read_bytes()
    with local_pool(1) as pool:
        trials = Trials(pool, Slot(isolation=isolation, hidden=(ROOT,)))
        attempts = [trials.grade(exercise, f"{n}", source, others).result() for n in range(count)]
    assert all(check.outcome == "passed" for attempt in attempts for check in attempt.checks)
    return attempts


def other_checks() -> tuple[str, ...]:
    """Return the names of all checks but the one that trains."""
    (attempt,) = graded("auto", (TRAINING,), 1)
    return tuple(check.id.rpartition("::")[2] for check in attempt.checks)


def main() -> None:
    """Measure and print."""
    parser = table.parser(__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    others = other_checks()
    jobs: dict[str, Callable[[int], object]] = {
        "plain Python": partial(plain, "train"),
        "plain Python, reading the images alone": partial(plain, "read"),
        "graded, `sandbox`": partial(graded, "sandbox", others),
        "graded, `process`": partial(graded, "process", others),
    }
    costs: dict[str, list[Cost]] = defaultdict(list)
    for _run in range(options.runs):
        for name, job in jobs.items():
            costs[name].append(marginal(job, 2))
    bare = next(iter(costs.values()))
    rows = []
    for name, done in costs.items():
        wall, cpu, peak = map(statistics.median, zip(*done, strict=True))
        ratio = statistics.median(
            one.cpu / other.cpu for one, other in zip(done, bare, strict=True)
        )
        rows.append((name, f"{wall:.2f}", f"{cpu:.2f}", f"{ratio:.2f}", f"{peak:.0f}"))
    print(f"One training, medians of {options.runs} runs; {table.machine()}.\n")
    table.show(("", "s", "CPU s", "times bare CPU", "MiB"), rows, markdown=options.markdown)


if __name__ == "__main__":
    main()
