"""Run the examples (``>>>``) of an exercise's READMEs and of its stub with the model solution."""

import ast
import doctest
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import NamedTuple

from grader.exercise import Exercise, load_exercise
from grader.language import gettext as _
from grader.language import ngettext
from grader.report.proof import ProofLine
from grader.suite.mistakes import read_solution
from grader.suite.replay import import_quietly

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Examples(NamedTuple):
    """How many examples were tried, and which of them say something else than the solution."""

    tried: int
    problems: tuple[str, ...]


def run_examples(root: Path, name: str) -> Examples:
    """Run them in this process: what is run is the author's own.

    What one example of a file names, the later ones of that file have; all have the data.
    """
    exercise = load_exercise(root, name)
    texts = [list(_of_readme(path)) for path in sorted(exercise.folder.glob("README*.md"))]
    texts.append(list(_of_stub(exercise.stub)))
    tried = sum(len(test.examples) for tests in texts for test in tests)
    problems: list[str] = []
    if tried:
        import_quietly(exercise.preload)
        with TemporaryDirectory() as folder, chdir(folder), _solution(exercise) as module:
            for each in exercise.data:
                shutil.copy(exercise.folder / each, folder)
            for tests in texts:
                names = dict(vars(module))
                for test in tests:
                    test.globs = names
                    _Runner(problems).run(test, clear_globs=False)
    return Examples(tried, tuple(problems))


def examples_line(exercise: Exercise, examples: Examples) -> ProofLine:
    """Return what the proof says of the examples."""
    count = ngettext("{count} example", "{count} examples", examples.tried)
    remark = count.format(count=examples.tried)
    return ProofLine(exercise.name, _("examples"), examples.problems, remark)


class _Runner(doctest.DocTestRunner):
    """Keeps one sentence for each example that fails."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(optionflags=OPTIONS, verbose=False)
        self._problems = problems

    def report_failure(
        self, out: object, test: doctest.DocTest, example: doctest.Example, got: str
    ) -> None:
        """Say what came instead of what was written."""
        del out
        self._say(test, example, got.strip() or _("nothing"))

    def report_unexpected_exception(
        self, out: object, test: doctest.DocTest, example: doctest.Example, exc_info: object
    ) -> None:
        """Say what was raised."""
        del out
        assert isinstance(exc_info, tuple)
        self._say(test, example, f"{exc_info[0].__name__}: {exc_info[1]}")

    def _say(self, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        self._problems.append(
            _("{file}, line {line}: `{code}` gives {got}").format(
                file=test.name,
                line=(test.lineno or 0) + example.lineno + 1,
                code=example.source.strip(),
                got=" ".join(got.split())[:200],
            )
        )


def _of_readme(path: Path) -> Iterator[doctest.DocTest]:
    said = path.read_text(encoding="utf-8")
    yield doctest.DocTestParser().get_doctest(said, {}, path.name, str(path), 0)


def _of_stub(path: Path) -> Iterator[doctest.DocTest]:
    """Yield the examples of each docstring, in the order of the file."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            match node.body:
                case [ast.Expr(ast.Constant(str(said)) as constant), *_rest]:
                    yield doctest.DocTestParser().get_doctest(
                        said, {}, path.name, str(path), constant.lineno - 1
                    )


@contextmanager
def _solution(exercise: Exercise) -> Iterator[ModuleType]:
    """Make the solution importable by its name, as an example imports it."""
    modules = {}
    for name in reversed(exercise.files):
        if name.endswith(".py"):
            modules[name] = module = ModuleType(name.removesuffix(".py"))
            module.__file__ = str(exercise.solution / name)
    before = {module.__name__: sys.modules.get(module.__name__) for module in modules.values()}
    try:
        for name, module in modules.items():
            sys.modules[module.__name__] = module
            source = read_solution(exercise, name)
            exec(compile(source, str(module.__file__), "exec"), vars(module))  # noqa: S102 - the author's own
        yield modules[exercise.files[0]]
    finally:
        for known, module_before in before.items():
            if module_before is None:
                sys.modules.pop(known, None)
            else:
                sys.modules[known] = module_before
