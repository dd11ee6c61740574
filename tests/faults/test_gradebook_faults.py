"""A gradebook that is closed to us, damaged, or used by others: said, and nothing lost."""

import random
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from grader.errors import GradebookError
from grader.gradebook import Gradebook
from tests import disks
from tests.attempts import failing, write_course
from tests.faults.command import EVERYONE, ROOT, Mount, attempts, batch_words, run, words_of


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a gradebook with attempts of forty students, for all to copy."""
    folder = tmp_path_factory.mktemp("forty")
    path = folder / "book.db"
    attempt = failing(write_course(folder).exercises[0])
    with Gradebook(path) as book:
        for number in range(40):
            book.record(msgspec.structs.replace(attempt, student=f"s{number}"), "k", "here")
    return path


@pytest.fixture
def kept(forty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(forty, tmp_path / "book.db"))


def read_all(path: Path) -> object:
    with Gradebook(path) as book:
        book.refuse_damaged()
        one = book.standings()[0]
        return (
            book.secret(), book.standings(), book.earned(), list(book.latest()),
            book.history(one.student, one.exercise), book.past(one.student, one.exercise),
        )  # fmt: skip


def cut(data: bytearray) -> None:
    del data[len(data) // 2 :]


def spoil(seed: int, count: int) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        draw = random.Random(seed)
        for _number in range(count):
            data[draw.randrange(4096, len(data))] = draw.randrange(256)

    return change


@pytest.mark.parametrize("seed", range(20))
def test_bytes_changed_in_the_middle_are_told_and_nothing_is_written(kept: Path, seed: int) -> None:
    data = bytearray(kept.read_bytes())
    spoil(seed, count=300)(data)
    kept.write_bytes(data)
    with pytest.raises(GradebookError, match=r"book\.db is damaged: .*copy back a backup"):
        read_all(kept)
    assert kept.read_bytes() == data


@pytest.mark.parametrize("seed", range(60))
def test_one_changed_byte_is_told_or_does_not_matter_to_the_database(kept: Path, seed: int) -> None:
    data = bytearray(kept.read_bytes())
    spoil(seed, count=1)(data)
    kept.write_bytes(data)
    with suppress(GradebookError):  # all else would be a fault of ours
        read_all(kept)
    assert kept.read_bytes() == data


def test_a_file_that_was_cut_off_is_told(kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    cut(data)
    kept.write_bytes(data)
    with pytest.raises(GradebookError, match=r"is damaged: .*malformed"):
        Gradebook(kept)
    assert kept.read_bytes() == data


def test_a_damaged_gradebook_is_not_written_to(course: Path, kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    spoil(1, count=300)(data)
    kept.write_bytes(data)
    ended = run(batch_words(course, "--gradebook", kept), course)
    assert ended.code == 3
    assert "is damaged" in ended.complaints
    assert kept.read_bytes() == data


def test_a_folder_in_the_gradebooks_place_is_named(course: Path) -> None:
    (course / "gradebook.db").mkdir()
    ended = run(batch_words(course), course)
    assert ended.code == 3
    assert f"{course / 'gradebook.db'} is a folder" in ended.complaints
    assert "--gradebook" in ended.complaints


def test_a_gradebook_on_a_disk_that_became_read_only_is_told_and_goes_on_afterwards(
    course: Path, tmp_path: Path, disk: Mount
) -> None:
    place = tmp_path / "disk"
    disk(place, "size=8m")
    book = place / "gradebook.db"
    assert run(batch_words(course, "--gradebook", book), course).code == 0
    disks.remount(place, "ro")
    before = book.read_bytes()
    for words in (
        batch_words(course, "--gradebook", book, "--regrade"),
        words_of("adjust", "s01", "3", "--add", "1", "--gradebook", book),
        words_of("export", "csv", "--gradebook", book),  # SQLite keeps a log to read by
    ):
        ended = run(words, course)
        assert ended.code == 3
        assert f"The gradebook {book} cannot be written" in ended.complaints
        assert "Allow writing to the file and to its folder" in ended.complaints
    assert book.read_bytes() == before
    disks.remount(place, "rw")
    ended = run(batch_words(course, "--gradebook", book), course)
    assert f"{len(EVERYONE)} unchanged" in ended.said


def test_a_read_only_disk_without_a_gradebook_is_named(
    course: Path, tmp_path: Path, disk: Mount
) -> None:
    disk(tmp_path / "disk", "ro")
    book = tmp_path / "disk" / "gradebook.db"
    ended = run(batch_words(course, "--gradebook", book), course)
    assert ended.code == 3
    assert f"The gradebook {book} cannot be written" in ended.complaints


def test_decisions_and_exports_while_a_class_is_graded(course: Path) -> None:
    assert run(batch_words(course), course).code == 0
    batches = [
        subprocess.Popen(
            batch_words(course, "--regrade"), cwd=course, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={"PATH": f"{Path(shutil.which('bwrap') or '/usr/bin/bwrap').parent}:/usr/bin:/bin",
                 "PYTHONPATH": str(ROOT)},
        )
        for _number in range(2)
    ]  # fmt: skip
    for points in (1, 2):
        words = words_of("adjust", "s00", "3", "--add", str(points), "--reason", f"{points} more")
        assert run(words, course).code == 0
        ended = run(words_of("export", "csv"), course)
        assert (ended.code, ended.said.count("\n")) == (0, 1 + len(EVERYONE)), ended
    ended_batches = [(*each.communicate(timeout=240), each.returncode) for each in batches]
    assert [code for _said, _complaints, code in ended_batches] == [0, 0], ended_batches
    assert attempts(course / "gradebook.db") == dict.fromkeys(EVERYONE, 3)
    with Gradebook(course / "gradebook.db") as book:
        assert [each.reason for each in book.adjustments("s00")] == ["1 more", "2 more"]
        book.refuse_damaged()
