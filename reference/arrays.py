"""What every other module computes with: arrays of float64."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Floats", "floats", "floats_of"]

Floats = NDArray[np.float64]


def floats(x: ArrayLike) -> Floats:
    """Return `x` as float64; arithmetic in an integer array would round, or wrap around."""
    return np.asarray(x, dtype=np.float64)


def floats_of(arrays: Mapping[str, ArrayLike]) -> dict[str, Floats]:
    """Return a dict of `floats` under the same keys, as for parameters and their gradients."""
    return {key: floats(x) for key, x in arrays.items()}
