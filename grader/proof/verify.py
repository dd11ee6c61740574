"""The author's proof that an exercise is graded right.

The stub must fail every task, the solution get full marks under several seeds, every mistake fail
the check it names and be recognised, and no mutant get full marks but those listed (``survivors``).
Files and translations (``written``) and ``examples`` are looked at too.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from grader.errors import CourseError, SuiteError
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.language import ngettext
from grader.proof.examples import examples_line
from grader.proof.hollow import hollow_modules
from grader.proof.survivors import verify_mutants
from grader.proof.trials import Trials
from grader.proof.written import written_lines
from grader.records import Attempt, Outcome
from grader.report.outcomes import not_done
from grader.report.proof import ProofLine
from grader.suite import figures
from grader.suite.mistakes import KnownMistake, load_mistakes, read_solution

SEEDS = 5
# A check that takes the solution longer, a training, say, is tried on the mistakes that name it.
SLOW_SECONDS = 2.0


def verify_all(
    exercises: Sequence[Exercise], trials: Trials, seeds: int = SEEDS, *, with_mutants: bool = False
) -> Iterator[ProofLine]:
    """Yield the proof of each exercise line by line, as it is made."""
    for exercise in exercises:
        try:
            yield from verify(exercise, trials, seeds)
            if with_mutants:
                yield verify_mutants(exercise, partial(trials.passes, exercise))
        except (SuiteError, CourseError) as error:
            yield ProofLine(exercise.name, _("suite"), (str(error),))


def verify(
    exercise: Exercise, trials: Trials, seeds: int = SEEDS, *, sample: int | None = None
) -> Iterator[ProofLine]:
    """Yield the proof of one exercise; with `sample`, try that many mistakes, evenly spread.

    Raises
    ------
    SuiteError, CourseError
        When the suite or a mistake cannot be read at all.
    """
    yield from written_lines(exercise)
    stub = exercise.stub.read_bytes()
    solution = read_solution(exercise, exercise.files[0])
    mistakes = load_mistakes(exercise)
    step = 1 if sample is None else max(1, len(mistakes) // sample)
    mistakes = mistakes[::step][:sample]
    # What can be is handed to the executor at once; the lines come in this order.
    of_stub = trials.grade(exercise, "stub", stub)
    of_hollow = {
        name: trials.grade(exercise, name, source)
        for name, source in hollow_modules(stub.decode()).items()
    }
    of_solution = [trials.grade(exercise, "solution", solution) for _n in range(seeds)]
    of_examples = trials.examples(exercise)
    slow = _slow_checks([graded.result() for graded in of_solution])
    of_mistakes = [
        trials.grade(exercise, known.name, known.source, slow - {known.fails}) for known in mistakes
    ]

    yield ProofLine(exercise.name, _("stub"), tuple(_wrong_stub(exercise, of_stub.result())))
    for name, graded in of_hollow.items():
        yield ProofLine(exercise.name, name, tuple(_passing(graded.result())))
    yield _solution_line(exercise, [graded.result() for graded in of_solution])
    yield examples_line(exercise, of_examples.result())
    if (exercise.suite / figures.FILE).is_file():
        of_the_stub = trials.draw(exercise, stub, of_stub.result())
        of_the_solution = trials.draw(exercise, solution, of_solution[0].result())
        yield _figures_line(exercise, of_the_stub.result(), of_the_solution.result())
    for known, graded in zip(mistakes, of_mistakes, strict=True):
        yield mistake_line(exercise, known, graded.result())


def _slow_checks(attempts: Sequence[Attempt]) -> set[str]:
    """Return the names of the checks that took the solution long every time."""
    taken: dict[str, float] = {}
    for check in (check for attempt in attempts for check in attempt.checks):
        name = _function(check.id)
        taken[name] = min(taken.get(name, math.inf), check.duration_s)
    return {name for name, seconds in taken.items() if seconds > SLOW_SECONDS}


def _solution_line(exercise: Exercise, attempts: Sequence[Attempt]) -> ProofLine:
    slowest = max((c for a in attempts for c in a.checks), key=lambda check: check.duration_s)
    wrong = (problem for attempt in attempts for problem in _wrong_solution(attempt))
    return ProofLine(
        exercise.name,
        _("solution"),
        (*_flaky(attempts), *wrong),
        _("{seeds} seeds; slowest check {ms:.0f} ms: {check}").format(
            seeds=len(attempts), ms=slowest.duration_s * 1e3, check=_short(slowest.id)
        ),
    )


def _flaky(attempts: Sequence[Attempt]) -> Iterator[str]:
    """Name the checks that the solution passes under some seeds only."""
    checks = (check for attempt in attempts for check in attempt.checks)
    passed = Counter(check.id for check in checks if check.outcome is Outcome.PASSED)
    for check, count in passed.items():
        if count < len(attempts):
            yield _("{check} is flaky: it passes under {count} of {seeds} seeds.").format(
                check=_short(check), count=count, seeds=len(attempts)
            )


def _figures_line(
    exercise: Exercise, of_stub: figures.Figures, of_solution: figures.Figures
) -> ProofLine:
    """Every figure must be drawn of the solution, and none of the stub."""
    too_many = [
        _("a figure of task {number} is drawn, though nothing is done.").format(number=drawn.task)
        for drawn in of_stub.drawn
    ]
    count = len(of_solution.drawn)
    remark = ngettext("{count} picture", "{count} pictures", count).format(count=count)
    return ProofLine(exercise.name, _("figures"), (*of_solution.problems, *too_many), remark)


def _wrong_stub(exercise: Exercise, attempt: Attempt) -> Iterator[str]:
    yield from _passing(attempt)
    for task in exercise.tasks:
        wanted = not_done(task.number)
        if not any(c.task == task.number and c.message == wanted for c in attempt.checks):
            yield _("no check of task {number} says that it is not done yet.").format(
                number=task.number
            )


def _passing(attempt: Attempt) -> Iterator[str]:
    """Name the checks that code which does nothing passes."""
    for check in attempt.checks:
        if check.outcome is Outcome.PASSED:
            yield _("{check} passes, though nothing is done.").format(check=_short(check.id))


def _wrong_solution(attempt: Attempt) -> Iterator[str]:
    for check in attempt.checks:
        if check.outcome is not Outcome.PASSED:
            yield _("seed {seed}: {check}: {outcome}: {message}").format(
                seed=attempt.seed,
                check=_short(check.id),
                outcome=check.outcome,
                message=check.message,
            )
    if attempt.score != attempt.max_score:
        yield _("the solution gets {score:g} of {points:g}.").format(
            score=attempt.score, points=attempt.max_score
        )


def mistake_line(exercise: Exercise, mistake: KnownMistake, attempt: Attempt) -> ProofLine:
    """Return what the proof says of one graded mistake."""
    failed = [check for check in attempt.checks if check.outcome is not Outcome.PASSED]
    named: set[str] = set()
    for check in failed:
        named |= set((check.mistake or "").split(" | ")) - {""}
    problems = []
    if all(_function(check.id) != mistake.fails for check in attempt.checks):
        problems.append(
            _("FAILS names {check}, and no check is called that.").format(check=mistake.fails)
        )
    elif all(_function(check.id) != mistake.fails for check in failed):
        problems.append(_("passes {check}, which it should fail.").format(check=mistake.fails))
    if any(check.outcome is Outcome.BROKEN for check in failed):
        problems.append(_("makes a check break instead of fail."))
    if mistake.name not in named:
        problems.append(_("is not recognised by name."))
    others = sorted(named - {mistake.name})
    alone = any(check.mistake == mistake.name for check in failed)
    if others and not alone:
        problems.append(_("cannot be told from {others}.").format(others=", ".join(others)))
    elif others:
        problems.append(_("is also taken for {others}.").format(others=", ".join(others)))
    remark = ngettext("{count} check fails", "{count} checks fail", len(failed))
    return ProofLine(exercise.name, mistake.name, tuple(problems), remark.format(count=len(failed)))


def _short(check: str) -> str:
    return check.partition("::")[2]


def _function(check: str) -> str:
    return _short(check).partition("[")[0]
