"""Forty submissions of the light exercise, and which of the twelve checks each must pass.

Every check's input is drawn anew, yet none of the verdicts depends on what is drawn.
"""

from typing import NamedTuple

from benchmarks import light

CHECKS = frozenset(light.pieces())
LOOP = "loop"


class HandedIn(NamedTuple):
    """What a student handed in, and the names of the checks that it must pass."""

    student: str
    source: str
    right: frozenset[str]


def forty() -> list[HandedIn]:
    """Return twenty right, twelve wrong, six crashing, one that loops and one that exits."""
    return [
        *(HandedIn(f"right{n:02}", _module(n), CHECKS) for n in range(20)),
        *(_wrong(n) for n in range(12)),
        *_crashing(),
        HandedIn(LOOP, _module(relu=_at_ten("forever()")) + _FOREVER, CHECKS - {"relu_10"}),
        HandedIn(
            "exit",
            "import os\n" + _module(softmax=_at_ten("os._exit(0)", "softmax")),
            CHECKS - {"softmax_10"},
        ),
    ]


_FOREVER = "\n\ndef forever():\n    while True:\n        pass\n"


def _module(number: int = 0, /, **other: str) -> str:
    return light.module({**light.FUNCTIONS, **other}) + f"\n\n# {number}\n"


def _at_ten(what: str, name: str = "relu") -> str:
    return f"{what} if len(x) == 10 else {light.FUNCTIONS[name]}"


def _of(name: str) -> frozenset[str]:
    return frozenset(f"{name}_{size}" for size in light.SIZES)


def _wrong(number: int) -> HandedIn:
    """Return a submission with one function wrong: for all inputs, or for a hundred numbers."""
    name = list(light.FUNCTIONS)[number % len(light.FUNCTIONS)]
    if number < 2 * len(light.FUNCTIONS):
        wrong, fails = light.WRONG[name], _of(name)
    else:
        wrong, fails = (
            f"(1 + (len(x) == 100)) * ({light.FUNCTIONS[name]})",
            frozenset({f"{name}_100"}),
        )
    return HandedIn(f"wrong{number:02}", _module(number, **{name: wrong}), CHECKS - fails)


def _crashing() -> list[HandedIn]:
    missing = {name: what for name, what in light.FUNCTIONS.items() if name != "mse"}
    return [
        HandedIn("crash0", _module(relu="[][len(x)]"), CHECKS - _of("relu")),
        HandedIn("crash1", _module(sigmoid="None + x"), CHECKS - _of("sigmoid")),
        HandedIn("crash2", _module(softmax="softmax(x)"), CHECKS - _of("softmax")),
        HandedIn("crash3", light.module(missing), CHECKS - _of("mse")),
        HandedIn("crash4", "import no_such_module\n" + _module(), frozenset()),
        HandedIn("crash5", _module(mse="np.mean("), frozenset()),
    ]
