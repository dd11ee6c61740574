"""What is said of each way in which the student's code did not return a value."""

from collections.abc import Callable

from grader.exercise import Exercise, Limits
from grader.language import gettext as _
from grader.worker.connection import StudentError


def timed_out(kind: str, limits: Limits) -> str:
    """Say which limit of time was reached: ``seconds``, ``cpu`` or ``total``."""
    if kind == "total":
        return _(
            "The checks together took longer than {seconds:g} s, so this one was not run. Look at "
            "the slow ones first."
        ).format(seconds=limits.total_seconds)
    if kind == "cpu":
        return _(
            "Your code used more than {seconds:g} s of computing time. Is there a loop that never "
            "ends?"
        ).format(seconds=limits.cpu_seconds)
    return _(
        "Your code took longer than {seconds:g} s without computing much. Does it wait for "
        "something (`sleep`, `input`)?"
    ).format(seconds=limits.seconds)


def import_advice(error: StudentError) -> str:
    """Say what to do about a module that cannot be imported."""
    if error.type_name == "SyntaxError":  # one that Python finds before the first line
        return _("Is it a Python file? Save it again as plain text in UTF-8.")
    if error.type_name == "ModuleNotFoundError":
        return _("Only the packages of this course are available; remove the import.")
    return _('Code that should run only as a program goes below `if __name__ == "__main__":`.')


def too_much_output(_error: StudentError, exercise: Exercise) -> str:
    """Say that printing was stopped."""
    return _("Your code printed more than {megabytes} MB. Is there a print in a loop?").format(
        megabytes=exercise.limits.output_mb
    )


# By the kind of the error; all but what a limit of time ended and what was raised.
SENTENCES: dict[str, Callable[[StudentError, Exercise], str]] = {
    "missing": lambda error, exercise: _(
        "There is no `{name}` in {file}. Was it renamed or deleted?"
    ).format(name=error.function, file=exercise.files[0]),
    "not_callable": lambda error, _exercise: _(
        "`{name}` is not a function. Was the name used for something else?"
    ).format(name=error.function),
    "signature": lambda error, _exercise: _(
        "`{name}` cannot be called the way the exercise calls it. Compare its arguments with the "
        "stub's."
    ).format(name=error.function),
    "unsendable": lambda _error, _exercise: _(
        "Your code returned something that is no plain value or is too large."
    ),
    "crashed": lambda error, _exercise: _(
        "Your code crashed Python itself ({signal}). Recursion without end can do that."
    ).format(signal=error.message),
    "exited": lambda _error, _exercise: _(
        "Your code ended the process instead of returning. Remove calls of exit()."
    ),
    "memory": lambda _error, exercise: _(
        "Your code used more than {megabytes} MB of memory."
    ).format(megabytes=exercise.limits.memory_mb),
    "output": too_much_output,
    "callbacks": lambda _error, _exercise: _(
        "Your code called the function it was given far too often. Is there a loop that never ends?"
    ),
}
# By the name of the exception, where its name alone would say too little.
RAISED: dict[str, Callable[[Limits], str]] = {
    "MemoryError": lambda limits: _(
        "Your code asked for more memory than the {megabytes} MB it may use."
    ).format(megabytes=limits.memory_mb),
    "RecursionError": lambda _limits: _(
        "Your code calls itself without end (RecursionError). Which call ends the recursion?"
    ),
    "SystemExit": lambda _limits: _(
        "Your code calls exit(), which would end the whole program. Return a value instead."
    ),
    "EOFError": lambda _limits: _(
        "Nobody can answer input() while your code is graded; remove it."
    ),
    "NotImplementedError": lambda _limits: _("This part is not written yet (NotImplementedError)."),
}
