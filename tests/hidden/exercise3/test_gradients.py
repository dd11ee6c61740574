"""The hidden suite of exercise3.

Given functions are called by the student's code with anything at all, so each takes whatever
comes: wrong shapes, scalars, infinities. Polynomials of degree 3 and a large h are the sharpest
tool here: the central difference is then off by exactly its own h² term, rounding is far below
1e-9, and every other quotient is far away.
"""

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import gradients

CALLED_FOR_ALL = Text("f is called for every entry of x", "f는 x의 모든 원소에 대해 호출됩니다")


def function(title, formula):
    """Make a function of one number whose title is shown in messages."""

    def f(x):
        with np.errstate(all="ignore"):
            return float(formula(np.resize(np.asarray(x, dtype=float), 1)[0]))

    f.__doc__ = title
    return f


def signed(rng, shape=None):
    """Draw numbers of both signs that are neither small nor large."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 2.0, shape)


def mixed(rng, size):
    """Make Σ c·xᵢ³ + Σ d·xᵢ·xᵢ₊₁²: each partial derivative has its own value, and needs the others.

    For a point of another size, entries are repeated or left out.
    """
    c, d = signed(rng, size), signed(rng, size)

    def f(x):
        """Σ cᵢxᵢ³ + Σ dᵢxᵢxᵢ₊₁²"""
        with np.errstate(all="ignore"):
            x = np.resize(np.asarray(x, dtype=float), size)
            return float(c @ x**3 + d @ (x * np.roll(x, -1) ** 2))

    return f


def witnessed(f):
    """Return `f`, and a list that gets the shape of every array it is called with."""
    shapes = []

    def witness(x):
        shapes.append(x.shape if isinstance(x, np.ndarray) else None)
        return f(x)

    witness.__doc__ = f.__doc__
    return witness, shapes


cube = function("x³", lambda x: x**3)


# --- task 1 ----------------------------------------------------------------------------------


@pytest.mark.task(1, points=1)
def test_slope_of_curves(student, rng):
    """The slopes of sin x, exp x and 1/x are cos x, exp x and -1/x².

    sin x, exp x, 1/x의 기울기는 cos x, exp x, -1/x²입니다.
    """
    for f, slope in (
        (function("sin x", np.sin), np.cos),
        (function("exp x", np.exp), np.exp),
        (function("1/x", np.reciprocal), lambda x: -1 / x**2),
    ):
        x = float(signed(rng))
        expect(student.numerical_diff)(f, x).to_match(slope(x), rtol=1e-6, atol=1e-8)


@pytest.mark.task(1, points=2)
def test_slope_of_a_cube(student, rng):
    """With a step h the slope of x³ comes out as 3x² + h²: the step you are given is the one used.

    간격 h로 구한 x³의 기울기는 3x² + h²입니다. 주어진 간격을 그대로 써야 합니다.
    """
    for h in (0.1, float(rng.uniform(0.2, 0.4))):
        x = float(signed(rng))
        expect(student.numerical_diff)(cube, x, h).to_match(gradients.numerical_diff)


@pytest.mark.task(1, points=1)
def test_default_step(student):
    """Without h the step is 0.0001, so the slope of 1000000x³ at 0 comes out as 0.01.

    h를 주지 않으면 간격은 0.0001이므로, 0에서 1000000x³의 기울기는 0.01로 나옵니다.
    """
    f = function("1000000x³", lambda x: 1e6 * x**3)
    expect(student.numerical_diff)(f, 0.0).to_match(0.01)


# --- task 2 ----------------------------------------------------------------------------------


@pytest.mark.task(2, points=2)
def test_gradient_of_mixed_terms(student, rng):
    """In a function whose terms mix the entries of x, every partial derivative is right.

    x의 원소들이 서로 섞여 있는 함수에서도 모든 편미분이 올바릅니다.
    """
    for size, h in ((3, 0.1), (5, float(rng.uniform(0.2, 0.4)))):
        x = signed(rng, size)
        expect(student.numerical_gradient)(mixed(rng, size), x, h).to_match(
            gradients.numerical_gradient
        )


@pytest.mark.task(2, points=1)
def test_default_step_of_the_gradient(student):
    """Without h the step is 0.0001, so at 0 the gradient of Σ i·1000000xᵢ³ is 0.01 · (1, 2, 3).

    h를 주지 않으면 간격은 0.0001이므로, 0에서 Σ i·1000000xᵢ³의 기울기는 0.01 · (1, 2, 3)입니다.
    """
    weights = np.array([1e6, 2e6, 3e6])

    def f(x):
        """Σ i·1000000xᵢ³"""
        with np.errstate(all="ignore"):
            return float(weights @ np.resize(np.asarray(x, dtype=float), 3) ** 3)

    expect(student.numerical_gradient)(f, np.zeros(3)).to_match(np.array([0.01, 0.02, 0.03]))


@pytest.mark.task(2, points=1)
def test_gradient_of_least_squares(student, rng):
    """The gradient of ½‖Ax - b‖² is AᵀAx - Aᵀb.

    ½‖Ax - b‖²의 기울기는 AᵀAx - Aᵀb입니다.
    """
    A, b = signed(rng, (6, 4)), signed(rng, 6)

    def f(x):
        """½‖Ax - b‖²"""
        with np.errstate(all="ignore"):
            return float(0.5 * np.sum((A @ np.resize(np.asarray(x, dtype=float), 4) - b) ** 2))

    for _ in range(2):
        x = signed(rng, 4)
        expect(student.numerical_gradient)(f, x).to_match(
            A.T @ A @ x - A.T @ b, rtol=1e-6, atol=1e-6
        )


@pytest.mark.task(2, points=1)
def test_gradient_has_the_shape_of_x(student, rng):
    """x may have one entry, one row, or two or three axes: the gradient has the same shape.

    x는 원소 하나, 행 하나, 2차원, 3차원일 수 있고, 기울기의 형상은 x와 같습니다.
    """
    for shape in ((1,), (1, 4), (2, 3), (2, 3, 4)):
        x = signed(rng, shape)
        expect(student.numerical_gradient)(mixed(rng, x.size), x, 0.2).to_match(
            gradients.numerical_gradient
        )


@pytest.mark.task(2, points=1)
def test_gradient_at_whole_numbers(student, rng):
    """Where x holds integers, the gradient is the same as for the same numbers as floats.

    x가 정수 배열이어도 기울기는 같은 값의 실수 배열일 때와 같습니다.
    """
    for shape in ((4,), (2, 3)):
        x = rng.choice([-1, 1], shape) * rng.integers(1, 6, shape)
        f = mixed(rng, x.size)
        expect(student.numerical_gradient)(f, x, 0.1).to_match(
            gradients.numerical_gradient
        ).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=1)
def test_x_is_put_back(student, rng):
    """After the call x is what it was before, to the last bit.

    호출이 끝난 뒤 x는 마지막 비트까지 호출 전과 같습니다.
    """
    for shape in ((12,), (4, 5)):
        # Of many sizes: whether x + h - 2h + h is x again depends on the power of two below x.
        x = signed(rng, shape) * 2.0 ** rng.integers(-4, 4, shape)
        f, seen = witnessed(mixed(rng, x.size))
        expect(student.numerical_gradient)(f, x).to_leave_arguments_unchanged()
        expect.that(len(seen) >= x.size, CALLED_FOR_ALL)


@pytest.mark.task(2, points=1)
def test_what_f_is_called_with(student, rng):
    """f is called with arrays of the shape of x, at most 2 · size + 1 times.

    f는 x와 같은 형상의 배열로, 최대 2 · size + 1번 호출됩니다.
    """
    c = signed(rng, (2, 3))

    def formula(x):
        """Σ cᵢⱼxᵢⱼ³"""
        if np.shape(x) != c.shape:
            return 0.0  # for any other shape: the statement below says what is wrong
        with np.errstate(all="ignore"):
            return float(np.sum(c * np.asarray(x, dtype=float) ** 3))

    f, seen = witnessed(formula)
    x = signed(rng, c.shape)
    expect(student.numerical_gradient)(f, x, 0.1).to_have_shape(x.shape)
    expect.that(
        all(shape == x.shape for shape in seen),
        Text("f gets an array of the shape of x", "f는 x와 같은 형상의 배열을 받습니다"),
    )
    expect.that(
        len(seen) <= 2 * x.size + 1,
        Text("f is called at most 2 * x.size + 1 times", "f는 최대 2 * x.size + 1번 호출됩니다"),
    )
    expect.that(len(seen) >= x.size, CALLED_FOR_ALL)


# --- task 3 ----------------------------------------------------------------------------------


def bowl(rng, shape):
    """Make the gradient of a bowl with its own steepness in every direction, and its lowest point.

    Its second derivatives lie between 1 and 2, so descent converges for every rate below 1.
    """
    size = int(np.prod(shape))
    directions = np.linalg.qr(rng.standard_normal((size, size)))[0]
    M = directions * rng.uniform(1.0, 2.0, size) @ directions.T
    lowest = signed(rng, size)

    def f_grad(x):
        """M(x - c)"""
        with np.errstate(all="ignore"):
            distance = np.resize(np.asarray(x, dtype=float), size) - lowest
            return (M @ distance).reshape(shape)

    return f_grad, lowest.reshape(shape)


@pytest.mark.task(3, points=2)
def test_descent_into_a_bowl(student, rng):
    """Every step goes against the gradient, lr times as far, and path keeps every point.

    모든 단계는 기울기의 반대 방향으로 lr배만큼 가고, path에는 모든 점이 남습니다.
    """
    for shape, steps in (((3,), 7), ((2, 3), 4)):
        f_grad, lowest = bowl(rng, shape)
        x0 = lowest + 3 * signed(rng, shape)
        lr = float(rng.uniform(0.1, 0.4))
        expect(student.gradient_descent)(f_grad, x0, lr, steps).to_match(gradients.gradient_descent)


@pytest.mark.task(3, points=1)
def test_length_of_the_path(student, rng):
    """path has steps + 1 points: also for 0 steps and 1 step, and where the gradient is 0.

    path에는 steps + 1개의 점이 있습니다. 0단계, 1단계, 기울기가 0인 곳에서도 그렇습니다.
    """
    f_grad, lowest = bowl(rng, (3,))
    descend = expect(student.gradient_descent)
    descend(f_grad, lowest + signed(rng, 3), 0.2, 0).to_match(gradients.gradient_descent)
    descend(f_grad, lowest + signed(rng, 3), 0.2, 1).to_match(gradients.gradient_descent)
    descend(f_grad, lowest, 0.2, 4).to_match(gradients.gradient_descent)


@pytest.mark.task(3, points=1)
def test_start_of_the_path(student, rng):
    """path begins at x0, as floats even if x0 holds integers, and x0 is the same afterwards.

    path는 x0에서 시작하고, x0가 정수여도 실수이며, x0는 호출 뒤에도 그대로입니다.
    """
    f_grad, _lowest = bowl(rng, (3,))
    whole = rng.choice([-1, 1], 3) * rng.integers(2, 9, 3)
    for x0 in (3 * signed(rng, 3), whole):
        expect(student.gradient_descent)(
            f_grad, x0, 0.2, 3
        ).to_leave_arguments_unchanged().to_match(gradients.gradient_descent)
