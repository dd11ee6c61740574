"""One test cell of otter as assertions, and what each test of a question is worth."""

import ast
import re
from collections.abc import Sequence
from typing import Any

import msgspec
import yaml

from grader.importing.cells import Cell
from grader.intake.cells import CellReader, LeftOutError
from grader.language import gettext as _

_HIDDEN = re.compile(r"\s*#.*\bhidden\b", re.IGNORECASE)
_CONFIG = re.compile(
    r'\s*(?:\w+\s*=\s*)?("{1,3})\s*#\s*BEGIN TEST CONFIG\n(.*?)\n\1\s*#\s*END TEST CONFIG[^\n]*',
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = re.compile(r"#\s*IGNORE\s*$", re.IGNORECASE)
_SETTINGS_LENGTH = 10_000


class OtterTest(msgspec.Struct, frozen=True):
    """One test: its cell, its assertions, and what its settings say."""

    cell: int
    text: str
    is_hidden: bool
    points: float | None


def read_test(number: int, cell: Cell, reader: CellReader, *, ok_format: bool) -> OtterTest:
    """Read one test cell.

    Raises
    ------
    LeftOutError
        When it is no Python, or what it expects cannot be told.
    """
    source = cell.text
    config: dict[str, Any] = {}
    is_hidden = bool(_HIDDEN.match(source))
    if match := _CONFIG.match(source):
        found = read_settings(match[2])
        if found is None:
            raise LeftOutError(_("the settings of this test are no YAML"))
        config = found
        source = source[match.end() :]
    kept = [line for line in source.split("\n") if not _DROPPED.search(line)]
    tree = ast.parse(reader.plain("\n".join(kept)))
    body = _expected(tree, cell.printed, cell.shown) if ok_format else _inner(tree)
    points = config.get("points")
    return OtterTest(
        number,
        ast.unparse(ast.Module([*body], [])),
        bool(config.get("hidden", is_hidden)),
        float(points) if isinstance(points, int | float) else None,
    )


def resolved(total: Any, points: Sequence[float | None]) -> list[float]:
    """Return what each test is worth, by otter's rules.

    What a question is worth beyond the tests that say it is shared by the others; a question that
    says nothing is worth 1.
    """
    if isinstance(total, dict):
        total = [total.get("each", 1)] * len(points)
    if isinstance(total, list) and len(total) == len(points):
        points = [each if isinstance(each, int | float) else None for each in total]
    fixed = sum(each for each in points if each is not None)
    open_places = sum(each is None for each in points)
    worth = float(total) if isinstance(total, int | float) else float(fixed or 1)
    share = round(max(worth - fixed, 0.0) / open_places, 4) if open_places else 0.0
    found = [share if each is None else float(each) for each in points]
    if share:  # what is lost by rounding goes to the last
        last = max(place for place, each in enumerate(points) if each is None)
        found[last] = round(worth - sum(found) + share, 4)
    return found


def read_settings(text: str) -> dict[str, Any] | None:
    """Return the settings of a question or a test; None where the text is no table in YAML."""
    try:
        settings = yaml.safe_load(text) if len(text) <= _SETTINGS_LENGTH else None
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return settings if isinstance(settings, dict) else None


def _expected(tree: ast.Module, printed: str, shown: str) -> list[ast.stmt]:
    """Turn the last expression and the output that was saved with it into an assertion."""
    if printed and shown:
        raise LeftOutError(_("it prints and has a value; a check compares one of them"))
    *before, last = tree.body or [ast.Pass()]
    if not isinstance(last, ast.Expr):
        return [*before, last]
    value = last.value
    is_print = isinstance(value, ast.Call) and ast.unparse(value.func) == "print"
    if not printed and not shown:
        if isinstance(value, ast.Call) and not is_print:
            return [*before, last]
        raise LeftOutError(_("it was saved without the output it expects; run the notebook first"))
    if isinstance(value, ast.Call) and is_print and len(value.args) == 1:
        text = ast.Call(ast.Name("str", ast.Load()), [value.args[0]], [])
        return [*before, _equal(text, ast.Constant(printed))]
    if printed:
        raise LeftOutError(_("it prints in a way that a check cannot follow"))
    try:
        literal = ast.literal_eval(shown)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        text = ast.Call(ast.Name("repr", ast.Load()), [value], [])
        return [*before, _equal(text, ast.Constant(shown))]
    if literal is True:
        return [*before, ast.Assert(value)]
    return [*before, _equal(value, ast.parse(shown, mode="eval").body)]


def _equal(value: ast.expr, expected: ast.expr) -> ast.Assert:
    return ast.Assert(ast.Compare(value, [ast.Eq()], [expected]))


def _inner(tree: ast.Module) -> list[ast.stmt]:
    """Take the body of a test that is a function; its parameters are names of the notebook."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    if len(functions) != 1:
        raise LeftOutError(_("a test of this kind is one function"))
    return [*functions[0].body]
