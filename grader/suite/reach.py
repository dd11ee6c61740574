"""Which names of a module its functions reach: what a call cannot reach, it cannot show.

Diagnosis asks this before it replays a call on a mistake; most mistakes change another function.
"""

import ast
from collections.abc import Iterable

Mentions = dict[str, frozenset[str]]  # what is defined at the top: the names it mentions


def mentions(tree: ast.Module) -> Mentions:
    """Return the names a module defines, each with all names its definitions mention."""
    found: dict[str, set[str]] = {}
    for statement in tree.body:
        mentioned = _mentioned(statement)
        for name in _defined(statement):
            found.setdefault(name, set()).update(mentioned)
    return {name: frozenset(mentioned) for name, mentioned in found.items()}


def only_defines(tree: ast.Module) -> bool:
    """Whether a module does nothing but define names, so that what it changes is known."""
    return all(
        isinstance(statement, _DEFINITIONS)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in tree.body
    )


def reaches(start: Iterable[str], changed: Mentions, rest: Mentions) -> bool:
    """Whether a call by a name of `start` can come to use a name of `changed`."""
    seen: set[str] = set()
    todo = list(start)
    while todo:
        name = todo.pop()
        if name in changed:
            return True
        if name not in seen:
            seen.add(name)
            todo += rest.get(name, ())
    return False


_DEFINITIONS = (
    ast.FunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
    ast.Import,
    ast.ImportFrom,
)


def _defined(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    names = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store):
            names |= {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return names


def _mentioned(statement: ast.stmt) -> set[str]:
    nodes = list(ast.walk(statement))
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }
