"""Run an exercise's checks with pytest and record what each one saw.

The checks are collected once and run again for each submission: pytest's configuration and
collection would take as long as the checks themselves. Only this module knows pytest's hooks. A
record holds the raw facts (the exception, the calls, the output); what they mean is decided
afterwards, in the judge.
"""

import copy
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from _pytest.config import _prepareconfig

from grader.errors import SuiteError, UnequippedError
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Visibility
from grader.suite import plugin
from grader.suite.checks import Check, Collector, JudgeBench
from grader.suite.diagnosis import Evidence
from grader.suite.expect import CheckFailure
from grader.suite.imports import SuiteModules
from grader.worker.connection import StudentError
from grader.worker.proxy import Student

INI = Path(__file__).parent / "judge.ini"
_OFF = (
    "terminal", "cacheprovider", "warnings", "faulthandler", "logging", "doctest", "junitxml",
    "pastebin", "stepwise", "unraisableexception", "threadexception", "tmpdir", "debugging",
    "setuponly", "setupplan", "legacypath", "recwarn", "nose", "setuptools", "deepgrade",
    "unittest", "freeze_support", "subtests", "assertion", "capture", "reports",
)  # fmt: skip


class Recorder:
    """The plugin that records what each check saw.

    There is one for all runs, as pytest keeps whatever was ever registered.
    """

    def __init__(self, arbiter: Callable[[], Student] | None) -> None:
        self._arbiter = arbiter
        self._checks: dict[str, Check] = {}
        self._bench: JudgeBench

    @contextmanager
    def recording(self, checks: Iterable[Check], bench: JudgeBench) -> Iterator[None]:
        """Record into these checks, and keep nothing of them afterwards."""
        self._checks = {check.id: check for check in checks}
        self._bench = bench
        try:
            yield
        finally:
            self._checks = {}
            del self._bench

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Time each check, and end its workers when it has ended."""
        check = self._checks[item.nodeid]
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
        check = self._checks[item.nodeid]
        if call.when != "teardown" and check.can_be_replayed:
            check.evidence = [
                # A student shared with later checks goes on recording: into a list of its own.
                Evidence(frozenset(student.functions_used_), student.exchanges_)
                for student in item.funcargs.values()
                if isinstance(student, Student)
            ]
        if call.excinfo is not None and check.error is None:
            check.error = call.excinfo.value
            if not isinstance(check.error, CheckFailure | StudentError | UnequippedError):
                try:
                    check.fault_is_ours = call.when != "call" or not self._solution_passes(item)
                except UnequippedError as error:
                    check.error = error
        report = yield
        if check.error is not None:  # its frames would keep every value the check has seen
            check.error.__traceback__ = check.error.__context__ = None
        return report

    def _solution_passes(self, item: pytest.Function) -> bool:
        if self._arbiter is None:
            return True  # as its author has proven; a kit has no solution to ask
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
        except UnequippedError:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, the solution fails too
            return False
        return True


class Suite:
    """The visible checks and the hidden suite of one exercise, collected once.

    Parameters
    ----------
    exercise
        Whose checks these are.
    arbiter
        Gives the model solution, to ask whether a strange exception is the check's fault.
    """

    def __init__(self, exercise: Exercise, arbiter: Callable[[], Student] | None) -> None:
        self._exercise = exercise
        self._recorder = Recorder(arbiter)
        self._modules = SuiteModules(exercise)
        self._session: pytest.Session | None = None
        self._collected: list[tuple[pytest.Function, Check]] = []

    def run(
        self, bench: JudgeBench, *, until_first_failure: bool = False, without: Collection[str] = ()
    ) -> list[Check]:
        """Run the checks on the students that `bench` gives, and return what each one saw.

        Checks of the names in `without` are left out.
        With `until_first_failure` the hidden suite comes first and no check runs after one that
        fails; those have no error then.

        Raises
        ------
        SuiteError
            When the suite cannot be collected or breaks its rules.
        OSError, MemoryError
            When the machine refused files or memory meanwhile.
        """
        with self._modules.as_collected(self._collect):
            collected = [
                (item, copy.copy(check))
                for item, check in self._collected
                if check.name not in without
            ]
            if until_first_failure:
                collected.sort(key=lambda pair: pair[1].visibility is Visibility.VISIBLE)
            bench.expect(sum("student" in item.fixturenames for item, _check in collected))
            try:
                self._run(collected, bench, until_first_failure=until_first_failure)
            except pytest.exit.Exception as error:
                raise self._refusal(f"{error}") from None
        return [check for _item, check in collected]

    def _run(
        self,
        collected: list[tuple[pytest.Function, Check]],
        bench: JudgeBench,
        *,
        until_first_failure: bool,
    ) -> None:
        assert self._session is not None  # it has been collected
        session, hook = self._session, self._session.config.hook
        session.config.stash[plugin.BENCH] = bench
        with self._recorder.recording((check for _item, check in collected), bench):
            try:
                for (item, check), (following, _check) in zip(
                    collected, [*collected[1:], (None, None)], strict=True
                ):
                    hook.pytest_runtest_protocol(item=item, nextitem=following)
                    if isinstance(check.error, UnequippedError):  # nothing of it will be graded
                        raise check.error
                    if until_first_failure and check.error is not None:
                        break
            finally:
                session._setupstate.teardown_exact(None)  # noqa: SLF001 - no public way to end the fixtures
                del session.config.stash[plugin.BENCH]

    def _collect(self) -> None:
        exercise = self._exercise
        paths = exercise.suites
        missing = [path for path in paths if not any(path.glob("test_*.py"))]
        if missing:
            raise SuiteError(_("{folder} holds no test_*.py.").format(folder=missing[0]))
        arguments = [
            # Without confcutdir every folder above the course would be listed too.
            f"-c{INI}", f"--rootdir={exercise.root}", f"--confcutdir={exercise.root}",
            "--noconftest", "--disable-plugin-autoload", "--import-mode=importlib",
            *(f"-pno:{name}" for name in _OFF),
            *(str(path) for path in paths),
        ]  # fmt: skip
        collector = Collector(exercise)
        config = _prepareconfig(arguments, [plugin, collector, self._recorder])
        config._do_configure()  # noqa: SLF001 - pytest.main would end with the first run
        config.option.tbstyle = "no"  # nobody reads the tracebacks that pytest would draw
        session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        try:
            config.hook.pytest_collection(session=session)
        except (pytest.UsageError, pytest.exit.Exception, session.Interrupted) as error:
            collector.problems = collector.problems or [str(error)]
        if collector.refused is not None:
            raise collector.refused
        if collector.problems:
            raise self._refusal("\n".join(collector.problems))
        self._session, self._collected = session, collector.checks

    def _refusal(self, said: str) -> SuiteError:
        return SuiteError(
            _("The suite of {name} breaks the rules:\n{said}").format(
                name=self._exercise.name, said=said
            )
        )
