"""Turns: side by side, or alone, across processes that know nothing of each other."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from grader import turns

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from grader import turns
with getattr(turns, sys.argv[1])():
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)


def hold(kind: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, kind], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def is_held(process: "subprocess.Popen[str]") -> bool:
    assert process.stdout is not None
    return process.stdout.readline() == "held\n"


def let_go(process: "subprocess.Popen[str]") -> None:
    process.communicate("\n", timeout=60)
    assert process.returncode == 0


def test_many_grade_side_by_side() -> None:
    one, two = hold("shared"), hold("shared")
    assert is_held(one)
    assert is_held(two)
    with turns.shared():
        let_go(one)
    let_go(two)


def test_who_is_alone_waits_for_the_others_and_keeps_newcomers_out() -> None:
    first = hold("shared")
    assert is_held(first)
    alone = hold("alone")
    time.sleep(1.5)  # it stands at the gate by now
    newcomer = hold("shared")
    time.sleep(0.5)
    let_go(first)
    assert is_held(alone)
    time.sleep(0.5)
    let_go(alone)
    assert is_held(newcomer)
    let_go(newcomer)


def test_a_killed_process_holds_nothing() -> None:
    killed = hold("alone")
    assert is_held(killed)
    killed.kill()
    killed.communicate()
    with turns.shared():
        pass


def test_a_folder_that_cannot_be_used_stops_nobody(tmp_path: Path) -> None:
    for path in tmp_path.iterdir():
        path.rmdir()
    (tmp_path / f"grade-turns-{os.getuid()}").write_text("in the way")
    with turns.shared(), turns.alone():
        pass


@pytest.fixture
def four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "processors", lambda: 4)
    monkeypatch.setattr(turns, "_is_rationed", lambda: False)


@pytest.mark.usefixtures("four_processors")
@pytest.mark.parametrize(
    ("load", "seconds", "answer"), [(1.5, 40, False), (1.5, 20, True), (2.5, 40, True)]
)
def test_who_had_processors_to_spare_has_not_starved(
    monkeypatch: pytest.MonkeyPatch, load: float, seconds: float, *, answer: bool
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 9.0, 9.0))
    assert turns.may_have_starved(seconds) is answer


def test_a_share_of_a_processor_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (0.0, 0.0, 0.0))
    used = time.thread_time
    monkeypatch.setattr(time, "thread_time", lambda: used() / 3)  # three times as long by the clock
    assert turns.may_have_starved(40)
