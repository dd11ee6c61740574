"""Switch each defence off in turn and see which test notices.

``uv run python -m tests.attacks.ablation`` prints the table and ends with status 1 when the
absence of a defence goes unnoticed; words after it choose defences by name. Each is removed from
a copy of the project, where the tests that must notice are then run.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.attacks.defences import DEFENCES, Defence, Edit

ROOT = Path(__file__).parents[2]
COPIED = ("grader", "reference", "tests", "exercises", "solutions", "pyproject.toml", "course.toml")
PYTEST = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--tb=no")
PASSED, FAILED = 0, 1
AT_ONCE = os.cpu_count() or 1


def copy_project(folder: Path) -> None:
    """Copy what the tests need; files are hard links until they are edited."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored, copy_function=_link)
        else:
            _link(str(source), str(folder / name))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def remove(edit: Edit, folder: Path) -> None:
    """Make one edit; it must fit the code as it is.

    Raises
    ------
    ValueError
        When the text to replace does not stand in the file exactly once.
    """
    path = folder / edit.file
    text = path.read_text(encoding="utf-8")
    if text.count(edit.old) != 1:
        raise ValueError(f"{edit.file} has {text.count(edit.old)} times: {edit.old!r}")
    path.unlink()  # it is a hard link
    path.write_text(text.replace(edit.old, edit.new), encoding="utf-8")


def run_tests(folder: Path, tests: Sequence[str]) -> tuple[int, str]:
    """Run tests of the copy; return pytest's status and the name of the first that failed."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*PYTEST, *dict.fromkeys(tests)], cwd=folder, env=environment, capture_output=True,
        text=True, check=False, timeout=600,
    )  # fmt: skip
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    first = failed[0].partition(" - ")[0].split(" ", 1)[1] if failed else tests[0]
    return done.returncode, first


def ablate(defence: Defence) -> tuple[bool, str]:
    """Remove one defence; return whether a test noticed, and which."""
    with tempfile.TemporaryDirectory(prefix="deepgrade-ablation-") as name:
        folder = Path(name)
        copy_project(folder)
        for edit in defence.edits:
            remove(edit, folder)
        status, first = run_tests(folder, defence.tests)
    return status == FAILED or status < 0, first  # below 0: an alarm ended a test that hung


def main(words: Sequence[str]) -> int:
    """Print one row for each defence; return 0 when every absence was noticed."""
    chosen = [each for each in DEFENCES if not words or any(word in each.name for word in words)]
    with tempfile.TemporaryDirectory(prefix="deepgrade-ablation-") as name:
        copy_project(Path(name))
        status, first = run_tests(Path(name), [test for each in chosen for test in each.tests])
        if status != PASSED:
            print(f"With every defence in place this fails already: {first}")
            return 1
    unnoticed = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for defence, (noticed, test) in zip(chosen, pool.map(ablate, chosen), strict=True):
            unnoticed += not noticed
            print(f"{'noticed' if noticed else 'MISSED '}  {defence.name}: {test}", flush=True)
    print(f"{len(chosen) - unnoticed} of {len(chosen)} defences are missed when they are gone.")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
