"""Rewrite the assertions of a notebook as statements about ``student``, on the syntax tree."""

import ast
import re
from collections.abc import Set as AbstractSet
from typing import Any

from grader.importing.module import names_in
from grader.language import gettext as _


class CannotImportError(Exception):
    """A cell of tests cannot become a check; the text is the reason."""


def is_one_of(node: ast.expr, names: AbstractSet[str]) -> bool:
    """Whether a piece of code is one of some names."""
    return isinstance(node, ast.Name) and node.id in names


class Rewriter(ast.NodeTransformer):
    """Puts the student's functions and our statements in their places."""

    def __init__(self, asked: AbstractSet[str], *, is_hidden: bool) -> None:
        self._asked = asked
        self._is_hidden = is_hidden

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Take a function of the notebook from the student."""
        if node.id in self._asked and isinstance(node.ctx, ast.Load):
            return ast.Attribute(ast.Name("student", ast.Load()), node.id, ast.Load())
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        """Say what an assertion says."""
        message = node.msg.value if isinstance(node.msg, ast.Constant) else None
        return self._stated(node.test, message if isinstance(message, str) else "")

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Say what a function asserts, such as ``np.testing.assert_allclose``."""
        asserts = isinstance(node.value, ast.Call) and _ASSERTING.search(
            ast.unparse(node.value.func)
        )
        if not asserts or self._only_call(node.value) is None:
            return self.generic_visit(node)
        return self._stated(ast.Compare(node.value, [ast.Is()], [ast.Constant(None)]), "")

    def _stated(self, test: ast.expr, message: str) -> ast.stmt:
        """State that a test holds, in words of the notebook where it has some."""
        call = self._only_call(test)
        name = "result" if "value" in names_in(test) else "value"
        about = _Replaced(call, name).visit(_copied(test)) if call is not None else test
        said = "what the test expects" if self._is_hidden else message or ast.unparse(about)
        text = ast.Constant(" ".join(said.split())[:200])
        if call is None:
            return _statement("expect.that", [self.visit(test), text])
        asked = _calling(_calling("expect", [self.visit(call.func)]), call, self)
        parameters = ast.arguments([], [ast.arg(name)], None, [], [], None, [])
        return ast.Expr(
            ast.Call(
                ast.Attribute(asked, "to_satisfy", ast.Load()),
                [ast.Lambda(parameters, about), text],
                [],
            )
        )

    def visit_Try(self, node: ast.Try) -> Any:
        """Turn ``try: f(x) … else: raise`` into a statement about what is raised."""
        if not names_in(node) & self._asked:
            return node
        call = node.body[0].value if isinstance(node.body[0], ast.Expr | ast.Assign) else None
        (handler,) = node.handlers if len(node.handlers) == 1 else (None,)
        fails = node.orelse and all(
            isinstance(each, ast.Raise | ast.Assert) for each in node.orelse
        )
        if (
            len(node.body) == 1
            and isinstance(call, ast.Call)
            and is_one_of(call.func, self._asked)
            and handler is not None
            and handler.type is not None
            and all(isinstance(each, ast.Pass) for each in handler.body)
            and fails
            and not node.finalbody
        ):
            return self._raising(call, handler.type)
        raise CannotImportError(_("it catches what students' code raises; use `to_raise`"))

    def visit_With(self, node: ast.With) -> Any:
        """Turn ``with pytest.raises(E): f(x)`` into a statement about what is raised."""
        manager = node.items[0].context_expr
        inner = node.body[0]
        if isinstance(manager, ast.Call) and ast.unparse(manager.func) == "pytest.raises":
            call = inner.value if isinstance(inner, ast.Expr | ast.Assign) else None
            if isinstance(call, ast.Call) and is_one_of(call.func, self._asked):
                return self._raising(call, manager.args[0])
            raise CannotImportError(_("it catches what students' code raises; use `to_raise`"))
        return self.generic_visit(node)

    def _raising(self, call: ast.Call, kinds: ast.expr) -> ast.Expr:
        asked = _calling(_calling("expect", [self.visit(call.func)]), call, self)
        wanted = kinds.elts if isinstance(kinds, ast.Tuple) else [kinds]
        return ast.Expr(ast.Call(ast.Attribute(asked, "to_raise", ast.Load()), wanted, []))

    def _only_call(self, test: ast.expr) -> ast.Call | None:
        """Return the one call of a student's function in a test that is always made."""
        if any(isinstance(node, _MAYBE) for node in ast.walk(test)):
            return None
        calls = [
            node
            for node in ast.walk(test)
            if isinstance(node, ast.Call) and is_one_of(node.func, self._asked)
        ]
        return calls[0] if len(calls) == 1 and not names_in(calls[0]) & {"value"} else None


_ASSERTING = re.compile(r"(^|\.)assert_\w+$")
_MAYBE = (ast.BoolOp, ast.IfExp, ast.Lambda, ast.comprehension, ast.NamedExpr)


class _Replaced(ast.NodeTransformer):
    """Puts a name in the place of one call."""

    def __init__(self, call: ast.Call, name: str) -> None:
        self._call = ast.dump(call)
        self._name = name

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Replace the call."""
        if ast.dump(node) == self._call:
            return ast.Name(self._name, ast.Load())
        self.generic_visit(node)
        return node


def _copied(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body


def _calling(function: str | ast.expr, call: list[ast.expr] | ast.Call, visitor: Any = None) -> Any:
    """Return a call of `function` with some arguments, or with those of another call."""
    target = ast.parse(function, mode="eval").body if isinstance(function, str) else function
    if isinstance(call, list):
        return ast.Call(target, call, [])
    named = [ast.keyword(each.arg, visitor.visit(each.value)) for each in call.keywords]
    return ast.Call(target, [visitor.visit(each) for each in call.args], named)


def _statement(function: str, arguments: list[ast.expr]) -> ast.Expr:
    return ast.Expr(_calling(function, arguments))
