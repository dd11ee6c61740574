"""Inside: what a call did to its arguments.

A reply carries the arguments after the call, so that a suite sees what was changed in place;
those that were left alone need not cross again.
"""

from typing import Any

import numpy as np

from . import wire


def snapshot(value: Any) -> Any:
    """Copy what a call may change, to see afterwards whether it did."""
    kind = type(value)
    if kind is np.ndarray:
        return value.copy()
    if kind is list:
        return [snapshot(item) for item in value]
    if kind is dict:
        return {key: snapshot(item) for key, item in value.items()}
    return value


def changed(old: Any, new: Any) -> Any:
    """Return SAME, or the argument as the call left it."""
    return wire.SAME if _same(old, new) else new


def _same(old: Any, new: Any) -> bool:
    kind = type(old)
    if kind is not type(new):
        return False
    if kind is np.ndarray:
        return bool(
            old.dtype == new.dtype and old.shape == new.shape and old.tobytes() == new.tobytes()
        )
    if kind is list:
        return len(old) == len(new) and all(map(_same, old, new))
    if kind is dict:
        return old.keys() == new.keys() and all(_same(old[key], new[key]) for key in old)
    return True
