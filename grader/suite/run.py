"""Run an exercise's checks with a warm ``pytest.main`` and record what each one saw.

Only this module knows pytest's hooks. A record holds the raw facts (the exception, the calls,
the output); what they mean is decided afterwards, in the judge.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from grader.errors import SandboxError, SuiteError
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Visibility
from grader.suite import plugin
from grader.suite.diagnosis import Evidence
from grader.suite.expect import CheckFailure
from grader.suite.imports import course_imports
from grader.suite.rules import can_be_replayed, task_of, title_of, wrong_sums
from grader.worker.connection import StudentError
from grader.worker.proxy import Student

INI = Path(__file__).parent / "judge.ini"
_OFF = (
    "terminal", "cacheprovider", "warnings", "faulthandler", "logging", "doctest", "junitxml",
    "pastebin", "stepwise", "unraisableexception", "threadexception", "tmpdir", "debugging",
    "setuponly", "setupplan", "legacypath", "recwarn", "nose", "setuptools", "deepgrade",
    "unittest", "freeze_support", "subtests", "assertion", "capture", "reports",
)  # fmt: skip


class Check:
    """One collected check and, after the run, what happened in it."""

    def __init__(self, item: pytest.Function, exercise: Exercise) -> None:
        self.id = item.nodeid
        # What is not certainly visible is hidden.
        hidden = not item.path.is_relative_to(exercise.folder.absolute())
        self.visibility = Visibility.HIDDEN if hidden else Visibility.VISIBLE
        self.name = item.originalname
        self.task, self.points = task_of(item, exercise, default=1.0 if hidden else 0.0)
        self.title = title_of(item)
        self.can_be_replayed = can_be_replayed(item)
        self.error: BaseException | None = None
        self.fault_is_ours = False
        self.evidence: list[Evidence] = []
        self.output = ""
        self.duration_s = 0.0


class Bench(plugin.Bench, Protocol):
    """A bench that is told what is to come, and when a check has ended."""

    def expect(self, count: int) -> None:
        """Learn how many checks will ask for a fresh student."""
        ...

    def finish(self, check: Check) -> None:
        """Put the check's output into its record and let its workers go."""
        ...


class Recorder:
    """The plugin that collects the checks and records what each one saw."""

    def __init__(self, exercise: Exercise, bench: Bench, arbiter: Callable[[], Student]) -> None:
        self.checks: dict[str, Check] = {}
        self.problems: list[str] = []
        self._exercise = exercise
        self._bench = bench
        self._arbiter = arbiter

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what a suite that cannot be imported says."""
        if report.failed:
            lines = str(report.longrepr).strip().splitlines()
            self.problems.append(f"{report.nodeid}: {lines[-1] if lines else ''}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Read each check's mark and title; a rule that is broken stops the run."""
        for item in items:
            try:
                assert isinstance(item, pytest.Function)
                self.checks[item.nodeid] = Check(item, self._exercise)
            except SuiteError as error:
                self.problems.append(str(error))
        self.problems += wrong_sums(
            self._exercise, [(check.task, check.points) for check in self.checks.values()]
        )
        if self.problems:
            items.clear()
        asking = [item for item in items if "student" in getattr(item, "fixturenames", ())]
        self._bench.expect(len(asking))

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
        """Keep what went wrong in pytest itself, and keep its traceback off the terminal."""
        self.problems.append(f"{excinfo.typename}: {excinfo.value}")
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Time each check, and end its workers when it has ended."""
        check = self.checks[item.nodeid]
        begun = time.perf_counter()
        result = yield
        self._bench.finish(check)
        check.duration_s = time.perf_counter() - begun
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Function, call: pytest.CallInfo[None]
    ) -> Iterator[None]:
        """Keep the first exception; ask the model solution whose fault a strange one is."""
        check = self.checks[item.nodeid]
        if call.when != "teardown" and check.can_be_replayed:
            check.evidence = [
                # A student shared with later checks goes on recording: into a list of its own.
                Evidence(frozenset(student.functions_used_), student.exchanges_)
                for student in item.funcargs.values()
                if isinstance(student, Student)
            ]
        if call.excinfo is not None and check.error is None:
            check.error = call.excinfo.value
            if not isinstance(check.error, CheckFailure | StudentError | SandboxError):
                check.fault_is_ours = call.when != "call" or not self._solution_passes(item)
        report = yield
        if check.error is not None:  # its frames would keep every value the check has seen
            check.error.__traceback__ = check.error.__context__ = None
        return report

    def _solution_passes(self, item: pytest.Function) -> bool:
        arguments: dict[str, Any] = {
            name: item.funcargs[name]
            for name in item._fixtureinfo.argnames  # noqa: SLF001
        }
        for name, value in arguments.items():
            if isinstance(value, Student):
                arguments[name] = self._arbiter()
            elif name == "rng":
                arguments[name] = plugin.generator(self._bench.seed, item.nodeid)
        try:
            item.obj(**arguments)
        except Exception:  # noqa: BLE001 - whatever it is, the solution fails too
            return False
        return True


def run_checks(
    exercise: Exercise,
    bench: Bench,
    arbiter: Callable[[], Student],
    *,
    until_first_failure: bool = False,
) -> list[Check]:
    """Run the visible checks and the hidden suite of one exercise.

    With `until_first_failure` the hidden suite comes first and no check runs after one that fails;
    those have no error then.

    Raises
    ------
    SuiteError
        When the suite cannot be collected or breaks its rules.
    """
    recorder = Recorder(exercise, bench, arbiter)
    paths = [exercise.folder, exercise.suite]
    missing = [path for path in paths if not any(path.glob("test_*.py"))]
    if missing:
        raise SuiteError(_("{folder} holds no test_*.py.").format(folder=missing[0]))
    arguments = [
        # Without confcutdir every folder above the course would be listed too.
        f"-c{INI}", f"--rootdir={exercise.root}", f"--confcutdir={exercise.root}", "--noconftest",
        "--disable-plugin-autoload", "--import-mode=importlib",
        *(f"-pno:{name}" for name in _OFF),
        *(str(path) for path in (reversed(paths) if until_first_failure else paths)),
        *(["--exitfirst"] if until_first_failure else []),
    ]  # fmt: skip
    with course_imports(exercise):
        code = pytest.main(arguments, plugins=[plugin, _Stash(bench), recorder])
    if code == pytest.ExitCode.INTERRUPTED and not recorder.problems:
        raise KeyboardInterrupt
    if recorder.problems or code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        said = "\n".join(recorder.problems) or f"pytest ended with {code}"
        raise SuiteError(_("The suite of {name} breaks the rules:\n{said}").format(
            name=exercise.name, said=said
        ))  # fmt: skip
    return list(recorder.checks.values())


class _Stash:
    """Puts the judge's bench where the fixtures look for it."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[plugin.BENCH] = self._bench
        config.option.tbstyle = "no"  # nobody reads the tracebacks that pytest would draw
