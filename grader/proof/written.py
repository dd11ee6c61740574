"""What an author's files must hold and must not: a part of the proof that grades nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

from grader.authoring.scaffold import README, README_KO, TODO
from grader.course import load_course
from grader.exercise import EXERCISE_FILE, Exercise
from grader.language import Text
from grader.language import gettext as _
from grader.proof.survivors import EQUIVALENT
from grader.report.formula import to_mathml
from grader.report.proof import ProofLine
from grader.suite.mistakes import docstring_paragraphs, load_mistakes


def written_lines(exercise: Exercise) -> Iterator[ProofLine]:
    """Yield what the proof says of the files and of the translations."""
    yield ProofLine(exercise.name, _("files"), tuple(wrong_files(exercise)))
    untranslated = tuple(missing_translations(exercise))
    yield ProofLine(exercise.name, _("translations"), untranslated)


def wrong_files(exercise: Exercise) -> Iterator[str]:
    """Say which files are missing, unexpected or unfinished, and what in exercise.toml is wrong."""
    given = {README, EXERCISE_FILE, *exercise.files, *exercise.data}
    if _speaks_both(exercise):
        given.add(README_KO)
    for name in sorted(given):
        if not (exercise.folder / name).is_file():
            yield _("{folder} has no {name}.").format(folder=exercise.folder.name, name=name)
    for name in exercise.files:
        if not (exercise.solution / name).is_file():
            yield _("the solution has no {name}.").format(name=name)
    stub = exercise.stub.read_bytes()
    defined = {getattr(node, "name", "") for node in ast.walk(ast.parse(stub))}
    for task in exercise.tasks:
        for name in set(task.functions) - defined:
            said = _("task {number} has the function {name}, which the stub does not define.")
            yield said.format(number=task.number, name=name)
        try:
            to_mathml(task.formula)
        except ValueError as error:
            said = _("the formula of task {number} is no TeX: {error}.")
            yield said.format(number=task.number, error=error)
    checks = {path.name for path in exercise.folder.glob("test_*.py")}
    yield from _unexpected(exercise.folder, given | checks | {README_KO})
    yield from _unexpected(exercise.solution, {*exercise.files, EQUIVALENT, "mistakes"})
    yield from _unfinished(exercise)


def _unexpected(folder: Path, known: set[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in known and not path.name.startswith(("__pycache__", ".")):
            yield _("unexpected file: {name}.").format(name=path.name)


def _unfinished(exercise: Exercise) -> Iterator[str]:
    """Name the places that ``grade new`` left to the author."""
    for folder in (exercise.folder, exercise.solution, exercise.suite):
        for path in sorted(folder.rglob("*.*")):
            if path.suffix not in (".py", ".md", ".toml"):
                continue
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            for number, line in enumerate(lines, start=1):
                if TODO in line:
                    place = path.relative_to(exercise.root)
                    yield _("{path}, line {line}: {todo} is left.").format(
                        path=place.as_posix(), line=number, todo=TODO
                    )


def missing_translations(exercise: Exercise) -> Iterator[str]:
    """Name each text that a student who reads Korean would read in English.

    A course that speaks one language (``language`` in course.toml) needs none.

    Raises
    ------
    CourseError
        When a mistake cannot be read.
    """
    if not _speaks_both(exercise):
        return
    texts: dict[str, Text] = {_("the title of the exercise"): exercise.title}
    for task in exercise.tasks:
        texts[_("the title of task {number}").format(number=task.number)] = task.title
        texts[_("the hint of task {number}").format(number=task.number)] = task.hint
    for mistake in load_mistakes(exercise):
        name = _("the explanation of the mistake {name}").format(name=mistake.name)
        texts[name] = mistake.explanation
    for folder in exercise.suites:
        for path in sorted(folder.glob("test_*.py")):
            for name, title in _titles(path):
                texts[_("the title of {check}").format(check=name)] = title
    for place, text in texts.items():
        if not text.ko.strip():
            yield _("{place} is not translated.").format(place=place)


def _speaks_both(exercise: Exercise) -> bool:
    return load_course(exercise.root).language is None


def _titles(path: Path) -> Iterator[tuple[str, Text]]:
    """Yield the checks of a file that have a docstring for a title, and that title."""
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            marks = [ast.unparse(decorator) for decorator in node.decorator_list]
            paragraphs = docstring_paragraphs(ast.get_docstring(node))
            if paragraphs and not any(mark.startswith("pytest.mark.title") for mark in marks):
                yield node.name, Text(*paragraphs[:2])
