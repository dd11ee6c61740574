"""The same forty submissions graded by Deepgrade, nbgrader, otter-grader and plain pytest.

    uv run python -m benchmarks.peers --runs 3 --markdown

Installs the two peers in environments of their own, once. Every tool grades with two processes,
and all take turns within a run, so that a noisy machine hurts all. The endless loop is graded
apart: its seconds are its limit's, and would hide everything else.
"""

import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import table
from benchmarks.cost import Cost, measured
from benchmarks.peers.forty import LOOP, HandedIn, forty
from benchmarks.peers.nbgrader import Nbgrader
from benchmarks.peers.otter import Otter
from benchmarks.peers.ours import Ours
from benchmarks.peers.plain import Plain
from benchmarks.peers.tool import JOBS, LIMIT, WHOLE_LIMIT, Tool

TOOLS: dict[str, Callable[[Path], Tool]] = {
    "ours": lambda _place: Ours(),
    "many": lambda _place: Ours(copies=10),
    "pytest": lambda _place: Plain(),
    "nbgrader": Nbgrader,
    "otter": Otter,
}


class Run(NamedTuple):
    """What one run of a tool cost, and whom it judged wrongly or lost."""

    others: Cost
    loop: Cost
    misjudged: tuple[str, ...]


def grade_all(tool: Tool, folder: Path) -> Run:
    """Grade the forty: the loop alone, the others together."""
    handed_in = forty()
    loop = [one for one in handed_in if one.student == LOOP]
    others = [one for one in handed_in if one.student != LOOP]
    together, wrong = _grade(tool, folder / "others", others)
    alone, wrong_too = _grade(tool, folder / LOOP, loop)
    return Run(together, alone, (*wrong, *wrong_too))


def _grade(tool: Tool, folder: Path, handed_in: list[HandedIn]) -> tuple[Cost, list[str]]:
    tool.lay_out(folder, handed_in)
    cost = measured(partial(tool.grade, folder))
    return cost, _misjudged(tool.passed(folder), handed_in)


def _misjudged(passed: Mapping[str, frozenset[str]], handed_in: list[HandedIn]) -> list[str]:
    return [
        one.student if one.student in passed else f"{one.student} (no result)"
        for one in handed_in
        if passed.get(one.student) != one.right
    ]


def show(runs: dict[str, list[Run]], tools: dict[str, Tool], *, markdown: bool) -> None:
    """Print medians, and medians of the ratios within each run."""
    count = len(forty())
    many = {key: tool.copies * (count - 1) for key, tool in tools.items()}
    rows = []
    for key, done in runs.items():
        middle = Cost(*map(statistics.median, zip(*(run.others for run in done), strict=True)))
        loop = Cost(*map(statistics.median, zip(*(run.loop for run in done), strict=True)))
        wrong = {student for run in done for student in run.misjudged}
        rows.append(
            (
                tools[key].name,
                f"{middle.wall / many[key]:.3f}",
                f"{middle.cpu / many[key]:.3f}",
                f"{max(middle.peak_mb, loop.peak_mb):.0f}",
                f"{count - len(wrong)} of {count}",
                *(
                    _ratio(done, runs.get(ours, []), many[key] / many.get(ours, 1))
                    for ours in ("ours", "many")
                ),
                f"{loop.wall:.1f}",
                f"{loop.cpu:.1f}",
            )
        )
    table.show(
        ("", "s each", "CPU s each", "MiB", "judged correctly", "times ours", "times ours of many",
         "loop, s", "loop, CPU s"),
        rows, markdown=markdown,
    )  # fmt: skip
    for key, done in runs.items():
        for student in sorted({student for run in done for student in run.misjudged}):
            print(f"- {tools[key].name} misjudged {student}")


def _ratio(theirs: list[Run], ours: list[Run], more: float) -> str:
    """Return how many times ours a submission takes, where they graded `more` times as many."""
    ratios = [
        run.others.wall / our.others.wall / more for run, our in zip(theirs, ours, strict=False)
    ]
    return f"{statistics.median(ratios):.1f}" if ratios else ""


def main() -> None:
    """Install, build, grade, print."""
    parser = table.parser(__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=list(TOOLS))
    options = parser.parse_args()
    runs: dict[str, list[Run]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="peers-") as place:
        tools = {key: TOOLS[key](Path(place)) for key in options.tools}
        for number in range(options.runs):
            for key, tool in tools.items():
                runs[key].append(grade_all(tool, Path(place) / f"{key}-{number}"))
    print(
        f"{len(forty())} submissions, {JOBS} processes each, medians of {options.runs} runs; "
        f"{table.machine()}. A check may take {LIMIT} s, a process of otter or pytest "
        f"{WHOLE_LIMIT} s of CPU.\n"
    )
    show(runs, tools, markdown=options.markdown)


if __name__ == "__main__":
    main()
