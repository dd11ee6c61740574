"""The gradebook in SQLite and in PostgreSQL: the same answers, and clear words when one fails."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from grader.decisions import Adjustment, Kind
from grader.errors import GradebookError
from grader.gradebook import Gradebook
from grader.records import Attempt
from grader.worker import sandbox
from tests import tiny
from tests.attempts import failing, write_course
from tests.postgres import Server, find_programs

ROOT = Path(__file__).parents[2]
NAMES = ["Zoë", "ann", "Bob", "_x", "김", "a b", "ab"]
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone(timedelta(hours=9)))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return a running server; without PostgreSQL, skip loudly here and fail in CI."""
    programs = find_programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed: in CI the gradebook must be tested on it")
        pytest.skip("POSTGRESQL WAS NOT TESTED: it is not installed")
    server = Server(programs)
    server.start()
    yield server
    server.stop()
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a new gradebook may be."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/book.db"
    server: Server = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def attempt(tmp_path: Path) -> Attempt:
    return failing(write_course(tmp_path).exercises[0])


def of(attempt: Attempt, student: str, score: float) -> Attempt:
    return msgspec.structs.replace(attempt, student=student, score=score)


def test_what_is_recorded_comes_back_as_it_was(url: str, attempt: Attempt) -> None:
    odd = msgspec.structs.replace(attempt.checks[0], output="nul \0, 한글, 🎓", mistake="a | b")
    attempt = msgspec.structs.replace(attempt, checks=(odd, *attempt.checks[1:]))
    with Gradebook(url) as book:
        book.record(attempt, "k", "class/김/😀")
        assert book.history(attempt.student, attempt.exercise) == [attempt]
        assert list(book.latest()) == [attempt]
        assert [(e.graded.score, e.graded.handed_in) for e in book.earned()] == [
            (attempt.score, None)
        ]


def test_the_latest_counts_and_the_order_is_that_of_the_names(url: str, attempt: Attempt) -> None:
    with Gradebook(url) as book:
        for score, key in ((1.0, "a"), (3.0, "b"), (2.0, "c")):
            book.record(of(attempt, "ann", score), key, "here")
        for name in NAMES:
            if name != "ann":
                book.record(of(attempt, name, 4.0), name, "there")
    with Gradebook(url) as book:
        assert [each.score for each in book.history("ann", attempt.exercise)] == [1.0, 3.0, 2.0]
        found = {s.student: (s.score, s.key) for s in book.standings()}
        assert found["ann"] == (2.0, "c")
        assert [s.student for s in book.standings()] == sorted(NAMES)
        assert [a.student for a in book.latest()] == sorted(NAMES)


def test_moments_and_decisions_come_back(url: str, attempt: Attempt) -> None:
    decided = Adjustment(
        student="ann", exercise=attempt.exercise, kind=Kind.ADD, value=0.1, reason="’twas late",
        author="kim", decided_at=NOON,
    )  # fmt: skip
    with Gradebook(url) as book:
        book.record(attempt, "k", "here", NOON)
        book.adjust(decided)
    with Gradebook(url) as book:
        (earned,) = book.earned()
        assert earned.graded.handed_in == NOON
        (kept,) = book.adjustments()
        assert (kept.value, kept.reason, kept.kind) == (0.1, "’twas late", Kind.ADD)


def test_the_time_that_was_told_last_counts(url: str, attempt: Attempt) -> None:
    with Gradebook(url) as book:
        book.record(attempt, "k", "here", NOON)
        for moment in (NOON + timedelta(days=1), NOON - timedelta(days=1), NOON):
            book.note_hand_in(attempt.student, attempt.exercise, "k", moment)
            (earned,) = book.earned(attempt.student)
            assert earned.graded.handed_in == moment
            assert book.earned() == [earned]


def test_an_attempt_is_recorded_whole_or_not_at_all(url: str, attempt: Attempt) -> None:
    odd = msgspec.structs.replace(attempt.checks[-1], task=None)
    with Gradebook(url) as book:
        with pytest.raises(GradebookError):
            book.record(msgspec.structs.replace(attempt, checks=(odd,)), "k", "here")
        assert book.standings() == []
        assert book.earned() == []
        book.record(attempt, "k", "here")
        assert len(book.standings()) == 1


def test_whoever_opens_it_first_at_once_finds_one_secret(url: str) -> None:
    program = (
        "import sys; from grader.gradebook import Gradebook; sys.stdin.readline(); "
        "print(Gradebook(sys.argv[1]).secret().hex())"
    )
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", program, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for _number in range(3)
    ]  # fmt: skip
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("\n")
        opener.stdin.flush()
    said = [opener.communicate(timeout=60) for opener in openers]
    assert [complaints for _secret, complaints in said] == [""] * 3
    assert len({secret for secret, _complaints in said}) == 1
    assert len(said[0][0].strip()) == 64


def test_two_who_record_the_same_submission_at_once_both_do(url: str, attempt: Attempt) -> None:
    Gradebook(url).__exit__()
    together = threading.Barrier(2, timeout=30)
    failed: list[BaseException] = []

    def record() -> None:
        try:
            with Gradebook(url) as book:
                for number in range(20):
                    together.wait()
                    book.record(of(attempt, f"s{number}", 1.0), "k", "here")
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failed.append(error)
            together.abort()

    recorders = [threading.Thread(target=record) for _number in range(2)]
    for recorder in recorders:
        recorder.start()
    for recorder in recorders:
        recorder.join(60)
    assert failed == []
    with Gradebook(url) as book:
        assert {len(book.history(f"s{n}", attempt.exercise)) for n in range(20)} == {2}
        assert len(book.earned()) == 20


def test_a_wrong_password_is_said_and_not_shown(server: Server) -> None:
    with pytest.raises(GradebookError, match="password authentication failed") as caught:
        Gradebook(server.url("postgres", password="hunter2"))
    assert "hunter2" not in str(caught.value)
    assert "***" in str(caught.value)


def test_a_driver_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(GradebookError, match=r"needs the Python package psycopg") as caught:
        Gradebook("postgresql://ann:hunter2@nowhere.example/class")
    assert "pip install 'deepgrade[postgres]'" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_database_that_is_not_there_is_said(server: Server) -> None:
    with pytest.raises(GradebookError, match="does not exist"):
        Gradebook(server.url("no_such_class"))


def test_a_server_that_stops_has_lost_nothing_that_was_recorded(
    server: Server, attempt: Attempt
) -> None:
    with Gradebook(server.new_database()) as book:
        book.record(attempt, "a", "here")
        server.stop()
        try:
            with pytest.raises(GradebookError, match="What was recorded is safe"):
                book.record(of(attempt, "bob", 1.0), "b", "here")
            with pytest.raises(GradebookError, match="cannot be used"):
                book.standings()
        finally:
            server.start()
        assert [s.student for s in book.standings()] == [attempt.student]
        book.record(of(attempt, "bob", 1.0), "b", "here")
        assert len(book.standings()) == 2


def test_a_class_is_graded_into_postgresql(server: Server, tmp_path: Path) -> None:
    tiny.write(tmp_path / "course")
    for number, text in enumerate((tiny.SOLUTION_SOURCE, tiny.STUB_SOURCE)):
        path = tmp_path / "class" / f"s{number}" / tiny.NAME / "sums.py"
        path.parent.mkdir(parents=True)
        path.write_text(text)
    url = server.new_database()
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    words = [sys.executable, "-m", "grader", "batch", str(tmp_path / "class"), "--gradebook", url]
    for said in ("2 graded, 0 unchanged", "0 graded, 2 unchanged"):
        done = subprocess.run(
            [*words, *unsafe], cwd=tmp_path / "course", capture_output=True, text=True,
            check=False, timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "200"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert said in done.stdout
    with Gradebook(url) as book:
        assert {s.student: s.score for s in book.standings()} == {"s0": 10.0, "s1": 0.0}
