"""Every figure of the lecture is checked by a test here, or listed with the reason why not."""

import importlib
from collections import Counter
from pathlib import Path

from tests.reference.lecture.figures import FIGURES, TESTED, UNTESTED

for _path in sorted(Path(__file__).parent.glob("test_deck_*.py")):
    importlib.import_module(f"tests.reference.lecture.{_path.stem}")


def test_no_figure_is_left_out() -> None:
    assert TESTED | UNTESTED.keys() == FIGURES.keys()
    assert not TESTED & UNTESTED.keys()


def test_every_deck_is_there() -> None:
    decks = Counter(key.partition("-")[0] for key in FIGURES)
    assert decks == {"000": 29, "001": 22, "002": 18, "003": 15, "004": 15}
    for deck, count in decks.items():
        assert all(f"{deck}-{i:02}" in FIGURES for i in range(1, count + 1))


def test_how_many_figures_are_right() -> None:
    verdicts = Counter(figure.reproduces for figure in FIGURES.values())
    assert verdicts == {"yes": 65, "partly": 6, "no": 21, "not checkable": 7}


def test_a_wrong_figure_is_listed_with_the_right_one() -> None:
    for figure in FIGURES.values():
        if figure.reproduces == "no":
            assert figure.computed is not None
            assert figure.computed != figure.published
            assert figure.note


def test_nearly_every_figure_that_is_not_tested_has_no_number() -> None:
    right = {key for key in UNTESTED if FIGURES[key].reproduces == "yes"}
    assert right == {"001-08"}  # needs a file that is not here
    assert all(reason.endswith(".") for reason in UNTESTED.values())
