"""A class's folder may hold files that are named like modules: the grader imports none of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.worker import sandbox
from tests import tiny

ROOT = Path(__file__).parents[2]
COMMAND = "from grader.cli import main\nif __name__ == '__main__':\n    main()\n"
UNSAFE = [] if sandbox.find_bubblewrap() else ["--unsafe"]
OTHERS = ("_pytest", "click", "grader", "msgspec", "numpy", "pytest", "rich", "sqlalchemy")


@pytest.mark.parametrize(
    ("words", "said"),
    [(["batch", ".", "--jobs", "2", *UNSAFE], "4 graded"), (["verify", "--jobs", "2"], "Proven")],
    ids=["batch", "verify"],
)
def test_a_class_is_graded_in_its_folder_and_nothing_there_is_imported(
    tmp_path: Path, words: list[str], said: str
) -> None:
    course, mark = tmp_path / "course", tmp_path / "imported"
    tiny.write(course)
    tiny.write_class(course / "class", 4)
    for name in {*sys.stdlib_module_names, *OTHERS}:
        trap = course / "class" / f"{name}.py"
        trap.write_text(f"with open({str(mark)!r}, 'a') as file:\n    print(__name__, file=file)\n")
    installed = tmp_path / "bin" / "grade"  # its own folder is where Python looks first
    installed.parent.mkdir()
    installed.write_text(COMMAND)
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, str(installed), *words],
        cwd=course / "class", env={**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    assert not mark.exists(), mark.read_text()
    assert said in done.stdout, done
    assert "Traceback" not in done.stderr
