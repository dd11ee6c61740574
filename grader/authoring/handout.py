"""An exercise as a notebook: the stub's code between the sections of its README.

The stub and the README stay the one source. The cells hold the stub's lines as they are, so a
notebook that is handed in untouched is graded as the stub is.
"""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

import nbformat
from nbformat import v4

from grader.language import gettext as _

_TASK = re.compile(r"\bTask (\d+)\b")
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_OF_TASK = re.compile(r"## (?:Task|과제) (\d+)\b")


class Part(NamedTuple):
    """Some lines of a stub that belong together, and the tasks whose code is missing in them."""

    text: str
    tasks: frozenset[int]


def notebook(stub: str, readme: str, exercise: str) -> bytes:
    """Return the notebook of an exercise.

    Each task's section of the README stands before the first code of that task; at the end stands
    a cell that grades what was run.

    Parameters
    ----------
    stub
        The source of the stub.
    readme
        Its README, with a heading ``## Task 1: …`` for each task.
    exercise
        What ``check`` is to be told.
    """
    cells = [
        *_cells(stub, readme),
        v4.new_markdown_cell(_("Run the cells above, then this one: it grades what you have run.")),
        v4.new_code_cell(f'from grader import check\n\ncheck("{exercise}")'),
    ]
    for number, cell in enumerate(cells, start=1):
        cell["id"] = f"cell-{number}"  # by chance otherwise, and different each time
    python = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    }
    made = v4.new_notebook(cells=cells, metadata=python)
    nbformat.validate(made)
    return f"{nbformat.writes(made)}\n".encode()


def _cells(stub: str, readme: str) -> Iterator[nbformat.NotebookNode]:
    introduction, sections, rest = _sections(readme)
    yield v4.new_markdown_cell(introduction)
    code = ""
    for part in parts(stub):
        for number in sorted(part.tasks & sections.keys()):
            if code.strip():
                yield v4.new_code_cell(code.strip("\n"))
                code = ""
            yield v4.new_markdown_cell(sections.pop(number))
        code += part.text
    yield v4.new_code_cell(code.strip("\n"))
    for text in (*sections.values(), rest):
        if text:
            yield v4.new_markdown_cell(text)


def parts(stub: str) -> Iterator[Part]:
    """Split a stub into its top-level statements, each with the comments before it."""
    lines = stub.splitlines(keepends=True)
    end = 0
    statements = ast.parse(stub).body
    for node, following in zip(statements, [*statements[1:], None], strict=True):
        last = len(lines) if following is None else node.end_lineno or node.lineno
        if last > end:
            yield Part("".join(lines[end:last]), frozenset(_missing(node)))
        end = last


def _missing(node: ast.AST) -> Iterator[int]:
    """Yield the tasks that are still to be done below a node."""
    for inner in ast.walk(node):
        match inner:
            case ast.Call(func=ast.Name("NotImplementedError"), args=[ast.Constant(str(said))]):
                yield from map(int, _TASK.findall(said)[:1])


def _sections(readme: str) -> tuple[str, dict[int, str], str]:
    """Split a README: what comes first, the section of each task, and what comes last."""
    introduction = rest = ""
    sections: dict[int, str] = {}
    for text in _SECTION.split(readme):
        match = _OF_TASK.match(text)
        if match is not None:
            sections[int(match[1])] = (rest + text).strip()
            rest = ""
        elif sections:
            rest += text
        else:
            introduction += text
    return introduction.strip(), sections, rest.strip()
