"""The example that shows the whole flow offline runs, and shows what it says."""

import os
import subprocess
import sys
from pathlib import Path

from grader.worker import sandbox
from tests.ci.runner import obeyed

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "pull_request.sh"


def test_the_example_shows_a_fork_from_the_first_push_to_the_comment() -> None:
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    done = subprocess.run(
        ["bash", str(EXAMPLE), *unsafe],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=300,
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8",
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    parts = done.stdout.split("\n== ")[1:]
    _begin, fork, first, summary, second, third, comment = parts
    assert "tests/hidden/exercise1/test_words.py" in fork
    titles = [[each.properties["title"] for each in obeyed(part)] for part in (first, second)]
    assert titles == [["Task 1: Initials", "Task 2: Caesar's cipher"], ["Task 2: Caesar's cipher"]]
    assert "(exit code 1)" in first
    assert "0 of 5 points" in summary
    assert "exercise1: 2 / 5\n" in second
    assert "exercise1: 2 / 5 (unchanged since it was graded)\n" in third
    assert "| Task 1: Initials | 2 / 2 | 3 / 3 |" in comment
