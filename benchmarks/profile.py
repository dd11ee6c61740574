"""Where the time goes that grading one submission takes.

    uv run python -m benchmarks.profile --count 200 --markdown

One warm slot grades the class of the light exercise, in this process. What judge and workers
compute is counted by the kernel; how the judge's share divides is taken from a second run under
cProfile, which makes everything slower but leaves the proportions nearly as they are.
"""

import cProfile
import os
import pstats
import tempfile
import time
from collections import Counter as Sums
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import layers, light, table
from benchmarks.cost import marginal
from benchmarks.counter import CPU_NANOSECONDS, PAGE_FAULTS, Counter
from grader.course import load_course
from grader.gradebook import Gradebook
from grader.intake import read_submission
from grader.records import Attempt, Feedback
from grader.slots import Slot, Work, grade, let_go
from grader.worker.sandbox import ONE_THREAD

# The first that occurs in a function's file tells whose time it is.
PARTS = {
    "/_pytest/": "pytest",
    "/pluggy/": "pytest",
    "/grader/worker/": "wire and processes",
    "/msgspec/": "wire and processes",
    "/grader/suite/": "suite: comparing, recording, verdicts",
    "/grader/": "judge and records",
    "/numpy/": "numpy, for inputs and oracle",
}
PROCESSES = 12  # one for each check
_WAITING = ("acquire", "poll", "recv", "select", "recvmsg", "recv_into")


class Used(NamedTuple):
    """Seconds by the clock, of CPU here and in the workers, and the workers' page faults."""

    wall: float
    judge: float
    workers: float
    faults: float


def counted(work: Callable[[], object]) -> Used:
    """Do the work here, and return what it took; nurseries start in it."""
    with closing(Counter(CPU_NANOSECONDS)) as cpu, closing(Counter(PAGE_FAULTS)) as faults:
        begun, own = time.perf_counter(), time.process_time()
        work()
        wall, own = time.perf_counter() - begun, time.process_time() - own
        return Used(wall, own, cpu.value() / 1e9 - own, faults.value())


def by_part(profile: cProfile.Profile) -> Sums[str]:
    """Return the seconds of each part, waiting for workers left out."""
    found: Sums[str] = Sums()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for (file, _line, function), (_calls, _all, own, _below, callers) in stats.items():
        if file != "~":
            found[_part(file)] += own
        elif not any(f" '{name}' " in function or f"{name} " in function for name in _WAITING):
            for (caller, _number, _name), (_c, _a, part, _b) in callers.items():
                found[_part(caller)] += part  # what is built in is its caller's
    return found


def _part(file: str) -> str:
    return next((part for piece, part in PARTS.items() if piece in file), "Python's own library")


def worker_parts(folder: Path) -> dict[str, float]:
    """Return the CPU seconds of what can be measured of a submission's workers by itself."""
    fork = marginal(partial(layers.here, "fork", folder), 400).cpu
    check = marginal(partial(layers.in_nursery, layers.in_one_cell, "sandbox"), 200).cpu
    cell = marginal(partial(layers.in_nursery, layers.in_new_cells, "sandbox"), 50).cpu
    return {
        f"{PROCESSES} bare forks of a process with numpy": PROCESSES * fork,
        "one cell: namespaces, folders, filter": cell - check,
    }


def work_of(root: Path, submissions: Path) -> list[Work]:
    """Return what a slot is given for each submission."""
    exercise = load_course(root).exercise(light.NAME)
    return [
        Work(
            slot=Slot(isolation="sandbox", hidden=(root,)),
            root=root,
            exercise=exercise.name,
            feedback=Feedback.RESULT,
            submission=read_submission(path / light.NAME, exercise, path.name),
            seed=number,
        )
        for number, path in enumerate(sorted(submissions.iterdir()))
    ]


def record(root: Path, attempts: list[Attempt]) -> None:
    """Record all, each for itself, as a batch does."""
    with Gradebook(root / "gradebook.db") as book:
        for attempt in attempts:
            book.record(attempt, key=attempt.student, origin="")


def main() -> None:
    """Measure and print."""
    parser = table.parser(__doc__)
    parser.add_argument("--count", type=int, default=200, help="submissions")
    options = parser.parse_args()
    count: int = options.count
    os.environ.update(ONE_THREAD)
    attempts: list[Attempt] = []
    with tempfile.TemporaryDirectory() as place:
        root, submissions = Path(place) / "course", Path(place) / "class"
        light.write_course(root)
        light.write_class(submissions, count + 2)
        reading = counted(lambda: work_of(root, submissions))
        first, second, *others = work_of(root, submissions)
        few = counted(lambda: [grade(work) for work in (first, second)])
        let_go()
        many = counted(lambda: attempts.extend(grade(w) for w in (first, second, *others)))
        recording = counted(lambda: record(root, attempts))
        profile = cProfile.Profile()
        profile.runcall(lambda: [grade(work) for work in others])
        let_go()
        (root / "light.py").write_text(layers.SOURCE)
        parts = worker_parts(root)
    used = Used(*((b - a) / count for a, b in zip(few, many, strict=True)))
    show(used, parts, by_part(profile), reading, recording, count, markdown=options.markdown)


def show(
    used: Used,
    known: dict[str, float],
    parts: Sums[str],
    reading: Used,
    recording: Used,
    count: int,
    *,
    markdown: bool,
) -> None:
    """Print the table."""
    each = count + 2
    rows = [("by the clock, in one slot", f"{1e3 * used.wall:.2f}")]
    rows.append(("CPU of the workers", f"{1e3 * used.workers:.2f}"))
    rows += [(f"— {part}", f"{1e3 * seconds:.2f}") for part, seconds in known.items()]
    rest = used.workers - sum(known.values())
    rows.append(("— the rest: wire, limits, watching, ending", f"{1e3 * rest:.2f}"))
    rows.append(("CPU of the judge", f"{1e3 * used.judge:.2f}"))
    for part, seconds in parts.most_common():
        share = used.judge * seconds / parts.total()
        rows.append((f"— {part}", f"{1e3 * share:.2f}"))
    rows.append(("before: reading the submission", f"{1e3 * reading.judge / each:.2f}"))
    rows.append(("after: recording the attempt", f"{1e3 * recording.judge / each:.2f}"))
    print(f"{count} submissions of 12 checks, in one slot; {table.machine()}.\n")
    table.show(("one submission", "ms"), rows, markdown=markdown)
    print(f"Page faults of judge and workers: {used.faults:.0f} a submission.")


if __name__ == "__main__":
    main()
