"""Which names the statements of a syntax tree bind, and to what."""

import ast
import builtins
from collections.abc import Container, Iterable, Iterator

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
COMPREHENSION = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def assignments(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield each target and value of a statement or a walrus, and each default of a function."""
    match node:
        case ast.Assign(targets, value):
            for target in targets:
                if isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple):
                    yield from zip(target.elts, value.elts, strict=False)
                else:
                    yield target, value
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield target, value
        case ast.NamedExpr(target, value):
            yield target, value
        case ast.arguments():
            positional = [*node.posonlyargs, *node.args]
            pairs = [*zip(reversed(positional), reversed(node.defaults), strict=False)]
            pairs += [p for p in zip(node.kwonlyargs, node.kw_defaults, strict=True) if p[1]]  # type: ignore[misc]
            for argument, default in pairs:
                yield ast.Name(argument.arg, ast.Store()), default


def bound(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the names that statements bind in their own scope, what they write into included."""
    names: set[str] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                names.add(name)
                continue
            case ast.Lambda():
                continue
            case ast.Name(name, ast.Store() | ast.Del()):
                names.add(name)
            case ast.alias():
                names.add(node.asname or node.name.partition(".")[0])
            case ast.Assign([ast.Name(name)], ast.Name(same)) if name == same in vars(builtins):
                continue  # it still is the builtin
            case ast.Attribute(ctx=ast.Store()) | ast.Subscript(ctx=ast.Store()):
                names |= {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                names.add(name)
        waiting += ast.iter_child_nodes(node)
    return names


def bound_inside(node: ast.AST) -> set[str]:
    """Return the names that a function or a comprehension has of its own."""
    if isinstance(node, FUNCTION):
        names = {inner.arg for inner in ast.walk(node.args) if isinstance(inner, ast.arg)}
        return names | bound(node.body if isinstance(node.body, list) else [node.body])
    return bound(getattr(node, "generators", []))


def is_guard(node: ast.stmt, bound: Container[str]) -> bool:
    """Tell ``if __name__ == "__main__":``, below which nothing is graded."""
    match node:
        case ast.If(
            ast.Compare(ast.Name("__name__"), [ast.Eq()], [ast.Constant("__main__")]), _body, []
        ):
            return "__name__" not in bound
    return False


def text(node: ast.expr) -> str:
    """Return the text a literal stands for, parts put together, or nothing."""
    match node:
        case ast.Constant(str(said)):
            return said
        case ast.BinOp(left, ast.Add(), right):
            parts = [text(left), text(right)]
        case ast.JoinedStr(values):
            parts = [text(value) for value in values]
        case _:
            return ""
    return "".join(parts) if all(parts) else ""
