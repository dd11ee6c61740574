"""One notebook cell as plain Python: magics, shell lines and ``?help`` are taken out.

IPython's own transformer decides what is a magic and what is Python; the calls it writes for
magics are then replaced by ``pass``, or by ``None`` inside an expression. Most cells are plain
Python already and never reach it. A notebook may also call the grader's own ``check``: where it is
graded, that does nothing.
"""

import ast
import re
import warnings
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from grader.intake.quoting import brief
from grader.intake.selection import MIB
from grader.language import gettext as _

CELL_LENGTH = MIB // 8  # a syntax tree takes some 600 times its text
WORK = 1_000_000  # characters that IPython may look at for one notebook: a few seconds
_LONG_LINE = 100  # its patterns take time that grows with the square of a line's length

_ROOT = "get_ipython"
_CELL_MAGIC = re.compile(r"\s*%%(\w*).*")
_NESTED = 3  # %%capture above %%time is seen, more is not
_BODY_STAYS = frozenset({"time", "timeit", "capture"})

_GRADER = "grader"
# A worker has no grader: there, `check` is a class whose instances have a result's attributes.
_CHECK = (
    'type("check", (), {"__init__": lambda *_, **__: None, '
    '"attempt": None, "score": 0.0, "passed": False})'
)
_MODULE = f'type("grader", (), {{"check": {_CHECK}}})'


class LeftOutError(Exception):
    """A cell cannot be made plain Python; the text is the reason a student reads."""


class _WorkUsedUpError(Exception):
    """IPython has looked at as much of this notebook as it may."""


class CellReader(TransformerManager):
    """Makes plain Python of a notebook's cells, with a bound on the work for all of them."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._work = WORK

    def plain(self, source: str) -> str:
        """Return a cell without IPython's syntax, its lines in their places.

        Raises
        ------
        LeftOutError
            When it is no valid Python then, or belongs to another language.
        """
        if len(source) > CELL_LENGTH:
            raise LeftOutError(_("it is longer than {most} KiB").format(most=CELL_LENGTH // 1024))
        # Python ends a line at a lone \r too, and the places it names count that way.
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        source = _without_cell_magic(source)
        try:
            tree = _parsed(source)
        except SyntaxError as error:
            source = self._transformed(source, error)
            try:
                tree = _parsed(source)
            except SyntaxError as remaining:
                raise LeftOutError(_reason(remaining)) from None
        return _without_grader(_without_ipython(source, tree))

    def do_one_token_transform(self, lines: list[str]) -> Any:
        """Transform the first special line in its place, while work for this notebook is left."""
        self._work -= sum(len(line) * (1 + len(line) // _LONG_LINE) for line in lines)
        if self._work < 0:
            raise _WorkUsedUpError
        changed, after = super().do_one_token_transform(lines)  # type: ignore[no-untyped-call]
        return changed, _padded(lines, after)

    def _transformed(self, source: str, error: SyntaxError) -> str:
        blank = source[: len(source) - len(source.lstrip())].count("\n")
        try:
            return "\n" * blank + self.transform_cell(source)
        except _WorkUsedUpError:
            text = _("{reason}; it is too long, or has too many magics, to take them out")
            raise LeftOutError(text.format(reason=_reason(error))) from None
        except Exception:  # noqa: BLE001 - it was written for friendly cells
            raise LeftOutError(_reason(error)) from None


def _padded(before: list[str], after: list[str]) -> list[str]:
    """Keep later lines in their places where continued lines became one."""
    pairs = enumerate(zip(before, after, strict=False))
    first = next((place for place, (old, new) in pairs if old != new), len(after) - 1)
    return [*after[: first + 1], *["\n"] * (len(before) - len(after)), *after[first + 1 :]]


def _without_cell_magic(source: str) -> str:
    for _depth in range(_NESTED):
        match = _CELL_MAGIC.match(source)
        if match is None:
            break
        if match[1] not in _BODY_STAYS:
            raise LeftOutError(_("it begins with %%{magic}").format(magic=brief(match[1])))
        source = "\n" * match[0].count("\n") + source[match.end() :]
    return source


def _parsed(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are the student's, and shown when the code runs
        try:
            return ast.parse(source)
        except (RecursionError, MemoryError):
            raise LeftOutError(_("it is nested too deeply")) from None
        except ValueError as error:  # null bytes
            raise LeftOutError(brief(error)) from None


def _reason(error: SyntaxError) -> str:
    if error.lineno is None:
        return brief(error.msg)
    return _("{message}, line {line}").format(message=brief(error.msg), line=error.lineno)


def _without_ipython(source: str, tree: ast.Module) -> str:
    """Replace each call on ``get_ipython()``, which the worker does not have."""
    if _ROOT not in source:
        return source
    lines = [line.encode() for line in source.split("\n")]
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for call in reversed(_outermost(tree)):
        first, last = call.lineno - 1, (call.end_lineno or call.lineno) - 1
        before, after = lines[first][: call.col_offset], lines[last][call.end_col_offset :]
        if lines[first][call.col_offset :].startswith(_ROOT.encode()):  # not so in f-strings
            text = b"pass" if id(call) in statements else b"None"
            lines[first : last + 1] = [before + text + after]
    return b"\n".join(lines).decode()


def _without_grader(source: str) -> str:
    """Replace each import of ``check`` by what does no harm, every line in its place."""
    if _GRADER not in source:
        return source
    lines = [line.encode() for line in source.split("\n")]
    nodes = [n for n in ast.walk(_parsed(source)) if isinstance(n, ast.Import | ast.ImportFrom)]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        if text := _harmless(node):
            first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
            before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
            lines[first : last + 1] = [before + text.encode() + after, *[b""] * (last - first)]
    return b"\n".join(lines).decode()


def _harmless(node: ast.Import | ast.ImportFrom) -> str | None:
    """Return what stands for an import of the grader, or None for any other import."""
    names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.module != _GRADER or node.level or set(names) != {"check"}:
            return None
        return "; ".join(f"{alias.asname or alias.name} = {_CHECK}" for alias in node.names)
    if _GRADER not in names:
        return None
    return "; ".join(
        f"{alias.asname or alias.name} = {_MODULE}"
        if alias.name == _GRADER
        else ast.unparse(ast.Import([alias]))
        for alias in node.names
    )


def _outermost(tree: ast.Module) -> list[ast.Call]:
    """Return the calls on ``get_ipython()`` in their order, without those inside another."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_shell(node)]
    calls.sort(key=lambda call: (_start(call), [-place for place in _end(call)]))
    outer: list[ast.Call] = []
    for call in calls:
        if not outer or _start(call) >= _end(outer[-1]):
            outer.append(call)
    return outer


def _start(call: ast.Call) -> tuple[int, int]:
    return call.lineno, call.col_offset


def _end(call: ast.Call) -> tuple[int, int]:
    return call.end_lineno or 0, call.end_col_offset or 0


def _is_shell(call: ast.Call) -> bool:
    node: ast.expr = call
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        inner = node.func if isinstance(node, ast.Call) else node.value
        if isinstance(node, ast.Call) and isinstance(inner, ast.Name):
            return inner.id == _ROOT
        node = inner
    return False
