"""What is built of one commit is the same everywhere, to the byte, and no more than the commit."""

import hashlib
import os
import struct
import subprocess
import tarfile
import time
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.fresh.conftest import COMMITTED
from tests.fresh.machine import ROOT


def build(source: Path, *, umask: int, **variables: str) -> Path:
    """Run the script; return the folder that it wrote."""
    environment = {**os.environ, **variables}
    environment.pop("VIRTUAL_ENV", None)  # the tests' own, which no build may change
    command = [str(source / ".ci" / "build"), "built"]
    subprocess.run(command, cwd=source, env=environment, umask=umask, check=True)
    return source / "built"


def digests(folder: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}


@pytest.fixture(scope="module")
def dist(commit: Path) -> Path:
    """Return the folder of a first build."""
    return build(commit, umask=0o022, TZ="UTC", LC_ALL="C.UTF-8")


def test_two_builds_of_a_commit_are_the_same_bytes(
    commit: Path, dist: Path, tmp_path: Path
) -> None:
    there = tmp_path / "another place" / "한글"
    there.parent.mkdir()
    subprocess.run(["git", "clone", "--quiet", commit, there], check=True, umask=0o077)
    # A machine where files are old, the day has another name, and somebody is at work.
    for path in (there / "grader").rglob("*.py"):
        os.utime(path, (0, 0))
    (there / "grader" / "unfinished.py").write_text("raise NotImplementedError\n")
    (there / "grader" / "errors.py").write_text("# rewritten\n")
    settings = {"TZ": "Pacific/Apia", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    again = build(there, umask=0o077, **settings)
    assert digests(again) == digests(dist)
    assert {name.rpartition(".")[2] for name in digests(dist)} == {"whl", "gz"}


def test_every_file_is_dated_as_the_commit_and_belongs_to_nobody(dist: Path) -> None:
    [wheel], [sdist] = dist.glob("*.whl"), dist.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        assert {one.date_time for one in archive.infolist()} == {time.gmtime(COMMITTED)[:6]}
    with tarfile.open(sdist) as opened:
        members = opened.getmembers()
    assert {one.mtime for one in members} == {COMMITTED}
    assert {(one.uid, one.gid, one.uname, one.gname) for one in members} == {(0, 0, "", "")}
    assert {one.mode for one in members} <= {0o644, 0o755}
    assert struct.unpack("<4xI", sdist.read_bytes()[:8]) == (COMMITTED,)  # in gzip's header


def test_the_package_says_its_version_and_whose_it_is(dist: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    [wheel] = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("METADATA")]
        metadata = archive.read(name).decode()
        licences = {Path(name).name for name in archive.namelist() if "/licenses/" in name}
    assert f"\nVersion: {project['version']}\n" in metadata
    assert f"\nLicense-Expression: {project['license']}\n" in metadata
    assert licences == set(project["license-files"]) == {"LICENSE", "NOTICE"}
