"""Where a large array is wrong: found in blocks, drawn, and said where it may be."""

import io
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from rich.console import Console

from grader import language
from grader.intake import read_submission
from grader.judge import Judge
from grader.records import Attempt, Axis, ErrorMap, Feedback, Outcome
from grader.report import plain
from grader.report.heat import drawing, in_words
from grader.report.html import render_attempt
from grader.report.terminal import show_attempt
from grader.suite import compare as comparison
from grader.suite.describe import PRINTED_WHOLE
from grader.worker.cells import Nursery
from tests import attempts, tiny


def found(actual: object, expected: object, rtol: float = 1e-9, atol: float = 1e-12) -> ErrorMap:
    difference = comparison.compare(actual, expected, rtol=rtol, atol=atol)
    assert difference is not None
    assert difference.errors is not None
    return difference.errors


def wrong_at(shape: tuple[int, ...], place: Any, error: float = 1.0) -> ErrorMap:
    expected = np.ones(shape)
    actual = expected.copy()
    actual[place] += error
    return found(actual, expected)


def test_an_array_that_is_printed_whole_has_no_map() -> None:
    for size, has_map in ((PRINTED_WHOLE, False), (PRINTED_WHOLE + 1, True)):
        difference = comparison.compare(np.zeros(size), np.ones(size), rtol=0, atol=0)
        assert difference is not None
        assert (difference.errors is not None) is has_map


def test_a_larger_array_is_seen_in_twelve_by_twelve_blocks() -> None:
    errors = wrong_at((100, 784), np.s_[3:10, 3:6])
    assert errors.shape == (100, 784)
    assert errors.axes == (
        Axis(size=100, wrong=7, first=3, last=9),
        Axis(size=784, wrong=3, first=3, last=5),
    )
    assert [len(row) for row in errors.blocks] == [12] * 12
    wrong = {(y, x) for y, row in enumerate(errors.blocks) for x, at in enumerate(row) if at}
    assert wrong == {(0, 0), (1, 0)}, "rows 0 to 7, and 8 to 15"


def test_each_block_has_its_largest_error_in_multiples_of_the_tolerance() -> None:
    expected = np.full(120, 2.0)
    expected[100:] = [0.0] * 19 + [np.inf]
    actual = expected.copy()
    actual[[0, 1, 60, 110]] += [0.5, 0.125, 4.0, 0.01]
    errors = found(actual, expected, rtol=0.01, atol=0.005)
    assert errors.blocks == ((20.0, *[0.0] * 5, 160.0, *[0.0] * 4, 1.0),), "0.01 beside 0 is small"


def test_what_is_not_finite_is_no_number_in_the_map() -> None:
    expected = np.full((8, 20), 2.0)
    actual = expected.copy()
    actual[0, 0], actual[7, 19], actual[4, 10] = np.nan, np.inf, 3.0
    errors = found(actual, expected, rtol=0.5, atol=0.0)
    assert errors.axes[0] == Axis(size=8, wrong=2, first=0, last=7), "3 is near enough to 2"
    assert errors.blocks[0][0] is None
    assert errors.blocks[7][11] is None
    assert sum(block == 0 for row in errors.blocks for block in row) == 8 * 12 - 2
    expected[1, 0] = np.inf
    assert found(actual, expected).blocks[1][0] is None, "infinity was wanted"


def test_further_axes_are_looked_through() -> None:
    errors = wrong_at((5, 3, 28, 28), np.s_[4, 0, :, 27])
    assert errors.axes == (
        Axis(size=28, wrong=28, first=0, last=27),
        Axis(size=28, wrong=1, first=27, last=27),
    )
    assert {row.index(at) for row in errors.blocks for at in row if at} == {11}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [(7, 2), (True, False), ("no", "yes"), (2**62, 2**62 + 1), (10**30, 10**30 + 1), (1j, 0j)],
)
def test_what_has_no_tolerance_is_wrong_all_the_same(wrong: object, right: object) -> None:
    actual, expected = np.array([wrong] + [right] * 99), np.array([right] * 100)
    assert actual.dtype == expected.dtype
    (row,) = found(actual, expected).blocks
    assert [bool(block) for block in row] == [True] + [False] * 11


def test_a_long_list_has_a_map_and_an_array_in_a_tuple_too() -> None:
    assert found([1.0] * 99 + [2.0], [1.0] * 100).axes[0].first == 99
    pair = (np.zeros(3), np.zeros((9, 9)))
    errors = found((pair[0], pair[1] + np.eye(9)), pair)
    assert errors.axes[0] == Axis(size=9, wrong=9, first=0, last=8)


@given(st.data())
def test_the_map_is_a_record_and_names_every_wrong_value(data: st.DataObject) -> None:
    shape = data.draw(hnp.array_shapes(min_dims=1, max_dims=4, max_side=90))
    if np.prod(shape) <= PRINTED_WHOLE or np.prod(shape) > 10_000:
        return
    values = st.floats(width=64) | st.sampled_from([0.0, 1.0])
    some = hnp.arrays(float, shape, elements=values, fill=st.just(1.0))
    actual, expected = data.draw(some), data.draw(some)
    difference = comparison.compare(actual, expected, rtol=1e-9, atol=1e-12)
    if difference is None:
        return
    errors = difference.errors
    assert errors is not None
    assert msgspec.json.decode(msgspec.json.encode(errors), type=ErrorMap) == errors
    near = np.isclose(actual, expected, rtol=1e-9, atol=1e-12, equal_nan=True)
    grid = ~near.reshape(-1, *(shape[-2:] if len(shape) > 1 else (1, *shape))).all(axis=0)
    height, width = len(errors.blocks), len(errors.blocks[0])
    for y, row in enumerate(errors.blocks):
        for x, block in enumerate(row):
            part = grid[
                y * grid.shape[0] // height : (y + 1) * grid.shape[0] // height,
                x * grid.shape[1] // width : (x + 1) * grid.shape[1] // width,
            ]
            assert part.any() == (block != 0)
    assert [axis.wrong for axis in errors.axes][-1] == grid.any(axis=0).sum()


@pytest.mark.parametrize(
    ("shape", "place", "said"),
    [
        ((100, 784), np.s_[:, 3:6], "all 100 rows; columns 3 to 5 of 784"),
        ((100, 784), np.s_[7, [0, 9]], "row 7 of 100; 2 of 784 columns, between 0 and 9"),
        ((100, 784), np.s_[::99, 783], "2 of 100 rows, between 0 and 99; column 783 of 784"),
        ((1, 784), np.s_[:, :2], "row 0 of 1; columns 0 to 1 of 784"),
        ((784,), np.s_[3:6], "entries 3 to 5 of 784"),
        ((784,), np.s_[783], "entry 783 of 784"),
        ((784,), np.s_[::2], "392 of 784 entries, between 0 and 782"),
        ((784,), np.s_[:], "all 784 entries"),
    ],
)
def test_words_say_where_it_is_wrong(shape: tuple[int, ...], place: object, said: str) -> None:
    assert in_words(wrong_at(shape, place)) == f"Where it is wrong (counted from 0): {said}."


def test_words_tell_what_is_not_finite_and_which_axes_are_meant() -> None:
    errors = wrong_at((2, 28, 28), np.s_[0, 0, :14], np.nan)
    assert in_words(errors) == (
        "Where it is wrong (counted from 0): row 0 of 28; columns 0 to 13 of 28. Rows and columns "
        "are those of its last two axes. NaN or infinity is in 6 of 144 blocks."
    )


def test_words_in_korean() -> None:
    errors = wrong_at((2, 28, 28), np.s_[0, 0, :14], np.nan)
    language.use("ko")
    try:
        said = in_words(errors)
    finally:
        language.use("en")
    assert said == (
        "틀린 곳(0부터 셉니다): 28개 행 중 0번 행; 28개 열 중 0~13번 열. 행과 열은 "
        "마지막 두 축을 말합니다. 블록 144개 중 6개에 NaN이나 무한대가 있습니다."
    )


def test_each_kind_of_block_is_one_path_of_runs() -> None:
    blocks = ((0.0, 0.0, 1e9), (None, 4e8, 2e8), (0.0, 3.0, 3.0))
    axes = (Axis(size=9, wrong=9, first=0, last=8), Axis(size=30, wrong=9, first=0, last=8))
    drawn = drawing(ErrorMap(shape=(9, 30), axes=axes, blocks=blocks))
    assert drawn.paths == [
        ("great", "M40 10h20M20 30h20"),
        ("none", "M0 30h20"),
        ("plain", "M40 30h20"),
        ("right", "M0 10h40M0 50h20"),
        ("slight", "M20 50h40"),
    ]
    assert (drawn.width, drawn.height) == (60 + 4 + 7, 60 + 20), "with the number of the last row"
    assert [tick.text for tick in drawn.ticks] == ["0", "29", "0", "8"]


WIDE = """

@pytest.mark.task(1, points=0)
def test_double_of_many(student):
    \"\"\"double of many.\"\"\"
    expect(student.double)(np.ones((30, 40))).to_match(twice)
"""
LAST_COLUMN_WRONG = tiny.SOLUTION_SOURCE.replace(
    "    return np.asarray(x) * 2.0\n",
    "    y = np.asarray(x) * 2.0\n    if y.ndim == 2:\n        y[:, -1] = 0\n    return y\n",
)


def graded(folder: Path, nursery: Nursery, feedback: Feedback) -> Attempt:
    suite = tiny.SUITE_SOURCE + WIDE
    exercise = tiny.write(folder, {tiny.SUITE: suite})
    module = folder / "sums.py"
    module.write_text(LAST_COLUMN_WRONG, encoding="utf-8")
    submission = read_submission(module, exercise, "ada")
    return Judge(exercise, nursery, feedback).grade(submission, seed=7)


@pytest.mark.parametrize("feedback", Feedback)
def test_a_hidden_check_has_a_map_only_where_everything_is_told(
    tmp_path: Path, nursery: Nursery, feedback: Feedback
) -> None:
    attempt = graded(tmp_path, nursery, feedback)
    (check,) = (check for check in attempt.checks if check.id.endswith("_of_many"))
    assert check.outcome is Outcome.FAILED
    if feedback is not Feedback.FULL:
        assert check.errors is None
        assert b'"blocks"' not in msgspec.json.encode(attempt)
        return
    assert check.errors is not None
    assert in_words(check.errors).endswith("all 30 rows; column 39 of 40.")
    assert [row[10:] for row in check.errors.blocks] == [(0.0, 1e9)] * 12


def test_the_page_the_terminal_and_other_tools_say_the_same_words(tmp_path: Path) -> None:
    exercise = attempts.write_course(tmp_path).exercises[0]
    errors = attempts.error_map()
    check = attempts.check(1, 0, Outcome.FAILED, expected="an array", errors=errors)
    attempt = attempts.attempt(exercise, [check])
    console = Console(file=io.StringIO(), width=100)
    show_attempt(attempt, exercise, console)
    assert isinstance(console.file, io.StringIO)
    words = in_words(errors)
    page = render_attempt(attempt, exercise)
    assert words in " ".join(console.file.getvalue().split())
    assert words in plain.said(check)
    assert words in page
    assert page.count('role="img"') == 1
    assert page == render_attempt(attempt, exercise)


def test_a_page_of_many_maps_stays_small_and_leaves_out_no_words(tmp_path: Path) -> None:
    exercise = attempts.write_course(tmp_path).exercises[0]
    checks = [
        attempts.check(1, n, Outcome.FAILED, title=f"fact {n}", errors=attempts.error_map())
        for n in range(200)
    ]
    page = render_attempt(attempts.attempt(exercise, checks), exercise)
    assert len(page.encode()) < 300_000
    assert page.count("Where it is wrong") == 200
    assert 0 < page.count('role="img"') < 200


def test_a_record_from_before_there_were_maps_is_still_read(tmp_path: Path) -> None:
    exercise = attempts.write_course(tmp_path).exercises[0]
    record = msgspec.to_builtins(attempts.stub(exercise))
    for check in record["checks"]:
        del check["errors"]
    assert msgspec.convert(record, type=Attempt) == attempts.stub(exercise)
