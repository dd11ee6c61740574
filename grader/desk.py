"""Grade for a notebook, in a process apart from its kernel.

    check() in the kernel ──request──► desk: judge, warm nursery
         shows the result ◄──answer───

What a notebook did to numpy, to warnings or to the import path reaches no judge here, and what a
judge imports and draws reaches no notebook. Requests and answers are lines of JSON on the standard
streams; the process ends when its kernel closes them.
"""

import os
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader import language
from grader.course import Course, find_course
from grader.errors import GraderError, SubmissionError, UsageError
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Attempt, Submission
from grader.worker import sandbox

if TYPE_CHECKING:
    from grader.judge import Judge

NOTEBOOK = "notebook.ipynb"  # as which the cells of a kernel are read


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a notebook asks to have graded.

    Attributes
    ----------
    folder
        Where the kernel works: the course is this folder or above it.
    exercise, task
        The exercise as you name it, and the task to show, or None for all.
    submission
        A path seen from the folder, or None for the cells.
    cells
        The code cells run so far, the first being In [1].
    lang
        In which to answer, or None for the course's.
    """

    folder: str
    exercise: str
    task: int | None = None
    submission: str | None = None
    cells: tuple[str, ...] = ()
    lang: language.Language | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A result to show, or a sentence that says why there is none.

    ``score`` and ``passed`` are of what is shown: the exercise, or the one task.
    """

    text: str
    page: str = ""
    attempt: Attempt | None = None
    score: float = 0.0
    passed: bool = False


class Desk:
    """Answers requests one after the other, and keeps the last exercise's nursery warm."""

    def __init__(self) -> None:
        self._opened = ExitStack()
        self._key: tuple[Course, Exercise, language.Language] | None = None
        self._judge: Judge | None = None

    def answer(self, question: bytes) -> Answer:
        """Grade what a request in JSON asks for, or say in a sentence why not."""
        try:
            return self._graded(msgspec.json.decode(question, type=Request))
        except msgspec.ValidationError as error:
            return Answer(text=_("Nobody can check that: {reason}.").format(reason=error))
        except UsageError as error:
            return Answer(text=str(error))
        except GraderError as error:
            self.close()  # the next request finds a new nursery
            return Answer(text=str(error))
        except Exception as error:  # noqa: BLE001 - a notebook shows a sentence, no traceback
            self.close()
            return Answer(
                text=_(
                    "The grader itself failed ({kind}: {error}). That is not your fault; please "
                    "report it."
                ).format(kind=type(error).__name__, error=error)
            )

    def close(self) -> None:
        """End the nursery."""
        self._key = self._judge = None
        self._opened.close()

    def _graded(self, request: Request) -> Answer:
        language.use(request.lang or language.from_locale())
        course = find_course(Path(request.folder))
        language.use(request.lang or course.language or language.from_locale())
        exercise = course.exercise(request.exercise)
        task = None if request.task is None else exercise.task(request.task).number
        judge = self._judge_of(course, exercise)
        from grader import single  # noqa: PLC0415 - see _judge_of
        from grader.judge import new_seed  # noqa: PLC0415
        from grader.report import notebook as report  # noqa: PLC0415

        submission = _read(request, exercise)
        attempt = judge.grade(submission, new_seed())
        figures = judge.figures(submission, attempt).drawn
        shown = report.part(attempt, exercise, task)
        return Answer(
            text=report.text(shown, exercise),
            page=report.page(shown, exercise, figures),
            attempt=attempt,
            score=shown.score,
            passed=single.all_passed(shown),
        )

    def _judge_of(self, course: Course, exercise: Exercise) -> "Judge":
        key = (course, exercise, language.current())
        if self._judge is None or self._key != key:
            self.close()
            launched = sandbox.begin("auto", exercise.preload, [course.root])
            # From here on the sandbox warms up beside these imports.
            from grader import single  # noqa: PLC0415

            opening = single.opened_judge(course, exercise, "auto", launched)
            self._judge = self._opened.enter_context(opening)
            self._key = key
        return self._judge


def _read(request: Request, exercise: Exercise) -> Submission:
    from grader.intake import read_submission  # noqa: PLC0415 - see _judge_of
    from grader.intake.folder import read_regular  # noqa: PLC0415
    from grader.intake.offer import Offer  # noqa: PLC0415

    folder = Path(request.folder)
    if request.submission is not None:
        return read_submission(folder / request.submission, exercise, _("student"))
    _refuse_without_code(request.cells, exercise)
    cells = [{"cell_type": "code", "source": cell} for cell in request.cells]
    notebook = msgspec.json.encode({"nbformat": 4, "cells": cells})
    beside = [name for name in exercise.files[1:] if (folder / name).is_file()]
    files = {name: partial(read_regular, folder / name) for name in beside}
    offer = Offer(Path(), {NOTEBOOK: lambda _most: notebook, **files})
    return read_submission(offer, exercise, _("student"))


def _refuse_without_code(cells: tuple[str, ...], exercise: Exercise) -> None:
    """Raise when no cell has a word of what the exercise asks for."""
    wanted = [name for task in exercise.tasks for name in task.functions]
    if wanted and not any(name in cell for name in wanted for cell in cells):
        raise SubmissionError(
            _(
                "No cell you have run defines {names} yet. Run the cells with your functions, "
                "then check again."
            ).format(names=", ".join(wanted))
        )


def main() -> None:
    """Answer requests until the kernel closes the stream; nothing else is written to it."""
    os.environ.update(sandbox.ONE_THREAD)
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    desk = Desk()
    with suppress(BrokenPipeError):
        for line in requests:
            answers.write(msgspec.json.encode(desk.answer(line)) + b"\n")
            answers.flush()
    desk.close()
