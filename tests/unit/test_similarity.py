"""What submissions share is found through renaming and reordering, and what is given never counts.

Each test reads real submissions in a real worker, as ``grade similarity`` does.
"""

import json
import textwrap
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import numpy as np
import pytest
from click.testing import CliRunner

from grader.cli import grade
from grader.errors import GraderError, SubmissionError, UsageError
from grader.exercise import Exercise
from grader.intake.class_folder import HandedIn
from grader.records import Submission
from grader.report.similarity_page import (
    COLUMNS,
    MOST_SHOWN,
    Comparison,
    Pair,
    Side,
    Stretch,
    blocks,
    render_similarity,
    summary,
)
from grader.similarity import compare, reading
from grader.worker import sandbox
from tests import tiny

MINE = '''
"""Sums."""
import numpy as np


def double(x):
    """Return twice `x`."""
    values = np.asarray(x, dtype=float)
    result = np.empty_like(values)
    for index, value in np.ndenumerate(values):
        result[index] = value + value
    return result


def average(x):
    """Return the mean of all entries."""
    total, count = 0.0, 0
    for value in np.ravel(x):
        total += value
        count += 1
    if count == 0:
        raise ValueError("nothing to average")
    return total / count


class Kept:
    def __init__(self, first):
        self.first = [first, first + 1, first * 2]


def double_average(x):
    """Return twice the mean of all entries."""
    return double(average(x))[()]
'''

COPIED = '''
"""Sums."""
import numpy as np  # numbers


class Holder:
    # what I keep
    def __init__(self, start):
        self.start = [start, start + 1,
                      start * 2]


def average(x):
    """Return the mean of all entries."""
    s, n = 0.0, 0
    # go through all of them
    for entry in np.ravel(x):
        s += entry
        n += 1

    if n == 0:
        raise ValueError("there is none")
    return s / n


def double(x):
    """Return twice `x`."""
    a = np.asarray(x, dtype=float)
    b = np.empty_like(a)

    for i, v in np.ndenumerate(a):
        b[i] = v + v  # twice
    return b


def double_average(x):
    """Return twice the mean of all entries."""
    return double(average(x))[()]
'''

OTHER = '''
"""Sums."""
from functools import reduce
import operator


def double(x):
    """Return twice `x`."""
    if isinstance(x, (list, tuple)):
        return [double(each) for each in x]
    return x * 2


def average(x):
    """Return the mean of all entries."""
    flat = x.reshape(-1).tolist()
    return reduce(operator.add, flat, 0) * len(flat) ** -1


def double_average(x):
    """Return twice the mean of all entries."""
    mean = average(x)
    return mean if not mean else mean * 2
'''


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return tiny.write(tmp_path / "course")


def hand_in(folder: Path, sources: Mapping[str, str | bytes]) -> list[HandedIn]:
    """Write a module (or, for bytes, a notebook) for each student."""
    handed_in = []
    for student, source in sources.items():
        path = folder / student / (tiny.MODULE + (".py" if isinstance(source, str) else ".ipynb"))
        path.parent.mkdir(parents=True)
        path.write_bytes(source.encode() if isinstance(source, str) else source)
        handed_in.append(HandedIn(student, tiny.NAME, path.parent))
    return handed_in


def compared(
    exercise: Exercise, sources: Mapping[str, str | bytes], common: int | None = None
) -> Comparison:
    handed_in = hand_in(exercise.root.parent / "class", sources)
    return compare(exercise, handed_in, 60, jobs=2, common=common)


def names(comparison: Comparison) -> list[tuple[str, str]]:
    return [(pair.left.student, pair.right.student) for pair in comparison.pairs]


def test_a_copy_with_other_names_comments_and_order_is_found(exercise: Exercise) -> None:
    found = compared(exercise, {"ann": MINE, "bob": OTHER, "cho": COPIED})
    assert names(found) == [("ann", "cho")]
    [pair] = found.pairs
    assert pair.left.share > 0.9
    assert pair.right.share > 0.9
    assert found.compared == 3


def test_stretches_name_the_same_code_on_both_sides(exercise: Exercise) -> None:
    [pair] = compared(exercise, {"ann": MINE, "cho": COPIED}).pairs
    for stretch in pair.stretches:
        for side, (first, last) in ((pair.left, stretch.left), (pair.right, stretch.right)):
            assert 1 <= first <= last <= len(side.rows)
    rows = {
        (pair.left.rows[a - 1].strip(), pair.right.rows[b - 1].strip())
        for stretch in pair.stretches
        for a, b in [(stretch.left[1], stretch.right[1])]
    }
    assert ("self.first = [first, first + 1, first * 2]", "start * 2]") in rows
    [average] = [s for s in pair.stretches if s.left[0] <= 18 <= s.left[1]]
    left = "\n".join(pair.left.rows[average.left[0] - 1 : average.left[1]])
    right = "\n".join(pair.right.rows[average.right[0] - 1 : average.right[1]])
    assert "count += 1" in left
    assert "n += 1" in right
    assert pair.longest >= 6


def test_code_around_a_copy_does_not_hide_it(exercise: Exercise) -> None:
    more = OTHER.split("import operator", 1)[1].replace("average", "mean").replace("double", "two")
    found = compared(exercise, {"ann": MINE, "cho": COPIED + more})
    [pair] = found.pairs
    assert pair.left.share > 0.95 > pair.right.share


def test_solutions_that_share_only_what_is_given_are_not_listed(exercise: Exercise) -> None:
    found = compared(exercise, {"ann": MINE, "bob": OTHER})
    assert found.pairs == ()
    assert found.compared == 2


def test_given_code_is_given_under_other_names_too(exercise: Exercise) -> None:
    given = MINE.replace("double", "first").replace("average", "second")
    exercise = tiny.write(exercise.root, {tiny.STUB: tiny.STUB_SOURCE + given})
    found = compared(exercise, {"ann": COPIED, "bob": OTHER + COPIED})
    assert found.pairs == ()
    assert found.small == ("ann",)


def test_every_character_of_the_code_has_its_row(exercise: Exercise) -> None:
    code = '''


        class Long_name_of_a_class_with_more_letters_than_its_line_and_the_next(object):
            # no

            def __call__(self, long_name_of_an_argument):
                """Return it.

                Really.
                """
                return (long_name_of_an_argument,
                        "text", 'more')
        x = Long_name_of_a_class()
        class Other(x):
            pass
    '''
    source = textwrap.dedent(code).encode()
    with reading.open_reader(exercise) as reader:
        read = reader.read(
            Submission(student="ann", files={"sums.py": source}, sha256="", origin="sums.py")
        )
    assert np.all(np.diff(read.lines) >= 0)
    row, code_length = np.unique(read.lines, return_counts=True)
    # classO(object):  defF(self,V):  S  return(V,  "S",'S')  V=V()  classO(V):  pass
    assert row.tolist() == [4, 7, 8, 12, 13, 14, 15, 16]
    assert code_length.tolist() == [15, 13, 1, 9, 8, 5, 10, 4]


def test_stubs_are_no_copies_of_each_other(exercise: Exercise) -> None:
    stub = exercise.stub.read_text("utf-8")
    found = compared(exercise, {"ann": stub, "bob": stub, "cho": stub + "# nothing yet\n"})
    assert found.pairs == ()
    assert found.small == ("ann", "bob", "cho")


def test_a_notebook_that_holds_a_copy_is_found(exercise: Exercise) -> None:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None,
         "source": source}
        for source in ("%matplotlib inline\n", *COPIED.split("\n\n\n"))
    ]  # fmt: skip
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    found = compared(exercise, {"ann": MINE, "cho": json.dumps(notebook).encode()})
    assert names(found) == [("ann", "cho")]
    assert found.pairs[0].left.share > 0.95


def test_what_keeps_the_tokeniser_busy_costs_only_itself(exercise: Exercise) -> None:
    bomb = " \n" * 90_000 + "x = 1\n"  # each empty row makes it look at all that follow
    handed_in = hand_in(exercise.root.parent / "class", {"ann": MINE, "bob": bomb, "cho": COPIED})
    bounds = msgspec.structs.replace(reading.BOUNDS, cpu_seconds=2)
    found = compare(exercise, handed_in, 60, jobs=1, bounds=bounds)
    assert names(found) == [("ann", "cho")]
    [(student, reason)] = found.failed
    assert student == "bob"
    assert "too long to read" in reason


def test_what_is_too_long_or_unreadable_is_listed_with_its_reason(exercise: Exercise) -> None:
    nested = "(" * 50_000 + ")" * 50_000
    found = compared(
        exercise,
        {"ann": MINE, "bob": "x = 1\n" * 40_000, "cho": COPIED, "dan": "\0\x1b]8;;\n" + nested,
         "eve": b"{no notebook"},
    )  # fmt: skip
    assert names(found) == [("ann", "cho")]
    reasons = dict(found.failed)
    assert "longer than" in reasons["bob"]
    assert "no readable notebook" in reasons["eve"]
    assert "cho" not in reasons


def test_without_a_sandbox_plain_processes_find_the_same(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in = hand_in(exercise.root.parent / "class", {"ann": MINE, "cho": COPIED})
    found = compare(exercise, handed_in, 60, jobs=2)
    monkeypatch.setattr(sandbox, "find_bubblewrap", lambda: None)
    assert compare(exercise, handed_in, 60, jobs=2) == found


def test_a_second_run_finds_the_same(exercise: Exercise) -> None:
    handed_in = hand_in(exercise.root.parent / "class", {"ann": MINE, "bob": OTHER, "cho": COPIED})
    first, second = (compare(exercise, handed_in, 1, jobs=jobs) for jobs in (1, 3))
    assert first == second
    assert render_similarity(first) == render_similarity(second)


def test_code_that_many_have_can_be_left_out(exercise: Exercise) -> None:
    many = dict.fromkeys(("ann", "bob", "cho"), MINE)
    assert len(compared(exercise, many).pairs) == 3
    rare = {f"{name} again": source for name, source in many.items()}
    found = compared(exercise, rare, common=2)
    assert found.pairs == ()
    assert len(found.small) == 3


@pytest.mark.parametrize(
    "reply",
    [
        None,
        [],
        [np.zeros(1, "<i8")] * 4,
        [np.zeros(1, "<i8"), np.zeros(1, "<f8"), np.ones(30, bool), np.ones(30, "<i8")],
        [np.zeros(1, "<i8"), np.full(1, 6), np.ones(30, bool), np.ones(30, "<i8")],
        [np.zeros(1, "<i8"), np.full(1, -1), np.ones(30, bool), np.ones(30, "<i8")],
        [np.zeros(2, "<i8"), np.array([3, 3]), np.ones(30, bool), np.ones(30, "<i8")],
        [np.zeros(1, "<i8"), np.zeros(1, "<i8"), np.ones(30, bool), np.full(30, 3)],
    ],
)
def test_a_worker_that_was_taken_over_can_answer_nothing_else(reply: object) -> None:
    good = [np.zeros(1, "<i8"), np.full(1, 5), np.ones(30, bool), np.full(30, 2)]
    assert reading._checked(good, "ann", ["a", "b"]).student == "ann"
    with pytest.raises(SubmissionError):
        reading._checked(reply, "ann", ["a", "b"])


def test_without_copydetect_one_line_says_how_to_get_it(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda _name: None)
    with pytest.raises(GraderError, match=r"deepgrade\[similarity\]"):
        compare(exercise, [], 60, jobs=1)


HOSTILE = '<script>alert(1)</script> {{ 7 * 7 }} "onload=x'


def page_of(exercise: Exercise, *, count: int = 1) -> str:
    rows = [HOSTILE, "\x1b]8;;evil\u202e", "a" * (COLUMNS + 50), *["same"] * 5]
    pair = Pair(
        Side(HOSTILE, 1.0, rows), Side("\u202ebob", 0.999, rows), (Stretch((1, 8), (1, 8)),)
    )
    return render_similarity(
        Comparison(exercise, (pair,) * count, count, 3, (HOSTILE,), ((HOSTILE, HOSTILE),), 60)
    )


def test_names_and_code_are_shown_and_never_obeyed(exercise: Exercise) -> None:
    page = page_of(exercise)
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not {name for name, _value in attributes} & {"src", "style", "onload", "onclick"}
            assert all(v is not None and v[0] == "#" for n, v in attributes if n == "href")

    Reader().feed(page)
    assert "script" not in tags
    assert "mark" in tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "a" * COLUMNS not in page
    assert "default-src 'none'" in page
    assert "99 %" in page, "not quite everything is no 100 %"


def test_a_page_shows_only_so_many_pairs_side_by_side(exercise: Exercise) -> None:
    page = page_of(exercise, count=MOST_SHOWN + 5)
    assert page.count('<section class="task card"') == MOST_SHOWN
    assert page.count('<th scope="row">') == MOST_SHOWN + 5


def test_only_what_is_shared_and_a_little_around_it_is_shown() -> None:
    rows = [f"row {number}" for number in range(1, 101)]
    shown = blocks(rows, [(20, 30), (25, 26), (90, 100)])
    assert [(block.number, block.first, block.last) for block in shown] == [
        (0, 18, 19), (1, 20, 30), (0, 31, 32), (0, 88, 89), (3, 90, 100),
    ]  # fmt: skip
    assert shown[1].text.split("\n") == rows[19:30]


def test_the_command_says_each_pair_and_where_the_page_is(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(exercise.root.parent / "class", {"ann": MINE, "bob": OTHER, "cho": COPIED})
    (exercise.root.parent / "class" / "dan").mkdir()
    monkeypatch.chdir(exercise.root)
    result = CliRunner().invoke(grade, ["similarity", "../class"], standalone_mode=False)
    assert result.return_value == 0
    first, counted, where = result.output.splitlines()
    assert first.startswith("exercise3: ann (")
    assert " and cho (" in first
    assert counted == "exercise3: 3 submissions compared, 1 of their pairs share 60 % or more."
    page = exercise.root / "reports" / "similarity" / "exercise3.html"
    assert where == f"Similarity: {page}"
    assert "ann and cho" in page.read_text("utf-8")


def test_a_folder_without_submissions_is_wrong_usage(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(exercise.root)
    (exercise.root / "empty").mkdir()
    result = CliRunner().invoke(grade, ["similarity", "empty"], standalone_mode=False)
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2


def test_the_terminal_lists_only_so_many_pairs(exercise: Exercise) -> None:
    pair = Pair(Side("ann", 1, []), Side("bob", 0.5, []), ())
    said = list(summary(Comparison(exercise, (pair,) * 200, 250, 30, (), (), 60)))
    assert len(said) == MOST_SHOWN + 2
    assert said[0] == "exercise3: ann (100 %) and bob (50 %), 0 lines in a row"
    assert said[-2] == f"… and {250 - MOST_SHOWN} more pairs"
