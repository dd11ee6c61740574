"""Limits and secrets, one by one: each is here because nothing else would miss it."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from grader.course import load_course
from grader.judge import Judge, new_seed
from grader.records import Feedback, Outcome, Submission
from grader.suite import plugin
from grader.worker import connection as connections
from grader.worker import proxy, wire
from grader.worker.connection import Connection, StudentError
from grader.worker.messages import Bounds, Ending
from grader.worker.output import Output
from grader.worker.proxy import Student
from grader.worker.references import References
from tests.attacks.arena import COURSE, HERE, Arena, connect

PROBES = (HERE / "submissions" / "inside" / "probes.py").read_bytes()
SOLUTION = (COURSE / "solutions" / "small" / "small.py").read_text()
Played = tuple[Connection, socket.socket]
BOUNDS = Bounds(cpu_seconds=60, memory_mb=1024, output_mb=4, disk_mb=16, processes=16)


def asked(arena: Arena, bounds: Bounds, ask: Callable[[Student], Any], seconds: float = 20) -> Any:
    """Ask one question of the probes, in a cell of its own."""
    cell = arena.nursery.open("small", {"small.py": PROBES}, bounds, is_notebook=False)
    student, connection = connect(cell, seconds)
    try:
        return ask(student)
    finally:
        connection.close()
        cell.close()


def test_an_endless_loop_is_ended_by_the_limit_on_computing_time(arena: Arena) -> None:
    bounds = msgspec.structs.replace(BOUNDS, cpu_seconds=1)
    with pytest.raises(StudentError) as caught:
        asked(arena, bounds, lambda student: student.loop(), seconds=120)
    assert caught.value.kind == "cpu"
    assert arena.is_quiet()


def test_what_only_waits_is_ended_by_the_clock(arena: Arena) -> None:
    bounds = msgspec.structs.replace(BOUNDS, cpu_seconds=1)
    with pytest.raises(StudentError) as caught:
        asked(arena, bounds, lambda student: student.wait(), seconds=3)
    assert caught.value.kind == "seconds"
    assert arena.is_quiet()


def test_computing_time_counts_from_where_the_limit_is_set() -> None:
    """A plain process has imported its libraries by then, which is not the student's doing."""
    done = subprocess.run([sys.executable, "-c", WARMED_UP], capture_output=True, check=True)
    used, soft, hard = map(float, done.stdout.split())
    assert used + 1 <= soft < used + 2
    assert hard == soft + 1


WARMED_UP = """
import resource, time
from grader.worker import limits
while (used := time.process_time()) < 1.5:
    pass
limits.limit_time(1)
print(used, *resource.getrlimit(resource.RLIMIT_CPU))
"""


def test_cpu_time_of_many_processes_counts_together(sandbox_arena: Arena) -> None:
    bounds = msgspec.structs.replace(BOUNDS, cpu_seconds=0.5)
    with pytest.raises(StudentError) as caught:
        asked(sandbox_arena, bounds, lambda student: student.burn_in_children(8), seconds=30)
    assert caught.value.kind == "cpu"
    assert sandbox_arena.is_quiet()


def test_memory_of_many_processes_counts_together(sandbox_arena: Arena) -> None:
    bounds = msgspec.structs.replace(BOUNDS, memory_mb=600)
    with pytest.raises(StudentError) as caught:
        asked(sandbox_arena, bounds, lambda student: student.hold_in_children(6, 150), seconds=30)
    assert caught.value.kind == "memory"
    assert sandbox_arena.is_quiet()


def test_the_kernel_keeps_limits_for_each_process(sandbox_arena: Arena) -> None:
    seen = asked(sandbox_arena, BOUNDS, lambda student: student.limits())
    megabyte = 1 << 20
    assert seen == {
        "AS": [1024 * megabyte] * 2,
        "CPU": [61, 62],
        "FSIZE": [4 * megabyte] * 2,
        "CORE": [0, 0],
        "NOFILE": [256, 256],
        "MEMLOCK": [0, 0],
        "MSGQUEUE": [0, 0],
        "NPROC": [16, 16],
    }


def test_the_interpreter_is_started_without_site_and_user_folders(arena: Arena) -> None:
    seen = asked(arena, BOUNDS, lambda student: student.interpreter())
    first = seen.pop("first")
    # Python's own library, or its zip: no folder that a submission or a home could fill.
    assert re.search(r"/python3[^/]*(\.zip)?$", first) or first == "/env", first
    assert seen == dict.fromkeys(("safe path", "no site", "no user site", "no bytecode"), True)


def test_handles_are_bounded(sandbox_arena: Arena) -> None:
    with pytest.raises(StudentError) as caught:
        asked(sandbox_arena, BOUNDS, lambda student: student.handles(20_000))
    assert caught.value.kind == "unsendable"


@pytest.fixture
def played() -> Iterator[tuple[Connection, socket.socket]]:
    """Return the judge's end of a process, and the other end, which the test plays."""
    ours, theirs = socket.socketpair()
    ended = Ending(status=0, signal=None)
    with closing(Output()) as output, ours, theirs:
        yield Connection(ours, output, lambda: ended, seconds=10, output_mb=1), theirs


def packed(message: list[Any]) -> bytes:
    return b"".join(wire.Writer(wire.refuse).frame(message))


def test_a_second_frame_is_refused(played: Played) -> None:
    judge, theirs = played
    theirs.sendall(packed(["value", 1, [], {}]) * 2)
    with pytest.raises(StudentError) as caught:
        judge.ask(["call"], lambda *_: None)
    assert caught.value.kind == "malformed"


def test_a_reply_that_no_memory_holds_is_the_submissions(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise MemoryError

    judge, theirs = played
    theirs.sendall(packed(["value", 1, [], {}]))
    monkeypatch.setattr(wire, "receive", refuse)
    with pytest.raises(StudentError) as caught:
        judge.ask(["call"], lambda *_: None)
    assert caught.value.kind == "malformed"


@pytest.mark.parametrize(
    "reply", [["value", 1], ["verdict", "passed"], ["error", "broken", "E", "no", []], ["value"]]
)
def test_a_reply_of_another_form_is_refused(reply: list[Any], played: Played) -> None:
    judge, theirs = played
    theirs.sendall(packed(reply))
    with pytest.raises(StudentError) as caught:
        judge.ask(["call"], lambda *_: None)
    assert caught.value.kind == "malformed"


def test_what_a_function_of_the_judge_raises_stays_there(played: Played) -> None:
    judge, theirs = played

    def raises(*_given: object) -> None:
        wire.receive(theirs, time.monotonic() + 10)  # the request
        raise LookupError("a value of the judge's")

    theirs.sendall(packed(["callback", 1, [], {}]))
    theirs.shutdown(socket.SHUT_WR)
    with pytest.raises(StudentError):
        judge.ask(["call"], raises)
    assert wire.receive(theirs, time.monotonic() + 10) == ["raise"]


def test_callbacks_are_bounded_in_number(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MAX_CALLBACKS", 0)
    judge, theirs = played
    theirs.sendall(packed(["callback", 1, [], {}]))
    with pytest.raises(StudentError) as caught:
        judge.ask(["call"], lambda *_: theirs.close())
    assert caught.value.kind == "callbacks"


def test_callbacks_are_bounded_in_size(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MAX_CALLBACK", 1000)
    judge, theirs = played
    called: list[object] = []
    theirs.sendall(packed(["callback", 1, [np.zeros(1000)], {}]))
    theirs.shutdown(socket.SHUT_WR)
    with pytest.raises(StudentError):
        judge.ask(["call"], lambda *given: called.append(given))
    assert called == []


def test_numbers_of_functions_and_tokens_cannot_be_guessed() -> None:
    seen = set()
    for _time in range(50):
        references = References()
        function = references.prepare(object)
        seen |= {function.number, references.call(function.number, [], {}).number}
    assert len(seen) == 100
    assert min(seen) > 1 << 40


class Calling:
    """A session whose submission calls back the function it was given."""

    def ask(self, request: list[Any], call_back: Callable[..., Any]) -> list[Any]:
        if request[0] == "call" and request[3]:
            call_back(request[3][0].number, [], {})
        return ["value", np.zeros(1000), [wire.SAME] * len(request[3]), {}]


def test_a_callback_cannot_use_the_submission() -> None:
    student = Student(Calling())
    with pytest.raises(StudentError) as caught:
        student.train(student.predict.__call__)
    assert caught.value.kind == "malformed"


def test_what_is_recorded_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    student = Student(Calling())
    monkeypatch.setattr(proxy, "MAX_RECORDED", 10)
    for _time in range(20):
        student.predict()
    assert len(student.exchanges_) == 10
    monkeypatch.setattr(proxy, "MAX_RECORDED_BYTES", 20_000)
    monkeypatch.setattr(proxy, "MAX_RECORDED", 1000)
    student = Student(Calling())
    for _time in range(20):
        student.predict()
    assert len(student.exchanges_) == 2


def test_pytest_reads_no_configuration_beside_the_suite(
    sandbox_arena: Arena, tmp_path: Path
) -> None:
    course = tmp_path / "course"
    shutil.copytree(COURSE, course)
    passes_all = (
        "import pytest\n@pytest.hookimpl(tryfirst=True)\ndef pytest_pyfunc_call(pyfuncitem):\n"
        "    return True\n"
    )
    for folder in (course, course / "tests", course / "tests" / "hidden" / "small"):
        (folder / "conftest.py").write_text(passes_all)
        (folder / "pytest.ini").write_text("[pytest]\npython_functions = nothing_*\n")
    judge = Judge(load_course(course).exercise("small"), sandbox_arena.nursery, Feedback.RESULT)
    assert judge.grade(handed_in("double = softmax = train = None"), seed=1).score == 0.0
    assert judge.grade(handed_in(SOLUTION), seed=1).score == 6.0


def test_a_value_no_check_can_use_is_the_students_failure(
    sandbox_arena: Arena, tmp_path: Path
) -> None:
    shutil.copytree(COURSE, tmp_path / "course")
    suite = tmp_path / "course" / "tests" / "hidden" / "small"
    (suite / "test_careless.py").write_text(CARELESS)
    exercise = load_course(tmp_path / "course").exercise("small")
    judge = Judge(exercise, sandbox_arena.nursery, Feedback.RESULT)
    attempt = judge.grade(handed_in(f"{SOLUTION}\n\ndouble = str"), seed=1)
    [careless] = [check for check in attempt.checks if "careless" in check.id]
    assert careless.outcome is Outcome.FAILED


CARELESS = '''
import pytest


@pytest.mark.task(1, points=0)
def test_careless(student):
    """double(1) and 1 make 3."""
    student.double(1.0) + 1
'''


def handed_in(source: str) -> Submission:
    files = {"small.py": source.encode()}
    return Submission(student="m", files=files, sha256="", origin="small.py")


def test_the_seed_comes_from_the_operating_system() -> None:
    seeds = {new_seed() for _time in range(100)}
    assert len(seeds) == 100
    assert max(seeds) > 1 << 50


def test_inputs_depend_on_the_seed_and_the_check() -> None:
    drawn = {
        plugin.generator(seed, check).random()
        for seed in range(10)
        for check in ("a::test_one", "a::test_two")
    }
    assert len(drawn) == 20
    assert plugin.generator(3, "a").random() == plugin.generator(3, "a").random()


def test_a_score_is_never_more_than_the_exercise_gives(sandbox_arena: Arena) -> None:
    attempt = sandbox_arena.grade_source(SOLUTION).attempt
    assert attempt.score == attempt.max_score == 6.0
