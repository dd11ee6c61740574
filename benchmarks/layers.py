"""What each layer of isolation costs: one check, from a fresh process to its end.

    uv run python -m benchmarks.layers --count 200 --markdown

The check is always the same: load the submission of the light exercise, call one function with ten
numbers, end. Each row adds what the row above does not have, but for the plain processes, which
stand for the machines without a sandbox. That exercise needs one cell, and twelve processes for its
twelve checks.
"""

import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import light, table
from benchmarks.cost import Cost, marginal
from grader.worker import sandbox
from grader.worker.cells import Cell, Nursery, start_nursery
from grader.worker.messages import Bounds
from grader.worker.proxy import Student

SOURCE = light.submission(1)
BOUNDS = Bounds(cpu_seconds=10, memory_mb=2048, output_mb=1, disk_mb=16, processes=8)
_FORKS = """
import gc, os, sys
import numpy as np

compiled = compile(open(sys.argv[1]).read(), "light.py", "exec")


def check():
    names = {}
    exec(compiled, names)
    names["relu"](np.ones(10))


check()
gc.collect()
gc.freeze()
for _number in range(int(sys.argv[2])):
    if KIND == "call":
        check()
    elif (pid := os.fork()) == 0:
        check()
        os._exit(0)
    else:
        os.waitpid(pid, 0)
"""
_FRESH = "import numpy as np, light; light.relu(np.ones(10))"
Layer = Callable[[int], None]  # grades a check so many times


def here(kind: str, folder: Path, count: int) -> None:
    """Call, or fork and call, in one warm process with numpy."""
    code = _FORKS.replace("KIND", repr(kind))
    subprocess.run([sys.executable, "-c", code, folder / "light.py", str(count)], check=True)


def fresh(folder: Path, count: int) -> None:
    """Start Python and import numpy for each check."""
    for _number in range(count):
        subprocess.run([sys.executable, "-c", _FRESH], cwd=folder, check=True)


def in_cell(cell: Cell, count: int) -> None:
    """Check in a cell that is open."""
    x = np.ones(10)
    for _number in range(count):
        connection = cell.check(10)
        student = Student(connection)
        student.load_()
        student.relu(x)
        connection.close()


def open_cell(nursery: Nursery) -> Cell:
    """Open a cell for the submission."""
    return nursery.open(light.MODULE, {"light.py": SOURCE.encode()}, BOUNDS, is_notebook=False)


def in_new_cells(nursery: Nursery, count: int) -> None:
    """Open a cell for each check."""
    for _number in range(count):
        with closing(open_cell(nursery)) as cell:
            in_cell(cell, 1)


def in_new_nurseries(isolation: str, count: int) -> None:
    """Start a nursery, a cell and a process for each check."""
    for _number in range(count):
        with nursery_of(isolation) as nursery:
            in_new_cells(nursery, 1)


@contextmanager
def nursery_of(isolation: str) -> Iterator[Nursery]:
    """Start a warm nursery."""
    launched = sandbox.begin(isolation, ("numpy",), ())
    with closing(start_nursery(isolation, launched, ("numpy",))) as nursery:
        yield nursery


def in_nursery(work: Callable[[Nursery, int], None], isolation: str, count: int) -> None:
    """Do the work in a nursery; starting it is part of the cost, and taken off again."""
    with nursery_of(isolation) as nursery:
        work(nursery, count)


def in_one_cell(nursery: Nursery, count: int) -> None:
    """Do all checks in one cell."""
    with closing(open_cell(nursery)) as cell:
        in_cell(cell, count)


def layers(folder: Path) -> dict[str, tuple[Layer, float]]:
    """Return each layer, and what part of the count is enough for it."""
    return {
        "a call, no process": (partial(here, "call", folder), 50),
        "+ a fork of a warm process": (partial(here, "fork", folder), 2),
        "+ the wire, limits, a cell's namespaces and filter": (
            partial(in_nursery, in_one_cell, "sandbox"), 1,
        ),
        "+ a cell of its own": (partial(in_nursery, in_new_cells, "sandbox"), 0.25),
        "+ bubblewrap and imports of its own": (partial(in_new_nurseries, "sandbox"), 0.05),
        "a fresh Python with numpy": (partial(fresh, folder), 0.05),
        "`process`: the same with wire and limits": (
            partial(in_nursery, in_one_cell, "process"), 0.05,
        ),
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = table.parser(__doc__)
    parser.add_argument("--count", type=int, default=200, help="checks of a cell")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    costs: dict[str, list[Cost]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "light.py").write_text(SOURCE)
        for _run in range(options.runs):
            for label, (layer, part) in layers(folder).items():
                costs[label].append(marginal(layer, max(1, round(part * options.count))))
    rows = []
    for label, done in costs.items():
        wall, cpu, _memory = map(statistics.median, zip(*done, strict=True))
        digits = 3 if 1e3 * wall < 1 else 2
        rows.append((label, f"{1e3 * wall:.{digits}f}", f"{1e3 * cpu:.{digits}f}"))
    print(f"One check, medians of {options.runs} runs; {table.machine()}.\n")
    table.show(("", "ms", "worker's CPU ms"), rows, markdown=options.markdown)


if __name__ == "__main__":
    main()
