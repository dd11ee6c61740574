"""What several decks need: MNIST, TensorFlow, and one thread for small matrices."""

import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.datasets import load_mnist


class Digits(NamedTuple):
    """MNIST, with pixels from 0 to 1 and labels from 0 to 9."""

    x_train: NDArray[np.float32]
    t_train: NDArray[np.uint8]
    x_test: NDArray[np.float32]
    t_test: NDArray[np.uint8]


@pytest.fixture(scope="session")
def mnist() -> Digits:
    (x_train, t_train), (x_test, t_test) = load_mnist()
    return Digits(
        x_train.astype(np.float32, copy=False),
        t_train.astype(np.uint8, copy=False),
        x_test.astype(np.float32, copy=False),
        t_test.astype(np.uint8, copy=False),
    )


@pytest.fixture(scope="session")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


@pytest.fixture(scope="module")
def one_thread() -> Iterator[None]:
    """Keep the linear algebra on one core: for small matrices a second one is only in the way."""
    with pytest.importorskip("threadpoolctl").threadpool_limits(1):
        yield
