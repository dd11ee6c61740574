"""What is made once for all tests of a fresh machine: the wheel, the sdist, and a commit."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fresh.machine import ROOT, uv
from tests.repository import Made

COMMITTED = 1_700_000_000  # even, as a zip counts in steps of two seconds


class Built(NamedTuple):
    """What is published, and the wheel that the sdist gives."""

    wheel: Path
    sdist: Path
    wheel_of_sdist: Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("dist")
    # Both from the tree: `uv build` alone would build the wheel from the sdist.
    uv("build", "--quiet", "--sdist", "--wheel", "--out-dir", str(folder))
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    uv("build", "--quiet", "--wheel", "--out-dir", str(folder / "of_sdist"), str(sdist))
    (wheel_of_sdist,) = (folder / "of_sdist").glob("*.whl")
    return Built(wheel, sdist, wheel_of_sdist)


@pytest.fixture(scope="session")
def commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository whose one commit is the working tree."""
    place = tmp_path_factory.mktemp("commit") / "repository"
    named = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    made = Made(place, "--initial-branch", "main")
    for name in named.stdout.decode().rstrip("\0").split("\0"):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    made.git("add", "--all", "--force")
    tree, who = made.git("write-tree"), f"A <a@example.org> {COMMITTED} +0900"
    text = f"tree {tree}\nauthor {who}\ncommitter {who}\n\nThe working tree\n"
    number = made.git("hash-object", "-t", "commit", "-w", "--stdin", given=text.encode())
    made.git("update-ref", "HEAD", number)
    return place


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a module's tests in one process, for each would set up a machine of its own."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
