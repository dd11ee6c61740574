"""What every other module computes with: arrays of float64, and of int64 for rows and labels."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Floats", "Integers", "column_means", "floats", "floats_of"]

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def floats(x: ArrayLike) -> Floats:
    """Return `x` as float64; arithmetic in an integer array would round, or wrap around."""
    return np.asarray(x, dtype=np.float64)


def floats_of(arrays: Mapping[str, ArrayLike]) -> dict[str, Floats]:
    """Return a dict of `floats` under the same keys, as for parameters and their gradients."""
    return {key: floats(x) for key, x in arrays.items()}


def column_means(table: Floats) -> Floats:
    """Return the mean of each column of a table with at least one row.

    For a column that never changes that is its number, exactly. Adding up and dividing can miss
    it: for 0.1, 0.1, 0.1 by 1.4e-17, and less its mean the column would seem to change.
    """
    lowest = table.min(axis=0)
    means: Floats = np.where(lowest == table.max(axis=0), lowest, table.mean(axis=0))
    return means
