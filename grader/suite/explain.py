"""Say in words what a check saw the student's code do, and how much of it may be shown.

What a hidden check lets out must carry no text the student's code could have chosen while it
held hidden inputs, so every sentence here is made of our own words; the student's own words are
in ``detail``, shown from the level ``output`` on.
"""

import builtins
import re

import msgspec
import numpy as np

from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import ErrorMap, Feedback, Outcome
from grader.report.outcomes import not_done
from grader.suite.expect import CheckFailure
from grader.suite.lines import Lines
from grader.suite.sentences import RAISED, SENTENCES, import_advice, timed_out, too_much_output
from grader.worker.connection import StudentError

_TASK = re.compile(r"\bTask (\d{1,3})\b")
_TOO_LARGE = "File too large"
_OF_NUMPY = frozenset({*np.exceptions.__all__, "LinAlgError", "UFuncTypeError"})


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """What happened in one check.

    Attributes
    ----------
    outcome
        How it ended, before it is known whether an earlier task failed.
    brief
        What may be shown for a hidden check: our own words alone.
    detail
        The student's own words.
    full
        The places and sizes of what differs.
    call, expected, actual, errors
        The call with its input, the oracle's value, the student's, and where large ones differ.
    waits_for
        The task whose stub was reached.
    line
        Where in the module the code stopped.
    """

    outcome: Outcome
    brief: str
    detail: str = ""
    full: str = ""
    call: str | None = None
    expected: str | None = None
    actual: str | None = None
    errors: ErrorMap | None = None
    waits_for: int | None = None
    line: int | None = None

    def revealed(self, level: Feedback) -> "Explanation":
        """Return the part that `level` lets a student see."""
        if level is Feedback.FULL:
            message = " ".join(filter(None, [self.brief, self.detail, self.full]))
            return msgspec.structs.replace(self, brief=message)
        if level is Feedback.NONE and self.waits_for is None:
            return Explanation(outcome=self.outcome, brief=_("This hidden check did not pass."))
        if level is Feedback.OUTPUT:
            brief = " ".join(filter(None, [self.brief, self.detail]))
        else:
            brief = self.brief
        return Explanation(
            outcome=self.outcome, brief=brief, waits_for=self.waits_for, line=self.line
        )


class Explainer:
    """Explains for one submission of one exercise."""

    def __init__(self, exercise: Exercise, files: dict[str, bytes]) -> None:
        self._exercise = exercise
        self.lines = Lines(files)

    def failure(self, failure: CheckFailure) -> Explanation:
        """Explain a false statement."""
        return Explanation(
            outcome=Outcome.FAILED,
            brief=failure.brief,
            full=failure.full,
            call=failure.call,
            expected=failure.expected,
            actual=failure.actual,
            errors=failure.errors,
        )

    def error(self, error: StudentError, *, loading: bool = False) -> Explanation:
        """Explain what the student's code did instead of returning a value."""
        limits = self._exercise.limits
        if error.kind in ("seconds", "cpu", "total"):
            return Explanation(outcome=Outcome.TIMED_OUT, brief=timed_out(error.kind, limits))
        if error.kind in ("raised", "syntax"):
            explanation = self._raised(error, loading=loading)
        elif error.kind in SENTENCES:
            brief = SENTENCES[error.kind](error, self._exercise)
            if error.kind == "missing":
                brief = self._missing_in_notebook(error.function) or brief
            detail = error.message if error.kind in ("signature", "unsendable") else ""
            if error.kind == "signature" and detail:
                detail = _("Yours is {signature}.").format(signature=detail)
            explanation = Explanation(outcome=Outcome.FAILED, brief=brief, detail=detail)
        else:
            explanation = Explanation(
                outcome=Outcome.FAILED,
                brief=_("Your code did not answer the way a function does."),
            )
        line = self.lines.last(error, self._exercise.files[0])
        return msgspec.structs.replace(explanation, call=error.call, line=line)

    def unusable(self) -> Explanation:
        """Explain a value that a check could not use, though it can use the solution's."""
        return Explanation(
            outcome=Outcome.FAILED,
            brief=_(
                "Your code returned something this check cannot use. Compare its type and shape "
                "with what the docstring in the stub asks for."
            ),
        )

    def broken(self, error: BaseException) -> Explanation:
        """Explain a check that fails on the model solution too."""
        return Explanation(
            outcome=Outcome.BROKEN,
            brief=_(
                "This check itself is broken; it costs you nothing. Please tell your instructor."
            ),
            full=f"{type(error).__name__}: {error}"[:500],
        )

    def _raised(self, error: StudentError, *, loading: bool) -> Explanation:
        number = self._unfinished(error)
        if number is not None:
            return Explanation(
                outcome=Outcome.FAILED,
                brief=not_done(number),
                waits_for=number,
            )
        if error.kind == "raised" and error.type_name in RAISED:
            brief = RAISED[error.type_name](self._exercise.limits)
            return Explanation(
                outcome=Outcome.FAILED, brief=f"{brief} {self.lines.where(error)}".strip()
            )
        if error.type_name == "OSError" and _TOO_LARGE in error.message:
            brief = too_much_output(error, self._exercise)
            return Explanation(outcome=Outcome.FAILED, brief=brief)
        if loading:
            return Explanation(outcome=Outcome.FAILED, brief=self._not_loaded(error))
        known = error.type_name in _OF_NUMPY or _is_builtin(error.type_name)
        brief = _("Your code raised {name}.").format(
            name=error.type_name if known else _("an exception")
        )
        # Any other name is the student's own text, so it is no part of the brief.
        words = [error.message] if known else [error.type_name, error.message]
        return Explanation(
            outcome=Outcome.FAILED,
            brief=f"{brief} {self.lines.where(error)}".strip(),
            detail=": ".join(filter(None, words)),
        )

    def _not_loaded(self, error: StudentError) -> str:
        place = self.lines.where(error)
        if error.kind != "syntax":
            brief = _("Your module cannot be imported: {name}: {message} {place}").format(
                name=error.type_name, message=error.message, place=place
            )
            return f"{brief.strip()} {import_advice(error)}"
        brief = _("This is not valid Python: {message}.").format(message=error.message)
        brief = f"{brief} {place}".strip()
        if "'utf-8' codec" in error.message:
            brief += " " + _("Save the file as UTF-8.")
        return brief

    def _unfinished(self, error: StudentError) -> int | None:
        """Return the task whose stub raised, if that is what happened."""
        match = _TASK.search(error.message)
        if error.type_name != "NotImplementedError" or match is None:
            return None
        number = int(match[1])
        return number if any(task.number == number for task in self._exercise.tasks) else None

    def _missing_in_notebook(self, name: str | None) -> str | None:
        """Say why a notebook has no such name; None where none was handed in."""
        cells = self.lines.cells(self._exercise.files[0])
        if not cells:
            return None
        definition = re.compile(rf"(?:def|class)\s+{re.escape(name or '')}\b")
        for number, lines in cells.items():
            if any(map(definition.match, lines)):
                return _(
                    "Cell {number} stopped with an error before it came to `{name}`. Mend the "
                    "error, or move what fails into a cell of its own."
                ).format(number=number, name=name)
        return _(
            "There is no `{name}` in your notebook. Was it renamed or deleted, or was its cell "
            "left out?"
        ).format(name=name)


def _is_builtin(name: str) -> bool:
    kind = getattr(builtins, name, None)
    return isinstance(kind, type) and issubclass(kind, BaseException)
