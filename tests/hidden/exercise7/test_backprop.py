"""Hidden suite of exercise7: backpropagation by hand, for one example and for a batch.

Weights have a standard deviation of 1 and every dimension of the batch network is different, so
that no slope is nearly 0 or ¼ everywhere and no transposed array fits. Where a check makes several
calls, it makes all of them before it states anything: what each call returned then tells the
mistakes apart, whichever statement fails first.
"""

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import gradients, losses, networks


def network(rng, inputs=2, hidden=2, outputs=2):
    """Draw the parameters of a network, with a standard deviation of 1."""
    shapes = {
        "W1": (inputs, hidden),
        "b1": (hidden,),
        "W2": (hidden, outputs),
        "b2": (outputs,),
    }
    return {key: rng.standard_normal(shape) for key, shape in shapes.items()}


def whole_network(rng, inputs=2, hidden=2, outputs=2):
    """Draw the parameters of a network as whole numbers other than 0."""
    params = network(rng, inputs, hidden, outputs)
    return {key: whole(rng, value.shape) for key, value in params.items()}


def whole(rng, shape):
    """Draw whole numbers of both signs."""
    return rng.choice([-1, 1], shape) * rng.integers(1, 4, shape)


def example(rng):
    """Draw an example and its truth; both entries of x are far enough from 0 to be seen."""
    return rng.choice([-1.0, 1.0], 2) * rng.uniform(0.5, 2.0, 2), rng.uniform(0.0, 1.0, 2)


def batch(rng, n, inputs, classes):
    """Draw n examples with different classes, as one-hot rows."""
    labels = rng.permutation(np.arange(n) % classes)
    return rng.standard_normal((n, inputs)), np.eye(classes)[labels]


def match_keys(answer, wanted, *keys):
    """State that the gradients under `keys` are right, whatever stands under the others."""
    own = answer.value if isinstance(answer.value, dict) else {}
    answer.to_match(
        {key: wanted[key] if key in keys else own.get(key, wanted[key]) for key in wanted}
    )


def match_slopes(answer, loss, params):
    """State that every gradient is near the slope of `loss` measured by the central difference."""
    slopes = {
        key: gradients.numerical_gradient(lambda value, key=key: loss({**params, key: value}), p)
        for key, p in params.items()
    }

    def near(grads):
        return all(
            np.shape(grads[key]) == slope.shape
            and networks.relative_error(grads[key], slope) < 1e-5
            for key, slope in slopes.items()
        )

    answer.to_satisfy(
        near,
        Text(
            "for every parameter the relative error is below 1e-5",
            "모든 파라미터에서 상대 오차가 1e-5보다 작습니다",
        ),
    )


# Task 1


@pytest.mark.task(1, points=2)
def test_forward_of_random_networks(student, rng):
    """Each layer adds its own bias to its weighted sum and sends it through the sigmoid.

    각 층은 가중합에 그 층의 편향을 더하고 시그모이드를 통과시킵니다.
    """
    answers = [expect(student.forward)(network(rng), example(rng)[0]) for _ in range(3)]
    for answer in answers:
        answer.to_match(networks.forward).to_leave_arguments_unchanged()


@pytest.mark.task(1, points=1)
def test_forward_of_large_sums(student, rng):
    """A weighted sum of several thousand gives 1, one of minus several thousand 0, and never NaN.

    가중합이 수천이면 1, 음수로 수천이면 0이 나오며 NaN이 되지 않습니다.
    """
    x = example(rng)[0]
    up, down = (sign * np.sign(x) * rng.uniform(2000, 2400, 2) for sign in (1, -1))
    columns = np.stack([up, down], axis=1)
    steep = {**network(rng), "W1": rng.permutation(columns, axis=1)}
    high = {**network(rng), "b2": rng.permutation([3000.0, -3000.0])}
    answers = [expect(student.forward)(params, x) for params in (steep, high)]
    for answer in answers:
        answer.to_match(networks.forward)


# Task 2


@pytest.mark.task(2, points=2)
def test_gradients_of_the_output_layer(student, rng):
    """The slopes along W2 and b2 are right, for every weight and bias.

    W2와 b2의 모든 가중치와 편향에 대한 기울기가 올바릅니다.
    """
    calls = [(network(rng), *example(rng)) for _ in range(3)]
    answers = [expect(student.backward)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_keys(answer, networks.backward(*call), "W2", "b2")


@pytest.mark.task(2, points=2)
def test_gradients_of_the_hidden_layer(student, rng):
    """The slopes along W1 and b1 are right: every hidden unit reaches both outputs.

    W1과 b1의 기울기가 올바릅니다. 은닉층의 각 노드는 두 출력 모두에 영향을 줍니다.
    """
    calls = [(network(rng), *example(rng)) for _ in range(3)]
    answers = [expect(student.backward)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_keys(answer, networks.backward(*call), "W1", "b1")


@pytest.mark.task(2, points=1)
def test_backward_agrees_with_the_central_difference(student, rng):
    """Changing a parameter a little changes the loss as backward says, for all twelve.

    파라미터를 조금 바꾸면 손실이 backward가 말한 만큼 변합니다. 열두 개 모두 그렇습니다.
    """
    params, (x, t) = network(rng), example(rng)

    def loss(params):
        return losses.half_squared_error(networks.forward(params, x)[1], t)

    match_slopes(expect(student.backward)(params, x, t), loss, params)


@pytest.mark.task(2, points=1)
def test_backward_of_whole_numbers(student, rng):
    """backward treats integers as floats, and leaves everything it was given as it is.

    backward는 정수를 실수처럼 다루며, 받은 값을 하나도 바꾸지 않습니다.
    """
    params, x, t = whole_network(rng), whole(rng, 2), rng.permutation(2)
    answers = [expect(student.backward)(params, x, t)]
    answers.append(expect(student.backward)(network(rng), *example(rng)))
    for answer in answers:
        answer.to_leave_arguments_unchanged().to_match(networks.backward)


# Task 3


@pytest.mark.task(3, points=1)
def test_update_of_every_parameter(student, rng):
    """Every weight and every bias moves by -lr times its gradient, in networks of any size.

    모든 가중치와 편향이 -lr · 기울기만큼 움직입니다. 신경망의 크기와 상관없습니다.
    """
    answers = [
        expect(student.update)(network(rng, *sizes), network(rng, *sizes), rng.uniform(0.1, 0.9))
        for sizes in ((2, 2, 2), (4, 3, 5))
    ]
    for answer in answers:
        answer.to_match(networks.update)


@pytest.mark.task(3, points=1)
def test_update_leaves_what_it_was_given(student, rng):
    """update returns new floats: the old parameters stay, also where they are integers.

    update는 새 실수 배열을 돌려줍니다. 이전 파라미터는 정수여도 그대로 남습니다.
    """
    answers = [
        expect(student.update)(old, network(rng), 0.37)
        for old in (network(rng), whole_network(rng))
    ]
    for answer in answers:
        answer.to_match(networks.update).to_leave_arguments_unchanged()


@pytest.mark.task(3, points=2)
def test_twenty_steps_of_training(student, rng):
    """After each of twenty steps the parameters are those of gradient descent, and nothing else.

    스무 단계를 학습하는 동안 파라미터는 매번 경사 하강법 그대로의 값입니다.
    """
    (x, t), lr = example(rng), float(rng.uniform(0.3, 0.9))
    params = network(rng)
    for _ in range(20):
        grads = networks.backward(params, x, t)
        params = expect(student.update)(params, grads, lr).to_match(networks.update).value


# Task 4


@pytest.mark.task(4, points=2)
def test_batch_gradients_of_the_output_layer(student, rng):
    """For a batch the slopes along W2 and b2 are right, in the shapes of W2 and b2.

    배치에 대한 W2와 b2의 기울기가 올바르고, 형상은 W2, b2와 같습니다.
    """
    sizes = ((4, 6, 5, 10), (7, 3, 4, 5))
    calls = [(network(rng, D, H, C), *batch(rng, N, D, C)) for N, D, H, C in sizes]
    answers = [expect(student.two_layer_gradient)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_keys(answer, networks.two_layer_gradient(*call), "W2", "b2")


@pytest.mark.task(4, points=2)
def test_batch_gradients_of_the_hidden_layer(student, rng):
    """For a batch the slopes along W1 and b1 are right, in the shapes of W1 and b1.

    배치에 대한 W1과 b1의 기울기가 올바르고, 형상은 W1, b1과 같습니다.
    """
    sizes = ((4, 6, 5, 10), (7, 3, 4, 5))
    calls = [(network(rng, D, H, C), *batch(rng, N, D, C)) for N, D, H, C in sizes]
    answers = [expect(student.two_layer_gradient)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_keys(answer, networks.two_layer_gradient(*call), "W1", "b1")


@pytest.mark.task(4, points=1)
def test_batch_gradient_agrees_with_the_central_difference(student, rng):
    """Changing a parameter a little changes the mean cross entropy as the gradient says.

    파라미터를 조금 바꾸면 평균 교차 엔트로피가 기울기만큼 변합니다.
    """
    params, (x, t) = network(rng, 4, 3, 6), batch(rng, 5, 4, 6)

    def loss(params):
        return networks.two_layer_loss(params, x, t)

    match_slopes(expect(student.two_layer_gradient)(params, x, t), loss, params)


@pytest.mark.task(4, points=1)
def test_gradient_of_one_example_and_of_a_doubled_batch(student, rng):
    """One example is a batch of one, and a batch written down twice has the same gradient.

    예제 하나는 크기가 1인 배치이고, 같은 배치를 두 번 이어 붙여도 기울기는 같습니다.
    """
    params, (x, t) = network(rng, 4, 6, 3), batch(rng, 5, 4, 3)
    one = expect(student.two_layer_gradient)(params, x[:1], t[:1])
    once = expect(student.two_layer_gradient)(params, x, t)
    twice = expect(student.two_layer_gradient)(params, np.tile(x, (2, 1)), np.tile(t, (2, 1)))
    one.to_match(networks.two_layer_gradient)
    once.to_match(networks.two_layer_gradient)
    twice.to_match(networks.two_layer_gradient(params, x, t))


@pytest.mark.task(4, points=1)
def test_batch_gradient_of_pixels(student, rng):
    """Integers such as pixels count as floats, and everything that was given stays as it is.

    픽셀 같은 정수는 실수로 다루고, 받은 값은 하나도 바꾸지 않습니다.
    """
    images, labels = rng.integers(0, 4, (4, 5), dtype=np.uint8), rng.permutation(4) % 3
    rows = np.eye(3, dtype=np.int64)[labels]
    answers = [
        expect(student.two_layer_gradient)(whole_network(rng, 5, 6, 3), images, rows),
        expect(student.two_layer_gradient)(network(rng, 5, 4, 3), *batch(rng, 6, 5, 3)),
    ]
    for answer in answers:
        answer.to_leave_arguments_unchanged().to_match(networks.two_layer_gradient)


@pytest.mark.task(4, points=1)
def test_batch_gradient_of_large_scores(student, rng):
    """Scores of several thousand before the softmax give finite, right gradients.

    소프트맥스에 들어가는 점수가 수천이어도 기울기는 유한하고 올바릅니다.
    """
    high = network(rng, 3, 5, 4)
    high["b2"] += 3000
    apart, (x, t) = network(rng, 3, 5, 4), batch(rng, 6, 3, 4)
    apart["W2"] *= 300
    apart["b2"] += 1000
    # The first hidden unit lifts all scores of an example; the second example goes without.
    apart["W2"][0] += 5000
    x[0] = 20 * np.sign(apart["W1"][:, 0])
    x[1] = -x[0]
    answers = [expect(student.two_layer_gradient)(params, x, t) for params in (high, apart)]
    for answer in answers:
        answer.to_match(networks.two_layer_gradient)


# Task 5


@pytest.mark.task(5, points=1)
def test_relative_error_of_random_arrays(student, rng):
    """The norm is the root of the sum of all squares, for arrays of one, two and three axes.

    배열이 1차원이든 2차원이든 3차원이든 노름은 모든 원소의 제곱합의 제곱근입니다.
    """
    answers = [
        expect(student.relative_error)(rng.standard_normal(shape), 2 * rng.standard_normal(shape))
        for shape in ((4,), (3, 5), (2, 3, 4))
    ]
    answers.append(expect(student.relative_error)(whole(rng, (2, 3)), whole(rng, (2, 3)) + 5))
    for answer in answers:
        answer.to_match(networks.relative_error).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_relative_error_and_zero(student, rng):
    """Two gradients of zeros are 0 apart; between zeros and anything else the error is 1.

    둘 다 0이면 상대 오차는 0이고, 한쪽만 0이면 1입니다.
    """
    zeros, a = np.zeros((2, 3)), rng.standard_normal((2, 3))
    calls = [(zeros, zeros), (zeros, a), (a, zeros), (a, -a), (a, a)]
    answers = [expect(student.relative_error)(*call) for call in calls]
    for answer in answers:
        answer.to_match(networks.relative_error)


@pytest.mark.task(5, points=1)
def test_relative_error_of_tiny_gradients(student, rng):
    """Only the ratio counts: gradients near 1e-9 are compared like those near 1.

    비율만 중요합니다. 1e-9쯤 되는 기울기도 1쯤 되는 기울기와 똑같이 비교합니다.
    """
    a = rng.standard_normal((3, 4))
    n = a + 0.01 * rng.standard_normal((3, 4))
    answers = [expect(student.relative_error)(unit * a, unit * n) for unit in (1e-12, 1e-9, 1.0)]
    for answer in answers:
        answer.to_match(networks.relative_error)
