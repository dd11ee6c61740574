"""The table of the lecture's figures, and the mark that says which test checks which of them."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from numpy.testing import assert_allclose
from numpy.typing import ArrayLike, NDArray

Test = TypeVar("Test", bound=Callable[..., None])


@dataclass(frozen=True)
class Figure:
    """One row of figures.toml, where the fields are explained."""

    id: str
    what: str
    reproduces: str
    inputs: Any = None
    published: Any = None
    computed: Any = None
    tolerance: float = 0.0
    note: str = ""

    @property
    def truth(self) -> Any:
        """What a recomputation must give: the slide's figure, where the slide is right."""
        if self.reproduces == "yes" and self.published is not None:
            return self.published
        return self.computed

    def must_be(self, value: ArrayLike) -> None:
        """State that `value` is the truth, and not what a wrong slide says."""
        found: NDArray[Any] = np.asarray(value)
        assert_allclose(found, self.truth, rtol=0, atol=self.tolerance)
        if self.reproduces == "no":
            assert not np.allclose(found, self.published, rtol=0, atol=self.tolerance)


def _load() -> dict[str, Figure]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return {key: Figure(id=key, **fields) for key, fields in tomllib.loads(text).items()}


FIGURES = _load()

TESTED: set[str] = set()
"""The figures that some test has been marked with, filled as the decks' modules are imported."""

UNTESTED = {
    "000-22": "A judgement, 'overfitting', without held-out data to judge by.",
    "001-08": "The slide's weight file is not part of this repository.",
    "002-01": "A sentence about the size of a picture that is not in the deck.",
    "002-18": "Drawings of models, without a number.",
}
"""The figures that no computation here can check, each with the reason."""


def figure(*ids: str) -> Callable[[Test], Test]:
    """Mark a test as checking these figures; it runs once for each, with the row as `fig`."""
    TESTED.update(ids)
    rows = [pytest.param(FIGURES[key], id=key) for key in ids]
    return pytest.mark.parametrize("fig", rows)
