"""Grading one submission: outcomes, points, named mistakes, and what each report line says."""

import hashlib
import math
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import CourseError, NotInstalledError, SuiteError
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.judge import Judge, new_seed
from grader.records import Attempt, CheckResult, Feedback, Isolation, Outcome, Submission
from grader.suite.bench import _module_notes, _stopped_cells
from grader.worker.cells import Nursery
from tests import tiny
from tests.tiny import SOLUTION_SOURCE, SUITE_SOURCE, changed

HIDDEN = [
    "test_double_of_any_array[any_shape]",
    "test_double_of_any_array[integers]",
    "test_double_of_any_array[large]",
    "test_double_of_any_array[untouched]",
    "test_double",
    "test_average",
    "test_double_average",
]
VISIBLE = "test_double_of_the_lecture"

Grade = Callable[..., Attempt]


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    return tiny.write(tmp_path_factory.mktemp("course"))


def submission(source: str, name: str = "sums.py") -> Submission:
    content = source.encode()
    return Submission(
        student="ada",
        files={name: content},
        sha256=hashlib.sha256(content).hexdigest(),
        origin=name,
    )


def graded(
    exercise: Exercise,
    nursery: Nursery,
    source: str,
    *,
    seed: int = 7,
    feedback: Feedback = Feedback.FULL,
) -> Attempt:
    return Judge(exercise, nursery, feedback).grade(submission(source), seed)


@pytest.fixture
def grade(exercise: Exercise, nursery: Nursery) -> Grade:
    def run(source: str, **settings: object) -> Attempt:
        return graded(exercise, nursery, source, **settings)  # type: ignore[arg-type]

    return run


def by_name(attempt: Attempt) -> dict[str, CheckResult]:
    return {check.id.partition("::")[2]: check for check in attempt.checks}


def outcomes(attempt: Attempt) -> set[Outcome]:
    return {check.outcome for check in attempt.checks}


def messages(attempt: Attempt) -> set[str]:
    return {check.message for check in attempt.checks}


@pytest.mark.parametrize("kind", ["sandbox", "process"])
def test_solution_gets_full_marks_in_each_isolation(
    exercise: Exercise, kind: str, request: pytest.FixtureRequest
) -> None:
    nursery: Nursery = request.getfixturevalue(f"{kind}_nursery")
    attempt = graded(exercise, nursery, SOLUTION_SOURCE)
    assert (attempt.score, attempt.max_score) == (10, 10)
    assert attempt.isolation is Isolation(kind)
    assert (attempt.exercise, attempt.student, attempt.seed) == ("exercise3", "ada", 7)
    assert attempt.submission.files == ("sums.py",)
    assert attempt.submission.sha256 == hashlib.sha256(SOLUTION_SOURCE.encode()).hexdigest()
    assert [check.id.partition("::")[2] for check in attempt.checks] == [VISIBLE, *HIDDEN]
    assert all(check.outcome is Outcome.PASSED for check in attempt.checks)
    assert all(check.message == "" and check.mistake is None for check in attempt.checks)


@pytest.mark.parametrize("kind", ["sandbox", "process"])
def test_stub_gets_nothing_and_is_told_each_task(
    exercise: Exercise, kind: str, request: pytest.FixtureRequest
) -> None:
    nursery: Nursery = request.getfixturevalue(f"{kind}_nursery")
    attempt = graded(exercise, nursery, exercise.stub.read_text(encoding="utf-8"))
    assert (attempt.score, attempt.max_score) == (0, 10)
    assert {(check.task, check.message) for check in attempt.checks} == {
        (number, f"Task {number} is not done yet.") for number in (1, 2, 3)
    }
    assert by_name(attempt)["test_double"].outcome is Outcome.FAILED
    assert by_name(attempt)["test_double_average"].outcome is Outcome.BLOCKED
    assert by_name(attempt)["test_double"].hint == "Multiply by two."


def test_titles_tell_what_each_check_shows(grade: Grade) -> None:
    titles = {name: check.title for name, check in by_name(grade(SOLUTION_SOURCE)).items()}
    assert titles["test_double"] == "double gives twice its input."
    assert titles["test_double_of_any_array[large]"] == "double is right for ±1000, without NaN."
    assert titles[VISIBLE] == "Twice [1, 2] is [2, 4]."


def test_mistake_is_named_and_costs_its_checks_only(grade: Grade) -> None:
    checks = by_name(grade(changed(SOLUTION_SOURCE, "* 2.0", "** 2.0")))
    double = checks["test_double"]
    assert (double.outcome, double.points, double.max_points) == (Outcome.FAILED, 0, 2)
    assert double.mistake == "squared"
    assert double.mistake_explanation == "You squared `x`; twice `x` is `2 * x`."
    assert double.message.startswith("The result of double has 3 wrong values of 3.")
    assert checks["test_average"].outcome is Outcome.PASSED


def test_task_after_a_failed_one_is_blocked(grade: Grade) -> None:
    attempt = grade(changed(SOLUTION_SOURCE, "* 2.0", "** 2.0"))
    check = by_name(attempt)["test_double_average"]
    assert (check.outcome, check.points) == (Outcome.BLOCKED, 0)


def test_failed_task_after_a_finished_one_is_not_blocked(grade: Grade) -> None:
    attempt = grade(changed(SOLUTION_SOURCE, "double(average(x))", "average(x)"))
    assert by_name(attempt)["test_double_average"].outcome is Outcome.FAILED
    assert attempt.score == 8


def test_call_of_an_unfinished_task_is_blocked_by_it(grade: Grade) -> None:
    source = changed(
        SOLUTION_SOURCE, "np.sum(x) / np.size(x)", "double(np.sum(x)) / (2 * np.size(x))"
    )
    source = changed(source, "return np.asarray(x) * 2.0", 'raise NotImplementedError("Task 1")')
    check = by_name(grade(source))["test_average"]
    assert (check.outcome, check.message) == (Outcome.BLOCKED, "Task 1 is not done yet.")


def test_check_that_cannot_be_replayed_names_no_mistake(tmp_path: Path, nursery: Nursery) -> None:
    suite = changed(SUITE_SOURCE, "task(1, points=2)", "task(1, points=2, replay=False)")
    exercise = tiny.write(tmp_path, {tiny.SUITE: suite})
    checks = by_name(graded(exercise, nursery, changed(SOLUTION_SOURCE, "* 2.0", "** 2.0")))
    assert (checks["test_double"].outcome, checks["test_double"].mistake) == (Outcome.FAILED, None)
    assert checks["test_double_of_any_array[any_shape]"].mistake == "squared"


def test_two_mistakes_that_agree_are_both_named(tmp_path: Path, nursery: Nursery) -> None:
    extra = changed(tiny.SUMMED, "np.sum(x)", "np.abs(x).sum()")
    exercise = tiny.write(tmp_path, {f"{tiny.MISTAKES}/absolute.py": extra})
    attempt = graded(exercise, nursery, changed(SOLUTION_SOURCE, "/ np.size(x)", ""))
    check = by_name(attempt)["test_average"]
    assert check.mistake == "absolute | summed"
    explanations = (check.mistake_explanation or "").split("\n\n")
    assert [text[:18] for text in explanations] == ["You did not divide"] * 2


@pytest.mark.parametrize("kind", ["sandbox", "process"])
def test_endless_loop_costs_its_check_only(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    settings = changed(tiny.EXERCISE, "seconds = 2\ncpu_seconds = 2", "cpu_seconds = 1")
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: settings})
    source = changed(SOLUTION_SOURCE, "return np.sum(x) /", "while True: pass\n    return")
    attempt = graded(exercise, request.getfixturevalue(f"{kind}_nursery"), source)
    check = by_name(attempt)["test_average"]
    assert check.outcome is Outcome.TIMED_OUT
    said = "Your code used more than 1 s of computing time. Is there a loop that never ends?"
    assert check.message.startswith(said)
    assert by_name(attempt)["test_double"].outcome is Outcome.PASSED


BROKEN = changed(SUITE_SOURCE, "to_match(np.mean)", 'to_match({}["oracle"])')


def test_check_that_fails_on_the_solution_too_is_broken_and_costs_nothing(
    tmp_path: Path, nursery: Nursery
) -> None:
    exercise = tiny.write(tmp_path, {tiny.SUITE: BROKEN})
    for source in (SOLUTION_SOURCE, changed(SOLUTION_SOURCE, "np.sum(x) / np.size(x)", "None")):
        check = by_name(attempt := graded(exercise, nursery, source))["test_average"]
        assert (check.outcome, check.points, check.max_points) == (Outcome.BROKEN, 4, 4)
        assert check.message.endswith("KeyError: 'oracle'")
        assert attempt.max_score == 10
    shown = graded(exercise, nursery, SOLUTION_SOURCE, feedback=Feedback.RESULT)
    assert "oracle" not in by_name(shown)["test_average"].message


def test_broken_check_blocks_no_later_task(tmp_path: Path, nursery: Nursery) -> None:
    exercise = tiny.write(tmp_path, {tiny.SUITE: BROKEN})
    source = changed(SOLUTION_SOURCE, "double(average(x))", "average(x)")
    assert by_name(graded(exercise, nursery, source))["test_double_average"].outcome is (
        Outcome.FAILED
    )


@pytest.mark.parametrize("before", ["", "student.double_average(x) + 1; "])
def test_data_that_is_not_installed_gives_no_points_away(
    tmp_path: Path, nursery: Nursery, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    needy = changed(
        SUITE_SOURCE,
        "expect(student.double_average)(x).to_match(2 * np.mean(x))",
        f"from grader.datasets import load_iris\n    {before}load_iris()",
    )
    judge = Judge(tiny.write(tmp_path, {tiny.SUITE: needy}), nursery, Feedback.FULL)
    assert judge.grade(submission(SOLUTION_SOURCE), 7).score == 10
    monkeypatch.setitem(sys.modules, "sklearn", None)
    for source in (SOLUTION_SOURCE, changed(SOLUTION_SOURCE, "double(average(x))", '"much"')):
        with pytest.raises(NotInstalledError, match=r"deepgrade\[iris\]"):
            judge.grade(submission(source), 7)
    with pytest.raises(NotInstalledError, match=r"deepgrade\[iris\]"):
        judge.passes(submission(SOLUTION_SOURCE), 7)


def test_value_the_check_cannot_use_is_your_failure(tmp_path: Path, nursery: Nursery) -> None:
    careless = changed(
        SUITE_SOURCE,
        "expect(student.double_average)(x).to_match(2 * np.mean(x))",
        "assert student.double_average(x) + 1 > 1",
    )
    exercise = tiny.write(tmp_path, {tiny.SUITE: careless})
    source = changed(SOLUTION_SOURCE, "double(average(x))", '"much"')
    check = by_name(graded(exercise, nursery, source))["test_double_average"]
    assert (check.outcome, check.points) == (Outcome.FAILED, 0)
    assert check.message.startswith("Your code returned something this check cannot use.")


def without_times(attempt: Attempt) -> list[tuple[object, ...]]:
    return [(c.id, c.outcome, c.message, c.input, c.actual, c.mistake) for c in attempt.checks]


def test_seed_repeats_an_attempt_and_another_seed_gives_other_inputs(grade: Grade) -> None:
    wrong = changed(SOLUTION_SOURCE, "* 2.0", "** 2.0")
    first, again, other = (grade(wrong, seed=seed) for seed in (7, 7, 8))
    assert without_times(first) == without_times(again)
    assert by_name(first)["test_double"].input != by_name(other)["test_double"].input
    assert by_name(first)[VISIBLE].input == by_name(other)[VISIBLE].input


def test_each_check_has_random_numbers_of_its_own(grade: Grade) -> None:
    wrong = changed(changed(SOLUTION_SOURCE, "double(average(x))", "0.0"), "np.sum(x) /", "0.0 /")
    checks = by_name(grade(wrong))
    inputs = [checks[name].input or "" for name in ("test_average", "test_double_average")]
    first = [text.partition("[")[2].lstrip("[").partition(",")[0] for text in inputs]
    assert first[0] != first[1]


def test_seeds_are_not_repeated() -> None:
    seeds = {new_seed() for _number in range(100)}
    assert len(seeds) == 100
    assert all(0 <= seed < 2**63 for seed in seeds)


def test_points_of_tenths_add_up_to_full_marks(tmp_path: Path, nursery: Nursery) -> None:
    """0.1 + 0.2 is not 0.3, but a student with every check passed has every point."""
    suite = changed(SUITE_SOURCE, "points=0.5)", "points=0.1)")
    suite = changed(changed(suite, "points=2", "points=0.3"), "points=4", "points=0.7")
    suite = changed(suite, "points=2", "points=0.7")
    settings = changed(
        changed(tiny.EXERCISE, "points = 4", "points = 0.7"), "points = 4", "points = 0.7"
    )
    settings = changed(
        changed(settings, "points = 2\n", "points = 0.7\n"), "points = 10", "points = 2.1"
    )
    exercise = tiny.write(tmp_path, {tiny.SUITE: suite, tiny.SETTINGS: settings})
    assert graded(exercise, nursery, SOLUTION_SOURCE).score == exercise.points == 2.1
    assert not math.isclose(sum([0.1] * 3), 0.3, rel_tol=0, abs_tol=0)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "@pytest.mark.task(2, points=4)\n",
            "",
            "::test_average needs exactly one mark: @pytest.mark.task(n, points=…).",
        ),
        (
            "task(2, points=4)",
            "task(4, points=4)",
            "::test_average is marked for task 4, which exercise.toml does not have.",
        ),
        (
            "task(2, points=4)",
            "task(2, points=3)",
            "exercise3: the checks of task 2 are worth 3 points, but exercise.toml says 4.",
        ),
        (
            '    """average is the sum over the count.',
            '    title = """not a docstring',
            "::test_average has no docstring; it is the title a student reads.",
        ),
        (
            "import numpy as np",
            "import no_such_module",
            ": ModuleNotFoundError: No module named 'no_such_module'",
        ),
        ("import numpy as np", "import numpy as", "SyntaxError: "),
        ("points=4)", 'points="many")', "::test_average: points='many' is no number from 0 on."),
        ("points=4)", "points=-4)", "::test_average: points=-4 is no number from 0 on."),
        ("points=4)", "points=float('nan'))", "::test_average: points=nan is no number from 0"),
        ("task(2, points=4)", "task(points=4)", "::test_average needs exactly one mark"),
        (SUITE_SOURCE, "import numpy\n", "worth 0 points, but exercise.toml says 4."),
    ],
)
def test_suite_that_breaks_its_rules_is_refused_with_the_place(
    tmp_path: Path, nursery: Nursery, old: str, new: str, said: str
) -> None:
    exercise = tiny.write(tmp_path, {tiny.SUITE: changed(SUITE_SOURCE, old, new)})
    with pytest.raises(SuiteError) as caught:
        graded(exercise, nursery, SOLUTION_SOURCE)
    head, *lines = str(caught.value).splitlines()
    assert head == "The suite of exercise3 breaks the rules:"
    assert any(said in line for line in lines), lines
    assert "worth" in said or len(lines) == 1, "what follows from it is said too"


def test_fixture_that_does_not_exist_breaks_its_check_only(
    tmp_path: Path, nursery: Nursery
) -> None:
    suite = changed(
        SUITE_SOURCE, "def test_average(student, rng)", "def test_average(student, gnr)"
    )
    attempt = graded(tiny.write(tmp_path, {tiny.SUITE: suite}), nursery, SOLUTION_SOURCE)
    assert by_name(attempt)["test_average"].outcome is Outcome.BROKEN
    assert attempt.score == 10


def test_missing_suite_is_one_clear_line(tmp_path: Path, nursery: Nursery) -> None:
    exercise = tiny.write(tmp_path, {tiny.SUITE: None})
    with pytest.raises(SuiteError, match=r"tests/hidden/exercise3 holds no test_\*\.py\.$"):
        graded(exercise, nursery, SOLUTION_SOURCE)


def test_missing_solution_is_one_clear_line(tmp_path: Path, nursery: Nursery) -> None:
    exercise = tiny.write(tmp_path, {tiny.SOLUTION: None})
    with pytest.raises(CourseError, match=r"sums\.py: the solution cannot be read: No such file"):
        Judge(exercise, nursery, Feedback.FULL)


def test_printing_on_import_costs_nothing_but_is_told(grade: Grade) -> None:
    attempt = grade(SOLUTION_SOURCE + "\nprint('hello')\n")
    assert attempt.score == 10
    assert any(
        note.startswith("Your module prints while it is imported.") for note in attempt.notes
    )
    assert grade(SOLUTION_SOURCE).notes == ()


def test_plots_and_broken_cells_are_told() -> None:
    loaded = {"figures": 2, "cells": [[3, "NameError", 2], [4, "of the student's own", 1]]}
    [said] = _module_notes(loaded, printed=False)
    assert said.startswith("Your module draws a plot while it is imported")
    assert _stopped_cells(loaded) == [
        "Cell 3 stopped with NameError in line 2.",
        "Cell 4 stopped with an error in line 1.",
    ]
    assert _module_notes({"figures": 0, "cells": []}, printed=False) == []
    assert _stopped_cells({"figures": 0, "cells": []}) == []


@pytest.mark.parametrize("hostile", [None, [], {"figures": "2"}, {"cells": [[1], "x", None]}, 3])
def test_what_a_worker_says_of_loading_cannot_break_the_judge(hostile: object) -> None:
    assert _module_notes(hostile, printed=False) == []
    assert _stopped_cells(hostile) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "import numpy as np\n\ndef double(x:\n    return x\n",
            "This is not valid Python: '(' was never closed. (sums.py, line 3: `def double(x:`)",
        ),
        ("import torch\n", "ModuleNotFoundError: No module named 'torch' (sums.py, line 1:"),
        ("x = 1 / 0\n", "ZeroDivisionError: division by zero (sums.py, line 1: `x = 1 / 0`)"),
        ("import sys\nsys.exit(0)\n", "Your code calls exit(), which would end the whole program."),
        ("import os\nos._exit(0)\n", "Your code ended the process instead of returning."),
        ("\x00", "null bytes Is it a Python file? Save it again as plain text in UTF-8."),
        ("# coding: cp949x\n", "This is not valid Python: unknown encoding: cp949x. (sums.py)"),
    ],
)
def test_module_that_cannot_be_loaded_fails_every_check_alike(
    grade: Grade, source: str, said: str
) -> None:
    attempt = grade(source, feedback=Feedback.RESULT)
    assert attempt.score == 0
    assert outcomes(attempt) <= {Outcome.FAILED, Outcome.BLOCKED}
    (message,) = messages(attempt)
    assert said in message


def test_endless_loop_on_import_is_waited_for_once(grade: Grade) -> None:
    attempt = grade("while True: pass\n")
    assert outcomes(attempt) == {Outcome.TIMED_OUT}
    assert len(messages(attempt)) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("def average(x)", "def mean(x)", "There is no `average` in sums.py."),
        ("def average(x)", "def average(x, n)", "`average` cannot be called the way"),
        ("return np.sum(x) /", "np.sum(x) /", "is None. Did you forget to `return` the result?"),
        ("return np.sum(x) /", "return 1 / 0 #", "Your code raised ZeroDivisionError."),
        ("return np.sum(x) /", "return iter(x) #", "is an object, expected a number."),
    ],
)
def test_what_is_wrong_with_a_function_is_told(grade: Grade, old: str, new: str, said: str) -> None:
    source = changed(SOLUTION_SOURCE, "double(average(x))", "2 * np.mean(x)")
    attempt = grade(changed(source, old, new), feedback=Feedback.RESULT)
    check = by_name(attempt)["test_average"]
    assert check.outcome is Outcome.FAILED
    assert said in check.message
    assert by_name(attempt)["test_double"].outcome is Outcome.PASSED


def test_file_that_shadows_a_package_is_not_part_of_the_submission(
    exercise: Exercise, nursery: Nursery, tmp_path: Path
) -> None:
    (tmp_path / "sums.py").write_text(SOLUTION_SOURCE, encoding="utf-8")
    (tmp_path / "numpy.py").write_text("raise RuntimeError", encoding="utf-8")
    handed_in = read_submission(tmp_path, exercise, "ada")
    attempt = Judge(exercise, nursery, Feedback.FULL).grade(handed_in, 7)
    assert attempt.score == 10
    assert attempt.submission.files == ("sums.py",)


SPEAKS = changed(SOLUTION_SOURCE, "np.sum(x) / np.size(x)", "print('PRINTED') or int('TE' + 'XT')")


@pytest.mark.parametrize(
    ("feedback", "output", "detail", "values", "mistake", "hint"),
    [
        (Feedback.NONE, False, False, False, False, False),
        (Feedback.RESULT, False, False, False, True, True),
        (Feedback.OUTPUT, True, True, False, True, True),
        (Feedback.FULL, True, True, True, True, True),
    ],
)
def test_hidden_check_shows_what_its_level_allows(
    grade: Grade,
    feedback: Feedback,
    *,
    output: bool,
    detail: bool,
    values: bool,
    mistake: bool,
    hint: bool,
) -> None:
    speaking = by_name(grade(SPEAKS, feedback=feedback))["test_average"]
    assert ("PRINTED" in speaking.output) is output
    assert ("TEXT" in speaking.message) is detail
    assert (speaking.hint is not None) is hint
    squared = changed(SOLUTION_SOURCE, "* 2.0", "** 2.0")
    checks = by_name(grade(squared, feedback=feedback))
    double = checks["test_double"]
    assert ([double.input, double.expected, double.actual] != [None] * 3) is values
    assert (double.mistake == "squared") is mistake
    assert ("First at index" in double.message) is values


def test_visible_check_shows_everything_at_every_level(grade: Grade) -> None:
    squared = changed(SOLUTION_SOURCE, "* 2.0", "** 2.0")
    check = by_name(grade(squared, feedback=Feedback.NONE))[VISIBLE]
    assert (check.input, check.expected) == ("double([1., 2.])", "[2., 4.]")
    assert (check.actual, check.max_points) == ("[1., 4.]", 0)
    assert check.mistake == "squared"


def test_shared_student_keeps_its_state_and_each_check_its_own_evidence(
    tmp_path: Path, nursery: Nursery
) -> None:
    suite = changed(
        SUITE_SOURCE,
        "@pytest.mark.task(2, points=4)\ndef test_average(student, rng)",
        '@pytest.mark.task(2, points=0)\ndef test_total(student_session):\n    """Total."""\n'
        "    expect(student_session.double)(1.0).to_match(2.0)\n\n\n"
        "@pytest.mark.task(2, points=4)\ndef test_average(student_session, rng)",
    )
    suite = changed(suite, "expect(student.average)", "expect(student_session.average)")
    exercise = tiny.write(tmp_path, {tiny.SUITE: suite})
    source = "calls = []\n" + changed(
        SOLUTION_SOURCE, "return np.sum(x) / np.size(x)", "return np.sum(x) + 0.5 * len(calls)"
    )
    source = changed(source, "return np.asarray", "calls.append(1)\n    return np.asarray")
    check = by_name(graded(exercise, nursery, source))["test_average"]
    assert check.outcome is Outcome.FAILED
    assert check.mistake is None  # the sum, but for the call the check before it made


TOGETHER = "The checks together took longer than 1 s, so this one was not run."


def test_time_of_a_shared_student_counts_for_all_checks_together(
    tmp_path: Path, nursery: Nursery
) -> None:
    suite = changed(
        SUITE_SOURCE, "test_average(student, rng)", "test_average(student_session, rng)"
    )
    suite = changed(suite, "expect(student.average)", "expect(student_session.average)")
    settings = changed(tiny.EXERCISE, "[limits]", "[limits]\ntotal_seconds = 1")
    exercise = tiny.write(tmp_path, {tiny.SUITE: suite, tiny.SETTINGS: settings})
    source = changed(SOLUTION_SOURCE, "return np.sum(x)", "time.sleep(100)\n    return np.sum(x)")
    checks = by_name(graded(exercise, nursery, f"import time\n{source}"))
    assert checks["test_average"].outcome is Outcome.TIMED_OUT
    assert checks["test_double_average"].message.startswith(TOGETHER)


def test_time_of_loading_in_vain_counts_for_all_checks_together(
    tmp_path: Path, sandbox_nursery: Nursery
) -> None:
    settings = changed(tiny.EXERCISE, "[limits]", "[limits]\ntotal_seconds = 1")
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: settings})
    loads_once_in_each_cell = "import os, time\nif os.getpid() > 2: time.sleep(100)\n"
    attempt = graded(exercise, sandbox_nursery, loads_once_in_each_cell + SOLUTION_SOURCE)
    assert all(check.message.startswith(TOGETHER) for check in attempt.checks[-3:])


def test_time_of_all_checks_together_is_bounded(tmp_path: Path, nursery: Nursery) -> None:
    settings = changed(tiny.EXERCISE, "[limits]", "[limits]\ntotal_seconds = 0.5")
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: settings})
    source = changed(SOLUTION_SOURCE, "return np.asarray(x)", "while True: pass\n    return x")
    attempt = graded(exercise, nursery, source)
    assert outcomes(attempt) == {Outcome.TIMED_OUT}
    said = "The checks together took longer than 0.5 s, so this one was not run."
    assert by_name(attempt)["test_double_average"].message.startswith(said)
