"""What students use works without fork, without namespaces and on any console.

The first part runs in ``tests/portable/elsewhere.py``, a Python without what only POSIX has: it
says what is simulated and what is not. Nobody has run this file on Windows or macOS.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.report.class_page import report_name
from grader.worker import trial
from grader.worker.connection import signal_name
from grader.worker.door import Door
from tests import tiny

ROOT = Path(__file__).parents[2]
ELSEWHERE = ROOT / "tests" / "portable" / "elsewhere.py"
INSTALLED = f"import sys; sys.path.insert(0, {str(ELSEWHERE.parent)!r}); import elsewhere\n"
INSTALLED += f"elsewhere.install(); sys.path[0] = {str(ROOT)!r}\n"
WORKS = f"exercises/{tiny.NAME}"

Result = subprocess.CompletedProcess[str]
Grade = Callable[..., Result]


def run(
    folder: Path, *words: str, given: str = "", code: str = "utf-8", **variables: str
) -> Result:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "COLUMNS": "100", **variables},
        input=given,
        capture_output=True,
        encoding=code,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("portable") / "course"
    tiny.write(root)
    return root


@pytest.fixture
def grade(course: Path) -> Grade:
    """Return ``grade`` as it runs elsewhere."""
    return lambda *words, **named: run(course, str(ELSEWHERE), *words, **named)


PROBE = """
import importlib.util, os, signal, socket, subprocess
there = [name for name in ("fcntl", "resource", "pwd", "termios") if importlib.util.find_spec(name)]
there += [name for name in ("fork", "killpg", "getuid", "O_NOFOLLOW", "wait4") if hasattr(os, name)]
there += [name for name in ("SIGKILL", "SIGXCPU", "alarm") if hasattr(signal, name)]
there += [name for name in ("AF_UNIX", "send_fds") if hasattr(socket, name)]
there += ["socketpair"] if socket.socketpair()[0].family != socket.AF_INET else []
for wrong in (lambda: open("a:b", "w"), lambda: os.open(".", 0), lambda: os.symlink("a", "b")):
    try:
        there.append(wrong())
    except OSError:
        pass
try:
    there.append(subprocess.Popen(["true"], pass_fds=[0]))
except AssertionError:
    pass
print(there)
"""


def test_what_only_posix_has_is_gone_here_and_in_what_is_started(tmp_path: Path) -> None:
    started = f"import subprocess, sys\nsubprocess.run([sys.executable, '-S', '-c', {PROBE!r}])"
    done = run(tmp_path, "-c", f"{INSTALLED}{PROBE}{started}")
    assert (done.stdout, done.stderr) == ("[]\n[]\n", "")


def test_a_real_exercise_is_graded_elsewhere(tmp_path: Path) -> None:
    kept, page = tmp_path / "attempt.json", tmp_path / "report.html"
    words = ("--submission", "solutions/exercise3", "--json", str(kept), "--html", str(page))
    done = run(ROOT, str(ELSEWHERE), "exercise3", *words)
    assert done.returncode == 0, done.stderr
    attempt = json.loads(kept.read_bytes())
    assert (attempt["isolation"], attempt["score"]) == ("process", attempt["max_score"])
    assert "fine for your own code, but not for anybody else's" in done.stderr
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_mistake_is_named_elsewhere(course: Path, grade: Grade) -> None:
    words = ("--submission", f"{tiny.MISTAKES}/squared.py", "--json", "squared.json")
    done = grade("3", *words, "--isolation", "process")
    assert (done.returncode, done.stderr) == (1, "")
    checks = json.loads((course / "squared.json").read_bytes())["checks"]
    assert {check["outcome"] for check in checks} >= {"failed"}


def test_whatever_code_does_ends_as_the_right_thing_elsewhere(tmp_path: Path) -> None:
    code = f"{INSTALLED}from tests.portable import endings; endings.main()"
    done = run(tmp_path, "-c", code, TMPDIR=str(tmp_path))
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "endless cpu",
        "flood output",
        "crash crashed 0xC0000005",
        "leave exited 0",
        "ask raised EOFError",
        "wait seconds",
        "fine 5 hello",
    ]
    assert list(tmp_path.iterdir()) == []  # nothing is left behind


def test_the_everyday_commands_work_elsewhere(course: Path, grade: Grade) -> None:
    overview, hint = grade(), grade("hint", "3")
    assert (overview.returncode, hint.returncode) == (0, 0), overview.stderr + hint.stderr
    assert "grade exercise3" in overview.stdout
    assert "Multiply by two." in hint.stdout
    kit = course.parent / "kit"
    released = grade("release", str(kit))
    assert released.returncode == 0, released.stderr
    assert (kit / WORKS / "sums.py").is_file()


def test_watching_takes_keys_with_enter_elsewhere(grade: Grade) -> None:
    done = grade("3", "--watch", given="h\nl\nq\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert "0 of 10 points" in done.stdout
    assert "Multiply by two." in done.stdout


def test_the_doctor_says_what_plain_processes_are_good_for(grade: Grade) -> None:
    done = grade("doctor")
    said = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert "so your own code is graded in plain processes, and the code of others not at" in said
    assert "Grade a class on Linux, or on Windows in WSL 2." in said
    assert "time and output are limited, memory is not" in said


def test_a_notebook_is_checked_elsewhere(course: Path) -> None:
    code = "from grader import check\nprint(repr(check(3, submission='solutions/exercise3')))"
    done = run(course, "-c", INSTALLED + code)
    assert done.stderr == ""
    assert "10 of 10 points" in done.stdout


@pytest.fixture
def school(course: Path) -> Path:
    folder = course.parent / "class"
    for name in ('Kim: "A*" <b>|c?', "김철수"):
        path = folder / name / tiny.NAME / "sums.py"
        path.parent.mkdir(parents=True)
        path.write_text(tiny.SOLUTION_SOURCE, encoding="utf-8")
    return folder


def test_a_class_is_refused_elsewhere_unless_that_is_meant(grade: Grade, school: Path) -> None:
    """Students whose names no file of Windows may have get reports all the same."""
    refused = grade("batch", str(school))
    assert refused.returncode == 3
    assert "The sandbox needs bubblewrap on Linux." in refused.stderr
    done = grade("batch", str(school), "--unsafe", "--jobs", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 graded" in done.stdout
    pages = school.parent / "course" / "reports" / "class" / "students"
    assert {path.name for path in pages.iterdir()} == {"Kim%3A %22A%2A%22 %3Cb%3E%7Cc%3F", "김철수"}


@pytest.mark.parametrize(
    ("student", "folder"),
    [
        ("Kim", "Kim"), ("a:b", "a%3Ab"), ("a%3Ab", "a%253Ab"), ("nul.txt", "%6Eul.txt"),
        ("null", "null"), ("com1", "%63om1"), ("end ", "end%20"), ("홍길동", "홍길동"),
    ],
)  # fmt: skip
def test_a_report_has_a_name_that_every_system_takes(student: str, folder: str) -> None:
    assert report_name(student, "exercise3") == f"students/{folder}/exercise3.html"


CONSOLES = [("cp949", "ko"), ("cp949", "en"), ("cp1252", "ko"), ("ascii", "ko")]
LOUD = 'print("✓ 한글 😀 ✗ é", "\\ud800")\n'


@pytest.mark.parametrize(("code", "language"), CONSOLES)
def test_a_console_shows_what_it_can_and_files_are_utf_8(
    course: Path, tmp_path: Path, code: str, language: str
) -> None:
    submission = tmp_path / "sums.py"
    submission.write_text(LOUD + tiny.SOLUTION_SOURCE.replace("* 2.0", "** 2.0"), encoding="utf-8")
    page, kept = tmp_path / "report.html", tmp_path / "attempt.json"
    console = {"PYTHONIOENCODING": code, "LC_ALL": "C", "code": code}
    console |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONWARNDEFAULTENCODING": "1"}
    words = ("3", "--lang", language, "--submission", str(submission))
    done = run(course, "-m", "grader", *words, "--html", str(page), "--json", str(kept), **console)
    assert done.returncode == 1, done.stderr
    assert "Error" not in done.stderr
    assert [line for line in done.stderr.splitlines() if "grader" in line] == []  # no encoding left
    assert ("\n  x  " in done.stdout) == (code != "utf-8")  # a mark that the console has
    assert ("과제 1" in done.stdout) == (code == "cp949" and language == "ko")
    assert "한글 😀" in page.read_text(encoding="utf-8")
    assert "한글 😀" in json.dumps(json.loads(kept.read_bytes()), ensure_ascii=False)


def is_equipped() -> bool:
    try:
        trial.try_sandbox()
    except GraderError:
        return sys.platform == "darwin"  # where there is none to be had
    return True


@pytest.mark.parametrize("words", [(), ("doctor",), ("hint", "3"), ("nothing",), ("--help",)])
def test_no_command_fails_for_a_poor_console(course: Path, words: tuple[str, ...]) -> None:
    console = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run(course, "-m", "grader", "--lang", "ko", *words, PYTHONCOERCECLOCALE="0", **console)
    ends: dict[tuple[str, ...], int] = {("nothing",): 2, ("doctor",): 0 if is_equipped() else 3}
    assert done.returncode == ends.get(words, 0)
    assert "Error" not in done.stderr


def test_line_ends_and_a_mark_of_windows_change_nothing(tmp_path: Path) -> None:
    tiny.write(tmp_path)
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    source = ("# 한글\n" + tiny.SOLUTION_SOURCE).replace("\n", "\r\n")
    (tmp_path / tiny.STUB).write_bytes(b"\xef\xbb\xbf" + source.encode())
    done = run(tmp_path, "-m", "grader", "3")
    assert "10 of 10 points" in done.stdout, done.stderr


@pytest.fixture
def door() -> Iterator[Door]:
    made = Door()
    yield made
    made.close()


def test_the_door_opens_for_the_token_alone(door: Door) -> None:
    with socket.create_connection(("127.0.0.1", door.port)) as stranger:
        stranger.sendall(bytes(32))
        with socket.create_connection(("127.0.0.1", door.port)) as known:
            known.sendall(door.token)
            with closing(door.admit(5, lambda: True)) as channel:
                channel.sendall(b"welcome")
                assert known.recv(7) == b"welcome"
                assert stranger.recv(1) == b""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", door.port))


def test_nobody_waits_at_the_door_for_a_process_that_has_ended(door: Door) -> None:
    begun = time.monotonic()
    with pytest.raises(ConnectionError):
        door.admit(60, lambda: False)
    assert time.monotonic() - begun < 10


def test_an_ending_is_called_what_the_system_calls_it() -> None:
    assert signal_name(11) == "SIGSEGV"
    assert signal_name(250) == "250"
    assert signal_name(0xC0000005) == "0xC0000005"
