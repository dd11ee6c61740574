"""A clock that is set while a class is graded: no score and no deadline depends on it."""

import time
from pathlib import Path

from grader.worker import confine
from tests.faults.command import EVERYONE, attempts, batch_words, run, words_of


def test_a_clock_that_is_set_back_keeps_no_cell_from_opening() -> None:
    folders = object.__new__(confine.Folders)
    folders._times = [time.time_ns() + 3600 * 10**9]  # an hour from now, as it seems then
    begun = time.monotonic()
    folders.settle()
    assert time.monotonic() - begun < 10


def test_a_clock_that_jumps_changes_neither_scores_nor_their_order(
    course: Path, tmp_path: Path
) -> None:
    """Each clock of the judge but the monotonic one goes an hour back with every look at it."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(JUMPING)
    jumping = {"PYTHONPATH": f"{tmp_path / 'site'}:{Path(__file__).parents[2]}"}
    for _time in range(2):
        ended = run(batch_words(course, "--regrade"), course, jumping)
        assert (ended.code, ended.complaints) == (0, ""), ended
    assert attempts(course / "gradebook.db") == dict.fromkeys(EVERYONE, 2)
    ended = run(words_of("export", "csv"), course, jumping)
    scores = [line.split(",")[:3] for line in ended.said.splitlines()[1:]]
    assert scores == [[name, "exercise3", str(10 * (int(name[1:]) % 2))] for name in EVERYONE]


JUMPING = """
import datetime, itertools, time
_back = itertools.count()
_time, _now = time.time, datetime.datetime.now
time.time = lambda: _time() - 3600 * next(_back)
class _Jumping:
    now = staticmethod(lambda tz=None: _now(tz) - datetime.timedelta(hours=next(_back)))
import grader.gradebook.book, grader.batch
grader.gradebook.book.datetime = grader.batch.datetime = _Jumping
"""
