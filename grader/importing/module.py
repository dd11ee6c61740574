"""The module of an imported exercise: the model solution, and the stub that students get.

A notebook's cells hold definitions, what tries them out, and what shows something. A module holds
definitions: the rest is left out, or it would run whenever the module is loaded.
"""

import ast
import builtins
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from grader.importing.assignment import Assignment, Code
from grader.importing.stub import stub_lines, without_marks
from grader.language import gettext as _

# What a notebook imports for its own sake, or its grader's.
_FOR_NOTEBOOKS = frozenset({"IPython", "ipywidgets", "nbgrader", "nose", "otter"})
_BUILTINS = frozenset(dir(builtins))
_DATA = frozenset({"csv", "tsv", "txt", "json", "npy", "npz", "pkl", "h5", "xlsx", "png", "jpg"})


class Given(msgspec.Struct, frozen=True):
    """A statement that students get as it is: its text and the names it uses."""

    text: str
    uses: frozenset[str]


class Module:
    """Both versions of a module, and what is known of its names.

    Attributes
    ----------
    solution, stub
        The sources.
    functions
        Task to the functions and classes it asks for.
    after
        Task to the earlier ones its solution uses.
    values
        Functions that were variables: they return what the solution had set.
    variables
        Other names that a solution sets outside of any function.
    given
        Name to the statement that defines it, of those that students get complete.
    remarks
        What a person must look at.
    """

    def __init__(self, title: str, assignment: Assignment, tasks: Mapping[int, int]) -> None:
        self.functions: dict[int, list[str]] = {task: [] for task in tasks.values()}
        self.after: dict[int, set[int]] = {task: set() for task in tasks.values()}
        self.values: set[str] = set()
        self.variables: set[str] = set()
        self.given: dict[str, Given] = {}
        self.remarks: list[str] = []
        self._ungraded: set[str] = set()
        self._parts: tuple[list[str], list[str]] = ([], [])
        for code in sorted(_codes(assignment), key=lambda code: code.cell):
            self._take(code, tasks.get(code.cell, 0))
        head = f'"""{title}.'
        done, given = ("\n\n".join(part) for part in self._parts)
        self.solution = f'{head} The model answer."""\n\n{done}\n'
        advice = "Replace each ``raise NotImplementedError`` with your code."
        self.stub = f'{head}\n\n{advice} README.md explains the tasks.\n"""\n\n{given}\n'

    @property
    def asked(self) -> frozenset[str]:
        """Every function and class that students write."""
        graded = (name for names in self.functions.values() for name in names)
        return frozenset({*graded, *self._ungraded})

    def _take(self, code: Code, task: int) -> None:
        left_out: list[str] = []
        for node, start in _statements(ast.parse(code.text)):
            lines = without_marks(code, start, node)
            text = "\n".join(lines).strip("\n")
            inside = range(start, (node.end_lineno or start) + 1)
            is_theirs = bool(code.solution.intersection(inside))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                stub = "\n".join(stub_lines(code, node, task)) if is_theirs else text
                self._define(node, text, stub, task=task if is_theirs else None)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                self._import(node, text)
            elif is_theirs and self._value(node, code.cell, task):
                pass
            elif not self._assign(node, text, code.cell, is_theirs=is_theirs) and not _says(node):
                left_out.append(ast.unparse(node).partition("\n")[0][:60])
        if left_out:
            said = _("Cell {number}: `{code}` is not taken over; a module holds definitions only.")
            self.remarks += [said.format(number=code.cell, code=line) for line in left_out]

    def _value(self, node: ast.stmt, cell: int, task: int) -> bool:
        """Make a function of a variable that students set; say whether the statement was one."""
        target = (
            node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        )
        if not isinstance(target, ast.Name) or not isinstance(node, ast.Assign) or not task:
            return False
        name = target.id
        head = f'def {name}():\n    """Return `{name}`."""\n    '
        value = ast.unparse(called(ast.parse(ast.unparse(node.value)), self.values))
        function = ast.parse(f"{head}return {value}").body[0]
        assert isinstance(function, ast.FunctionDef)
        to_do = f'raise NotImplementedError("Task {task}: return {name}")'
        self._define(function, f"{head}return {value}", head + to_do, task=task)
        self.values.add(name)
        said = _(
            "Cell {number}: `{name}` was a variable and is a function: adapt what asks for it."
        )
        self.remarks.append(said.format(number=cell, name=name))
        return True

    def _define(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
        text: str,
        stub: str,
        *,
        task: int | None,
    ) -> None:
        self._add("\n" + text, "\n" + stub)
        uses = names_in(node)
        for name in sorted(uses & self.values):
            if f"{name}()" not in text:
                said = _("`{function}` reads `{name}`, which is a function here: write `{name}()`.")
                self.remarks.append(said.format(function=node.name, name=name))
        if task is None:
            self.given[node.name] = Given(text, uses)
            return
        if not task:
            self._ungraded.add(node.name)
            return
        for earlier, names in self.functions.items():
            if earlier < task and uses.intersection(names):
                self.after[task].add(earlier)
        self.functions[task].append(node.name)

    def _import(self, node: ast.Import | ast.ImportFrom, text: str) -> None:
        of = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules = [*of, *(alias.name for alias in node.names if not of)]
        if any(name.partition(".")[0] in _FOR_NOTEBOOKS for name in modules):
            return
        self._add(text, text)
        for alias in node.names:
            self.given[alias.asname or alias.name.partition(".")[0]] = Given(text, frozenset())

    def _assign(self, node: ast.stmt, text: str, cell: int, *, is_theirs: bool) -> bool:
        """Take over a constant; say whether the statement was one."""
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            return False
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {name.id for target in targets for name in ast.walk(target) if _is_name(name)}  # type: ignore[attr-defined]
        uses = names_in(node)
        if is_theirs:
            self.variables |= names
            said = _("Cell {number}: {name} is a variable. Make it a function that returns it.")
            listed = ", ".join(sorted(names))
            self.remarks.append(said.format(number=cell, name=f"`{listed}`"))
            return True
        if uses & (self.asked | self.variables) or not names:
            return False
        inside = {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
        inside |= {each.id for each in ast.walk(node) if _is_set(each)}  # type: ignore[attr-defined]
        if uses - inside - set(self.given) - _BUILTINS:
            return False
        if file := next(_files_in(node), None):
            said = _(
                "Cell {number} reads `{file}`, which is not there when code is graded: left out."
            )
            self.remarks.append(said.format(number=cell, file=file))
            return True
        self._add(text, text)
        self.given |= {name: Given(text, uses) for name in names}
        return True

    def _add(self, solution: str, stub: str) -> None:
        for part, text in zip(self._parts, (solution, stub), strict=True):
            part.append(text)


class _Called(ast.NodeTransformer):
    """Calls each variable that became a function."""

    def __init__(self, names: AbstractSet[str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Call it where it is read."""
        is_read = node.id in self._names and isinstance(node.ctx, ast.Load)
        return ast.Call(node, [], []) if is_read else node


def called(tree: ast.Module, names: AbstractSet[str]) -> ast.Module:
    """Return code in which the variables of those names are calls."""
    changed: ast.Module = _Called(names).visit(tree)
    return changed


def names_in(node: ast.AST) -> frozenset[str]:
    """Return the names that a piece of code reads."""
    return frozenset(
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    )


def _files_in(node: ast.AST) -> Iterator[str]:
    """Yield the names of data files that a statement mentions."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            suffix = each.value.rpartition(".")[2].lower()
            if suffix in _DATA and "\n" not in each.value:
                yield each.value


def _codes(assignment: Assignment) -> Iterator[Code]:
    yield from assignment.given
    for question in assignment.questions:
        yield from question.code


def _statements(tree: ast.Module) -> Iterator[tuple[ast.stmt, int]]:
    """Yield each statement with the line where it begins, the comments above it included."""
    end = 0
    for node in tree.body:
        begin = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
        yield node, min(end + 1, begin)
        end = node.end_lineno or begin


def _says(node: ast.stmt) -> bool:
    """Whether a statement is only a text, as a docstring is."""
    return isinstance(node, ast.Pass) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


def _is_set(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
