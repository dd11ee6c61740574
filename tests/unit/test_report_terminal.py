"""What the terminal shows of an attempt, and what it never lets through."""

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from grader import language
from grader.course import Course
from grader.exercise import Exercise
from grader.records import Attempt, Outcome
from grader.report.clean import bounded, one_line, spans, unwrapped, visible
from grader.report.compare import Cell, aligned
from grader.report.outcomes import LOOKS, word
from grader.report.progress import by_task, next_step, points
from grader.report.terminal import (
    DETAILED_CHECKS,
    Finding,
    show_attempt,
    show_doctor,
    show_hint,
    show_overview,
)
from tests import attempts


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return attempts.write_course(tmp_path)


@pytest.fixture
def exercise(course: Course) -> Exercise:
    return course.exercises[0]


@pytest.fixture
def korean() -> Iterator[None]:
    language.use("ko")
    yield
    language.use("en")


def console(width: int = 90, *, colour: bool = False, no_color: bool = False) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=no_color,
    )


def said(terminal: Console) -> str:
    assert isinstance(terminal.file, io.StringIO)
    return terminal.file.getvalue()


def shown(attempt: Attempt, exercise: Exercise, width: int = 90) -> str:
    terminal = console(width)
    show_attempt(attempt, exercise, terminal)
    return said(terminal)


def test_passed_attempt_is_one_line_per_task(exercise: Exercise) -> None:
    text = shown(attempts.passing(exercise), exercise)
    assert "20 of 20 points" in text
    assert re.search(r"✓  Task 1: Slope of a function of one number +4 of 4 checks  6 / 6", text)
    assert "the slope of x² at 3 is 6" not in text
    assert len(text.splitlines()) < 18


def test_one_check_is_counted_as_one(exercise: Exercise) -> None:
    attempt = attempts.passing(exercise)
    single = msgspec.structs.replace(attempt, checks=attempt.checks[:1])
    assert "1 of 1 check  " in shown(single, exercise)


def test_stub_is_one_line_per_task(exercise: Exercise) -> None:
    text = shown(attempts.stub(exercise), exercise)
    for number in (1, 2, 3):
        assert text.count(f"Task {number} is not done yet.") == 1
    assert "Work on `numerical_diff`." in text
    assert "grade hint exercise3 1" in text
    assert len(text.splitlines()) < 18


def test_unreadable_file_is_told_once(exercise: Exercise) -> None:
    text = shown(attempts.unreadable(exercise), exercise)
    assert text.count("'(' was never closed") == 1
    assert "Fix gradients.py first" in text


def test_failed_check_shows_what_the_record_holds(exercise: Exercise) -> None:
    text = shown(attempts.failing(exercise), exercise)
    assert "✗ failed  the gradient of x² + y² at (3, 4) is (6, 8)" in text
    assert "2 of 2 values differ." in text
    assert "Input     numerical_gradient(x² + y², array([3., 4.]))" in text
    assert "Expected  [6.0,    8.0]" in text
    assert "Got       [6.0001, 8.0001]" in text
    assert "This looks like: forward difference" in text
    assert "You took the forward difference `(f(x+h) - f(x)) / h`." in text
    assert "… 23 lines left out …" in text
    assert "✓ passed  x is the same after the call" in text
    assert "◷ timed out" in text
    assert "○ waits for an earlier task" in text
    assert "costs you nothing" in text
    assert "Note: `draft.py` was left out" in text


def test_a_mistake_is_explained_once_in_a_task(exercise: Exercise) -> None:
    same = [
        attempts.check(1, n, Outcome.FAILED, mistake="sign", mistake_explanation="Mind the sign.")
        for n in range(3)
    ]
    text = shown(attempts.attempt(exercise, same), exercise)
    assert text.count("This looks like: sign") == 3
    assert text.count("Mind the sign.") == 1


def two_mistakes(exercise: Exercise) -> str:
    both = [
        attempts.check(
            1,
            number,
            Outcome.FAILED,
            mistake="no_bias | sign",
            mistake_explanation="편향을 뺐습니다. 더하세요.\n\n부호가 틀렸습니다. 보세요.",
        )
        for number in range(2)
    ]
    return shown(attempts.attempt(exercise, both), exercise)


def test_mistakes_that_agree_are_explained_one_after_the_other(exercise: Exercise) -> None:
    text = two_mistakes(exercise)
    assert text.count("This looks like: no bias / sign") == 2
    assert re.search(r"더하세요\.\s*\n\s*\n\s*부호가", text)


@pytest.mark.usefixtures("korean")
def test_title_of_a_mistake_is_not_its_english_name(exercise: Exercise) -> None:
    text = two_mistakes(exercise)
    assert "이 실수로 보입니다: 편향을 뺐습니다. / 부호가 틀렸습니다." in text
    assert "sign" not in text


def test_every_failed_check_keeps_its_message_and_mistake(exercise: Exercise) -> None:
    count = DETAILED_CHECKS + 3
    failed = [
        attempts.check(
            1,
            number,
            Outcome.FAILED,
            title=f"fact {number} holds",
            message=f"Value {number}\ndiffers.",
            mistake=f"mistake {number}",
            mistake_explanation="Mind the sign.",
            expected="1",
            actual="2",
            output="printed",
        )
        for number in range(count)
    ]
    text = shown(attempts.attempt(exercise, failed), exercise)
    for number in range(count):
        assert re.search(rf"Value {number}\s+differs\.", text)
        assert f"This looks like: mistake {number}" in text
    assert f"Value {count - 1} differs." in text, "one line where there are no details"
    for detail in ("Mind the sign.", "Expected ", "What your code printed"):
        assert text.count(detail) == DETAILED_CHECKS


def test_next_step_comes_last_and_names_the_first_open_task(exercise: Exercise) -> None:
    text = shown(attempts.failing(exercise), exercise)
    tail = text[text.index("Next step") :]
    assert "Task 2: Gradient of a function of many numbers" in tail
    assert "Make this true: the gradient of x² + y² at (3, 4) is (6, 8)" in tail
    assert "grade hint exercise3 2" in tail


def test_next_step_when_only_the_grader_is_at_fault(exercise: Exercise) -> None:
    step = next_step(by_task(attempts.broken(exercise), exercise), exercise)
    assert step.headline == "Nothing is left for you to do"
    assert "3 checks" in step.text
    assert step.commands == ()


def test_next_step_of_waiting_checks_alone_is_still_a_step(exercise: Exercise) -> None:
    waiting = attempts.check(3, 0, Outcome.BLOCKED, message="Task 2 comes first.")
    tasks = by_task(attempts.attempt(exercise, [waiting]), exercise)
    assert next_step(tasks, exercise).task == 3


def test_empty_attempt_says_so(exercise: Exercise) -> None:
    assert "Nothing was checked" in shown(attempts.empty(exercise), exercise)


def test_a_bare_difference_of_hidden_checks_keeps_their_titles(exercise: Exercise) -> None:
    hidden = [
        attempts.check(1, number, Outcome.FAILED, message="has the wrong value.")
        for number in (2, 3)
    ]
    (task,) = by_task(attempts.attempt(exercise, hidden), exercise)
    assert task.reason == ""


def test_200_checks_are_no_wall_of_text(exercise: Exercise) -> None:
    text = shown(attempts.large(exercise), exercise)
    assert "✓ passed  75 checks" in text
    assert len(text.splitlines()) < 250, "50 failed checks: a title and a message each"


@pytest.mark.parametrize("width", [30, 60, 200])
@pytest.mark.parametrize("name", attempts.SAMPLES)
def test_no_line_is_wider_than_the_window(exercise: Exercise, name: str, width: int) -> None:
    text = shown(attempts.SAMPLES[name](exercise), exercise, width)
    assert max(map(len, text.splitlines())) <= min(width, 100)


def test_hostile_text_cannot_command_the_terminal(exercise: Exercise) -> None:
    text = shown(attempts.hostile(exercise), exercise)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ud800]", text)
    assert "\\x1b]8;;" in text
    assert "\\u202e" in text
    assert "[red]x[/red]" in text, "markup is shown, not obeyed"
    assert ":smile:" in text
    assert not re.search(r"^ {0,4}✓ passed  everything", text, re.MULTILINE), "no faked row"
    text.encode("utf-8")


def test_ascii_terminal_gets_ascii_symbols(exercise: Exercise) -> None:
    class Ascii(io.StringIO):
        encoding = "ascii"

    terminal = Console(file=Ascii(), width=90)
    show_attempt(attempts.passing(exercise), exercise, terminal)
    assert "+  Task 1" in said(terminal)
    said(terminal).encode("ascii")


@pytest.mark.usefixtures("korean")
def test_korean_attempt(exercise: Exercise) -> None:
    text = shown(attempts.failing(exercise), exercise)
    assert "다음 할 일" in text
    assert "다변수 함수의 기울기" in text
    assert "통과" in text


def test_overview_lists_scores_and_the_next_exercise(course: Course, exercise: Exercise) -> None:
    terminal = console()
    show_overview(course, {"exercise3": attempts.passing(exercise)}, terminal)
    text = said(terminal)
    assert re.search(r"✓  exercise3  Gradients .* 20 / 20", text)
    assert re.search(r"exercise4  Perceptron .* not graded yet", text)
    assert "Read exercises/exercise4/README.md, fill in perceptron.py" in text
    assert "grade exercise4" in text


def test_overview_of_a_finished_course(course: Course) -> None:
    terminal = console()
    done = {exercise.name: attempts.empty(exercise) for exercise in course.exercises}
    show_overview(course, done, terminal)
    assert "Every exercise is done. Well done!" in said(terminal)


def test_hint(exercise: Exercise) -> None:
    terminal = console()
    show_hint(exercise, exercise.task(1), terminal)
    assert "exercise3 · Task 1: Slope of a function of one number" in said(terminal)
    assert "Go one small step `h` to the right" in said(terminal)


def test_doctor_shows_a_remedy_only_for_what_does_not_work() -> None:
    terminal = console()
    findings = [
        Finding("python", works=True, detail="3.11", remedy="unused"),
        Finding("sandbox", works=False, detail="no bubblewrap", remedy="Run `apt install x`."),
    ]
    show_doctor(findings, terminal)
    text = said(terminal)
    assert re.search(r"✓  python +works +3\.11", text)
    assert re.search(r"✗  sandbox +does not work +no bubblewrap", text)
    assert "Run `apt install x`." in text
    assert "unused" not in text


@pytest.mark.parametrize(
    ("terminal", "shows"),
    [
        (console(), "Run `x`."),
        (console(colour=True, no_color=True), "Run `x`."),
        (console(colour=True), "Run \x1b[1mx\x1b[0m."),
    ],
)
def test_code_is_bold_or_keeps_its_backticks(terminal: Console, shows: str) -> None:
    show_doctor([Finding("x", works=True, detail="Run `x`.")], terminal)
    assert shows in said(terminal)


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\\rc"),
        ("\x1b[2J\x00\x9b", "\\x1b[2J\\x00\\x9b"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("zero\u200b\ufeffwidth", "zero\\u200b\\ufeffwidth"),
        ("tag\U000e0041 \ud800", "tag\\U000e0041 \\ud800"),
        ("한글 ½‖x‖² é — “ok” 😀", "한글 ½‖x‖² é — “ok” 😀"),
    ],
)
def test_visible(text: str, shows: str) -> None:
    assert visible(text) == shows


def test_every_format_and_control_character_is_made_visible() -> None:
    # Arabic number signs and the like are format characters that can be seen.
    seen = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
    kept = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and visible(chr(code)) == chr(code)
        and not seen.match(chr(code))
        and not 0x13430 <= code <= 0x1345F  # Egyptian hieroglyph layout
    ]
    assert kept == ["\t", "\n"]


def test_one_line_hides_no_row() -> None:
    assert one_line(" a\n\t b\u2028c ") == "a b\\u2028c"


def test_bounded_keeps_head_and_tail() -> None:
    text = "\n".join(map(str, range(10)))
    assert bounded(text, lines=4, columns=9) == "0\n1\n… 6 lines left out …\n8\n9"
    assert bounded("12345", lines=1, columns=4) == "123…"


def test_unwrapped_joins_a_paragraph_and_keeps_a_list() -> None:
    assert unwrapped("one\ntwo\n- three\n    code") == "one two\n- three\n    code"


def test_spans_find_code() -> None:
    assert [tuple(span) for span in spans("use `f(x)`, not `x")] == [
        ("use ", False),
        ("f(x)", True),
        (", not `x", False),
    ]


def written(cells: list[Cell]) -> str:
    return "".join(cell.blanks + cell.text for cell in cells)


def test_aligned_marks_what_differs() -> None:
    left, right = aligned("[6.0, 8.0]", "[6., -8.25]")
    assert written(left) == "[6.0, 8.0]"
    assert written(right) == "[6., -8.25]"
    assert [cell.text for cell in right if cell.differs] == ["-8.25"]


def test_aligned_puts_points_into_one_column() -> None:
    left, right = aligned("[[ 1.5, -2.],\n [ 3. ,  0.]]", "[[ 1.5 , -2.  ],\n [-3.  , 12.25]]")
    assert written(left) == "[[ 1.5,  -2.],\n [ 3. ,   0.]]"
    assert written(right) == "[[ 1.5 , -2.  ],\n [-3.  , 12.25]]"


def test_aligned_leaves_values_of_another_form_alone() -> None:
    left, right = aligned("[1, 2]", "[1, 2, 3]")
    assert [tuple(cell) for cell in (*left, *right)] == [
        ("", "[1, 2]", False),
        ("", "[1, 2, 3]", False),
    ]


def test_aligned_moves_no_word() -> None:
    left, right = aligned("[1234567.0, 1.5]", "[None, 1.25]")
    assert written(left) == "[1234567.0, 1.5]"
    assert written(right) == "[None,      1.25]"
    assert [cell.text for cell in right if cell.differs] == ["None", "1.25"]
    assert written(aligned("1234567.0", "None")[1]) == "None"


def test_aligned_leaves_one_line_beside_several_alone() -> None:
    pair = ("[[1., 2.], [3., 4.]]", "[[1., 2.],\n [3., 5.]]")
    for one, other in (pair, pair[::-1]):
        left, right = aligned(one, other)
        assert [tuple(cell) for cell in (*left, *right)] == [("", one, False), ("", other, False)]


def test_points_have_no_needless_zeros() -> None:
    assert [points(value) for value in (2, 2.5, 20 / 3, 100)] == ["2", "2.5", "6.67", "100"]


def test_every_outcome_has_its_own_word_and_symbols() -> None:
    assert len({word(outcome) for outcome in Outcome}) == len(Outcome)
    assert len({LOOKS[outcome].symbol for outcome in Outcome}) == len(Outcome)
    assert len({LOOKS[outcome].ascii for outcome in Outcome}) == len(Outcome)
