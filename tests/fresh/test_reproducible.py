"""What is built of one commit is the same everywhere, to the byte, and no more than the commit."""

import hashlib
import os
import shutil
import struct
import subprocess
import tarfile
import time
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.fresh.machine import ROOT
from tests.repository import Made

COMMITTED = 1_700_000_000  # even, as a zip counts in steps of two seconds


@pytest.fixture(scope="module")
def commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository whose one commit is the working tree."""
    place = tmp_path_factory.mktemp("commit") / "repository"
    named = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    made = Made(place)
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


def build(source: Path, *, umask: int, **variables: str) -> Path:
    """Run the script; return the folder that it wrote."""
    environment = {**os.environ, **variables}
    environment.pop("VIRTUAL_ENV", None)  # the tests' own, which no build may change
    command = [source / ".ci" / "build", "built"]
    subprocess.run(command, cwd=source, env=environment, umask=umask, check=True)
    return source / "built"


def digests(folder: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}


@pytest.fixture(scope="module")
def built(commit: Path) -> Path:
    """Return the folder of a first build."""
    return build(commit, umask=0o022, TZ="UTC", LC_ALL="C.UTF-8")


def test_two_builds_of_a_commit_are_the_same_bytes(
    commit: Path, built: Path, tmp_path: Path
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
    assert digests(again) == digests(built)
    assert {name.rpartition(".")[2] for name in digests(built)} == {"whl", "gz"}


def test_every_file_is_dated_as_the_commit_and_belongs_to_nobody(built: Path) -> None:
    [wheel], [sdist] = built.glob("*.whl"), built.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        assert {one.date_time for one in archive.infolist()} == {time.gmtime(COMMITTED)[:6]}
    with tarfile.open(sdist) as opened:
        members = opened.getmembers()
    assert {one.mtime for one in members} == {COMMITTED}
    assert {(one.uid, one.gid, one.uname, one.gname) for one in members} == {(0, 0, "", "")}
    assert {one.mode for one in members} <= {0o644, 0o755}
    assert struct.unpack("<4xI", sdist.read_bytes()[:8]) == (COMMITTED,)  # in gzip's header


def test_the_package_says_its_version_and_whose_it_is(built: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("METADATA")]
        metadata = archive.read(name).decode()
        licences = {Path(name).name for name in archive.namelist() if "/licenses/" in name}
    assert f"\nVersion: {project['version']}\n" in metadata
    assert f"\nLicense-Expression: {project['license']}\n" in metadata
    assert licences == set(project["license-files"]) == {"LICENSE", "NOTICE"}
