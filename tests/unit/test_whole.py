"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.report.whole import write_whole


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    write_whole(path, b"old", "--html")

    def fails(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    said = r"cannot be written: No space left on device\. Name another place with --html\."
    with pytest.raises(UsageError, match=said):
        write_whole(path, b"new", "--html")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "report.html", tmp_path / "link.html"
    link.symlink_to(path)
    write_whole(link, b"new", "--html")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_missing_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "deep" / "report.html"
    write_whole(path, b"old", "--html")
    write_whole(path, b"new", "--html")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["file/report.html", "folder/", "x" * 300])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match=r"cannot be written: .* --html"):
        write_whole(tmp_path / name, b"new", "--html")
    assert not list(tmp_path.glob(".*.tmp"))
