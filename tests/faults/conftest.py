"""A course, a class that handed it in, and small or read-only disks under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import disks, tiny
from tests.faults.command import CLASS, Mount


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
        disks.mount(place, options)
        mounted.append(place)

    yield mount
    for place in reversed(mounted):
        disks.unmount(place)
