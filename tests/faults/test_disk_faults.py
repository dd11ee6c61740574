"""Folders that are missing, read-only or full: said, or done without; nothing is lost."""

import os
from pathlib import Path

import pytest

from grader.worker import sandbox
from tests import disks, tiny
from tests.faults.command import CLASS, EVERYONE, Mount, attempts, batch_words, run, words_of

MINE = ("3", "--submission", f"solutions/{tiny.NAME}")


def test_a_home_that_cannot_be_written_is_done_without(
    course: Path, tmp_path: Path, disk: Mount
) -> None:
    disk(tmp_path / "home", "ro")
    home = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "home" / "cache")}
    ended = run(batch_words(course), course, home)
    assert (ended.code, ended.complaints) == (0, "")
    ended = run(words_of(*MINE), course, {"HOME": "/nowhere/at/all"})
    assert (ended.code, ended.complaints) == (0, "")


def test_without_a_folder_for_temporary_files_the_sandbox_works(course: Path) -> None:
    if not sandbox.find_bubblewrap():
        assert not os.environ.get("CI"), "bubblewrap is not installed: in CI it must be"
        pytest.skip("no bubblewrap: not tried without a folder for temporary files")
    ended = run(batch_words(course), course, no_temporary_folder(course))
    assert (ended.code, ended.complaints) == (0, "")
    assert attempts(course / "gradebook.db") == EVERYONE


def test_plain_processes_say_which_folder_they_miss(course: Path) -> None:
    ended = run(words_of(*MINE, "--isolation", "process"), course, no_temporary_folder(course))
    assert ended.code == 3
    assert "There is no folder for temporary files. Set TMPDIR" in ended.complaints


def no_temporary_folder(course: Path) -> dict[str, str]:
    """Let Python find none, as where neither /tmp nor this folder can be written."""
    (course.parent / "site").mkdir()
    (course.parent / "site" / "sitecustomize.py").write_text(
        "import tempfile\ntempfile._candidate_tempdir_list = lambda: ['/nowhere']\n"
    )
    return {"PYTHONPATH": f"{course.parent / 'site'}:{Path(__file__).parents[2]}"}


def test_a_full_folder_for_temporary_files_fails_no_student_who_prints(
    course: Path, tmp_path: Path, disk: Mount
) -> None:
    scratch = tmp_path / "scratch"
    disk(scratch, "size=64k")
    with pytest.raises(OSError, match="No space"):
        (scratch / "ballast").write_bytes(bytes(1 << 20))
    loud = tmp_path / "loud"
    loud.mkdir()
    (loud / "sums.py").write_text("print('word ' * 50_000)\n" + tiny.SOLUTION_SOURCE.lstrip())
    ended = run(words_of("3", "--submission", loud), course, {"TMPDIR": str(scratch)})
    assert (ended.code, ended.complaints) == (0, "")


def test_a_full_disk_for_reports_loses_nothing_and_leaves_no_half_page(
    course: Path, tmp_path: Path, disk: Mount
) -> None:
    reports = tmp_path / "reports"
    disk(reports, "size=40k")
    ended = run(batch_words(course, "--reports", reports), course)
    assert ended.code == 2
    assert "cannot be written: No space left on device" in ended.complaints
    assert "--reports" in ended.complaints
    recorded = attempts(course / "gradebook.db")
    assert f"Stopped; {len(recorded)} new attempts are recorded" in ended.complaints
    for page in (path for path in reports.rglob("*") if path.is_file()):
        assert page.read_text().rstrip().endswith("</html>")
    disks.remount(reports, "size=8m")
    ended = run(batch_words(course, "--reports", reports), course)
    assert (ended.code, ended.complaints) == (0, "")
    assert f"{len(recorded)} unchanged" in ended.said
    assert attempts(course / "gradebook.db") == EVERYONE
    assert len(list(reports.rglob("exercise3.html"))) == CLASS


@pytest.mark.parametrize("obstacle", ["file", "read-only"])
def test_a_reports_folder_that_cannot_be_written_is_named(
    course: Path, tmp_path: Path, disk: Mount, obstacle: str
) -> None:
    reports = tmp_path / "reports"
    if obstacle == "file":
        reports.touch()
    else:
        disk(reports, "ro")
    ended = run(batch_words(course, "--reports", reports / "class"), course)
    assert ended.code == 2
    assert f"{reports}" in ended.complaints
    assert "Name another place with --reports" in ended.complaints
    ended = run(batch_words(course), course)
    assert (ended.code, attempts(course / "gradebook.db")) == (0, EVERYONE), ended
