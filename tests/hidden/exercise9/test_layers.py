"""Hidden suite of exercise9: layers with forward and backward, and the network they make.

Every layer has a twin, the oracle's, that is sent through the same rounds. Weights have a standard
deviation of 1 and all dimensions differ, so that no transposed array fits; the sign of dout is
independent of that of x. Where a check makes several calls, it makes all of them before it states
anything: what each call returned then tells the mistakes apart, whichever statement fails first.
"""

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import layers, networks

TRAINING = True


def match(pairs):
    """State that each answer is the oracle's value beside it."""
    for answer, wanted in pairs:
        answer.to_match(wanted)


def untouched(pairs):
    """State that each call is right and has left its arguments as they were."""
    for answer, wanted in pairs:
        answer.to_match(wanted).to_leave_arguments_unchanged()


def as_given(kept, names):
    """State that what the student's objects were given is the same afterwards."""
    for name in names:
        student_value, value = kept[name]
        expect.value(student_value.copy(), name).to_match(value, rtol=0, atol=0)


def keep(student, **values):
    """Put arrays into the worker under names; return each with what it must still be later."""
    return {name: (student.keep(value), value.copy()) for name, value in values.items()}


def affine(student, rng, inputs, outputs):
    """Make a random fully connected layer of the student's, and its twin."""
    W, b = rng.standard_normal((inputs, outputs)), rng.standard_normal(outputs)
    return student.Affine(W, b), layers.Affine(W, b)


def forward(layer, twin, x, *more):
    """Send x forward through a layer and its twin."""
    return [(expect(layer.forward)(x, *more), twin.forward(x, *more))]


def backward(layer, twin, *dout):
    """Send dout backward; of a fully connected layer take the gradients too."""
    pairs = [(expect(layer.backward)(*dout), twin.backward(*dout))]
    return pairs + (gradients(layer, twin) if isinstance(twin, layers.Affine) else [])


def gradients(layer, twin):
    """Return dW and db of a fully connected layer, each with the oracle's."""
    return [
        (expect.value(layer.dW, "dW"), twin.dW.copy()),
        (expect.value(layer.db, "db"), twin.db.copy()),
    ]


def whole(rng, shape, dtype=np.int64):
    """Draw whole numbers, of both signs where the type has them, and 0 among them."""
    signs = rng.choice([-1, 1], shape) if np.dtype(dtype).kind == "i" else 1
    numbers = np.asarray(signs * rng.integers(1, 5, shape))
    numbers.flat[0] = 0
    return numbers.astype(dtype)


def one_hot(rng, n, classes):
    """Draw n one-hot rows; the classes differ as far as they can."""
    return np.eye(classes)[labels(rng, n, classes)]


def labels(rng, n, classes):
    """Draw n labels; they differ as far as they can."""
    return rng.permutation(np.arange(n) % classes)


# Task 1


@pytest.mark.task(1, points=1)
def test_affine_forward(student, rng):
    """Affine weighs the inputs of every example and adds the biases: x @ W + b.

    Affine은 예제마다 입력의 가중합에 편향을 더합니다: x @ W + b.
    """
    pairs = []
    for N, D, H in ((4, 6, 5), (1, 3, 7), (7, 2, 3)):
        pairs += forward(*affine(student, rng, D, H), rng.standard_normal((N, D)))
    match(pairs)


@pytest.mark.task(1, points=2)
def test_affine_gradients(student, rng):
    """The slopes along x, W and b are right, in the shapes of x, W and b.

    x, W, b에 대한 기울기가 올바르고, 형상은 x, W, b와 같습니다.
    """
    pairs = []
    for N, D, H in ((4, 6, 5), (1, 3, 7), (3, 5, 2)):
        layer, twin = affine(student, rng, D, H)
        pairs += forward(layer, twin, rng.standard_normal((N, D)))
        pairs += backward(layer, twin, rng.standard_normal((N, H)))
    match(pairs)


@pytest.mark.task(1, points=1)
def test_affine_rounds(student, rng):
    """Every round of an Affine starts afresh, with its own W and b as they are now.

    Affine의 순전파와 역전파는 매번 새로 시작하며, 그 객체의 현재 W와 b를 씁니다.
    """
    layer, twin = affine(student, rng, 6, 5)
    other = affine(student, rng, 6, 5)
    pairs = []
    for rows in (4, 3, 3):
        pairs += forward(layer, twin, rng.standard_normal((2, 6)))
        pairs += forward(layer, twin, rng.standard_normal((rows, 6)))
        pairs += forward(*other, rng.standard_normal((rows, 6)))
        dout = rng.standard_normal((rows, 5))
        pairs += backward(layer, twin, dout)
        pairs += backward(layer, twin, dout)
        pairs += backward(*other, rng.standard_normal((rows, 5)))
        pairs += gradients(layer, twin)  # the other layer has its own
        layer.W = twin.W = rng.standard_normal((6, 5))
        layer.b = twin.b = rng.standard_normal(5)
    match(pairs)


@pytest.mark.task(1, points=1)
def test_affine_of_images(student, rng):
    """Affine takes each image (channels, height, width) as one row, and dx has the shape of x.

    Affine은 이미지(채널, 높이, 너비) 하나를 한 행으로 다루고, dx의 형상은 x와 같습니다.
    """
    pairs = []
    for shape, H in (((2, 3, 4, 5), 7), ((5, 2, 3), 4)):
        layer, twin = affine(student, rng, int(np.prod(shape[1:])), H)
        pairs += forward(layer, twin, rng.standard_normal(shape))
        pairs += backward(layer, twin, rng.standard_normal((shape[0], H)))
    match(pairs)


@pytest.mark.task(1, points=1)
def test_affine_of_whole_numbers(student, rng):
    """Affine treats integers as floats, and leaves everything it was given as it is.

    Affine은 정수를 실수처럼 다루며, 받은 값을 하나도 바꾸지 않습니다.
    """
    pairs, kept = [], []
    for dtype, x in (
        (np.int64, whole(rng, (4, 6), np.uint8)),
        (np.float64, whole(rng, (3, 6))),
        (np.float64, rng.standard_normal((2, 6))),
    ):
        W, b = whole(rng, (6, 5)).astype(dtype), whole(rng, 5).astype(dtype)
        given = keep(student, W=W, b=b, x=x)
        kept.append(given)
        layer, twin = student.Affine(given["W"][0], given["b"][0]), layers.Affine(W, b)
        pairs += [(expect(layer.forward)(given["x"][0]), twin.forward(x))]
        pairs += backward(layer, twin, rng.standard_normal((len(x), 5)))
    untouched(pairs)
    for given in kept:
        as_given(given, ("W", "b", "x"))


# Task 2


@pytest.mark.task(2, points=1)
def test_sigmoid_forward_and_backward(student, rng):
    """Sigmoid squashes every number, and sends back dout times its slope, for arrays of any shape.

    Sigmoid는 모든 수를 0과 1 사이로 보내고, dout에 기울기를 곱해 돌려줍니다. 형상은 자유입니다.
    """
    pairs = []
    for shape in ((5,), (3, 4), (1, 6), (2, 3, 4)):
        layer, twin = student.Sigmoid(), layers.Sigmoid()
        pairs += forward(layer, twin, 2 * rng.standard_normal(shape))
        pairs += backward(layer, twin, rng.standard_normal(shape))
    match(pairs)


@pytest.mark.task(2, points=1)
def test_sigmoid_of_large_numbers(student, rng):
    """At ±1000 the sigmoid is 1 or 0 and its slope 0, without NaN.

    ±1000에서 시그모이드는 1이나 0이고 기울기는 0이며, NaN이 되지 않습니다.
    """
    pairs = []
    for _ in range(2):
        layer, twin = student.Sigmoid(), layers.Sigmoid()
        x = np.array([[1000.0, -1000.0, -30.0], [0.0, -800.0, 900.0]])
        pairs += forward(layer, twin, rng.permuted(x) + rng.uniform(-1, 1, x.shape))
        pairs += backward(layer, twin, rng.standard_normal(x.shape))
    match(pairs)


@pytest.mark.task(2, points=1)
def test_relu_forward_and_backward(student, rng):
    """Relu lets dout pass where x was above 0, whatever the sign of dout; at 0 the slope is 0.

    Relu는 x가 0보다 컸던 곳에서 dout의 부호와 상관없이 dout을 통과시킵니다. 0에서 기울기는 0입니다.
    """
    pairs = []
    for shape in ((6,), (3, 4), (1, 6), (2, 3, 4)):
        layer, twin = student.Relu(), layers.Relu()
        x = rng.standard_normal(shape)
        x.flat[:2] = 0.0
        pairs += forward(layer, twin, rng.permuted(x))
        pairs += backward(layer, twin, rng.choice([-1, 1], shape) * rng.uniform(0.5, 2, shape))
    match(pairs)


@pytest.mark.task(2, points=1)
def test_activation_layers_in_rounds(student, rng):
    """Each Sigmoid and each Relu goes back by its own latest forward, as often as you ask.

    Sigmoid와 Relu의 객체는 저마다 자신의 가장 최근 순전파에 따라 역전파하며, 몇 번이든 같습니다.
    """
    pairs = []
    for name in ("Sigmoid", "Relu"):
        kind, twin_kind = getattr(student, name), getattr(layers, name)
        first, second = (kind(), twin_kind()), (kind(), twin_kind())
        for rows in (4, 4, 2):
            pairs += forward(*first, rng.standard_normal((5, 3)))
            pairs += forward(*first, rng.standard_normal((rows, 3)))
            pairs += forward(*second, rng.standard_normal((rows, 3)))
            for layer in (first, first, second):
                pairs += backward(*layer, rng.standard_normal((rows, 3)))
    match(pairs)


@pytest.mark.task(2, points=1)
def test_activation_layers_leave_their_arguments(student, rng):
    """Sigmoid and Relu treat integers as floats, and change neither x nor dout.

    Sigmoid와 Relu는 정수를 실수처럼 다루고, x도 dout도 바꾸지 않습니다.
    """
    pairs, kept = [], []
    for name in ("Sigmoid", "Relu"):
        for x in (whole(rng, (3, 4)), rng.standard_normal((2, 5))):
            given = keep(student, x=x)
            kept.append(given)
            layer, twin = getattr(student, name)(), getattr(layers, name)()
            pairs += forward(layer, twin, x)
            pairs += backward(layer, twin, rng.standard_normal(x.shape))
            pairs += [(expect(layer.forward)(given["x"][0]), twin.forward(x))]
            pairs += backward(layer, twin, rng.standard_normal(x.shape))
    untouched(pairs)
    for given in kept:
        as_given(given, ("x",))


# Task 3


@pytest.mark.task(3, points=1)
def test_loss_of_random_scores(student, rng):
    """The loss is the mean of -log(softmax) of the right classes, given one-hot or as labels.

    손실은 정답 클래스의 -log(softmax)의 평균입니다. 정답은 원-핫으로도 레이블로도 줍니다.
    """
    pairs = []
    for truth, N, C in ((one_hot, 4, 6), (labels, 7, 3), (one_hot, 1, 5), (labels, 1, 4)):
        pairs += forward(
            student.SoftmaxWithLoss(),
            layers.SoftmaxWithLoss(),
            2 * rng.standard_normal((N, C)),
            truth(rng, N, C),
        )
    match(pairs)


@pytest.mark.task(3, points=1)
def test_slope_along_the_scores(student, rng):
    """The slope along the scores is (y - t) / N, for one-hot rows and for labels.

    점수에 대한 기울기는 (y - t) / N이며, 원-핫이든 레이블이든 같습니다.
    """
    layer, twin = student.SoftmaxWithLoss(), layers.SoftmaxWithLoss()
    pairs = []
    for truth, N, C in ((one_hot, 4, 6), (labels, 7, 3), (one_hot, 3, 5), (labels, 1, 4)):
        pairs += forward(layer, twin, 2 * rng.standard_normal((N, C)), truth(rng, N, C))
        pairs += backward(layer, twin)
    match(pairs)


@pytest.mark.task(3, points=1)
def test_loss_times_dout(student, rng):
    """backward(dout) is dout times as large as backward(), which is backward(1).

    backward(dout)은 backward()의 dout배이고, backward()는 backward(1)과 같습니다.
    """
    layer, twin = student.SoftmaxWithLoss(), layers.SoftmaxWithLoss()
    pairs = []
    for dout in ((float(rng.uniform(2, 3)),), (), (1,), (float(rng.uniform(-0.5, -0.1)),), ()):
        pairs += forward(layer, twin, rng.standard_normal((4, 6)), one_hot(rng, 4, 6))
        pairs += backward(layer, twin, *dout)
    match(pairs)


@pytest.mark.task(3, points=1)
def test_loss_of_large_scores(student, rng):
    """Scores of ±1000 have a finite loss and finite slopes, and nothing is added to a probability.

    점수가 ±1000이어도 손실과 기울기는 유한하며, 확률에는 아무것도 더하지 않습니다.
    """
    pairs = []
    for truth in (one_hot, labels):
        for far in (1000.0, 40.0):
            x = far * rng.choice([-1.0, 1.0], (5, 4)) + rng.standard_normal((5, 4))
            x[:2] = np.array([[far], [-far]]) + rng.standard_normal((2, 4))
            x[2] = rng.permutation([far, -far, -far, far])
            layer, twin = student.SoftmaxWithLoss(), layers.SoftmaxWithLoss()
            pairs += forward(layer, twin, x, truth(rng, 5, 4))
            pairs += backward(layer, twin)
    match(pairs)


@pytest.mark.task(3, points=1)
def test_loss_leaves_its_arguments(student, rng):
    """The loss changes neither x nor t, and each object keeps its own batch for backward.

    손실 계층은 x도 t도 바꾸지 않으며, 객체마다 자신의 배치로 역전파합니다.
    """
    pairs, kept = [], []
    batches = [
        (rng.standard_normal((4, 6)), one_hot(rng, 4, 6)),
        (rng.standard_normal((4, 6)), labels(rng, 4, 6)),
        (whole(rng, (5, 3)), one_hot(rng, 5, 3).astype(np.int64)),
        (whole(rng, (5, 3)), labels(rng, 5, 3).astype(np.int8)),
    ]
    objects = [(student.SoftmaxWithLoss(), layers.SoftmaxWithLoss()) for _batch in batches]
    for pair, (x, t) in zip(objects, batches, strict=True):
        pairs += forward(*pair, x, t)
    for pair in objects:
        pairs += backward(*pair) + backward(*pair)
    for (layer, twin), (x, t) in zip(objects, batches, strict=True):
        given = keep(student, x=x, t=t)
        kept.append(given)
        pairs += [(expect(layer.forward)(given["x"][0], given["t"][0]), twin.forward(x, t))]
        pairs += backward(layer, twin)
    untouched(pairs)
    for given in kept:
        as_given(given, ("x", "t"))


# Task 4


def dropout(student, rng, rate):
    """Make a dropout of the student's and its twin, which draw the same random numbers."""
    seed = int(rng.integers(2**32))
    twin = layers.Dropout(rate, np.random.default_rng(seed))
    return student.Dropout(rate, student.rng(seed)), twin


@pytest.mark.task(4, points=1)
def test_dropout_keeps_what_it_draws(student, rng):
    """In training, numbers stay where rng.random(x.shape) >= rate, divided by 1 - rate.

    학습할 때는 rng.random(x.shape) >= rate인 곳의 수만 남고, 남은 수는 1 - rate로 나눕니다.
    """
    pairs = []
    for rate in (0.25, float(rng.uniform(0.3, 0.4)), float(rng.uniform(0.6, 0.8)), 0.0):
        layer, twin = dropout(student, rng, rate)
        for shape in ((5, 6), (2, 3, 4), (7,)):
            pairs += forward(layer, twin, rng.standard_normal(shape), TRAINING)
    untouched(pairs)


@pytest.mark.task(4, points=1)
def test_dropout_keeps_the_mean(student, rng):
    """About the share rate becomes 0, the rest x / (1 - rate), so the mean stays about the same.

    rate만큼의 수가 0이 되고 나머지는 x / (1 - rate)가 되어, 평균은 거의 그대로입니다.
    """
    for rate in (float(rng.uniform(0.15, 0.3)), float(rng.uniform(0.65, 0.75))):
        layer, _twin = dropout(student, rng, rate)
        x = rng.uniform(1, 2, (60, 60))
        y = expect(layer.forward)(x, TRAINING).to_have_shape(x.shape)
        y.to_satisfy(
            lambda y, x=x, rate=rate: np.all((y == 0) | np.isclose(y, x / (1 - rate), rtol=1e-9)),
            Text("every number is 0 or x / (1 - rate)", "모든 수는 0이거나 x / (1 - rate)입니다"),
        )
        y.to_satisfy(
            lambda y, rate=rate: abs(np.mean(y == 0) - rate) < 0.05,
            Text("the share of zeros is rate", "0의 비율은 rate입니다"),
        )


@pytest.mark.task(4, points=1)
def test_dropout_goes_back_the_same_way(student, rng):
    """backward multiplies dout by what the latest forward of the same object multiplied x by.

    backward는 같은 객체의 가장 최근 순전파가 x에 곱한 것을 dout에 곱합니다.
    """
    first = dropout(student, rng, float(rng.uniform(0.3, 0.4)))
    second = dropout(student, rng, float(rng.uniform(0.6, 0.7)))
    pairs = []
    for shape in ((5, 6), (2, 3, 4)):
        for layer in (first, first, second):
            pairs += forward(*layer, rng.standard_normal(shape), TRAINING)
        for layer in (first, first, second):
            pairs += backward(*layer, rng.standard_normal(shape))
    untouched(pairs)


@pytest.mark.task(4, points=1)
def test_dropout_when_not_training(student, rng):
    """When not training everything passes, forward and backward, and no random number is drawn.

    학습이 아닐 때는 순전파도 역전파도 모두 그대로 통과하며, 난수를 뽑지 않습니다.
    """
    layer, twin = dropout(student, rng, float(rng.uniform(0.3, 0.4)))
    pairs = []
    for train in (not TRAINING, TRAINING, not TRAINING, not TRAINING, TRAINING):
        pairs += forward(layer, twin, rng.standard_normal((4, 5)), train)
        pairs += backward(layer, twin, rng.standard_normal((4, 5)))
    untouched(pairs)


# Task 5


class Pair:
    """A network of the student's and its twin, with their fully connected layers side by side."""

    def __init__(self, student, rng, *plan):
        """Make a layer for each entry of the plan: (D, H), a rate, or the name of a class."""
        self._student = student
        self._rng = rng
        self._seed = int(rng.integers(2**32))
        self._draws = None  # made when first needed
        self._twin_draws = np.random.default_rng(self._seed)
        self.affines = []
        pairs = [self._layer(kind) for kind in plan]
        self.made = expect(student.Network)([layer for layer, _twin in pairs])
        self.network = self.made.value
        self.twin = layers.Network([twin for _layer, twin in pairs])

    def _layer(self, kind):
        if isinstance(kind, tuple):
            self.affines.append(affine(self._student, self._rng, *kind))
            return self.affines[-1]
        if isinstance(kind, str):
            return getattr(self._student, kind)(), getattr(layers, kind)()
        if self._draws is None:
            self._draws = self._student.rng(self._seed)
        return self._student.Dropout(kind, self._draws), layers.Dropout(kind, self._twin_draws)

    def forward(self, x, *t, **train):
        """Send a batch forward through both."""
        return [(expect(self.network.forward)(x, *t, **train), self.twin.forward(x, *t, **train))]

    def backward(self, *dout):
        """Send dout back through both, and take the gradients of every fully connected layer."""
        pairs = [(expect(self.network.backward)(*dout), self.twin.backward(*dout))]
        for layer, twin in self.affines:
            pairs += gradients(layer, twin)
        return pairs


@pytest.mark.task(5, points=1)
def test_network_of_plain_layers(student, rng):
    """A network sends x through its layers in order and dout back, for any list of layers.

    신경망은 x를 계층의 순서대로, dout을 거꾸로 보냅니다. 어떤 계층의 리스트이든 그렇습니다.
    """
    pairs, made = [], []
    for shape, plan in (
        ((4, 6), ((6, 5), "Sigmoid", (5, 3), "Relu")),
        ((3, 2, 4), ((8, 7), "Relu", (7, 5), "Sigmoid", (5, 2))),
        ((2, 3), ("Relu", (3, 4))),
        ((5, 3), ("Sigmoid",)),
    ):
        net = Pair(student, rng, *plan)
        made.append(net.made)
        for _ in range(2):
            sent = net.forward(rng.standard_normal(shape))
            pairs += sent + net.backward(rng.standard_normal(sent[0][1].shape))
    untouched(pairs)
    for answer in made:
        answer.to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_network_with_a_loss(student, rng):
    """With t a network gives the loss and every gradient, without t the scores.

    t를 주면 신경망은 손실과 모든 기울기를, 주지 않으면 점수를 구합니다.
    """
    pairs = []
    for shape, truth, plan in (
        ((4, 6), labels, ((6, 5), "Relu", (5, 7), "Sigmoid", (7, 3), "SoftmaxWithLoss")),
        ((5, 2, 3), one_hot, ((6, 4), "Sigmoid", (4, 7), "SoftmaxWithLoss")),
    ):
        net = Pair(student, rng, *plan)
        classes = plan[-2][1]
        for dout in ((), (float(rng.uniform(2, 3)),), ()):
            pairs += net.forward(rng.standard_normal(shape))
            pairs += net.forward(rng.standard_normal(shape), truth(rng, shape[0], classes))
            pairs += net.backward(*dout)
    untouched(pairs)


@pytest.mark.task(5, points=1)
def test_network_tells_dropout_whether_it_trains(student, rng):
    """train reaches every Dropout: by default it is active, with train=False it is not.

    train은 모든 Dropout에 전달됩니다. 주지 않으면 드롭아웃을 하고, train=False이면 하지 않습니다.
    """
    pairs = []
    loss = Pair(student, rng, (4, 6), 0.4, "Relu", 0.3, (6, 5), "SoftmaxWithLoss")
    plain = Pair(student, rng, 0.35, (4, 7), "Sigmoid", 0.45)
    for train in ({}, {"train": False}, {"train": True}, {"train": False}):
        pairs += loss.forward(rng.standard_normal((5, 4)), **train)
        pairs += loss.forward(rng.standard_normal((3, 4)), one_hot(rng, 3, 5), **train)
        pairs += loss.backward()
        pairs += plain.forward(rng.standard_normal((2, 4)), **train)
        pairs += plain.backward(rng.standard_normal((2, 7)))
    match(pairs)


@pytest.mark.task(5, points=1)
def test_network_agrees_with_the_central_difference(student, rng):
    """Changing the weights and biases of a layer a little changes the loss as dW and db say.

    한 계층의 가중치와 편향을 조금 바꾸면 손실이 dW와 db가 말한 만큼 변합니다.
    """
    h, N, inside = 1e-5, 4, 0.0
    while inside < 0.02:  # stay away from the corner of the ReLU
        net = Pair(student, rng, (6, 5), "Relu", (5, 7), "Sigmoid", (7, 3), "SoftmaxWithLoss")
        x, t = rng.standard_normal((N, 6)), one_hot(rng, N, 3)
        inside = np.abs(net.affines[0][1].forward(x)).min()
    expect(net.network.forward)(x, t).to_match(net.twin.forward(x, t), rtol=1e-5)
    expect(net.network.backward)().to_have_shape(x.shape)
    told, measured = [], []
    for layer, twin in net.affines:
        for name in ("W", "b"):
            value = getattr(twin, name)
            slope = expect.value(getattr(layer, f"d{name}"), f"d{name}").to_have_shape(value.shape)
            direction = rng.standard_normal(value.shape)
            losses = []
            for step in (h, -h):
                setattr(layer, name, value + step * direction)
                losses.append(expect(net.network.forward)(x, t).to_have_shape(()).value)
            setattr(layer, name, value)
            told.append(np.sum(slope.value * direction))
            measured.append((losses[0] - losses[1]) / (2 * h))
    expect.value(
        np.array(told), Text("The slope along each parameter", "각 파라미터 방향의 기울기")
    ).to_satisfy(
        lambda slopes: networks.relative_error(slopes, measured) < 1e-5,
        Text("its relative error is below 1e-5", "상대 오차가 1e-5보다 작습니다"),
    )


@pytest.mark.task(5, points=1)
def test_twenty_steps_of_training(student, rng):
    """After twenty steps of gradient descent every loss and every parameter is right.

    경사 하강법으로 스무 단계를 학습하는 동안 모든 손실과 모든 파라미터가 올바릅니다.
    """
    net = Pair(student, rng, (6, 5), "Relu", 0.2, (5, 7), "Sigmoid", (7, 4), "SoftmaxWithLoss")
    x, t, lr = rng.standard_normal((30, 6)), labels(rng, 30, 4), 0.3
    for _ in range(20):
        batch = rng.choice(30, 8)
        match(net.forward(x[batch], t[batch]))
        net.twin.backward()
        expect(net.network.backward)().to_have_shape((8, 6))
        for layer, twin in net.affines:
            dW = expect.value(layer.dW, "dW").to_have_shape(twin.W.shape).value
            db = expect.value(layer.db, "db").to_have_shape(twin.b.shape).value
            layer.W, layer.b = layer.W - lr * dW, layer.b - lr * db
            twin.W, twin.b = twin.W - lr * twin.dW, twin.b - lr * twin.db
    for layer, twin in net.affines:
        expect.value(layer.W, "W").to_match(twin.W)
        expect.value(layer.b, "b").to_match(twin.b)
