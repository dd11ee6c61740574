"""What is built once for all tests of a fresh machine: the wheel, the sdist, and a kit."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fresh.machine import uv


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
