"""What students get of code that is theirs to write: its head, its docstring, and what to do."""

import ast
from collections.abc import Iterator

from grader.importing.assignment import Code

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def without_marks(code: Code, start: int, node: ast.stmt) -> list[str]:
    """Return the lines of a statement, from `start`, without those that only mark something."""
    return [line for _number, line in _numbered(code, start, node.end_lineno or start)]


def stub_lines(code: Code, node: _Function | ast.ClassDef, task: int) -> Iterator[str]:
    """Yield the lines of a definition with each solution in it replaced by a task."""
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    last = node.end_lineno or first
    if isinstance(node, ast.ClassDef):
        done = first
        for item in node.body:
            if isinstance(item, _Function | ast.ClassDef) and _theirs(code, item):
                begin = min([item.lineno, *(each.lineno for each in item.decorator_list)])
                yield from (line for _number, line in _numbered(code, done, begin - 1))
                yield from stub_lines(code, item, task)
                done = (item.end_lineno or begin) + 1
        yield from (line for _number, line in _numbered(code, done, last))
    elif node.lineno in code.solution:
        yield from _head(code, node, first)
        yield " " * (node.col_offset + 4) + _to_do(node.name, task)
    else:
        yield from _replaced(code, first, last, _to_do(node.name, task))


def _replaced(code: Code, first: int, last: int, instead: str) -> Iterator[str]:
    """Yield lines with the first of the solution's replaced and the others left out."""
    is_open = True
    for number, line in _numbered(code, first, last):
        if number not in code.solution:
            yield line
        elif is_open and line.strip():
            is_open = False
            yield line[: len(line) - len(line.lstrip())] + instead


def _head(code: Code, node: _Function, first: int) -> Iterator[str]:
    """Yield a function's decorators, signature and docstring."""
    body = node.body[0]
    if body.lineno == node.lineno:  # def f(x): return x
        yield " " * node.col_offset + f"def {node.name}({ast.unparse(node.args)}):"
        return
    end = (body.end_lineno or body.lineno) if ast.get_docstring(node) else body.lineno - 1
    yield from (line for _number, line in _numbered(code, first, end))


def _theirs(code: Code, node: ast.stmt) -> bool:
    return bool(code.solution.intersection(range(node.lineno, (node.end_lineno or 0) + 1)))


def _to_do(name: str, task: int) -> str:
    said = f"Task {task}: write {name}" if task else f"{name} is not graded"
    return f'raise NotImplementedError("{said}")'


def _numbered(code: Code, first: int, last: int) -> Iterator[tuple[int, str]]:
    lines = code.text.split("\n")
    for number in range(first, last + 1):
        if number not in code.marks:
            yield number, lines[number - 1]
