"""Sample courses and attempts for the tests of everything that shows or exports them."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.course import Course, load_course
from grader.exercise import Exercise
from grader.records import (
    Attempt,
    Axis,
    CheckResult,
    ErrorMap,
    Isolation,
    Outcome,
    SubmissionSummary,
    Visibility,
)

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a>"
    "\"'><svg onload=alert(4)>{{ 7*7 }}{% raw %}%(name)s {name} [red]x[/red] :smile: `<b>`"
    "\x1b]8;;http://example.test\x07link\x1b]8;;\x07\x1b[2J\x1b]52;c;aGk=\x07\r\x08\x9b31m"
    "\u202eevil\u202c\u200bzero\u2066\ufeff\ud800\x00"
)

_COURSE = """
title = { en = "Deep learning", ko = "딥러닝" }
exercises = ["exercise3", "exercise4"]
"""

_GRADIENTS = r"""
title = { en = "Gradients", ko = "기울기" }
slug = "gradients"
module = "gradients"
points = 20
[[tasks]]
number = 1
title = { en = "Slope of a function of one number", ko = "한 변수 함수의 기울기" }
points = 6
functions = ["numerical_diff"]
formula = '\frac{df}{dx}\approx\frac{f(x+h)-f(x-h)}{2h}'
[tasks.hint]
en = "Go one small step `h` to the right and one to the left of `x`."
ko = "`x`에서 오른쪽으로 `h`만큼, 왼쪽으로 `h`만큼 가 보세요."
[[tasks]]
number = 2
title = { en = "Gradient of a function of many numbers", ko = "다변수 함수의 기울기" }
points = 8
functions = ["numerical_gradient"]
after = [1]
formula = '''
f(x)=\sum_i x_i^2
\frac{\partial f}{\partial x_i}\approx\frac{f(x+h e_i)-f(x-h e_i)}{2h}'''
[tasks.hint]
en = "Change one entry of `x` at a time, and put it back before you go on to the next."
ko = "`x`의 원소를 한 번에 하나씩 바꾸고, 다음으로 넘어가기 전에 되돌려 놓으세요."
[[tasks]]
number = 3
title = { en = "Gradient descent", ko = "경사 하강법" }
points = 6
functions = ["gradient_descent"]
after = [2]
formula = 'x\leftarrow x-\text{lr}\cdot\nabla f(x)'
[tasks.hint]
en = "Step against the gradient: `x = x - lr * f_grad(x)`."
ko = "기울기의 반대 방향으로 가세요: `x = x - lr * f_grad(x)`."
"""

_PERCEPTRON = """
title = { en = "Perceptron", ko = "퍼셉트론" }
slug = "perceptron"
module = "perceptron"
points = 4
[[tasks]]
number = 1
title = { en = "The perceptron", ko = "퍼셉트론" }
points = 4
hint = { en = "The boundary does not fire.", ko = "경계에서는 출력이 0입니다." }
"""

_TITLES = {
    1: (
        "the slope of x² at 3 is 6",
        "the tangent of 3x² - 2x at 1 is 6x - 4",
        "the slope of x³ is right for any x",
        "`numerical_diff` takes a whole number as x",
    ),
    2: (
        "the gradient of x² + y² at (3, 4) is (6, 8)",
        "x is the same after the call, to the last bit",
        "x may have any shape",
        "f is called at most 2·size + 1 times",
    ),
    3: (
        "twenty steps from 2 end at 3.57e-5",
        "the path starts at x0 and has steps + 1 rows",
        "the rows of the path are copies",
    ),
}


def write_course(root: Path) -> Course:
    """Write a course of two exercises under `root` and read it."""
    (root / "course.toml").write_text(_COURSE, encoding="utf-8")
    for name, module, text in (
        ("exercise3", "gradients", _GRADIENTS),
        ("exercise4", "perceptron", _PERCEPTRON),
    ):
        folder = root / "exercises" / name
        folder.mkdir(parents=True)
        (folder / "exercise.toml").write_text(text, encoding="utf-8")
        (folder / f"{module}.py").write_text('"""A stub."""\n', encoding="utf-8")
    return load_course(root)


def check(  # a check that passed, unless told otherwise
    task: int,
    number: int,
    outcome: Outcome = Outcome.PASSED,
    *,
    title: str | None = None,
    message: str = "",
    max_points: float = 2,
    **details: str | ErrorMap | None,
) -> CheckResult:
    """Make one check of a task."""
    made = CheckResult(
        id=f"tests/hidden/exercise3/test_gradients.py::test_{task}_{number}",
        task=task,
        title=title if title is not None else _TITLES[task][number],
        outcome=outcome,
        points=max_points if outcome is Outcome.PASSED else 0,
        max_points=max_points,
        visibility=Visibility.VISIBLE if number < 2 else Visibility.HIDDEN,
        message=message,
        duration_s=0.004,
    )
    return msgspec.structs.replace(made, **details)


def attempt(
    exercise: Exercise,
    checks: Iterable[CheckResult],
    *,
    student: str = "ada",
    notes: tuple[str, ...] = (),
) -> Attempt:
    """Make an attempt whose score is the sum over `checks`."""
    checks = tuple(checks)
    return Attempt(
        exercise=exercise.name,
        student=student,
        score=sum(check.points for check in checks),
        max_score=sum(check.max_points for check in checks),
        isolation=Isolation.SANDBOX,
        seed=20240229,
        submission=SubmissionSummary(
            files=(exercise.stub.name,),
            sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ),
        duration_s=0.31,
        notes=notes,
        checks=checks,
    )


def error_map(shape: tuple[int, ...] = (100, 784)) -> ErrorMap:
    """Make a map of every kind of block in as many runs as there can be."""
    kinds = (0.0, None, 3.0, 4e6, 2e7)
    axes = tuple(Axis(size=size, wrong=3, first=4, last=6) for size in shape[-2:])
    rows, columns = (1, *(min(size, 12) for size in shape))[-2:]
    blocks = tuple(tuple(kinds[(x + y) % 5] for x in range(columns)) for y in range(rows))
    return ErrorMap(shape=shape, axes=axes, blocks=blocks)


def _points(task: int) -> float:
    return {1: 1.5, 2: 2, 3: 2}[task]


def _checks(task: int, outcome: Outcome = Outcome.PASSED, message: str = "") -> list[CheckResult]:
    return [
        check(task, number, outcome, message=message, max_points=_points(task))
        for number in range(len(_TITLES[task]))
    ]


def passing(exercise: Exercise) -> Attempt:
    """Full marks."""
    return attempt(exercise, _checks(1) + _checks(2) + _checks(3))


def stub(exercise: Exercise) -> Attempt:
    """Nothing is written yet."""
    return attempt(
        exercise,
        _checks(1, Outcome.FAILED, "Task 1 is not done yet.")
        + _checks(2, Outcome.BLOCKED, "Task 2 is not done yet.")
        + _checks(3, Outcome.BLOCKED, "Task 3 is not done yet."),
    )


def unreadable(exercise: Exercise) -> Attempt:
    """Every check says the same: the file cannot be loaded."""
    message = "gradients.py, line 7: '(' was never closed"
    return attempt(
        exercise, [check for task in (1, 2, 3) for check in _checks(task, Outcome.FAILED, message)]
    )


def failing(exercise: Exercise) -> Attempt:
    """Task 1 is done, task 2 fails with a known mistake, task 3 waits; with values and output."""
    task2 = [
        check(
            2,
            0,
            Outcome.FAILED,
            message="2 of 2 values differ. The largest difference is 0.0001, at index 0.",
            input="numerical_gradient(x² + y², array([3., 4.]))",
            expected="[6.0, 8.0]",
            actual="[6.0001, 8.0001]",
            mistake="forward_difference",
            mistake_explanation=(
                "You took the forward difference `(f(x+h) - f(x)) / h`. Its error grows with h; "
                "the central difference `(f(x+h) - f(x-h)) / 2h` cancels that term."
            ),
            hint=str(exercise.tasks[1].hint),
            output="x = [3. 4.]\n" + "\n".join(f"step {n}: f = {25 + n / 10}" for n in range(30)),
        ),
        check(2, 1),
        check(
            2,
            2,
            Outcome.FAILED,
            message="3 of 6 values differ. The largest difference is 4, at index (1, 2).",
            input=(
                "numerical_gradient(\n    ½‖x‖²,\n"
                "    array([[ 1.5, -2. ,  0.5],\n           [ 3. ,  0. ,  4. ]]),\n)"
            ),
            expected="[[ 1.5, -2. ,  0.5],\n [ 3. ,  0. ,  4. ]]",
            actual="[[ 1.5, -2. ,  0.5],\n [-3. , 12.25,  8. ]]",
            hint=str(exercise.tasks[1].hint),
        ),
        check(
            2,
            3,
            Outcome.TIMED_OUT,
            message="The check took longer than 10 seconds and was stopped.",
            hint=str(exercise.tasks[1].hint),
        ),
    ]
    blocked = [
        check(3, number, Outcome.BLOCKED, message="Task 2 comes first.") for number in range(2)
    ]
    broken = check(3, 2, Outcome.BROKEN, message="The suite itself failed.")
    return attempt(
        exercise,
        [*_checks(1), *task2, *blocked, broken],
        notes=("`draft.py` was left out: the exercise asks for gradients.py only.",),
    )


def broken(exercise: Exercise) -> Attempt:
    """All that is left is the grader's own fault."""
    return attempt(
        exercise,
        _checks(1) + _checks(2) + _checks(3, Outcome.BROKEN, "The reference is missing."),
    )


def empty(exercise: Exercise) -> Attempt:
    """No check at all."""
    return attempt(exercise, [])


def large(exercise: Exercise) -> Attempt:
    """200 checks, every fourth of which failed."""
    failed = {0: Outcome.FAILED}
    return attempt(
        exercise,
        [
            check(
                1 + number // 100,
                number,
                failed.get(number % 4, Outcome.PASSED),
                title=f"fact number {number} holds",
                message="The values differ." if number % 4 == 0 else "",
                expected="[1.0, 2.0, 3.0]",
                actual="[1.0, 2.5, 3.0]",
                output="printed\n" * 300,
            )
            for number in range(200)
        ],
    )


def mapped(exercise: Exercise) -> Attempt:
    """Larger arrays that are wrong here and there: in one axis, in two, in four."""
    shapes = ((784,), (100, 784), (70, 2), (10, 3, 28, 28))
    checks = [
        check(
            1,
            number,
            Outcome.FAILED,
            message="The result of numerical_diff has 3 wrong values.",
            expected=f"an array of shape {shape}",
            actual=f"an array of shape {shape}",
            errors=error_map(shape),
        )
        for number, shape in enumerate(shapes)
    ]
    return attempt(exercise, checks)


def hostile(exercise: Exercise) -> Attempt:
    """Every text that can come from a student attacks the reader."""
    checks = [
        check(
            task,
            0,
            outcome,
            title=f"{outcome} {HOSTILE}",
            message=HOSTILE + "\n✓ passed  everything",
            input=HOSTILE,
            expected=f"[1, {HOSTILE}]",
            actual=f"[2, {HOSTILE}]",
            mistake=HOSTILE,
            mistake_explanation=HOSTILE,
            hint=HOSTILE,
            output=f"{HOSTILE}\n</pre></details><script>alert(5)</script>" + "A" * 100_000,
        )
        for task, outcome in enumerate(Outcome, start=1)  # tasks 4 and 5 are unknown
    ]
    return attempt(exercise, checks, student=HOSTILE, notes=(HOSTILE,))


SAMPLES = {
    "passing": passing,
    "stub": stub,
    "unreadable": unreadable,
    "failing": failing,
    "broken": broken,
    "empty": empty,
    "large": large,
    "mapped": mapped,
    "hostile": hostile,
}
