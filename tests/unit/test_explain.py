"""What is said about a check that did not pass, and how much of it each level lets through."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from grader.exercise import Exercise
from grader.records import Feedback, Outcome
from grader.suite.expect import CheckFailure
from grader.suite.explain import Explainer, Explanation
from grader.worker.connection import StudentError
from tests import tiny

SECRET = "x=0.123456"  # what a submission would say if it were asked about hidden input
SOURCE = b"import numpy as np\n\n\ndef average(x):\n    return total / len(x)\n"
CELLS = b"# %% cell 1\nx = 1\n# %% cell 3\ny = 2\nz = 1 / 0\n"
FRAMES = (("sums.py", 5, "average"),)
PLACE = "(sums.py, line 5: `return total / len(x)`)"


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return tiny.write(tmp_path)


@pytest.fixture
def explainer(exercise: Exercise) -> Explainer:
    return Explainer(exercise, {"sums.py": SOURCE, "notes.py": CELLS})


def test_lines_are_counted_as_python_counts_them(exercise: Exercise) -> None:
    source = b"# a page\f\x0b\x1c\xe2\x80\xa8 of notes\r\n\n\r" + SOURCE.split(b"\n", 3)[3]
    explainer = Explainer(exercise, {"sums.py": source})
    assert PLACE in explainer.error(raised("ZeroDivisionError")).brief


def raised(type_name: str, message: str = SECRET, kind: str = "raised") -> StudentError:
    return StudentError(kind, type_name, message, FRAMES)


def named(kind: str, message: str = "") -> StudentError:
    error = StudentError(kind, message=message)
    error.function = "average"
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (raised("ZeroDivisionError"), f"Your code raised ZeroDivisionError. {PLACE}"),
        (raised(SECRET), f"Your code raised an exception. {PLACE}"),
        (raised("print"), f"Your code raised an exception. {PLACE}"),
        (raised("dict"), f"Your code raised an exception. {PLACE}"),
        (raised("LinAlgError"), f"Your code raised LinAlgError. {PLACE}"),
        (raised("AxisError"), f"Your code raised AxisError. {PLACE}"),
        (raised("UFuncTypeError"), f"Your code raised UFuncTypeError. {PLACE}"),
        (raised("MemoryError"), "Your code asked for more memory than the 2048 MB it may use."),
        (raised("RecursionError"), "Which call ends the recursion?"),
        (raised("SystemExit"), "Return a value instead."),
        (raised("NotImplementedError"), "This part is not written yet (NotImplementedError)."),
        (raised("NotImplementedError", "Task 2: average"), "Task 2 is not done yet."),
        (raised("NotImplementedError", "Task 99"), "This part is not written yet"),
        (raised("ValueError", "Task 2: average"), f"Your code raised ValueError. {PLACE}"),
        (raised("OSError", "[Errno 27] File too large"), "Your code printed more than 16 MB."),
        (raised("SyntaxError", kind="syntax"), f"Your code raised SyntaxError. {PLACE}"),
        (named("missing"), "There is no `average` in sums.py. Was it renamed or deleted?"),
        (named("not_callable"), "`average` is not a function."),
        (named("signature", "average(y)"), "`average` cannot be called the way the exercise"),
        (named("unsendable", SECRET), "Your code returned something that is no plain value"),
        (named("crashed", "SIGSEGV"), "Your code crashed Python itself (SIGSEGV)."),
        (named("exited", "0"), "Your code ended the process instead of returning."),
        (named("memory"), "Your code used more than 2048 MB of memory."),
        (named("output"), "Your code printed more than 16 MB. Is there a print in a loop?"),
        (named("callbacks"), "Your code called the function it was given far too often."),
        (named("malformed", SECRET), "Your code did not answer the way a function does."),
        (named("never heard of", SECRET), "Your code did not answer the way a function does."),
    ],
)
def test_each_error_has_a_sentence_of_our_own(
    explainer: Explainer, error: StudentError, said: str
) -> None:
    explanation = explainer.error(error)
    assert explanation.outcome is Outcome.FAILED
    assert said in explanation.brief
    assert SECRET not in explanation.revealed(Feedback.RESULT).brief


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("seconds", "Your code took longer than 2 s without computing much."),
        ("cpu", "Your code used more than 2 s of computing time."),
        ("total", "The checks together took longer than 300 s, so this one was not run."),
    ],
)
def test_time_that_ran_out_is_its_own_outcome(explainer: Explainer, kind: str, said: str) -> None:
    explanation = explainer.error(StudentError(kind))
    assert explanation.outcome is Outcome.TIMED_OUT
    assert explanation.brief.startswith(said)


def test_unfinished_task_is_remembered(explainer: Explainer) -> None:
    assert explainer.error(raised("NotImplementedError", "Task 2: average")).waits_for == 2
    assert explainer.error(raised("NotImplementedError", "later")).waits_for is None


def test_syntax_error_while_loading_is_told_with_its_line(explainer: Explainer) -> None:
    error = raised("SyntaxError", "invalid syntax", kind="syntax")
    brief = explainer.error(error, loading=True).brief
    assert brief == f"This is not valid Python: invalid syntax. {PLACE}"


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (raised("ModuleNotFoundError", "No module named 'torch'"), "remove the import."),
        (raised("NameError", "name 'y' is not defined"), '`if __name__ == "__main__":`.'),
    ],
)
def test_module_that_cannot_be_imported_is_told_with_advice(
    explainer: Explainer, error: StudentError, advice: str
) -> None:
    brief = explainer.error(error, loading=True).brief
    begin = f"Your module cannot be imported: {error.type_name}: {error.message} {PLACE}"
    assert brief.startswith(begin)
    assert brief.endswith(advice)


@pytest.mark.parametrize(
    ("frames", "place"),
    [
        ((("sums.py", 4, "f"), ("numpy/x.py", 9, "g")), "(sums.py, line 4: `def average(x):`)"),
        ((("sums.py", 900, "f"),), "(sums.py)"),
        ((("sums.py#cell 3", 2, "f"),), ""),
        ((("notes.py#cell 3", 2, "f"),), "(cell 3, line 2: `z = 1 / 0`)"),
        ((("notes.py#cell 3", 200, "f"),), "(cell 3)"),
        ((("../../etc/passwd", 1, "f"),), ""),
        ((), ""),
    ],
)
def test_place_is_read_from_our_own_copy(
    explainer: Explainer, frames: tuple[tuple[str, int, str], ...], place: str
) -> None:
    explanation = explainer.error(StudentError("raised", "ValueError", "", frames))
    assert explanation.brief == f"Your code raised ValueError. {place}".strip()


def full() -> Explanation:
    return Explanation(
        outcome=Outcome.FAILED,
        brief="BRIEF",
        detail="DETAIL",
        full="FULL",
        call="CALL",
        expected="EXPECTED",
        actual="ACTUAL",
    )


@pytest.mark.parametrize(
    ("level", "message", "values"),
    [
        (Feedback.NONE, "This hidden check did not pass.", (None, None, None)),
        (Feedback.RESULT, "BRIEF", (None, None, None)),
        (Feedback.OUTPUT, "BRIEF DETAIL", (None, None, None)),
        (Feedback.FULL, "BRIEF DETAIL FULL", ("CALL", "EXPECTED", "ACTUAL")),
    ],
)
def test_each_level_shows_more_than_the_one_before(
    level: Feedback, message: str, values: tuple[str | None, str | None, str | None]
) -> None:
    shown = full().revealed(level)
    assert shown.brief == message
    assert (shown.call, shown.expected, shown.actual) == values


@pytest.mark.parametrize("level", Feedback)
def test_unfinished_task_is_said_at_every_level(explainer: Explainer, level: Feedback) -> None:
    explanation = explainer.error(raised("NotImplementedError", "Task 2: average"))
    assert explanation.revealed(level).brief.startswith("Task 2 is not done yet.")


@pytest.mark.parametrize("level", Feedback)
def test_your_own_words_are_shown_from_the_output_on(explainer: Explainer, level: Feedback) -> None:
    shown = explainer.error(raised("ValueError")).revealed(level).brief
    assert (SECRET in shown) is (level in (Feedback.OUTPUT, Feedback.FULL))


@pytest.mark.parametrize(
    ("fail", "said"),
    [
        (lambda: np.linalg.inv(np.zeros((2, 2))), "raised LinAlgError. Singular matrix"),
        (lambda: np.zeros(2).sum(axis=3), "raised AxisError. axis 3 is out of bounds"),
        (lambda: np.add(np.zeros(1), ["a"]), "raised UFuncTypeError. ufunc 'add' did not"),
        (lambda: np.zeros(1 << 57), "asked for more memory than the 2048 MB it may use."),
    ],
)
def test_exceptions_of_numpy_are_named(
    explainer: Explainer, fail: Callable[[], object], said: str
) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - its name is what is tested
        fail()
    error = StudentError("raised", type(caught.value).__name__, str(caught.value))
    assert said in explainer.error(error).revealed(Feedback.FULL).brief


def test_name_of_another_exception_is_your_own_word(explainer: Explainer) -> None:
    explanation = explainer.error(raised("NotFittedError", "Call fit first."))
    assert "NotFittedError" not in explanation.revealed(Feedback.RESULT).brief
    shown = explanation.revealed(Feedback.OUTPUT).brief
    assert shown.endswith("NotFittedError: Call fit first.")
    silent = explainer.error(raised("NotFittedError", "")).revealed(Feedback.OUTPUT).brief
    assert silent.endswith(" NotFittedError")


NOTEBOOK = b"# %% cell 2\nx = 1 / 0\ndef average(x):\n    return x\n# %% cell 5\nclass B: pass\n"


def test_what_a_notebook_does_not_have_is_told_by_its_cells(exercise: Exercise) -> None:
    explainer = Explainer(exercise, {"sums.py": NOTEBOOK})
    brief = explainer.error(named("missing")).brief
    assert brief.startswith("Cell 2 stopped with an error before it came to `average`.")
    explainer = Explainer(exercise, {"sums.py": NOTEBOOK.replace(b"average", b"average2")})
    brief = explainer.error(named("missing")).brief
    assert brief.startswith("There is no `average` in your notebook.")


def test_signature_is_shown_from_the_output_on(explainer: Explainer) -> None:
    explanation = explainer.error(named("signature", "average(y, z)"))
    assert "(y, z)" not in explanation.revealed(Feedback.RESULT).brief
    assert "Yours is average(y, z)." in explanation.revealed(Feedback.OUTPUT).brief


def test_false_statement_keeps_its_parts_apart(explainer: Explainer) -> None:
    failure = CheckFailure("B", "F", call="f(1)", expected="2", actual="3")
    explanation = explainer.failure(failure)
    assert (explanation.outcome, explanation.brief, explanation.full) == (Outcome.FAILED, "B", "F")
    assert (explanation.call, explanation.expected, explanation.actual) == ("f(1)", "2", "3")


def test_broken_check_tells_the_instructor_what_happened(explainer: Explainer) -> None:
    explanation = explainer.broken(KeyError("W1"))
    assert explanation.outcome is Outcome.BROKEN
    assert "it costs you nothing" in explanation.brief
    assert explanation.full == "KeyError: 'W1'"
    assert "W1" not in explanation.revealed(Feedback.RESULT).brief


def test_unusable_value_is_your_failure(explainer: Explainer) -> None:
    explanation = explainer.unusable()
    assert explanation.outcome is Outcome.FAILED
    assert "Compare its type and shape" in explanation.brief


@pytest.mark.parametrize(
    ("frames", "line"),
    [
        ((("sums.py", 4, "f"), ("sums.py", 5, "g"), ("numpy/x.py", 9, "h")), 5),
        ((("sums.py", 900, "f"),), None),
        ((("sums.py#cell 3", 2, "f"),), None),
        ((("notes.py", 2, "f"),), None),
        ((), None),
    ],
)
def test_the_line_is_one_of_the_module_and_told_from_result_on(
    explainer: Explainer, frames: tuple[tuple[str, int, str], ...], line: int | None
) -> None:
    explanation = explainer.error(StudentError("raised", "ValueError", SECRET, frames))
    assert explanation.revealed(Feedback.NONE).line is None
    for level in (Feedback.RESULT, Feedback.OUTPUT, Feedback.FULL):
        assert explanation.revealed(level).line == line
