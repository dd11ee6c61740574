"""The summary: what it says, that foreign text stays text in it, and how long it may be."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.ci.annotations import annotations_of
from grader.ci.markdown import block, code, prose
from grader.ci.result import Judged, RunResult
from grader.ci.summary import MOST_BYTES, render_summary
from grader.course import Course
from grader.exercise import Exercise
from grader.records import CheckResult, Outcome
from tests import attempts

MARKS = st.text("`~#*_[]()<>!|\\-+.@:&; \n\tab1한", max_size=40)
PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return attempts.write_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def exercise(course: Course) -> Exercise:
    return course.exercise("exercise3")


def result(exercise: Exercise, *checks: CheckResult, sample: str = "failing") -> RunResult:
    attempt = attempts.SAMPLES[sample](exercise)
    if checks:
        attempt = attempts.attempt(exercise, checks)
    folder = f"exercises/{exercise.name}"
    judged = Judged(exercise, folder, "", f"{folder}/gradients.py", attempt)
    return RunResult("1" * 40, (judged,), (), 100)


def kinds(markdown: str) -> set[str]:
    """Return what a page is made of."""
    return {
        token.type
        for element in PARSER.parse(markdown)
        for token in (element, *(element.children or ()))
    }


@given(MARKS)
@example("```\n# out")
def test_any_text_is_code_as_it_is(text: str) -> None:
    [fence] = [token for token in PARSER.parse(block(text)) if token.type != "text"]
    assert fence.type == "fence"
    assert fence.content.strip("\n") == text.strip("\n")


@given(MARKS)
def test_any_text_is_code_within_a_line(text: str) -> None:
    tokens = PARSER.parse(f"before {code(text)} after")
    inside = tokens[1].children or []
    assert [token.type for token in inside] == ["text", "code_inline", "text"]
    assert inside[1].content.strip() == " ".join(text.replace("|", "¦").split())


@pytest.mark.parametrize("before", ["", "- "])
@given(text=MARKS.filter(lambda text: "`" not in text))
def test_our_own_words_are_no_markup(before: str, text: str) -> None:
    assert kinds(f"{before}{prose(text)}\n") <= {
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        "paragraph_open", "paragraph_close", "inline", "text", "text_special",
    }  # fmt: skip


@pytest.mark.parametrize("sample", attempts.SAMPLES)
def test_every_attempt_has_a_summary_of_text_and_code(exercise: Exercise, sample: str) -> None:
    page = render_summary(result(exercise, sample=sample))
    assert not kinds(page) & {"html_block", "html_inline", "link_open", "image"}
    assert "\x1b" not in page


def test_it_says_what_to_mend_and_where(exercise: Exercise) -> None:
    page = render_summary(result(exercise))
    assert "This looks like: forward difference" in page
    assert "`exercises/exercise3/gradients.py`, line 1" in page
    assert "draft.py" in page
    assert "Hint: Change one entry of `x` at a time" in page


def test_it_stays_below_a_mebibyte_and_counts_the_rest(exercise: Exercise) -> None:
    checks = [
        attempts.check(
            1, 0, Outcome.FAILED, title=f"fact {number}", message=f"{number} " + "값" * 4_000
        )
        for number in range(1_000)
    ]
    page = render_summary(result(exercise, *checks))
    size = len(page.encode())
    assert MOST_BYTES - 30_000 < size < 1 << 20
    assert "more parts are in the reports of this run" in page.splitlines()[-1]
    assert not kinds(page) & {"html_block", "html_inline", "link_open", "image"}


def test_what_had_no_effect_is_named_with_an_end(exercise: Exercise) -> None:
    paths = tuple(f"file{number}\n::error::" for number in range(100))
    page = render_summary(result(exercise)._replace(without_effect=paths))
    assert "\nfile0\\n::error::\n" in page
    assert "\n… and 80 more\n" in page


def test_a_shared_reason_is_said_once(exercise: Exercise) -> None:
    [annotation] = annotations_of(result(exercise, sample="unreadable").judged[0])
    assert annotation.message == "gradients.py, line 7: '(' was never closed"
    stub = list(annotations_of(result(exercise, sample="stub").judged[0]))
    assert [(each.level, each.message.partition("\n")[0]) for each in stub] == [
        ("error", "Task 1 is not done yet."),
        ("notice", "Task 2 is not done yet."),
        ("notice", "Task 3 is not done yet."),
    ]


def test_checks_at_one_line_are_told_together_with_an_end(exercise: Exercise) -> None:
    checks = [
        attempts.check(
            1, 0, Outcome.FAILED, title=f"fact {number}", message=f"it is {number}",
            expected="0", actual=str(number), mistake="m", mistake_explanation="Do otherwise.",
        )
        for number in range(1, 9)
    ]  # fmt: skip
    [annotation] = annotations_of(result(exercise, *checks).judged[0])
    assert annotation.title == "Task 1: Slope of a function of one number"
    assert annotation.lost == 16
    assert annotation.message.splitlines() == [
        "✗ fact 1", "it is 1", "Expected: 0", "Got: 1", "This looks like: m", "Do otherwise.", "",
        "✗ fact 2 it is 2", "✗ fact 3 it is 3", "✗ fact 4 it is 4", "✗ fact 5 it is 5",
        "… and 3 more checks", "", f"Hint: {exercise.tasks[0].hint}",
    ]  # fmt: skip


def test_a_broken_check_is_a_warning(exercise: Exercise) -> None:
    found = list(annotations_of(result(exercise, sample="broken").judged[0]))
    assert {each.level for each in found} == {"warning"}


SOURCE = '''"""Gradients."""


def numerical_diff(f, x):
    return 0


def numerical_gradient(f, x):
    def numerical_diff(f):
        return f

    return broken(


gradient_descent = print
def gradient_descent(f):
    pass
'''


@pytest.mark.parametrize(
    ("task", "title", "line", "expected"),
    [
        (1, "", None, 4),
        (2, "", None, 8),
        (3, "", None, 16),
        (2, "", 12, 12),
        (2, "", 99, 8),
        (9, "of no task that is left", None, 1),
    ],
)
def test_a_check_points_to_its_function(
    exercise: Exercise, task: int, title: str, line: int | None, expected: int
) -> None:
    check = attempts.check(1, 0, Outcome.FAILED, title=title or "a fact", message="wrong")
    check = msgspec.structs.replace(check, task=task, line=line)
    judged = result(exercise, check).judged[0]._replace(source=SOURCE)
    assert {each.line for each in annotations_of(judged)} == {expected}


def test_of_several_functions_the_one_it_names_counts(tmp_path: Path) -> None:
    exercise = attempts.write_course(tmp_path).exercise("exercise3")
    task = msgspec.structs.replace(exercise.tasks[0], functions=("relu", "relu_grad"))
    exercise = msgspec.structs.replace(exercise, tasks=(task, *exercise.tasks[1:]))
    source = "def relu(x):\n    pass\n\n\ndef relu_grad(x):\n    pass\n"
    lines = {}
    for title in ("relu_grad of 0 is 0", "`relu_grad`의 값", "relu of 0 is 0", "a fact", "prelude"):
        check = attempts.check(1, 0, Outcome.FAILED, title=title, message="wrong")
        judged = result(exercise, check).judged[0]._replace(source=source)
        [lines[title]] = [each.line for each in annotations_of(judged)]
    assert list(lines.values()) == [5, 5, 1, 1, 1]


def test_lines_are_counted_as_python_counts_them(exercise: Exercise) -> None:
    source = "# a page\f\x0b\x1c\x85\u2028 of notes\r\n\rdef numerical_diff(x): ...\n"
    check = attempts.check(1, 0, Outcome.FAILED, message="wrong")
    judged = result(exercise, check).judged[0]._replace(source=source)
    assert [each.line for each in annotations_of(judged)] == [3]
