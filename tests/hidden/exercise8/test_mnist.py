"""Hidden suite of exercise8: a network for digits, its loss, its gradient and its training.

Networks have weights of a standard deviation of 1, biases other than 0 and different sizes of all
layers, so that no slope is nearly ¼ everywhere and no transposed array fits. Training is compared
step by step on few rows, with a twin of the generator: wrong networks learn too, so that values
say more than accuracy. Where a check makes several calls, it makes all of them before it states
anything: what each call returned then tells the mistakes apart, whichever statement fails first.
"""

import numpy as np
import pytest

from grader.datasets import load_mnist
from grader.suite import Text, expect
from reference import training

SIZES = ((4, 6, 5, 10), (1, 3, 7, 4), (7, 5, 4, 3))  # N, D, H, C


def random_params(rng, inputs, hidden, classes):
    """Draw parameters with a standard deviation of 1, of the biases too."""
    shapes = {
        "W1": (inputs, hidden),
        "b1": (hidden,),
        "W2": (hidden, classes),
        "b2": (classes,),
    }
    return {key: rng.standard_normal(shape) for key, shape in shapes.items()}


def with_params(student, params):
    """Make a network of the student's with these parameters, and its twin."""
    sizes = (*params["W1"].shape, params["W2"].shape[1])
    net, twin = student.TwoLayerNet(*sizes, rng=student.rng(0)), training.TwoLayerNet(*sizes)
    net.params = twin.params = params
    return net, twin


def network(student, rng, *sizes):
    """Make a network of the student's with random parameters, and its twin."""
    return with_params(student, random_params(rng, *sizes))


def batch(rng, n, inputs, classes):
    """Draw n examples with different classes, as one-hot rows."""
    labels = rng.permutation(np.arange(n) % classes)
    return rng.standard_normal((n, inputs)), np.eye(classes)[labels]


def seed(rng):
    """Draw the seed of a generator and of its twin."""
    return int(rng.integers(2**32))


def match(pairs):
    """State that each answer is the oracle's value beside it."""
    for answer, wanted in pairs:
        answer.to_match(wanted)


def params_of(net, twin):
    """Return the student's parameters as they are now, beside those of the twin."""
    return expect.value(net.params, "params"), {k: v.copy() for k, v in twin.params.items()}


def keys(params, *names):
    """Return some of the parameters."""
    return {name: params[name] for name in names}


def trained(student, rng, net, twin, rows, iterations, batch_size):
    """Train a network of the student's and its twin; return what to compare."""
    inputs, classes = twin.params["W1"].shape[0], twin.params["W2"].shape[1]
    (x, t), number = batch(rng, rows, inputs, classes), seed(rng)
    lr = float(rng.uniform(0.3, 0.8))
    options = x, t, iterations, batch_size, lr
    answer = expect(student.train)(net, *options, student.rng(number))
    wanted = training.train(twin, *options, np.random.default_rng(number))
    return (answer, wanted), params_of(net, twin)


# Task 1


@pytest.mark.task(1, points=2)
def test_first_parameters(student, rng):
    """W1 is drawn first, then W2, both times weight_init_std; the biases are zeros.

    W1을 먼저, W2를 다음에 뽑아 weight_init_std를 곱하고, 편향은 모두 0입니다.
    """
    pairs = []
    for sizes, options in (
        ((6, 5, 10), {"weight_init_std": float(rng.uniform(0.3, 0.9))}),
        ((3, 7, 4), {"weight_init_std": float(rng.uniform(1.5, 3.0))}),
        ((5, 2, 3), {}),
    ):
        number = seed(rng)
        net = student.TwoLayerNet(*sizes, **options, rng=student.rng(number))
        twin = training.TwoLayerNet(*sizes, **options, rng=np.random.default_rng(number))
        pairs.append(params_of(net, twin))
    match(pairs)


@pytest.mark.task(1, points=1)
def test_networks_without_a_generator_differ(student):
    """Without rng each network has weights of its own, with the standard deviation asked for.

    rng를 주지 않으면 신경망마다 가중치가 다르고, 표준편차는 요청한 값입니다.
    """
    # So small that the diagnosis, which draws other weights, finds the answers alike.
    std = 1e-12
    nets = [
        expect.value(student.TwoLayerNet(30, 40, 20, weight_init_std=std).params, "params")
        for _ in range(2)
    ]
    shapes = {"W1": (30, 40), "b1": (40,), "W2": (40, 20), "b2": (20,)}
    for net in nets:
        net.to_satisfy(
            lambda params: {key: np.shape(value) for key, value in params.items()} == shapes,
            Text(
                "W1, b1, W2 and b2 have the shapes (D, H), (H,), (H, C) and (C,)",
                "W1, b1, W2, b2의 형상은 (D, H), (H,), (H, C), (C,)입니다",
            ),
        )
    pairs = [[net.value[key] for net in nets] for key in ("W1", "W2")]
    differ = not any(np.any(one == two) for one, two in pairs)
    if not differ:
        _ = student.TwoLayerNet(3, 4, 2).params  # large enough to tell why
    expect.that(
        differ, Text("two networks have different weights", "두 신경망의 가중치는 서로 다릅니다")
    )
    for one, _two in pairs:
        expect.that(
            0.8 < np.std(one) / std < 1.2,
            Text("the standard deviation is weight_init_std", "표준편차는 weight_init_std입니다"),
        )


@pytest.mark.task(1, points=2)
def test_predict_of_random_networks(student, rng):
    """predict gives the softmax of each row, from both layers with their biases.

    predict는 두 층을 편향까지 거쳐 행마다 소프트맥스를 구합니다.
    """
    answers = []
    for n, *sizes in SIZES:
        net, twin = network(student, rng, *sizes)
        x = rng.standard_normal((n, sizes[0]))
        answers.append((expect(net.predict)(x), twin.predict(x)))
    match(answers)


@pytest.mark.task(1, points=1)
def test_predict_of_large_sums(student, rng):
    """A weighted sum of several thousand, in either layer, makes no NaN.

    어느 층이든 가중합이 수천이어도 NaN이 나오지 않습니다.
    """
    high, apart = random_params(rng, 3, 5, 4), random_params(rng, 3, 5, 4)
    x = rng.standard_normal((6, 3))
    high["b2"] += 3000
    high["b1"][:2] = 2000, -2000
    # The first hidden unit lifts all scores of an example; the second example goes without.
    apart["W2"][0] += 5000
    apart["b2"] += 1000
    x[0] = 20 * np.sign(apart["W1"][:, 0])
    x[1] = -x[0]
    pairs = []
    for params in (high, apart):
        net, twin = with_params(student, params)
        pairs.append((expect(net.predict)(x), twin.predict(x)))
    match(pairs)


@pytest.mark.task(1, points=1)
def test_each_network_uses_its_own_parameters(student, rng):
    """Two networks share nothing, and each uses what is in its params at the time of the call.

    두 신경망은 아무것도 함께 쓰지 않으며, 저마다 호출할 때의 params를 씁니다.
    """
    pairs = []
    numbers = seed(rng), seed(rng)
    drawn = [
        (
            student.TwoLayerNet(4, 6, 3, weight_init_std=1.0, rng=student.rng(number)),
            training.TwoLayerNet(4, 6, 3, weight_init_std=1.0, rng=np.random.default_rng(number)),
        )
        for number in numbers
    ]
    for _ in range(2):
        for net, twin in drawn:
            x = rng.standard_normal((5, 4)).astype(np.float32)  # as the pixels of MNIST are
            pairs.append((expect(net.predict)(x), twin.predict(x)))
        net, twin = drawn[0]
        net.params = twin.params = random_params(rng, 4, 6, 3)
    x = rng.integers(0, 4, (5, 4), dtype=np.uint8)
    pairs.append((expect(net.predict)(x), twin.predict(x)))
    for answer, wanted in pairs:
        answer.to_match(wanted).to_leave_arguments_unchanged()


# Task 2


@pytest.mark.task(2, points=2)
def test_loss_of_batches(student, rng):
    """The loss is the mean over the examples of -log of the right class's probability.

    손실은 정답 클래스의 확률에 -log를 취한 값의, 예제에 대한 평균입니다.
    """
    answers = []
    for n, *sizes in SIZES:
        net, twin = network(student, rng, *sizes)
        x, t = batch(rng, n, sizes[0], sizes[2])
        whole = t.astype(np.int64)
        answers += [(expect(net.loss)(x, truth), twin.loss(x, truth)) for truth in (t, whole)]
    for answer, wanted in answers:
        answer.to_match(wanted).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=1)
def test_loss_of_a_class_held_impossible(student, rng):
    """Where the right class has the probability 0, the 1e-7 makes its loss 16.118, not infinite.

    정답 클래스의 확률이 0이어도 1e-7 덕분에 손실은 무한대가 아니라 16.118입니다.
    """
    pairs = []
    for favour in (3000.0, 16.0):  # exp(-16) is about 1e-7
        params = random_params(rng, 3, 5, 4)
        params["b2"] += rng.permutation([favour, 0.0, 0.0, 0.0])
        net, twin = with_params(student, params)
        x, t = batch(rng, 7, 3, 4)
        sure = np.eye(4)[twin.predict(x).argmax(axis=1)]
        truths = t, np.roll(sure, 1, axis=1), sure
        pairs += [(expect(net.loss)(x, truth), twin.loss(x, truth)) for truth in truths]
    match(pairs)


@pytest.mark.task(2, points=2)
def test_accuracy_of_one_hot_rows_and_labels(student, rng):
    """accuracy is the share of right rows, from one-hot rows and from labels alike.

    accuracy는 맞힌 행의 비율이며, 원-핫이어도 레이블이어도 같습니다.
    """
    pairs = []
    for (n, *sizes), right in (((7, 5, 4, 3), 4), ((6, 3, 5, 6), 2), ((1, 4, 6, 3), 1)):
        net, twin = network(student, rng, *sizes)
        x = rng.standard_normal((n, sizes[0]))
        labels = twin.predict(x).argmax(axis=1)
        wrong = rng.permutation(n)[right:]
        labels[wrong] = (labels[wrong] + rng.integers(1, sizes[2], len(wrong))) % sizes[2]
        truths = np.eye(sizes[2])[labels], labels, labels.astype(np.uint8)
        pairs += [(expect(net.accuracy)(x, t), right / n) for t in truths]
    for answer, wanted in pairs:
        answer.to_match(wanted).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=1)
def test_accuracy_of_all_right_and_none(student, rng):
    """When every row is right the accuracy is 1, when none is it is 0, for a single row too.

    모두 맞히면 정확도는 1, 하나도 못 맞히면 0이며, 행이 하나여도 그렇습니다.
    """
    pairs = []
    for n, *sizes in SIZES:
        net, twin = network(student, rng, *sizes)
        x = rng.standard_normal((n, sizes[0]))
        labels = twin.predict(x).argmax(axis=1)
        rows = np.eye(sizes[2])[labels]
        for t, share in ((labels, 1.0), ((labels + 1) % sizes[2], 0.0), (rows, 1.0)):
            pairs.append((expect(net.accuracy)(x, t), share))
    match(pairs)


# Task 3


def match_gradients(student, rng, *names):
    """State that the gradients under `names` are right, whatever stands under the others."""
    answers = []
    for n, *sizes in (*SIZES, (5, 6, 3, 4)):
        net, twin = network(student, rng, *sizes)
        x, t = batch(rng, n, sizes[0], sizes[2])
        answers.append((expect(net.gradient)(x, t), twin.gradient(x, t)))
    for answer, wanted in answers:
        own = answer.value if isinstance(answer.value, dict) else {}
        answer.to_match(
            {key: wanted[key] if key in names else own.get(key, wanted[key]) for key in wanted}
        )


@pytest.mark.task(3, points=2)
def test_gradients_of_the_output_layer(student, rng):
    """The slopes along W2 and b2 are right, in the shapes of W2 and b2.

    W2와 b2의 기울기가 올바르고, 형상은 W2, b2와 같습니다.
    """
    match_gradients(student, rng, "W2", "b2")


@pytest.mark.task(3, points=2)
def test_gradients_of_the_hidden_layer(student, rng):
    """The slopes along W1 and b1 are right, in the shapes of W1 and b1.

    W1과 b1의 기울기가 올바르고, 형상은 W1, b1과 같습니다.
    """
    match_gradients(student, rng, "W1", "b1")


@pytest.mark.task(3, points=1)
def test_gradient_of_a_doubled_batch(student, rng):
    """A batch written down twice has the same gradient, and one example is a batch of one.

    같은 배치를 두 번 이어 붙여도 기울기는 같고, 예제 하나는 크기가 1인 배치입니다.
    """
    net, twin = network(student, rng, 4, 6, 3)
    x, t = batch(rng, 5, 4, 3)
    match(
        [
            (expect(net.gradient)(x[:1], t[:1]), twin.gradient(x[:1], t[:1])),
            (expect(net.gradient)(x, t), twin.gradient(x, t)),
            (expect(net.gradient)(np.tile(x, (2, 1)), np.tile(t, (2, 1))), twin.gradient(x, t)),
        ]
    )


@pytest.mark.task(3, points=1)
def test_gradient_changes_nothing(student, rng):
    """gradient only measures: parameters, x and t are the same afterwards, integers too.

    gradient는 재기만 합니다. 파라미터와 x, t는 정수여도 호출 뒤에 그대로입니다.
    """
    net, twin = network(student, rng, 5, 4, 3)
    pixels = rng.integers(0, 4, (6, 5), dtype=np.uint8)
    x, t = batch(rng, 6, 5, 3)
    calls = [(pixels, t.astype(np.int64)), (x.astype(np.float32), t), (x, t)]
    answers = [(expect(net.gradient)(*call), twin.gradient(*call)) for call in calls]
    after = params_of(net, twin)
    for answer, wanted in answers:
        answer.to_leave_arguments_unchanged().to_match(wanted)
    match([after])


# Task 4


@pytest.mark.task(4, points=1)
def test_one_step(student, rng):
    """One step moves every parameter by -lr times its slope for the batch that was drawn.

    한 단계에서 모든 파라미터가 뽑힌 배치의 기울기에 -lr을 곱한 만큼 움직입니다.
    """
    pairs = []
    for sizes, rows, batch_size in (((6, 5, 4), 9, 3), ((3, 4, 5), 5, 7)):
        net, twin = network(student, rng, *sizes)
        _, params = trained(student, rng, net, twin, rows, 1, batch_size)
        pairs.append(params)
    match(pairs)


@pytest.mark.task(4, points=2)
def test_twenty_steps(student, rng):
    """After twenty steps all parameters are those of stochastic gradient descent, to nine digits.

    스무 단계 뒤의 모든 파라미터가 확률적 경사 하강법의 값과 아홉 자리까지 같습니다.
    """
    net, twin = network(student, rng, 6, 5, 10)
    _, params = trained(student, rng, net, twin, 30, 20, 8)
    match([params])


@pytest.mark.task(4, points=1)
def test_losses_of_training(student, rng):
    """train returns one loss for each step: that of its batch, before the step.

    train은 단계마다 그 배치의 갱신 전 손실을 하나씩 반환합니다.
    """
    pairs = []
    for iterations, batch_size in ((1, 4), (12, 5), (7, 1)):
        net, twin = network(student, rng, 4, 6, 3)
        losses, _ = trained(student, rng, net, twin, 20, iterations, batch_size)
        pairs.append(losses)
    match(pairs)


@pytest.mark.task(4, points=1)
def test_training_goes_on(student, rng):
    """A second training goes on where the first ended: same network, same rng, same data.

    두 번째 학습은 첫 번째가 끝난 곳에서 이어집니다. 신경망도 rng도 데이터도 그대로입니다.
    """
    net, twin = network(student, rng, 4, 6, 3)
    (x, t), number = batch(rng, 12, 4, 3), seed(rng)
    own, other = student.rng(number), np.random.default_rng(number)
    kept_x, kept_t = student.keep(x), student.keep(t)
    pairs = []
    for iterations, lr in ((3, 0.7), (4, 0.2)):
        answer = expect(student.train)(net, kept_x, kept_t, iterations, 5, lr, own)
        pairs.append((answer, training.train(twin, x, t, iterations, 5, lr, other)))
        pairs.append(params_of(net, twin))
    unchanged = [(expect.value(kept_x.copy(), "x"), x), (expect.value(kept_t.copy(), "t"), t)]
    match(pairs + unchanged)


@pytest.mark.task(4, points=2)
def test_digits_are_read(student, rng):
    """Trained with 2,400 batches of MNIST, the network reads 93 % of the 10,000 test images.

    MNIST의 배치 2,400개로 학습한 신경망은 테스트 이미지 10,000개 가운데 93 % 이상을 맞힙니다.
    """
    # What goes wrong on few rows need not be tried on many.
    _, params = trained(student, rng, *network(student, rng, 4, 6, 3), 12, 3, 5)
    match([params])

    (images, digits), (test_images, test_digits) = load_mnist()
    x, t = student.keep(images), student.keep(np.eye(10)[digits])
    net = student.TwoLayerNet(784, 50, 10, rng=student.rng(seed(rng)))
    _ = net.params  # tells other first parameters apart before the diagnosis trains again
    expect(student.train)(net, x, t, 2400, 100, 0.5, student.rng(seed(rng)))
    answer = expect(net.predict)(test_images).to_have_shape((10000, 10))
    # The test labels stay here. Correct trainings read 94.88 % with a standard deviation of 0.11 %
    # (20 seeds); of the wrong ones that can be told by what they read, none more than 90.4 %.
    read = np.mean(answer.value.argmax(axis=1) == test_digits)
    enough = Text(
        f"at least 93 % of the test images are read right (now {read:.1%})",
        f"테스트 이미지의 93 % 이상을 맞힙니다(지금은 {read:.1%})",
    )
    expect.that(read >= 0.93, enough)
