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
    tiny.write_class(tmp_path / "class", CLASS)
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
