"""How fast a class is graded, against one plain pytest process for each submission.

    uv run python -m benchmarks.throughput --count 200 --runs 3
    uv run python -m benchmarks.throughput --sizes 100 1000 10000

`grade batch` runs as it comes, plain pytest as many processes at once as there are cores. Both
alternate within a run, so that a noisy machine hurts both.
"""

import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import light, plain, table
from benchmarks.cost import Command, measured, run_all
from grader.machine import processors

CORES = processors()
LIMIT = 60  # seconds of CPU for one plain pytest process


def grade_class(course: Path, folder: Path, *words: str) -> None:
    """Grade a class with ``grade batch`` into a new gradebook."""
    (course / "gradebook.db").unlink(missing_ok=True)
    regrade(course, folder, *words)


def regrade(course: Path, folder: Path, *words: str) -> None:
    """Run ``grade batch`` once more."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "batch", str(folder), *words],
        cwd=course, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done


def plain_pytest(folder: Path) -> None:
    """Run one pytest process for each submission, as many at a time as there are cores."""
    suite = folder.parent / "test_light.py"
    suite.write_text(light.plain_suite())
    submissions = sorted(path.parent for path in folder.rglob("light.py"))
    run_all(
        [Command(plain.command(suite), plain.variables(path)) for path in submissions], CORES, LIMIT
    )


def compare(count: int, runs: int, *, markdown: bool) -> None:
    """Print ours, plain pytest's and the ratio, run by run and as medians."""
    ours, plainly = [], []
    with tempfile.TemporaryDirectory() as place:
        course, folder = Path(place) / "course", Path(place) / "class"
        light.write_course(course)
        light.write_class(folder, count)
        for _run in range(runs):
            ours.append(measured(partial(grade_class, course, folder)))
            plainly.append(measured(partial(plain_pytest, folder)))
        again = measured(partial(regrade, course, folder))
    rows = []
    for name, costs in (("grade batch", ours), ("plain pytest", plainly)):
        wall, cpu, _memory = map(statistics.median, zip(*costs, strict=True))
        ratio = statistics.median(c.wall / o.wall for o, c in zip(ours, costs, strict=True))
        rows.append(
            (name, f"{count / wall:.1f}", f"{1e3 * wall / count:.1f}", f"{1e3 * cpu / count:.1f}",
             f"{ratio:.1f}")
        )  # fmt: skip
    print(f"{count} submissions, {CORES} cores, medians of {runs} runs; {table.machine()}.\n")
    table.show(
        ("", "submissions/s", "ms each", "CPU ms each", "times ours"), rows, markdown=markdown
    )
    print(f"once more, unchanged: {again.wall:.2f} s")


def sizes(counts: list[int], *, markdown: bool) -> None:
    """Print the cost per submission for classes of several sizes."""
    rows = []
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            course, folder = Path(place) / "course", Path(place) / "class"
            light.write_course(course)
            light.write_class(folder, count)
            cost = measured(partial(grade_class, course, folder))
            again = measured(partial(regrade, course, folder))
        rows.append(
            (f"{count:,}", f"{1e3 * cost.wall / count:.1f}", f"{1e3 * cost.cpu / count:.1f}",
             f"{cost.peak_mb:.0f}", f"{again.wall:.2f}")
        )  # fmt: skip
    print(f"{table.machine()}.\n")
    table.show(
        ("submissions", "ms each", "CPU ms each", "MiB", "once more, s"), rows, markdown=markdown
    )


def main() -> None:
    """Measure what was asked for."""
    parser = table.parser(__doc__)
    parser.add_argument("--count", type=int, default=200, help="submissions a run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", help="only the cost at these sizes")
    options = parser.parse_args()
    if options.sizes:
        sizes(options.sizes, markdown=options.markdown)
    else:
        compare(options.count, options.runs, markdown=options.markdown)


if __name__ == "__main__":
    main()
