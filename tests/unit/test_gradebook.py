"""The gradebook: nothing is lost, nothing is overwritten, and what is wrong is said."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

from grader.errors import GradebookError
from grader.gradebook import Gradebook
from grader.records import Attempt
from tests.attempts import failing, write_course


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


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GradebookError, match="unable to open database file"):
        Gradebook(tmp_path / "no" / "book.db")


def test_a_gradebook_of_a_newer_version_is_not_touched(tmp_path: Path, attempt: Attempt) -> None:
    with Gradebook(tmp_path / "book.db") as book:
        book.record(attempt, "k", "here")
    with sqlite3.connect(tmp_path / "book.db") as connection:
        connection.execute("update settings set value = '99' where name = 'schema'")
    with pytest.raises(GradebookError, match="another version of Deepgrade"):
        Gradebook(tmp_path / "book.db")


def test_a_url_is_shown_without_its_password() -> None:
    with pytest.raises(GradebookError) as caught:
        Gradebook("sqlite://user:secret@nowhere/no/such/folder.db")
    assert "secret" not in str(caught.value)
