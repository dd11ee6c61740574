"""Grade mixed submissions for a long time in one pool: nothing may grow, and nothing be left.

    uv run python -m benchmarks.soak --count 600

Right, wrong and hostile submissions of two exercises, some of them notebooks, are graded in
rounds by the same processes, as `grade batch` does it. After each round, when all is quiet, what
the pool holds is looked at. The first third of the rounds is warm-up. It ends with 1 when

- memory keeps growing after it: the line through the rounds (its slope is the median of the slopes
  between any two of them) rises by more than 4 MiB and 4 KiB for each submission, for the
  coordinator or for all that is below it; or
- each of the last third of the rounds has more processes, descriptors, temporary files, mounts
  or namespaces than any round of the warm-up.
"""

import itertools
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks import light, table
from benchmarks.cost import adopt_orphans, memory_mb, tree
from grader.batch import Batch, Graded
from grader.class_reports import ClassReports
from grader.course import Course, load_course
from grader.gradebook import Gradebook
from grader.intake.class_folder import read_class_folder
from grader.pool import local_pool
from grader.slots import Slot

SECOND = "exercise2"
_QUIET = 0.3  # seconds in which no process comes or goes
_MOST_MIB, _MOST_KIB_EACH = 4.0, 4.0

# What a submission's relu does when it is given ten numbers; the other two sizes it does right.
_MISCHIEF = {
    "right": "pass",
    "wrong": "return -x",
    "raises": "raise ValueError('no')",
    "crash": "import ctypes; ctypes.string_at(0)",
    "exit": "import os; os._exit(0)",
    "loop": "\n        while True: pass",
    "memory": "held = []\n        while True: held.append(np.ones(1 << 20))",
    "forks": "import os\n        while True: os.fork()",
    "threads": "import threading, time\n        while True: threading.Thread(target=time.sleep, args=(60,)).start()",  # noqa: E501
    "flood": "\n        while True: print('flood' * 200)",
    "files": "import pathlib\n        for n in range(50): pathlib.Path(f'/tmp/{n}').write_bytes(bytes(9999)); pathlib.Path(f'/dev/shm/{n}').write_bytes(bytes(9999))",  # noqa: E501
    "daemon": "import os, time\n        if os.fork() == 0:\n            os.setsid()\n            time.sleep(600)",  # noqa: E501
}


class Seen(NamedTuple):
    """What was there after a round; sizes in MiB, for each attempt in KiB."""

    graded: int
    coordinator: float
    below: float
    processes: int
    descriptors: int
    files: int
    mounts: int
    namespaces: int
    gradebook: float


COUNTED = ("processes", "descriptors", "files", "mounts", "namespaces")


def submission(number: int, kind: str) -> str:
    """Return a module that does its mischief in one check of twelve."""
    source = light.module(light.FUNCTIONS)
    head = "def relu(x):\n"
    assert head in source
    act = f"{head}    if len(x) == 10:\n        {_MISCHIEF[kind]}\n"
    return f"{source.replace(head, act)}\n# {number}\n"


def notebook(source: str) -> str:
    """Return a module as a notebook of two cells."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": "# Light"},
             {"cell_type": "code", "metadata": {}, "source": source, "outputs": [],
              "execution_count": None}]  # fmt: skip
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def write_course(root: Path) -> Course:
    """Write a course of two exercises with the same twelve checks."""
    light.write_course(root, cpu_seconds=1)
    for folder in ("exercises", "solutions", "tests/hidden"):
        shutil.copytree(root / folder / light.NAME, root / folder / SECOND)
    for path, old, new in (
        (root / "course.toml", f'["{light.NAME}"]', f'["{light.NAME}", "{SECOND}"]'),
        (root / "exercises" / SECOND / "exercise.toml", '"light"', '"second"'),
    ):
        path.write_text(path.read_text().replace(old, new, 1))
    return load_course(root)


def write_round(folder: Path, numbers: Iterable[int]) -> None:
    """Write these submissions; all kinds come in turn, each as module and as notebook."""
    kinds = list(_MISCHIEF)
    for number in numbers:
        kind = kinds[number % len(kinds)]
        name = (light.NAME, SECOND)[number % 2]
        path = folder / f"s{number:05}-{kind}" / name / f"{light.MODULE}.py"
        path.parent.mkdir(parents=True)
        source = submission(number, kind)
        if (number // 2 + number // len(kinds)) % 2:  # both among the first four, too
            path.with_suffix(".ipynb").write_text(notebook(source))
        else:
            path.write_text(source)


class Soak:
    """A course, its gradebook and one pool, which grades round after round."""

    def __init__(self, place: Path, book: Gradebook, pool: Executor, jobs: int) -> None:
        self._place = place
        self._course = write_course(place / "course")
        self._book = book
        self._pool = pool
        self._jobs = jobs
        self._graded = 0

    def round(self, numbers: Sequence[int]) -> Seen:
        """Grade these submissions, wait until all is quiet, and look."""
        folder = self._place / "class"
        write_round(folder, numbers)
        exercises = self._course.exercises
        found = read_class_folder(folder, exercises)
        slot = Slot(isolation="sandbox", hidden=(self._course.root,))
        batch = Batch(
            self._course, exercises, self._book, self._pool, slot, ahead=2 * self._jobs + 2
        )
        pages = ClassReports(self._course, self._book, self._place / "reports")
        before, graded = self._size(), 0
        for event in batch.run(found.handed_in):
            assert isinstance(event, Graded), event
            pages.write(event.attempt, event.key)
            graded += 1
        assert graded == len(numbers)
        shutil.rmtree(folder)
        self._graded += graded
        return self._look((self._size() - before) / 1024 / graded)

    def _size(self) -> int:
        return sum(path.stat().st_size for path in self._place.glob("gradebook.db*"))

    def _look(self, growth: float) -> Seen:
        own, below = os.getpid(), _when_quiet()
        everyone = [own, *below]
        return Seen(
            graded=self._graded,
            coordinator=memory_mb(own),
            below=sum(map(memory_mb, below)),
            processes=len(everyone),
            descriptors=sum(_entries(f"/proc/{pid}/fd") for pid in everyone),
            files=sum(map(_entries, _scratch(self._place))),
            mounts=sum(_mounts(everyone).values()),
            namespaces=len(set(_namespaces(everyone))),
            gradebook=growth,
        )


def _scratch(place: Path) -> tuple[str, str]:
    return f"{place}/scratch", f"{place}/cache"


def _when_quiet() -> list[int]:
    """Return the processes below this one, once the last submission's have ended."""
    until = time.monotonic() + 20
    before: set[int] = set()
    while (now := tree(os.getpid()).keys() - {os.getpid()}) != before:
        if time.monotonic() > until:
            break
        before = set(now)
        time.sleep(_QUIET)
    return sorted(now)


def _entries(folder: str) -> int:
    """Count what is below a folder."""
    return sum(len(folders) + len(files) for _top, folders, files in os.walk(folder))


def _mounts(pids: Iterable[int]) -> dict[str, int]:
    """Return how many mounts each mount namespace has; others change the one we are in."""
    found: dict[str, int] = {}
    own = os.readlink("/proc/self/ns/mnt")  # noqa: PTH115 - what it says is no path
    for pid in pids:
        with suppress(OSError):
            name = os.readlink(f"/proc/{pid}/ns/mnt")  # noqa: PTH115 - what it says is no path
            found[name] = len(Path(f"/proc/{pid}/mountinfo").read_text().splitlines())
    found.pop(own, None)
    return found


def _namespaces(pids: Iterable[int]) -> Iterable[str]:
    for pid in pids:
        for entry in Path(f"/proc/{pid}/ns").glob("*"):
            with suppress(OSError):
                yield os.readlink(entry)  # noqa: PTH115 - what it says is no path


def complaints(rounds: Sequence[Seen]) -> list[str]:
    """Say what keeps growing, and what is left behind."""
    third = max(len(rounds) // 3, 1)
    warming, warm = rounds[:third], rounds[third:]
    graded = warm[-1].graded - warm[0].graded
    most = _MOST_MIB + _MOST_KIB_EACH * graded / 1024
    found = []
    for name in ("coordinator", "below"):
        growth = _slope(warm, lambda seen: float(getattr(seen, name))) * graded  # noqa: B023
        if growth > most:
            found.append(f"memory ({name}) grew by {growth:.1f} MiB in {graded} submissions")
    for name in COUNTED:
        first = max(getattr(seen, name) for seen in warming)
        last = min(getattr(seen, name) for seen in rounds[-third:])
        if last > first:
            found.append(f"{last - first} more {name} than after warm-up")
    return found


def _slope(rounds: Sequence[Seen], figure: Callable[[Seen], float]) -> float:
    """Return by how much a figure rises with each submission: the median over pairs of rounds."""
    return statistics.median(
        (figure(late) - figure(early)) / (late.graded - early.graded)
        for early, late in itertools.combinations(rounds, 2)
    )


def main() -> int:
    """Grade, print what was seen after each round, and return 1 when anything leaks."""
    parser = table.parser(__doc__)
    parser.add_argument("--count", type=int, default=600, help="submissions")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    each = options.count // options.rounds
    adopt_orphans()  # what our processes leave behind is counted with them
    rounds = []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ["TMPDIR"], os.environ["XDG_CACHE_HOME"] = scratch = _scratch(place)
        for folder in scratch:
            Path(folder).mkdir()
        tempfile.tempdir = None  # asked for anew
        with Gradebook(place / "gradebook.db") as book, local_pool(options.jobs) as pool:
            soak = Soak(place, book, pool, options.jobs)
            for number in range(options.rounds):
                numbers = range(number * each, (number + 1) * each)
                rounds.append(soak.round(numbers))
    print(f"{each * options.rounds} submissions; {table.machine()}.\n")
    _show(rounds, markdown=options.markdown)
    found = complaints(rounds)
    print("\n".join(found) or "nothing grows, nothing is left")
    return 1 if found else 0


def _show(rounds: Sequence[Seen], *, markdown: bool) -> None:
    head = ("graded", "coordinator, MiB", "below it, MiB", *COUNTED, "gradebook, KiB each")
    rows = [
        (str(seen.graded), f"{seen.coordinator:.1f}", f"{seen.below:.1f}",
         *(str(getattr(seen, name)) for name in COUNTED), f"{seen.gradebook:.1f}")
        for seen in rounds
    ]  # fmt: skip
    table.show(head, rows, markdown=markdown)


if __name__ == "__main__":
    sys.exit(main())
