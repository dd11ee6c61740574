"""The gradebook: nothing is lost, nothing is overwritten, and what is wrong is said."""

import re
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from grader.decisions import Adjustment, Kind
from grader.errors import GradebookError
from grader.gradebook import Gradebook, queries
from grader.gradebook.database import open_engine
from grader.records import Attempt, Outcome
from tests.attempts import failing, write_course

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "gradebook"


def of(attempt: Attempt, student: str, score: float) -> Attempt:
    return msgspec.structs.replace(attempt, student=student, score=score)


@pytest.fixture
def attempt(tmp_path: Path) -> Attempt:
    return failing(write_course(tmp_path).exercises[0])


def test_an_attempt_comes_back_as_it_was(tmp_path: Path, attempt: Attempt) -> None:
    with Gradebook(tmp_path / "book.db") as book:
        book.record(attempt, "k", "here")
        assert book.history(attempt.student, attempt.exercise) == [attempt]
        assert list(book.latest()) == [attempt]


def test_history_is_kept_and_the_latest_counts(tmp_path: Path, attempt: Attempt) -> None:
    with Gradebook(tmp_path / "book.db") as book:
        for score, key in ((1.0, "a"), (3.0, "b"), (2.0, "c")):
            book.record(of(attempt, "ann", score), key, "here")
        book.record(of(attempt, "bob", 4.0), "d", "there")
    with Gradebook(tmp_path / "book.db") as book:
        assert [each.score for each in book.history("ann", attempt.exercise)] == [1.0, 3.0, 2.0]
        found = [(s.student, s.score, s.key) for s in book.standings()]
        assert found == [("ann", 2.0, "c"), ("bob", 4.0, "d")]


def test_the_secret_is_drawn_once(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "book.db") as book:
        secret = book.secret()
        assert book.secret() == secret
    with Gradebook(tmp_path / "book.db") as book:
        assert book.secret() == secret
    with Gradebook(tmp_path / "other.db") as book:
        assert book.secret() != secret
    assert len(secret) == 32


def test_who_opens_it_while_another_makes_the_file_waits(tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    other = sqlite3.connect(book, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    done.start()
    with Gradebook(book) as opened:
        assert len(opened.secret()) == 32
    done.join()
    other.close()


def test_an_attempt_is_recorded_whole_or_not_at_all(tmp_path: Path, attempt: Attempt) -> None:
    twice = msgspec.structs.replace(
        attempt, checks=(msgspec.structs.replace(attempt.checks[0], points="no"),)
    )  # fmt: skip
    with Gradebook(tmp_path / "book.db") as book, pytest.raises(GradebookError):
        book.record(msgspec.structs.replace(twice, score=None), "k", "here")
    with Gradebook(tmp_path / "book.db") as book:
        assert book.standings() == []
        assert book.history(attempt.student, attempt.exercise) == []
    rows = sqlite3.connect(tmp_path / "book.db").execute("select count(*) from submissions")
    assert rows.fetchone() == (0,)


def test_what_is_no_gradebook_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes, and more than a few of them\n" * 50)
    with pytest.raises(GradebookError, match=r"notes\.txt cannot be used: file is not a database"):
        Gradebook(path)
    assert path.read_text().startswith("my notes")


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = r"There is no folder {} for the gradebook\. Make it, or name another file"
    with pytest.raises(GradebookError, match=said.format(re.escape(str(tmp_path / "no")))):
        Gradebook(tmp_path / "no" / "book.db")
    for name in ("no/book.db", "sqlite:///no/book.db"):
        with pytest.raises(GradebookError, match=said.format("no")):
            Gradebook(name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%20b.db", "a b&c=d.db", "학급?.db"])
def test_a_file_has_the_name_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Gradebook(name).__exit__()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_gradebook_of_a_newer_version_is_not_touched(tmp_path: Path, attempt: Attempt) -> None:
    with Gradebook(tmp_path / "book.db") as book:
        book.record(attempt, "k", "here")
    with sqlite3.connect(tmp_path / "book.db") as connection:
        connection.execute("update settings set value = '99' where name = 'schema'")
    with pytest.raises(GradebookError, match="another version of Deepgrade"):
        Gradebook(tmp_path / "book.db")


@pytest.mark.parametrize("url", ["postgresql://host:abc/db", "sqlite:///x.db?timeout=abc"])
def test_a_url_that_cannot_be_read_is_said(url: str) -> None:
    with pytest.raises(GradebookError, match=r"cannot be read as the URL of a database: .*abc"):
        Gradebook(url)


def test_a_url_is_shown_without_its_password() -> None:
    with pytest.raises(GradebookError) as caught:
        Gradebook("sqlite://user:secret@nowhere/no/such/folder.db")
    assert "secret" not in str(caught.value)


def test_a_gradebook_of_an_older_version_is_upgraded_and_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with sqlite3.connect(path) as connection:
        connection.executescript((GOLDEN / "schema1.sql").read_text(encoding="utf-8"))
        (secret,) = connection.execute(
            "select value from settings where name = 'secret'"
        ).fetchone()
        connection.execute("pragma journal_mode = wal")
    for _time in range(2):
        with Gradebook(path) as book:
            found = [(s.student, s.score, s.key) for s in book.standings()]
            assert found == [("kim", 20.0, "k2"), ("이슬", 8.0, "k3")]
            assert len(book.history("kim", "exercise3")) == 2
            assert book.secret().hex() == secret
    with Gradebook(path) as book:
        book.adjust(Adjustment(student="kim", exercise="exercise3", kind=Kind.ADD, value=1.0))
        assert [each.value for each in book.adjustments()] == [1.0]


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("create table recipes (name text)")
    with pytest.raises(GradebookError, match="holds something else"):
        Gradebook(tmp_path / "other.db")
    with sqlite3.connect(tmp_path / "other.db") as connection:
        names = connection.execute("select name from sqlite_master").fetchall()
    assert names == [("recipes",)]


def test_broken_checks_never_lower_what_a_submission_earned(
    tmp_path: Path, attempt: Attempt
) -> None:
    broken = msgspec.structs.replace(attempt.checks[0], outcome=Outcome.BROKEN)
    with_broken = msgspec.structs.replace(attempt, checks=(broken,))
    attempt = msgspec.structs.replace(attempt, checks=())
    with Gradebook(tmp_path / "book.db") as book:
        book.record(of(attempt, "ann", 8.0), "a", "here")
        book.record(of(with_broken, "ann", 3.0), "b", "here")
        assert [(each.graded.score, each.attempt) for each in book.earned()] == [(8.0, 1)]
        book.record(of(attempt, "ann", 5.0), "c", "here")
        assert [(each.graded.score, each.attempt) for each in book.earned()] == [(5.0, 3)]


def test_a_wrong_hand_in_time_is_put_right_by_the_next(tmp_path: Path, attempt: Attempt) -> None:
    right = datetime(2026, 12, 1, 12, tzinfo=UTC)
    told = [right - timedelta(days=9), right + timedelta(days=9), right]
    with Gradebook(tmp_path / "book.db") as book:
        book.record(attempt, "a", "here", right)
        for moment in told:
            book.note_hand_in(attempt.student, attempt.exercise, "a", moment)
            assert [each.graded.handed_in for each in book.earned()] == [moment]
            assert book.earned(attempt.student) == book.earned()
        book.record(attempt, "b", "here", right + timedelta(days=1))
        assert {e.graded.handed_in for e in book.earned()} == {right + timedelta(days=1)}


def test_a_time_told_again_is_kept_once_and_all_others_stay(
    tmp_path: Path, attempt: Attempt
) -> None:
    first = datetime(2026, 12, 1, 12, tzinfo=UTC)
    with Gradebook(tmp_path / "book.db") as book:
        book.record(attempt, "a", "here", first)
        for hours in (0, 0, 1, 1, 0):
            book.note_hand_in(
                attempt.student, attempt.exercise, "a", first + timedelta(hours=hours)
            )
    rows = sqlite3.connect(tmp_path / "book.db").execute("select handed_in from hand_ins")
    assert [row[0][11:13] for row in rows] == ["12", "13", "12"]


def test_one_student_earned_what_everybody_s_list_says(tmp_path: Path, attempt: Attempt) -> None:
    moment = datetime(2026, 12, 1, 12, tzinfo=UTC)
    broken = msgspec.structs.replace(attempt.checks[0], outcome=Outcome.BROKEN)
    with_broken = msgspec.structs.replace(attempt, checks=(broken, broken))
    with Gradebook(tmp_path / "book.db") as book:
        for number, student in enumerate(("ann", "bob", "cho")):
            book.record(of(attempt, student, 8.0), "a", "here", moment + timedelta(hours=number))
            book.record(of(with_broken, student, 3.0 + number), "b", "here")
        everybody = book.earned()
        assert [(e.student, e.graded.score) for e in everybody] == [
            ("ann", 8.0), ("bob", 8.0), ("cho", 8.0)
        ]  # fmt: skip
        assert [e.graded.handed_in for e in everybody] == [
            moment + timedelta(hours=number) for number in range(3)
        ]
        assert [e for name in ("ann", "bob", "cho") for e in book.earned(name)] == everybody
        assert book.earned("dan") == []


def test_one_student_s_scores_are_found_without_reading_everybody_s(
    tmp_path: Path, attempt: Attempt
) -> None:
    with Gradebook(tmp_path / "book.db") as book:
        book.record(attempt, "a", "here")
    engine = open_engine(str(tmp_path / "book.db"))
    query = (
        queries.earned(only_one=True)
        .params(student="ann")
        .compile(engine, compile_kwargs={"literal_binds": True})
    )
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"explain query plan {query}").all()
    engine.dispose()
    assert plan
    assert [row.detail for row in plan if row.detail.startswith("SCAN")] == []


def test_decisions_come_back_in_their_order(tmp_path: Path) -> None:
    decided = [
        Adjustment(
            student="ann", exercise="exercise3", kind=kind, value=2.0, reason="r", author="t"
        )
        for kind in Kind
    ]
    with Gradebook(tmp_path / "book.db") as book:
        for each in decided:
            book.adjust(each)
    with Gradebook(tmp_path / "book.db") as book:
        found = book.adjustments()
    assert [msgspec.structs.replace(each, decided_at=None) for each in found] == decided
    assert all(each.decided_at is not None and each.decided_at.tzinfo for each in found)


def test_two_processes_may_make_the_same_gradebook_at_once(tmp_path: Path) -> None:
    code = "import sys; from grader.gradebook import Gradebook as G; print(G(sys.argv[1]).secret())"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "book.db")],
            stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for _number in range(4)
    ]  # fmt: skip
    said = {process.communicate(timeout=60)[0] for process in started}
    assert [process.returncode for process in started] == [0] * 4
    assert len(said) == 1
