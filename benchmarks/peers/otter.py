"""otter-grader: a notebook each, ``otter run``, which is one process for each submission."""

import json
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks import light
from benchmarks.cost import Command, run_all
from benchmarks.peers.environments import install, variables
from benchmarks.peers.forty import HandedIn
from benchmarks.peers.notebooks import code, write_notebook
from benchmarks.peers.tool import JOBS, WHOLE_LIMIT

_TEST = """
OK_FORMAT = True
test = {{
    "name": {name!r},
    "points": 1,
    "suites": [{{
        "cases": [{{"code": {code!r}, "hidden": True, "locked": False}}],
        "scored": True, "setup": "", "teardown": "", "type": "doctest",
    }}],
}}
"""


class Otter:
    """``otter run``, two at a time."""

    name = "otter run 7.0.0"
    copies = 1

    def __init__(self, place: Path) -> None:
        commands = install("otter")
        self._command = commands / "otter"
        self._variables = variables(commands, place)
        self._zip = place / "otter" / "autograder.zip"
        tests = place / "otter" / "tests"
        tests.mkdir(parents=True)
        for name, piece in light.pieces().items():
            lines = f"import numpy as np\n{piece}".splitlines()
            doctest = "\n".join(f">>> {line}" for line in lines)
            (tests / f"{name}.py").write_text(_TEST.format(name=name, code=doctest))
        subprocess.run(
            [self._command, "generate", "-t", tests, "-o", self._zip, "--no-environment"],
            cwd=tests.parent, env=self._variables, check=True, capture_output=True,
        )  # fmt: skip

    def lay_out(self, folder: Path, handed_in: Sequence[HandedIn]) -> None:
        """Write each student's notebook."""
        for one in handed_in:
            write_notebook(folder / one.student / "light.ipynb", code(one.source))

    def grade(self, folder: Path) -> None:
        """Run one process each."""
        commands = [
            Command(
                [self._command, "run", "-a", self._zip, "-o", path.parent, "--no-logo", path],
                self._variables,
            )
            for path in sorted(folder.glob("*/light.ipynb"))
        ]
        run_all(commands, JOBS, WHOLE_LIMIT)

    def passed(self, folder: Path) -> dict[str, frozenset[str]]:
        """Read the files of results."""
        found: dict[str, frozenset[str]] = {}
        for path in folder.glob("*/light.ipynb"):
            with suppress(OSError):
                tests = json.loads((path.parent / "results.json").read_bytes())["tests"]
                found[path.parent.name] = frozenset(
                    test["name"].strip() for test in tests if test.get("score")
                )
        return found
