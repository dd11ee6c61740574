"""The files of an imported exercise, and the list of what a person must look at."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.importing.assignment import Assignment, Question
from grader.importing.cells import Cell, read_cells
from grader.importing.module import Module
from grader.importing.nbgrader import is_nbgrader, read_nbgrader
from grader.importing.otter import is_otter, read_otter
from grader.importing.pages import Task, readme, settings, titled
from grader.importing.suites import Suites
from grader.language import gettext as _
from grader.report.clean import one_line

Reader = Callable[[Sequence[Cell]], Assignment]
FORMATS: Mapping[str, tuple[Callable[[Sequence[Cell]], bool], Reader]] = {
    "nbgrader": (is_nbgrader, read_nbgrader),
    "otter": (is_otter, read_otter),
}


class Imported(msgspec.Struct, frozen=True):
    """An exercise, file by file from the course's folder, and what to look at."""

    files: dict[str, str]
    remarks: tuple[str, ...]


def import_exercise(path: Path, kind: str, name: str) -> Imported:
    """Make the exercise `name` of a notebook that was written for another grader.

    Raises
    ------
    UsageError
        When it cannot be read, no such grader has marked it, or nothing can be graded here.
    """
    try:
        return _exercise(name, _assignment(path, kind))
    except RecursionError:
        raise UsageError(_("The code in {path} is nested too deeply.").format(path=path)) from None


def _assignment(path: Path, kind: str) -> Assignment:
    """Read the notebook."""
    cells = read_cells(path)
    is_one, read = FORMATS[kind]
    if not is_one(cells):
        raise UsageError(
            _("{path} has no marks of {kind}. Name the notebook the teacher writes.").format(
                path=path, kind=kind
            )
        )
    return read(cells)


def _exercise(name: str, assignment: Assignment) -> Imported:
    """Write the files. What no check can be made of is no task, and then there is one less."""
    title, prose = titled(assignment.prose, name.capitalize().replace("_", " "))
    remarks = list(assignment.remarks)
    questions = [question for question in _joined(assignment.questions) if question.tests]
    while True:
        module = Module(title, assignment, _numbers(questions))
        suites = Suites(title, module)
        for task, question in enumerate(questions, start=1):
            suites.add(task, question)
        remarks += [remark for remark in suites.remarks if remark not in remarks]
        graded = [q for task, q in enumerate(questions, start=1) if suites.points.get(task)]
        if graded == questions:
            break
        remarks += [_no_task(question) for question in questions if question not in graded]
        questions = graded
    if not questions:
        said = [_("There is nothing here that can be graded."), *map(one_line, remarks)]
        raise UsageError("\n".join(said))
    tasks = [
        Task.of(number, question, module.functions[number])
        for number, question in enumerate(questions, start=1)
    ]
    pictures = any("](" in text for text in (*prose, *(t for task in tasks for t in task.prose)))
    always = [*module.remarks, *_always(pictures=pictures, hidden=suites.has_hidden)]
    return Imported(
        {
            f"exercises/{name}/{name}.py": module.stub,
            f"exercises/{name}/README.md": readme(title, prose, tasks),
            f"exercises/{name}/exercise.toml": settings(title, name, tasks, module, suites.points),
            f"exercises/{name}/test_{name}.py": suites.source(is_hidden=False),
            f"solutions/{name}/{name}.py": module.solution,
            f"tests/hidden/{name}/test_{name}.py": suites.source(is_hidden=True),
        },
        tuple(map(one_line, [*remarks, *always])),
    )


def _no_task(question: Question) -> str:
    said = _("{name} is no task: nothing of its tests could be taken over.")
    return said.format(name=question.name)


def _joined(questions: Sequence[Question]) -> list[Question]:
    """Give what has tests but no code of its own to the question before it."""
    found: list[Question] = []
    for question in questions:
        if found and not any(code.solution for code in question.code):
            last = found.pop()
            question = Question(  # noqa: PLW2901 - the two are one from here on
                name=last.name,
                prose=(*last.prose, *question.prose),
                code=(*last.code, *question.code),
                tests=(*last.tests, *question.tests),
            )
        found.append(question)
    return found


def _numbers(questions: Sequence[Question]) -> dict[int, int]:
    """Return the task that each code cell belongs to."""
    return {
        code.cell: task
        for task, question in enumerate(questions, start=1)
        for code in question.code
    }


def _always(*, pictures: bool, hidden: bool) -> list[str]:
    """Return what is to be done for every import."""
    remarks = [
        _("The checks are the notebook's, and `grade verify` runs them as yours: read them first."),
        _("Hints are placeholders. Nothing is translated; or say `language` in course.toml."),
        _("Fixed inputs can be answered by a table: draw some from `rng`, and add mistakes."),
    ]
    if pictures:
        remarks.append(_("README.md has links or pictures: see that they lead somewhere."))
    if not hidden:
        remarks.append(_("No test was hidden: students hold every check. Add hidden ones."))
    return remarks
