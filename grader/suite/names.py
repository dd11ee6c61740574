"""Which names a module uses, read from its syntax tree: nothing is run.

A name is followed through imports, their aliases, assignments and literal ``getattr``, so that
``n.gradient`` is ``numpy.gradient`` after ``import numpy as n``. What cannot be followed is told
too: a rule about names must be able to insist that they are used in plain sight.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from grader.suite.bindings import (
    COMPREHENSION,
    FUNCTION,
    assignments,
    bound,
    bound_inside,
    is_guard,
    text,
)

MOST_MEANINGS = 40  # of one name; a module that gives more is not meant to be read
PASSES = 5  # an alias of an alias of an alias …

_IMPORTS = frozenset({"importlib.import_module", "__import__"})


class TooManyMeaningsError(Exception):
    """A name stands for too many things to follow."""


class Use(NamedTuple):
    """A name that is used.

    ``name`` is dotted from its module on, a bare word for a builtin, and ``.word`` for an attribute
    of anything. ``whole`` tells that a value is passed on or looked into by a computed name, so
    that what is used of it cannot be seen.
    """

    name: str
    line: int
    whole: bool = False


class Names:
    """The names of one module."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._meanings: dict[str, set[str]] = {}
        self._stars: list[str] = []
        self._imported()
        for _pass in range(PASSES):
            if not self._assigned():
                break
        self._binding: dict[str, list[ast.stmt]] = {}
        for node in tree.body:
            for name in bound([node]):
                self._binding.setdefault(name, []).append(node)

    def uses(self, nodes: Iterable[ast.AST], *, imports: bool) -> Iterator[Use]:
        """Yield what is used below some nodes; with `imports`, what they import too."""
        for node in nodes:
            yield from self._of(node, (set(self._binding),), imports=imports)

    def below(self, names: Sequence[str]) -> list[ast.stmt]:
        """Return the top-level statements that give `names` their meaning, and what those need.

        Without names, and for statements that bind none, it is all of them.
        """
        wanted, seen = list(names), set(names)
        chosen = {id(node): node for node in self._tree.body if not names or not bound([node])}
        while wanted:
            for node in self._binding.get(wanted.pop(), ()):
                if id(node) not in chosen:
                    chosen[id(node)] = node
                    read = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
                    wanted += read - seen
                    seen |= read
        return [node for node in chosen.values() if not is_guard(node, self._binding)]

    def _imported(self) -> None:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    name = alias.asname or alias.name.partition(".")[0]
                    self._add(name, {alias.name if alias.asname else name})
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    if alias.name == "*":
                        self._stars.append(node.module)
                    else:
                        self._add(alias.asname or alias.name, {f"{node.module}.{alias.name}"})

    def _assigned(self) -> bool:
        """Give targets the meanings of what is assigned to them; tell whether any was new."""
        found = [
            self._add(target.id, self._meaning(value))
            for node in ast.walk(self._tree)
            for target, value in assignments(node)
            if isinstance(target, ast.Name)
        ]
        return any(found)

    def _add(self, name: str, meanings: set[str]) -> bool:
        known = self._meanings.setdefault(name, set())
        if meanings <= known:
            return False
        known |= meanings
        if len(known) > MOST_MEANINGS:
            raise TooManyMeaningsError
        return True

    def _meaning(self, node: ast.expr) -> set[str]:
        """Return the dotted names an expression may stand for; none where it is anything else."""
        match node:
            case ast.Name(name):
                return self._meanings.get(name) or set()
            case ast.Attribute(value, attribute):
                return self._member(value, attribute)
            case ast.NamedExpr(value=value):
                return self._meaning(value)
            case ast.IfExp(body=one, orelse=other):
                return self._meaning(one) | self._meaning(other)
            case ast.BoolOp(values=values):
                return set().union(*map(self._meaning, values))
            case ast.Call() | ast.Subscript():
                return self._looked_up(node)
        return set()

    def _looked_up(self, node: ast.Call | ast.Subscript) -> set[str]:
        """Return the meaning of ``getattr``, of an import by a call, and of their like."""
        match node:
            case (
                ast.Call(ast.Name("getattr"), [value, key] | [value, key, _])
                | ast.Subscript(ast.Attribute(value, "__dict__"), key)
                | ast.Subscript(ast.Call(ast.Name("vars"), [value]), key)
            ):
                return self._member(value, text(key))
            case ast.Call(function, [key, *_rest]) if self._is_import(function):
                return {text(key)} - {""}
            case ast.Subscript(value, key) if self._meaning(value) == {"sys.modules"}:
                return {text(key)} - {""}
        return set()

    def _member(self, value: ast.expr, name: str) -> set[str]:
        owners = self._meaning(value) if name else set()
        return {f"{owner}.{name}".removeprefix("builtins.") for owner in owners}

    def _is_import(self, function: ast.expr) -> bool:
        plain = {function.id} if isinstance(function, ast.Name) else set()
        return bool((self._meaning(function) or plain) & _IMPORTS)

    def _of(self, node: ast.AST, scopes: tuple[set[str], ...], *, imports: bool) -> Iterator[Use]:
        if isinstance(node, ast.Import | ast.ImportFrom):
            if imports:
                yield from _of_import(node)
            return
        if isinstance(node, FUNCTION | COMPREHENSION):
            scopes = (*scopes, bound_inside(node))
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.expr):
            yield from self._of_expression(node, scopes)
            if self._meaning(node):  # what it is made of is no use of its own
                children = [] if isinstance(node, ast.Name) else _beside(node)
        for target, value in assignments(node):
            if isinstance(target, ast.Name) and isinstance(value, ast.Name):
                for name in self._meanings.get(value.id, ()):  # another name for it, followed too
                    yield Use(name, value.lineno)
                    children = [child for child in children if child is not value]
        for child in children:
            yield from self._of(child, scopes, imports=imports)

    def _of_expression(self, node: ast.expr, scopes: tuple[set[str], ...]) -> Iterator[Use]:
        whole = isinstance(node, ast.Name)
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            return
        for name in self._meaning(node):
            yield Use(name, node.lineno, whole=whole)
        match node:
            case ast.Attribute(_value, attribute):
                yield Use(f".{attribute}", node.lineno)
            case ast.Call(ast.Name("getattr"), [value, key, *_rest]):
                if name := text(key):
                    yield Use(f".{name}", node.lineno)
                for owner in self._meaning(value) if not name else ():
                    yield Use(owner, node.lineno, whole=True)
            case ast.Name(name, ast.Load()) if not any(name in scope for scope in scopes):
                yield Use(name, node.lineno)
                for module in self._stars:
                    yield Use(f"{module}.{name}", node.lineno)


def _beside(node: ast.expr) -> list[ast.AST]:
    """Return the parts of an expression that do not make its meaning: the arguments in it."""
    parts: list[ast.AST] = []
    inner: ast.expr | None = node
    while inner is not None and not isinstance(inner, ast.Name):
        match inner:
            case ast.Attribute(value, _name):
                inner = value
            case ast.Call(_function, [value, *rest]):
                parts += rest
                inner = None if isinstance(value, ast.Constant) else value
            case ast.Subscript(value, key):
                parts.append(key)
                inner = value
            case _:
                parts += ast.iter_child_nodes(inner)
                inner = None
    return parts


def _of_import(node: ast.Import | ast.ImportFrom) -> Iterator[Use]:
    for alias in node.names:
        if isinstance(node, ast.Import):
            yield Use(alias.name, node.lineno)
        elif node.module and not node.level:
            name = node.module if alias.name == "*" else f"{node.module}.{alias.name}"
            yield Use(name, node.lineno)
