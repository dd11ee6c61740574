"""Turn a cell of assertions into a check: statements about what the student's functions return.

The assertions stay Python and say the same: a call of a student's function becomes a call of
``student``'s, and an ``assert`` about one call a statement about its result, so that a message has
the call and the value. What cannot be said so is left out, with the reason.
"""

import ast
import builtins
import json
from collections.abc import Set as AbstractSet

from grader.importing.assignment import Assertions
from grader.importing.module import Given, Module, called, names_in
from grader.importing.rewrite import CannotImportError, Rewriter, is_one_of
from grader.language import gettext as _

_OURS = frozenset({"student", "expect", "pytest"})
_BUILTINS = frozenset(dir(builtins))


class Check:
    """One check: its source, and the statements of the notebook that it needs."""

    def __init__(self, cell: Assertions, module: Module, source: str, *, is_hidden: bool) -> None:
        try:
            tree = ast.parse(source)
        except SyntaxError as error:
            raise CannotImportError(
                _("it is no Python: {reason}").format(reason=error.msg)
            ) from None
        self._title = ast.get_docstring(tree) or ""
        self._is_hidden = is_hidden
        self._cell = cell
        tree = called(tree, module.values - _stored(tree))
        _refuse_what_cannot_cross(tree, module)
        self.needs = _needed(names_in(tree) - _stored(tree), module)
        asserted = [node.test for node in tree.body if isinstance(node, ast.Assert)]
        self._first = "" if is_hidden or not asserted else f"{ast.unparse(asserted[0])} is true"
        body = Rewriter(module.asked, is_hidden=is_hidden).visit(tree).body
        self._body = [node for node in body if not _is_idle(node)]
        if not any(_mentions_student(node) for node in self._body):
            raise CannotImportError(_("it says nothing about a function that students write"))

    def source(self, name: str, task: int, points: float) -> str:
        """Return the check as Python."""
        title = " ".join(self._title.split()) or self._first or _fact(self._cell.name)
        body = "\n".join(ast.unparse(ast.fix_missing_locations(node)) for node in self._body)
        indented = "\n".join("    " + line if line else line for line in body.split("\n"))
        return (
            f"@pytest.mark.task({task}, points={points:g})\n"
            f"def test_{name}(student):\n"
            f"    {_docstring(title)}\n{indented}\n"
        )


def _refuse_what_cannot_cross(tree: ast.Module, module: Module) -> None:
    """Name the first thing that a suite cannot do with a function that runs elsewhere."""
    for name in sorted(_stored(tree) & (module.asked | _OURS)):
        raise CannotImportError(_("it sets or deletes `{name}`").format(name=name))
    if variables := sorted(names_in(tree) & module.variables):
        raise CannotImportError(_("it reads the variable `{name}`").format(name=variables[0]))
    functions = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_one_of(node.value, module.asked):
            raise CannotImportError(_("it looks into `{code}`").format(code=ast.unparse(node)))
        if isinstance(node, ast.Compare) and any(_is_set(each) for each in _sides(node)):
            raise CannotImportError(_("it compares sets, which cannot cross; compare sorted lists"))
        if isinstance(node, ast.Name) and node.id in module.asked and id(node) not in functions:
            raise CannotImportError(
                _("it passes `{name}` on instead of calling it").format(name=node.id)
            )
        if isinstance(node, ast.Import | ast.ImportFrom) and "nose" in ast.unparse(node):
            raise CannotImportError(_("it uses nose, which no longer exists"))


def _needed(names: AbstractSet[str], module: Module) -> list[str]:
    """Return the given statements a check needs, with all that those need."""
    todo, found = sorted(names - module.asked - _BUILTINS), dict[str, None]()
    while todo:
        name = todo.pop(0)
        statement = module.given.get(name)
        if statement is None:
            raise CannotImportError(
                _("it uses `{name}`, which no cell of the exercise defines").format(name=name)
            )
        if statement.text in found:
            continue
        if theirs := sorted(statement.uses & (module.asked | module.variables)):
            raise CannotImportError(
                _("it uses `{name}`, which depends on `{other}`").format(name=name, other=theirs[0])
            )
        found[statement.text] = None
        todo += sorted(_outer(statement) - _BUILTINS - {name})
    order = [given.text for given in module.given.values()]
    return sorted(found, key=order.index)


def _outer(statement: Given) -> AbstractSet[str]:
    """Return the names a given statement takes from elsewhere."""
    tree = ast.parse(statement.text)
    return names_in(tree) - _stored(tree)


def _stored(tree: ast.AST) -> AbstractSet[str]:
    """Return the names that a piece of code binds or deletes."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            found.add(node.asname or node.name.partition(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            found.add(node.name)
    return found


def _sides(node: ast.Compare) -> list[ast.expr]:
    return [node.left, *node.comparators]


def _is_set(node: ast.expr) -> bool:
    is_call = isinstance(node, ast.Call) and ast.unparse(node.func) in ("set", "frozenset")
    return isinstance(node, ast.Set | ast.SetComp) or is_call


def _is_idle(node: ast.stmt) -> bool:
    """Whether a statement only says something, to nobody here."""
    if not isinstance(node, ast.Expr):
        return isinstance(node, ast.Pass)
    is_print = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "print"
    return is_print or isinstance(node.value, ast.Constant)


def _mentions_student(node: ast.stmt) -> bool:
    return "student" in names_in(node)


def _fact(name: str) -> str:
    return f"The tests {name!r} of the notebook hold."


def _docstring(text: str) -> str:
    """Write a text as a docstring, whatever is in it."""
    text = text if text.endswith(".") else text + "."
    if '"' in text or "\\" in text or not text.isprintable():
        return json.dumps(text)
    return f'"""{text}"""'
