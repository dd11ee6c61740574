"""What else a machine may refuse: namespaces, files, processes, readers, a folder that stays."""

import errno
import importlib
import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from grader.errors import GraderError, SandboxError
from grader.machine import not_started, refuse_too_few_threads
from grader.worker.cells import SandboxCell
from grader.worker.messages import Bounds, Files, Opening, receive_message, send_message
from tests import tiny
from tests.faults.command import CLASS, EVERYONE, attempts, batch_words, run, words_of

MINE = ("3", "--submission", f"solutions/{tiny.NAME}")
NO_NAMESPACES = (
    "bwrap: No permissions to create new namespace, likely because the kernel does not allow "
    "non-privileged user namespaces."
)


def without_bubblewrap(folder: Path, script: str | None) -> dict[str, str]:
    """Return a PATH without bubblewrap, or with one that fails as `script` says."""
    folder.mkdir()
    for name in ("bash", "git", "sh"):
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    if script is not None:
        (folder / "bwrap").write_text(f"#!/bin/sh\n{script}\nexit 1\n")
        (folder / "bwrap").chmod(0o755)
    return {"PATH": str(folder)}


@pytest.mark.skipif(os.name != "posix", reason="bubblewrap is for Linux")
@pytest.mark.parametrize("said", [NO_NAMESPACES, "bwrap: setting up uid map: Permission denied"])
def test_forbidden_namespaces_are_told_and_a_class_is_not_graded_without(
    course: Path, tmp_path: Path, said: str
) -> None:
    path = without_bubblewrap(tmp_path / "bin", f"echo '{said}' >&2")
    ended = run(words_of("batch", course.parent / "class"), course, path)
    assert ended.code == 3
    assert said.rstrip(".") in ended.complaints
    assert "`grade doctor`" in ended.complaints
    assert attempts(course / "gradebook.db") == {}
    ended = run(words_of(*MINE, "--isolation", "sandbox"), course, path)
    assert (ended.code, said.rstrip(".") in ended.complaints) == (3, True), ended


def test_without_bubblewrap_a_class_is_not_graded(course: Path, tmp_path: Path) -> None:
    path = without_bubblewrap(tmp_path / "bin", None)
    ended = run(words_of("batch", course.parent / "class"), course, path)
    assert ended.code == 3
    assert "needs bubblewrap" in ended.complaints
    assert "`grade doctor`" in ended.complaints
    assert attempts(course / "gradebook.db") == {}


def test_few_open_files_are_enough_or_told(course: Path) -> None:
    ended = run(batch_words(course), course, shell='ulimit -n 64; exec "$@"')
    assert (ended.code, ended.complaints) == (0, "")
    for limit in (14, 24):
        ended = run(batch_words(course, "--regrade"), course, shell=f'ulimit -n {limit}; exec "$@"')
        assert ended.code == 3
        assert "Raise the limit (ulimit -n)" in ended.complaints
        ended = run(words_of(*MINE), course, shell=f'ulimit -n {limit}; exec "$@"')
        assert ended.code in (0, 3)
        assert "instructor" not in ended.said  # so a broken check would say
        assert ended.code == 0 or "Raise the limit (ulimit -n)" in ended.complaints
    assert attempts(course / "gradebook.db") == EVERYONE


@pytest.mark.skipif(os.name != "posix", reason="open files are handed over on POSIX")
def test_a_file_that_is_lost_on_its_way_to_a_worker_is_noticed() -> None:
    resource = importlib.import_module("resource")
    sending, receiving = socket.socketpair()
    with sending, receiving, tempfile.TemporaryFile() as file:
        send_message(sending, "check", [file.fileno()] * 3)
        kept = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (file.fileno() + 2, kept[1]))
        try:
            with pytest.raises(OSError, match="Too many open files") as caught:
                receive_message(receiving)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, kept)
    assert "Raise the limit (ulimit -n)" in str(not_started(caught.value))


def test_what_a_cell_says_before_it_ends_is_heard() -> None:
    ours, theirs = socket.socketpair()
    send_message(theirs, "open", [])
    opening = Opening(Files("sums", {}, ""), Bounds(1, 64, 1, 1, 1))
    with closing(SandboxCell(lambda: ours, lambda: False, opening)) as cell:
        send_message(theirs, [errno.EMFILE, os.strerror(errno.EMFILE)], [])
        theirs.close()
        with pytest.raises(SandboxError, match=r"Raise the limit \(ulimit -n\)"):
            cell._finish()


@pytest.mark.parametrize("name", ["short", "x" * 120], ids=["short", "too long for a socket"])
def test_a_class_leaves_nothing_in_the_folder_for_temporary_files(course: Path, name: str) -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own has a long path
        folder = Path(place, name)
        folder.mkdir()
        ended = run(batch_words(course), course, {"TMPDIR": str(folder)})
        left = [path.name for path in folder.iterdir() if "grade-turns" not in path.name]
    assert (ended.code, ended.complaints) == (0, "")
    assert attempts(course / "gradebook.db") == EVERYONE
    assert left == []


def test_too_few_processes_are_told_before_a_pool_would_wait_forever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[object] = []

    def start(thread: object) -> None:
        if len(started) == 5:
            raise RuntimeError("can't start new thread")
        started.append(thread)
        begin(thread)

    begin = refuse_too_few_threads.__globals__["threading"].Thread.start
    monkeypatch.setattr("threading.Thread.start", start)
    refuse_too_few_threads(5)
    started.clear()
    with pytest.raises(GraderError, match=r"no more processes.*ulimit -u.*--jobs 1"):
        refuse_too_few_threads(6)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    for words in (("3",), (), ("batch", "x"), ("export", "csv"), ("doctor",)):
        (tmp_path / "gone").mkdir()
        ended = run(words_of(*words), tmp_path / "gone", shell='rmdir "$PWD"; exec "$@"')
        assert ended.code == 3
        assert "The folder you are in is gone. Go to" in ended.complaints


def test_whoever_stops_reading_stops_the_batch_and_it_goes_on_later(course: Path) -> None:
    ended = run(
        batch_words(course), course,
        shell='"$@" | head -1; exit "${PIPESTATUS[0]}"',
    )  # fmt: skip
    recorded = attempts(course / "gradebook.db")
    if len(recorded) < CLASS:  # the last line may have been written before head ended
        assert ended.code == 141
        assert f"Stopped; {len(recorded)} new attempts are recorded" in ended.complaints
    ended = run(batch_words(course), course)
    assert (ended.code, ended.complaints) == (0, "")
    assert attempts(course / "gradebook.db") == EVERYONE


def test_streams_that_are_closed_or_full_stop_nothing_in_the_middle(course: Path) -> None:
    ended = run(batch_words(course), course, shell='exec "$@" <&- >&-')
    assert (ended.code, ended.complaints) == (0, "")
    ended = run(batch_words(course, "--regrade"), course, shell='exec "$@" >/dev/full')
    assert ended.code == 3
    assert "no room left on the disk" in ended.complaints
    ended = run(words_of("export", "csv"), course, shell='exec "$@" >/dev/full')
    assert (ended.code, "no room left" in ended.complaints) == (3, True)
    ended = run(words_of(*MINE), course, shell='exec "$@" <&- >&- 2>&-')
    assert ended.code == 0


def test_a_class_folder_that_changes_while_it_is_graded(course: Path) -> None:
    handed_in = course.parent / "class"
    more = [handed_in / f"t{number:02}" / tiny.NAME for number in range(8)]
    for folder in more:
        folder.mkdir(parents=True)
        (folder / "sums.py").write_text(tiny.SOLUTION_SOURCE)
    started = subprocess.Popen(
        batch_words(course, "--jobs", "1"), cwd=course, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stdout.readline()
    shutil.rmtree(more[-1].parent)  # not read yet, as only four wait before they are graded
    (more[-2] / "sums.py").unlink()
    (more[-2] / "sums.py").mkdir()
    said, complaints = started.communicate(timeout=240)
    assert (started.returncode, complaints) == (1, "")
    assert f"{CLASS + 6} graded" in said
    assert "t06 · exercise3" in said
    assert "t07 · exercise3" in said
    assert len(attempts(course / "gradebook.db")) == CLASS + 6
