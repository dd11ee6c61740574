"""Train the network of ``load_pretrained`` again: ``python -m grader.datasets.train_pretrained``.

It is the network of deck 001, 784-50-100-10 with sigmoids and a softmax, trained by plain gradient
descent. The file it writes is committed, so that nobody has to run this; it takes some seconds.
Another build of numpy may round differently and end with weights that differ in the last digits.
"""

import itertools
from pathlib import Path

import numpy as np
import numpy.typing as npt

from grader.datasets.digits import CLASSES, PRETRAINED, load_mnist

Floats = npt.NDArray[np.float64]

SIZES = (784, 50, 100, CLASSES)
EPOCHS, BATCH, RATE, SEED = 12, 100, 1.0, 0


def main(path: Path = PRETRAINED) -> None:
    """Train the network and write its weights and biases as float32."""
    (images, digits), _test = load_mnist()
    params = train(images.astype(np.float64), np.eye(CLASSES)[digits], np.random.default_rng(SEED))
    np.savez_compressed(
        path, allow_pickle=False, **{key: value.astype(np.float32) for key, value in params.items()}
    )


def train(x: Floats, t: Floats, rng: np.random.Generator) -> dict[str, Floats]:
    """Return W1, b1, W2, … after `EPOCHS` epochs with a learning rate that falls to 0."""
    weights = [rng.standard_normal(pair) / np.sqrt(pair[0]) for pair in itertools.pairwise(SIZES)]
    biases = [np.zeros(size) for size in SIZES[1:]]
    batches = [
        batch
        for _epoch in range(EPOCHS)
        for batch in np.split(rng.permutation(len(x)), len(x) // BATCH)
    ]
    for step, batch in enumerate(batches):
        rate = RATE * (1 - step / len(batches))
        for layer, (slope_w, slope_b) in enumerate(_gradients(weights, biases, x[batch], t[batch])):
            weights[layer] -= rate * slope_w
            biases[layer] -= rate * slope_b
    named: dict[str, Floats] = {}
    for number, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        named |= {f"W{number}": W, f"b{number}": b}
    return named


def _gradients(
    weights: list[Floats], biases: list[Floats], x: Floats, t: Floats
) -> list[tuple[Floats, Floats]]:
    """Return the gradients of the mean cross entropy along W and b of every layer."""
    outputs = [x]
    for W, b in zip(weights, biases, strict=True):
        outputs.append(1 / (1 + np.exp(-(outputs[-1] @ W + b))))
    scores = outputs[-2] @ weights[-1] + biases[-1]  # the last layer has a softmax instead
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    delta = (e / e.sum(axis=1, keepdims=True) - t) / len(x)
    slopes: list[tuple[Floats, Floats]] = []
    for layer in reversed(range(len(weights))):
        z = outputs[layer]
        slopes.insert(0, (z.T @ delta, delta.sum(axis=0)))
        delta = (delta @ weights[layer].T) * z * (1 - z)
    return slopes


if __name__ == "__main__":
    main()
