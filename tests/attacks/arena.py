"""Where hostile submissions are graded: a small course, secrets worth stealing, and a watch.

What an attack achieved is measured from outside: points, the attempt, files, processes and what
arrived over the network. Nothing the submission says about itself counts.
"""

import ast
import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from grader.course import load_course
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.judge import Judge
from grader.records import Attempt, CheckResult, Feedback, Submission
from grader.suite.checks import Check
from grader.suite.verdicts import Verdicts
from grader.worker import sandbox
from grader.worker.cells import Cell, start_nursery
from grader.worker.connection import Connection
from grader.worker.messages import Bounds
from grader.worker.proxy import Student

HERE = Path(__file__).parent
COURSE = HERE / "course"
SUITE = COURSE / "tests" / "hidden" / "small" / "test_small.py"
LAYERS = ("sandbox", "process")
BLOCKED, NOT_STOPPED, NOT_RUN = "blocked", "not stopped here", "not run here"
LEAK = "LEAK"  # every hostile submission marks with this what it carries out
SUITE_CANARY = "canary-suite-8f2c61d0"
ENV_CANARY = "canary-env-51be09a7"
HOME_CANARY = "canary-home-c3d8417e"
CANARIES = (SUITE_CANARY, ENV_CANARY, HOME_CANARY)
QUIET_SECONDS = 20.0


class Hostile(NamedTuple):
    """One submission of the corpus, as its module describes itself."""

    name: str
    row: str
    tries: str
    expected: dict[str, str]
    baseline: float
    numbers: str | None
    files: dict[str, str]
    source: str


def read_hostile(path: Path) -> Hostile:
    """Read what a hostile module says of itself, without running it."""
    source = path.read_text()
    tree = ast.parse(source)
    said: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in ("ROW", "EXPECTED", "BASELINE", "NUMBERS", "FILES"):
                code = compile(ast.Expression(node.value), str(path), "eval")
                said[name] = eval(code)
    return Hostile(
        name=path.stem,
        row=said["ROW"],
        tries=ast.get_docstring(tree) or "",
        expected=said["EXPECTED"],
        baseline=said.get("BASELINE", 0.0),
        numbers=said.get("NUMBERS"),
        files=said.get("FILES", {}),
        source=source,
    )


def corpus() -> list[Hostile]:
    """Return all hostile submissions."""
    return [read_hostile(path) for path in sorted((HERE / "submissions").glob("*.py"))]


class Graded(NamedTuple):
    """One grading, as students see it, and as it is with nothing held back."""

    attempt: Attempt
    full: Sequence[CheckResult]
    seconds: float

    def check(self, name: str) -> CheckResult:
        """Return the result of one check by its function's name."""
        return next(check for check in self.attempt.checks if check.id.endswith(f"::{name}"))


class _Watched(Verdicts):
    """Verdicts at the feedback asked for, which also keep what full feedback would show."""

    full: Sequence[CheckResult] = ()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(exercise, Feedback.RESULT)
        self._in_full = Verdicts(exercise, Feedback.FULL)

    def of(
        self, checks: Sequence[Check], submission: Submission, load_error: BaseException | None
    ) -> list[CheckResult]:
        self.full = self._in_full.of(checks, submission, load_error)
        return super().of(checks, submission, load_error)


class Arena:
    """A warm nursery of one isolation, and everything around it that could be harmed."""

    def __init__(self, isolation: str, folder: Path) -> None:
        """Start the nursery, with secrets in the environment and the home folder of the judge.

        Raises
        ------
        SandboxError
            When this machine has no such isolation.
        """
        self.isolation = isolation
        self.folder = folder
        self.home, self.victim = folder / "home", folder / "victim"
        self.home.mkdir()
        (self.home / "secret.txt").write_text(HOME_CANARY)
        self.victim.mkdir()
        (self.victim / "other_student.py").write_text(f"SECRET = {HOME_CANARY!r}\n")
        self.exercise: Exercise = load_course(COURSE).exercise("small")
        self._marker = f"marker_{secrets.token_hex(8)}"  # in the command line of each process
        preload = ("numpy", self._marker)
        launched = sandbox.begin(isolation, preload, [COURSE])
        self._root = launched.process.pid if launched else None
        self.nursery = start_nursery(isolation, launched, preload)
        self._judge = Judge(self.exercise, self.nursery, Feedback.RESULT)
        self._verdicts = self._judge._verdicts = _Watched(self.exercise)
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.arrived: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()
        self._usual = len(self.processes())

    def _listen(self) -> None:
        while True:
            try:
                line, _address = self._server.accept()
            except OSError:
                return
            with line:
                line.settimeout(1)
                self.arrived.append(line.recv(4096))

    def fill_in(self, text: str, submission: Path) -> str:
        """Tell a hostile text the places an attacker may have guessed."""
        places = {
            "@SUITE@": SUITE,
            "@HOME@": self.home,
            "@VICTIM@": self.victim,
            "@SUBMISSION@": submission,
            "@COURSE@": COURSE,
            "@REPOSITORY@": HERE.parent.parent,
            "@PORT@": self.port,
            "@JUDGE@": os.getpid(),
        }
        for mark, place in places.items():
            text = text.replace(mark, str(place))
        return text

    def submission(self, source: str, files: dict[str, str] | None = None) -> Path:
        """Write a submission folder."""
        folder = self.folder / f"submission-{secrets.token_hex(4)}"
        for name, text in {"small.py": source, **(files or {})}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.fill_in(text, folder))
        return folder

    def grade(self, folder: Path) -> Graded:
        """Grade one submission folder."""
        begun = time.monotonic()
        attempt = self._judge.grade(read_submission(folder, self.exercise, "mallory"), seed=7)
        return Graded(attempt, self._verdicts.full, time.monotonic() - begun)

    def grade_source(self, source: str) -> Graded:
        """Grade one module."""
        return self.grade(self.submission(source))

    def open_cell(self, source: str) -> Cell:
        """Open a cell for one module, to ask it questions without a suite."""
        limits = self.exercise.limits
        bounds = Bounds(
            cpu_seconds=limits.cpu_seconds,
            memory_mb=limits.memory_mb,
            output_mb=limits.output_mb,
            disk_mb=limits.disk_mb,
            processes=limits.processes,
        )
        text = self.fill_in(source, self.folder).encode()
        return self.nursery.open("small", {"small.py": text}, bounds, is_notebook=False)

    def processes(self) -> set[int]:
        """Return the processes of this arena that are alive."""
        parents: dict[int, int] = {}
        marked: set[int] = set()
        for entry in Path("/proc").iterdir():
            if not entry.name.isdecimal():
                continue
            try:
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
                line = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if state in "ZX":
                continue
            parents[int(entry.name)] = int(parent)
            if self._marker.encode() in line:
                marked.add(int(entry.name))
        root = self._root or -1
        below = {pid for pid in parents if root in _ancestors(pid, parents)}
        return marked | below

    def is_quiet(self) -> bool:
        """Wait until only the usual processes are left; False when others stay."""
        end = time.monotonic() + QUIET_SECONDS
        while time.monotonic() < end:
            if len(self.processes()) <= self._usual:
                return True
            time.sleep(0.05)
        return False

    def close(self) -> None:
        """End the nursery."""
        self._server.close()
        self.nursery.close()


def _ancestors(pid: int, parents: dict[int, int]) -> Iterator[int]:
    while pid in parents:
        pid = parents[pid]
        yield pid


def connect(cell: Cell, seconds: float = 10.0) -> tuple[Student, Connection]:
    """Start a fresh process in a cell, with the submission loaded."""
    connection = cell.check(seconds)
    student = Student(connection)
    student.load_()
    return student, connection


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return names, modes, times and bytes of everything below a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        state = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(folder))] = (state.st_mode, state.st_mtime_ns, content)
    return found


def as_json(value: object) -> str:
    """Return a record as the text that is published."""
    return msgspec.json.encode(value).decode()
