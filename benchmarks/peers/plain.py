"""Plain pytest: one process for each submission, two at a time."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks import light, plain
from benchmarks.cost import Command, run_all
from benchmarks.peers.forty import HandedIn
from benchmarks.peers.tool import JOBS, WHOLE_LIMIT
from grader.worker.sandbox import ONE_THREAD


class Plain:
    """pytest, as it comes."""

    name = "plain pytest"
    copies = 1

    def lay_out(self, folder: Path, handed_in: Sequence[HandedIn]) -> None:
        """Write a folder each, and the suite beside them."""
        folder.mkdir(parents=True)
        (folder / "test_light.py").write_text(light.plain_suite())
        for one in handed_in:
            path = folder / one.student / f"{light.MODULE}.py"
            path.parent.mkdir()
            path.write_text(one.source)

    def grade(self, folder: Path) -> None:
        """Run a process each."""
        suite = folder / "test_light.py"
        run_all(
            [
                Command(
                    plain.command(suite, f"--junitxml={path.parent}/result.xml"),
                    plain.variables(path.parent) | ONE_THREAD,
                )
                for path in sorted(folder.glob("*/light.py"))
            ],
            JOBS,
            WHOLE_LIMIT,
        )

    def passed(self, folder: Path) -> dict[str, frozenset[str]]:
        """Read the JUnit files."""
        found: dict[str, frozenset[str]] = {}
        for path in folder.glob("*/light.py"):
            with suppress(OSError):
                cases = ET.parse(path.parent / "result.xml").iter("testcase")  # noqa: S314 - ours
                found[path.parent.name] = frozenset(
                    case.attrib["name"].removeprefix("test_") for case in cases if not len(case)
                )
        return found
