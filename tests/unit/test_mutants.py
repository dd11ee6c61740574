"""Mutants: which slips are made, and that each is one."""

import ast

import pytest

from grader.proof.mutants import mutants

KINDS = [
    ("return a + b", ["return a - b", "return a", "return b"]),
    ("return a @ b", ["return a * b", "return a"]),
    ("return x.sum(axis=0)", ["return x.mean(axis=0)", "return x.sum()", "return x.sum(axis=1)"]),
    ("return x.max(keepdims=True)", ["return x.max(keepdims=False)", "return x.max()"]),
    ("return x.copy()", ["return x"]),
    ("return x.strip().lower()", ["return x.lower()", "return x.strip()"]),
    ("return x.T", ["return x"]),
    ("return -x", ["return x"]),
    ("return np.array(x)", ["return np.asarray(x)"]),
    ("return np.array(x, dtype=float)", ["return np.array(x, dtype='float32')"]),
    ("return np.exp(x)", ["return x"]),
    ("x += y", ["pass", "x -= y", "x = y", "x = x + y"]),
    ("x = x - y", ["x -= y"]),
    ("x[0] = y", ["pass", "x[1] = y", "x[-1] = y"]),
    ("return x <= 0", ["return x < 0", "return x >= 0"]),
    ("return a and b", ["return a or b"]),
    ("return 0.5", ["return 1.0", "return 0.05"]),
    ("return (a, b)", ["return (b, a)"]),
    ("for i in range(n):\n  f(i)", ["for i in range(n - 1):", "for i in range(1, n):", "pass"]),
    ("if a:\n  f()", ["if True:", "if False:"]),
    ("return a if c else b", ["return a", "return b"]),
]  # fmt: skip


def module(body: str) -> str:
    return '"""Doc."""\n\ndef g(a, b, *, x=1):\n    """Doc."""\n    ' + body.replace("\n", "\n    ")


@pytest.mark.parametrize(("body", "slips"), KINDS, ids=[body for body, _slips in KINDS])
def test_slips_of_each_kind_are_made(body: str, slips: list[str]) -> None:
    made = [mutant.becomes for mutant in mutants(module(body))]
    assert set(slips) <= set(made)


def test_every_mutant_is_another_module_with_one_statement_changed() -> None:
    source = module("y = a * (b + 1)\nfor i in range(3):\n  y += x\nreturn y, a")
    before = ast.unparse(ast.parse(source)).splitlines()
    made = list(mutants(source))
    assert len({mutant.source for mutant in made}) == len(made) > 15
    for mutant in made:
        after = mutant.source.decode().splitlines()
        changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert len(changed) == 1
        assert changed[0][0].strip() == mutant.was
        assert changed[0][1].strip() == mutant.becomes
        assert mutant.name == f"g: {mutant.was}  →  {mutant.becomes}"


def test_default_values_are_changed_and_docstrings_are_not() -> None:
    made = list(mutants(module("return x")))
    assert [mutant.becomes for mutant in made] == ["def g(a, b, *, x=2):", "def g(a, b, *, x=0):"]


def test_methods_are_named_with_their_class() -> None:
    source = "class A:\n    def f(self):\n        return self.x + 1\n"
    assert {mutant.function for mutant in mutants(source)} == {"A.f"}


def test_code_outside_functions_is_left_alone() -> None:
    assert list(mutants("import numpy as np\nX = 1 + 2\n")) == []
