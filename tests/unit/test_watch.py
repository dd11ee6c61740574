"""Watch mode on a real terminal: it grades on save, obeys its keys, and leaves all as it was."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.worker import sandbox
from tests import tiny

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


def _take_the_terminal() -> None:
    """Make standard input the terminal that Ctrl-C comes from."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A `grade … --watch` on a pseudo terminal."""

    def __init__(self, course: Path, *words: str) -> None:
        self.master, slave = pty.openpty()
        isolation = "sandbox" if sandbox.find_bubblewrap() else "process"
        kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "grader", "3", "--watch", "--isolation", isolation, *words],
            cwd=course, stdin=slave, stdout=slave, stderr=slave,
            env={**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TERM": "xterm"},
            start_new_session=True, preexec_fn=_take_the_terminal,  # noqa: PLW1509 - no threads here
        )  # fmt: skip
        self.slave = slave
        self.said = ""

    def wait_for(self, text: str) -> str:
        """Read until `text` appears, and return what came since the last time."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.said:
            assert time.monotonic() < deadline, self.said
            if select.select([self.master], [], [], 0.5)[0]:
                self.said += os.read(self.master, 65536).decode(errors="replace")
        before, _found, self.said = self.said.partition(text)
        return before

    def press(self, key: str) -> None:
        os.write(self.master, key.encode())


@pytest.fixture
def course(tmp_path: Path) -> Path:
    tiny.write(tmp_path)
    return tmp_path


@pytest.fixture
def terminal(course: Path) -> Iterator[Terminal]:
    opened = Terminal(course)
    yield opened
    opened.process.kill()
    opened.process.wait()
    os.close(opened.master)
    os.close(opened.slave)


def test_every_save_is_graded_and_keys_are_obeyed(course: Path, terminal: Terminal) -> None:
    assert "0 of 10 points" in terminal.wait_for("Watching.")
    (course / tiny.STUB).write_text(tiny.SOLUTION_SOURCE)
    assert "10 of 10 points" in terminal.wait_for("Watching.")
    terminal.press("h")
    terminal.wait_for("Multiply by two.")
    terminal.press("l")
    terminal.wait_for("Every exercise is done.")
    (course / tiny.STUB).write_text("def double(:\n")
    terminal.wait_for("line 1")
    terminal.wait_for("Watching.")
    terminal.press("\r")
    terminal.wait_for("Watching.")
    (course / tiny.STUB).write_text(tiny.SOLUTION_SOURCE)
    terminal.wait_for("10 of 10 points")
    terminal.wait_for("Watching.")
    terminal.press("n")  # the course has one exercise: it begins again
    terminal.wait_for("Watching.")
    terminal.press("q")
    assert terminal.process.wait(PATIENCE) == 0
    assert termios.tcgetattr(terminal.slave) == terminal.before
    assert (course / "reports" / "exercise3.json").is_file()


def test_a_file_that_is_gone_for_a_moment_ends_nothing(course: Path, terminal: Terminal) -> None:
    terminal.wait_for("Watching.")
    (course / tiny.STUB).unlink()
    terminal.wait_for("Watching.")
    (course / tiny.STUB).write_text(tiny.SOLUTION_SOURCE)
    terminal.wait_for("10 of 10 points")
    terminal.press("Q")
    assert terminal.process.wait(PATIENCE) == 0


def test_ctrl_c_ends_it_quietly(terminal: Terminal) -> None:
    terminal.wait_for("Watching.")
    terminal.press("\x03")
    assert terminal.process.wait(PATIENCE) == 130
    assert termios.tcgetattr(terminal.slave) == terminal.before


def test_without_a_terminal_enter_grades_and_the_end_of_input_quits(course: Path) -> None:
    isolation = "sandbox" if sandbox.find_bubblewrap() else "process"
    done = subprocess.run(
        [sys.executable, "-m", "grader", "3", "--watch", "--isolation", isolation],
        cwd=course, input="\n", capture_output=True, text=True, check=False, timeout=PATIENCE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.count("0 of 10 points") == 2
    assert "Traceback" not in done.stderr


def test_options_that_make_no_sense_with_it_are_refused(course: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "grader", "3", "--watch", "--seed", "1"],
        cwd=course, capture_output=True, text=True, check=False, timeout=PATIENCE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "leave out the other options" in done.stderr
