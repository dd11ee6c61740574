"""Mutants of a solution: the same module with one small slip each, made on the syntax tree.

A suite that passes a mutant does not look where the slip is. The slips are those of numerical
code (an axis, a dropped term, a missing copy, a bound that is off by one) beside the usual ones of
mutation testing. Source: DeMillo, Lipton and Sayward, "Hints on Test Data Selection", 1978.
"""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

_ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_PAIRS = [
    *[("maximum", "minimum"), ("max", "min"), ("argmax", "argmin"), ("sum", "mean")],
    *[("zeros", "ones"), ("zeros_like", "ones_like"), ("floor", "ceil"), ("cumsum", "cumprod")],
    *[("sin", "cos"), ("tanh", "sin"), ("any", "all"), ("hstack", "vstack"), ("append", "clear")],
]
_TWINS = {**dict(_PAIRS), **{second: first for first, second in _PAIRS}}
_TO_ARGUMENT = frozenset({"sqrt", "abs", "absolute", "exp", "log", "log1p", "square", "copy"})
_TO_OWNER = frozenset({
    "copy", "ravel", "reshape", "transpose", "flatten", "sum", "mean", "astype",
    "lower", "upper", "casefold", "strip", "lstrip", "rstrip",
})  # fmt: skip


class Mutant(NamedTuple):
    """One slip: where, the statement before and after, and the whole module with it."""

    function: str
    was: str
    becomes: str
    source: bytes

    @property
    def name(self) -> str:
        """The slip on one line."""
        return f"{self.function}: {self.was}  →  {self.becomes}"


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, each different source once."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for owner, statement in list(_statements(tree, "")):
        was = _headline(statement)
        for mutated in _mutated(tree, statement):
            text = ast.unparse(mutated.tree)
            if text not in seen:
                seen.add(text)
                yield Mutant(owner, was, _headline(mutated.statement), text.encode())


class _Mutated(NamedTuple):
    tree: ast.Module
    statement: ast.stmt


def _statements(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.stmt]]:
    """Yield the statements inside functions, with the function's name, outermost first."""
    for child in ast.iter_child_nodes(node):
        inside = owner
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inside = f"{owner}.{child.name}".strip(".")
            yield inside, child  # for its default values
        elif isinstance(child, ast.stmt) and owner and not _is_docstring(child):
            yield owner, child
        yield from _statements(child, inside)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _headline(statement: ast.stmt) -> str:
    return ast.unparse(statement).partition("\n")[0]


def _mutated(tree: ast.Module, statement: ast.stmt) -> Iterator[_Mutated]:
    """Yield copies of the tree with one change in the statement itself, not in those below it."""
    for replacement in _of_statement(statement):
        yield _replaced(tree, statement, statement, replacement)
    for node in _expressions(statement):
        for other in _of_expression(node):
            yield _replaced(tree, statement, node, other)


def _expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    todo = [child for child in ast.iter_child_nodes(statement) if not isinstance(child, ast.stmt)]
    while todo:
        node = todo.pop(0)
        if isinstance(node, ast.expr):
            yield node
        todo += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]


def _replaced(tree: ast.Module, statement: ast.stmt, old: ast.AST, new: ast.AST) -> _Mutated:
    marked = {id(old): new}

    class Replace(ast.NodeTransformer):
        changed: ast.stmt = statement

        def visit(self, node: ast.AST) -> ast.AST:
            if id(node) in marked:
                return marked[id(node)]
            before = node
            fields = {
                name: [self.visit(item) if isinstance(item, ast.AST) else item for item in value]
                if isinstance(value, list)
                else self.visit(value)
                if isinstance(value, ast.AST)
                else value
                for name, value in ast.iter_fields(node)
            }
            made = type(node)(**fields)
            if before is statement:
                self.changed = made  # type: ignore[assignment] # a statement stays one
            return ast.copy_location(made, node) if hasattr(node, "lineno") else made

    transformer = Replace()
    made = transformer.visit(tree)
    assert isinstance(made, ast.Module)
    changed = new if old is statement else transformer.changed
    assert isinstance(changed, ast.stmt)
    return _Mutated(ast.fix_missing_locations(made), changed)


def _of_statement(node: ast.stmt) -> Iterator[ast.stmt]:  # noqa: C901 - one case a kind of node
    match node:
        case ast.Expr() | ast.Raise():
            yield ast.Pass()
        case ast.AugAssign(target, operator, value):
            yield ast.Pass()
            for other in _ARITHMETIC.get(type(operator), ()):
                yield ast.AugAssign(target, other(), value)
            yield ast.Assign([target], value, lineno=0)
            if isinstance(target, ast.Name):
                read = ast.Name(target.id, ast.Load())
                yield ast.Assign([target], ast.BinOp(read, operator, value), lineno=0)
        case ast.Assign([ast.Name(name) as target], ast.BinOp(ast.Name(left), operator, value)):
            if name == left:  # in place: the caller's array changes too
                yield ast.AugAssign(target, operator, value)
        case ast.Assign([ast.Subscript() | ast.Attribute()]):
            yield ast.Pass()
        case ast.If(_test, body, orelse):
            for fixed in (True, False):
                yield ast.If(ast.Constant(fixed), body, orelse)
        case ast.Return(ast.Tuple([first, second])):
            yield ast.Return(ast.Tuple([second, first], ast.Load()))
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Pass()


def _of_expression(node: ast.expr) -> Iterator[ast.expr]:  # noqa: C901 - one case a kind of node
    match node:
        case ast.BinOp(left, operator, right):
            for other in _ARITHMETIC.get(type(operator), ()):
                yield ast.BinOp(left, other(), right)
            yield left
            if isinstance(operator, ast.Add | ast.Mult):
                yield right
        case ast.UnaryOp(ast.USub() | ast.Not() | ast.Invert(), operand):
            yield operand
        case ast.Compare(left, [comparison], [right]):
            for swapped in _COMPARISONS[type(comparison)]:
                yield ast.Compare(left, [swapped()], [right])
        case ast.BoolOp(joined, values):
            yield ast.BoolOp(ast.Or() if isinstance(joined, ast.And) else ast.And(), values)
        case ast.IfExp(_test, body, orelse):
            yield body
            yield orelse
        case ast.Attribute(value, "T"):
            yield value
        case ast.Call():
            yield from _of_call(node)
        case ast.Constant(value):
            yield from _of_constant(value)


def _of_constant(value: object) -> Iterator[ast.expr]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(value * 2 if value else 1.0)
        yield ast.Constant(value / 10 if value else -1.0)


def _of_call(node: ast.Call) -> Iterator[ast.expr]:
    function, arguments, keywords = node.func, node.args, node.keywords
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in _TWINS:
        renamed = copy.copy(function)
        setattr(renamed, "attr" if isinstance(function, ast.Attribute) else "id", _TWINS[name])
        yield ast.Call(renamed, arguments, keywords)
    if name in _TO_ARGUMENT and len(arguments) == 1:
        yield arguments[0]
    if name in _TO_OWNER and isinstance(function, ast.Attribute) and _is_value(function.value):
        yield function.value
    if name == "array" and isinstance(function, ast.Attribute):
        yield ast.Call(ast.Attribute(function.value, "asarray", ast.Load()), arguments, keywords)
    if name == "range" and len(arguments) == 1:
        less = ast.BinOp(arguments[0], ast.Sub(), ast.Constant(1))
        yield ast.Call(function, [less], keywords)
        yield ast.Call(function, [ast.Constant(1), arguments[0]], keywords)
    for keyword in keywords:
        yield ast.Call(function, arguments, [other for other in keywords if other is not keyword])
        if keyword.arg == "dtype":
            narrow = ast.keyword("dtype", ast.Constant("float32"))
            others = [narrow if other is keyword else other for other in keywords]
            yield ast.Call(function, arguments, others)


def _is_value(node: ast.expr) -> bool:
    """Whether a method's owner is a value rather than a library such as ``np``."""
    return not (isinstance(node, ast.Name) and node.id in ("np", "numpy", "math", "random"))
