"""Whatever one function does to its process costs that check and no other."""

import shutil
import time
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from grader.course import load_course
from grader.judge import Judge
from grader.records import Feedback, Outcome, Submission
from tests.attacks.arena import COURSE, Arena

SOLUTION = (COURSE / "solutions" / "small" / "small.py").read_text()
TRAIN = "test_training_calls_the_function"
FAILED, TIMED_OUT = {Outcome.FAILED}, {Outcome.TIMED_OUT}
EITHER = FAILED | TIMED_OUT  # which limit is met first depends on the machine


class Deed(NamedTuple):
    """What ``train`` does, how its check ends, and what the message says."""

    code: str
    outcomes: set[Outcome]
    says: str = ""
    isolations: tuple[str, ...] = ("sandbox",)


BOTH = ("sandbox", "process")  # the others differ in nothing there, or would harm the machine
DEEDS = {
    "loops forever": Deed("while True: pass", TIMED_OUT, isolations=BOTH),
    "sleeps forever": Deed("import time; time.sleep(1000)", TIMED_OUT, "longer than 4 s"),
    "exits": Deed("import os; os._exit(0)", FAILED, "ended the process", isolations=BOTH),
    "exits like the grader": Deed("import os; os._exit(70)", FAILED, "ended the process"),
    "segfaults": Deed(
        "import ctypes; ctypes.string_at(0)", FAILED, "crashed Python", isolations=BOTH
    ),
    "aborts": Deed("import os; os.abort()", FAILED, "crashed Python"),
    "kills itself": Deed(
        "import os; os.kill(os.getpid(), 9)", FAILED, "crashed Python", isolations=BOTH
    ),
    "stops itself": Deed("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", TIMED_OUT),
    "kills its group": Deed(
        "import os; os.killpg(0, 9)", FAILED, "crashed Python", isolations=BOTH
    ),
    "recurses": Deed("train(f, steps)", FAILED, "without end", isolations=BOTH),
    "recurses deeply": Deed(
        "import sys; sys.setrecursionlimit(10**9)\n    d = lambda n: [d(n)]\n    d(0)", EITHER
    ),
    "recurses in C": Deed(
        "v = []\n    for _ in range(10**6): v = [v]\n    repr(v)\n    return v", FAILED
    ),
    "allocates 100 GiB": Deed("return bytearray(100 << 30)", FAILED, "memory", isolations=BOTH),
    "allocates bit by bit": Deed("k = []\n    while True: k.append(bytearray(1 << 24))", EITHER),
    "prints a gigabyte": Deed(
        'while True: print("x" * 10**6)', FAILED, "printed more than 4 MB", isolations=BOTH
    ),
    "writes a gigabyte raw": Deed("import os\n    while True: os.write(1, bytes(10**6))", FAILED),
    "leaves children": Deed(
        "import os, time\n    for _ in range(5):\n        if os.fork() == 0: time.sleep(1000)",
        FAILED,
        isolations=BOTH,
    ),
    "leaves daemons": Deed(
        "import os, time\n    if os.fork() == 0:\n        os.setsid()\n"
        "        if os.fork() == 0: time.sleep(1000)\n        os._exit(0)",
        FAILED,
    ),
    "answers from two processes": Deed("import os; os.fork(); return 1.5", FAILED, isolations=BOTH),
    "closes every descriptor": Deed("import os; os.closerange(0, 256)", EITHER, isolations=BOTH),
    "closes all and loops": Deed("import os; os.closerange(0, 256)\n    while True: pass", EITHER),
    "replaces its descriptors": Deed(
        "import os; n = os.open('/dev/null', 2)\n    for i in range(256): os.dup2(n, i)", EITHER
    ),
    "starts threads": Deed(
        "import threading, time\n    for _ in range(1000):\n"
        "        threading.Thread(target=time.sleep, args=(1000,)).start()",
        FAILED,
        isolations=BOTH,
    ),
    "leaves threads": Deed(
        "import threading, time; threading.Thread(target=time.sleep, args=(1000,)).start()", FAILED
    ),
    "ends its main thread": Deed(
        "import ctypes, threading, time\n"
        "    threading.Thread(target=time.sleep, args=(1000,)).start()\n"
        "    ctypes.CDLL(None).pthread_exit(None)",
        EITHER,
    ),
    "fills /tmp": Deed(
        "i = 0\n    while True:\n        i += 1\n"
        "        with open(f'/tmp/{i}', 'wb') as o: o.write(bytes(1 << 20))",
        FAILED,
    ),
    "fills /tmp with names": Deed(
        "i = 0\n    while True:\n        i += 1\n        open(f'/tmp/{i}', 'w').close()",
        FAILED,
    ),
    "forks without end": Deed(
        "import os\n    while True:\n        try: os.fork()\n        except OSError: pass",
        EITHER,
    ),
    "forks until it cannot": Deed(
        "import os, time\n    while True:\n        if os.fork() == 0: time.sleep(1000)",
        FAILED,
    ),
    "leaves zombies": Deed(
        "import os\n    for _ in range(10):\n        if os.fork() == 0: os._exit(0)", FAILED
    ),
    "exits politely": Deed("raise SystemExit(0)", FAILED, "exit()", isolations=BOTH),
    "interrupts": Deed("raise KeyboardInterrupt", FAILED, "KeyboardInterrupt", isolations=BOTH),
    "raises what cannot be shown": Deed(
        "raise type('E', (Exception,), {'__str__': lambda s: 1 / 0, '__repr__': lambda s: s})",
        FAILED,
    ),
    "raises what interrupts when shown": Deed(
        "class E(Exception):\n        def __str__(self): raise KeyboardInterrupt\n    raise E",
        FAILED,
        isolations=BOTH,
    ),
    "raises what exits when shown": Deed(
        "import os\n    class E(Exception):\n        __str__ = lambda s: os._exit(0)\n    raise E",
        FAILED,
    ),
    "raises what hangs when shown": Deed(
        "class E(Exception):\n        def __str__(s):\n            while True: pass\n    raise E",
        TIMED_OUT,
    ),
    "returns what raises": Deed(
        "class L(list):\n        __iter__ = lambda self: 1 / 0\n        __class__ = list\n"
        "    return L()",
        FAILED,
    ),
    "blocks signals": Deed(
        "import signal\n    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))\n"
        "    while True: pass",
        TIMED_OUT,
    ),
    "changes its folder away": Deed("import os; os.chdir('/'); os.umask(0o777)", FAILED),
    "breaks its interpreter": Deed(
        "import sys, builtins\n    sys.modules.clear(); builtins.__dict__.clear()", EITHER
    ),
    "redirects its output": Deed("import sys; sys.stdout = sys.stderr = None; print(1)", FAILED),
}
CASES = [
    pytest.param(isolation, deed, id=f"{isolation}-{name.replace(' ', '_')}")
    for name, deed in DEEDS.items()
    for isolation in deed.isolations
]


@pytest.mark.parametrize(("isolation", "deed"), CASES)
def test_it_costs_that_check_only(
    isolation: str, deed: Deed, request: pytest.FixtureRequest
) -> None:
    arena: Arena = request.getfixturevalue(f"{isolation}_arena")
    source = f"{SOLUTION}\n\ndef train(f, steps):\n    {deed.code}\n"
    graded = arena.grade_source(source)

    broken = graded.check(TRAIN)
    assert broken.outcome in deed.outcomes, broken.message
    assert broken.points == 0.0
    assert deed.says in broken.message
    others = [check for check in graded.attempt.checks if check is not broken]
    assert len(others) == 5
    assert {check.outcome for check in others} == {Outcome.PASSED}
    assert graded.attempt.score == 5.0
    limits = arena.exercise.limits
    assert graded.seconds < limits.total_seconds + 30
    assert arena.is_quiet(), "a process was left alive"
    assert [
        path.name for path in arena.folder.iterdir() if path.name.startswith("deepgrade-")
    ] == []


def test_a_module_that_never_loads_ends_within_its_limits(arena: Arena) -> None:
    graded = arena.grade_source("while True: pass")
    assert {check.outcome for check in graded.attempt.checks} == {Outcome.TIMED_OUT}
    assert graded.attempt.score == 0.0
    assert graded.seconds < arena.exercise.limits.seconds + 30
    assert arena.is_quiet()


def test_a_module_that_ends_the_process_fails_every_check(arena: Arena) -> None:
    graded = arena.grade_source("import os; os._exit(0)")
    assert {check.outcome for check in graded.attempt.checks} == {Outcome.FAILED}
    assert graded.attempt.score == 0.0


def test_a_hostile_submission_changes_nothing_for_the_next(arena: Arena) -> None:
    for code in ("import os; os.closerange(0, 99)", "import os; os.abort()"):
        arena.grade_source(f"{SOLUTION}\n\ndef train(f, steps):\n    {code}\n")
        assert arena.grade_source(SOLUTION).attempt.score == 6.0


def test_the_time_of_all_checks_is_bounded_together(sandbox_arena: Arena) -> None:
    limits = msgspec.structs.replace(sandbox_arena.exercise.limits, total_seconds=3.0)
    exercise = msgspec.structs.replace(sandbox_arena.exercise, limits=limits)
    code = b"import time\ndef double(*_): time.sleep(1000)\nsoftmax = train = double\n"
    submission = Submission(student="m", files={"small.py": code}, sha256="", origin="small.py")
    begun = time.monotonic()
    attempt = Judge(exercise, sandbox_arena.nursery, Feedback.RESULT).grade(submission, seed=1)
    assert time.monotonic() - begun < 6 * limits.seconds
    assert {check.outcome for check in attempt.checks} == {Outcome.TIMED_OUT}
    assert attempt.score == 0.0


SESSIONS = '''
import pytest

from grader.suite import expect


@pytest.mark.task(1, points=0)
@pytest.mark.parametrize("number", [1.0, 2.0])
def test_shared_{file}(student_session, number):
    """double of a number is twice as much."""
    expect(student_session.double)(number).to_match(2 * number)
'''


@pytest.mark.parametrize(
    ("hostile", "outcome"),
    [("", Outcome.PASSED), ("def double(x): import os; os._exit(0)", Outcome.FAILED)],
)
def test_files_with_shared_sessions_do_not_disturb_each_other(
    hostile: str, outcome: Outcome, sandbox_arena: Arena, tmp_path: Path
) -> None:
    shutil.copytree(COURSE, tmp_path / "course")
    suite = tmp_path / "course" / "tests" / "hidden" / "small"
    for file in ("one", "two"):
        (suite / f"test_{file}.py").write_text(SESSIONS.format(file=file))
    exercise = load_course(tmp_path / "course").exercise("small")
    code = f"{SOLUTION}\n\n{hostile}\n".encode()
    submission = Submission(student="m", files={"small.py": code}, sha256="", origin="small.py")
    attempt = Judge(exercise, sandbox_arena.nursery, Feedback.RESULT).grade(submission, seed=1)
    shared = [check.outcome for check in attempt.checks if "shared" in check.id]
    assert shared == [outcome] * 4
    assert attempt.score == (6.0 if outcome is Outcome.PASSED else 3.0)
    assert sandbox_arena.is_quiet()
