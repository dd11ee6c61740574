"""What a call can reach: a mistake elsewhere is not replayed, one within reach always is."""

import ast
import textwrap

import pytest

from grader.suite.reach import mentions, only_defines, reaches

MODULE = """
import numpy as np
from math import exp as e

RATE = 0.1


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def forward(x):
    return sigmoid(x) * RATE


class Layer:
    def forward(self, x):
        return self.step(x)

    def step(self, x):
        return helper(x)


if True:
    def helper(x):
        return e(x)
"""


def within_reach(start: str, change: str) -> bool:
    changed = mentions(ast.parse(textwrap.dedent(change)))
    return reaches([start], changed, mentions(ast.parse(MODULE)))


@pytest.mark.parametrize(
    ("start", "change", "expected"),
    [
        ("sigmoid", "def sigmoid(x): pass", True),
        ("forward", "def sigmoid(x): pass", True),
        ("forward", "RATE = 3", True),
        ("forward", "RATE: float = 3", True),
        ("sigmoid", "RATE = 3", False),
        ("sigmoid", "def forward(x): pass", False),
        ("sigmoid", "import numpy.ma as np", True),
        ("Layer", "def helper(x): pass", True),
        ("Layer", "from math import log as e", True),
        ("Layer", "def sigmoid(x): pass", False),
        ("forward", "RATE[0] = 3", True),
        ("forward", "RATE.real = 3", True),
        ("sigmoid", "Layer.step = None", False),
        ("Layer", "Layer.step = None", True),
        ("unknown", "def sigmoid(x): pass", False),
        ("sigmoid", "", False),
    ],
)
def test_change_is_within_reach(start: str, change: str, *, expected: bool) -> None:
    assert within_reach(start, change) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"""Doc."""\nFAILS = "test_x"\nimport numpy as np\ndef f(): pass\nclass A: pass', True),
        ("np.random.seed(0)", False),
        ("del f", False),
        ("if True:\n    x = 1", False),
        ("for i in []: pass", False),
    ],
)
def test_statement_that_does_more_than_define_may_change_anything(
    source: str, *, expected: bool
) -> None:
    assert only_defines(ast.parse(source)) is expected
