"""A course, a class that handed it in, and small or read-only disks under it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import tiny
from tests.faults.command import CLASS, Mount

IN_CI = bool(os.environ.get("CI"))


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    tiny.write(root)
    for number in range(CLASS):
        path = tmp_path / "class" / f"s{number:02}" / tiny.NAME / "sums.py"
        path.parent.mkdir(parents=True)
        path.write_text(tiny.SOLUTION_SOURCE if number % 2 else tiny.STUB_SOURCE)
    return root


@pytest.fixture
def disk() -> Iterator[Mount]:
    """Return what mounts a disk in memory; all are taken away again."""
    mounted: list[Path] = []

    def mount(place: Path, options: str) -> None:
        place.mkdir(parents=True, exist_ok=True)
        done = shutil.which("mount") and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)],
            capture_output=True, check=False,
        )  # fmt: skip
        if not done or done.returncode:
            assert not IN_CI, "no disk can be mounted: this must run as root in CI"
            pytest.skip("no disk can be mounted here: not tried with a small or read-only one")
        mounted.append(place)

    yield mount
    for place in reversed(mounted):
        subprocess.run(["umount", "-l", str(place)], check=True)
