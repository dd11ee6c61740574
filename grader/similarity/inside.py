"""Inside the worker: a submission's text as fingerprints, which copies have in common.

A worker loads this module in place of a submission and is given a student's text as data, so what
a hostile text makes of the tokeniser costs its own process only. Nothing outside imports it.

copydetect turns the text into code without names, comments and layout, hashes every `length`
characters of it and selects some of the hashes. What the exercise gives is told apart here, by
characters: copydetect takes what a student repeats for given (it asks numpy for the intersection
of unique hashes, and they are not), and a piece of a given heading for the student's.
"""

import sys
from importlib.util import find_spec
from types import ModuleType

import numpy as np

_package = ModuleType("copydetect")  # the real one imports pyplot, which takes each process long
_spec = find_spec("copydetect")
_package.__path__ = list((_spec and _spec.submodule_search_locations) or ())
sys.modules["copydetect"] = _package

from copydetect.utils import filter_code, hashed_kgrams, winnow  # noqa: E402


def given(text: str, length: int) -> np.ndarray:
    """Return all hashes of a text the exercise gives."""
    return _hashes(filter_code(text, "", "python")[0], length)


def fingerprints(
    text: str,
    given_hashes: np.ndarray,
    given_rows: list[str],
    length: int,
    window: int,
    mostly: float,
) -> list[np.ndarray]:
    """Return hashes, where each starts in the code, and of its characters: is it own; its line.

    Parameters
    ----------
    text
        A student's.
    given_hashes, given_rows
        Hashes and stripped lines of what the exercise gives.
    length, window
        Characters in a fingerprint, and of how many neighbours one is kept.
    mostly
        The share of its characters that are the student's own, or it says nothing.
    """
    code, offsets = filter_code(text, "", "python")
    hashes, lines = _hashes(code, length), _lines(text, len(code), offsets)
    is_given = np.isin([row.strip() for row in text.split("\n")], given_rows)
    repeated = np.flatnonzero(np.isin(hashes, given_hashes))
    own = ~(is_given[lines - 1] | _covered(repeated, len(code), length))
    if not hashes.size:
        return [hashes, hashes, own, lines]
    starts = winnow(hashes, window, remove_duplicates=False)[1].astype(np.int64)
    before = np.concatenate([[0], np.cumsum(own)])
    starts = starts[before[starts + length] - before[starts] >= mostly * length]
    return [hashes[starts], starts, own, lines]


def _hashes(code: str, length: int) -> np.ndarray:
    return np.asarray(hashed_kgrams(code, length)).astype(np.int64)


def _covered(starts: np.ndarray, size: int, length: int) -> np.ndarray:
    """Tell of each of `size` characters whether a fingerprint that starts there covers it."""
    steps = np.zeros(size + 1, np.int64)
    steps[starts] += 1
    steps[starts + length] -= 1
    return np.cumsum(steps[:-1]) > 0


def _lines(text: str, size: int, offsets: np.ndarray) -> np.ndarray:
    """Return the line of the text, from 1, that each character of the code is in.

    `offsets` says how much was removed before which characters. It lags within a name, and at that
    of a class copydetect forgets what was removed before; the next entry is right again.
    """
    after, removed = offsets[1:, 0], np.maximum.accumulate(offsets[:, 1])
    places = np.arange(size)
    places = places + removed[np.searchsorted(after, places, side="left")]
    start = len(text) - len(text.lstrip("\n"))  # the tokeniser leaves out empty lines up there
    newlines = np.array([i for i, character in enumerate(text) if character == "\n"], np.int64)
    return np.searchsorted(newlines, places + start, side="right") + 1
