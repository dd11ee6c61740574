"""The author's proof that an exercise is graded right.

The stub must fail every task, the solution must get full marks under several seeds, and every
mistake must fail the check it names and be recognised by its own name.
"""

import ast
import hashlib
from collections.abc import Iterator, Sequence

from grader.course import EXERCISE_FILE, Exercise
from grader.errors import CourseError, SuiteError
from grader.judge import Judge, new_seed
from grader.language import gettext as _
from grader.language import ngettext
from grader.records import Attempt, Feedback, Outcome, Submission
from grader.report.proof import ProofLine
from grader.suite.diagnosis import KnownMistake, load_mistakes
from grader.worker.cells import Nursery

SEEDS = 5
# Code that does nothing and must earn nothing, whatever its functions return.
_HOLLOW = {"returns None": "None", "returns 0": "0.0", "returns its argument": "{first}"}
_EXPECTED_FILES = ("README.md", "README.ko.md", EXERCISE_FILE)


def verify_all(
    exercises: Sequence[Exercise], nursery: Nursery, seeds: int = SEEDS
) -> Iterator[ProofLine]:
    """Yield the proof of each exercise line by line, as it is made."""
    for exercise in exercises:
        try:
            yield from verify(exercise, nursery, seeds)
        except (SuiteError, CourseError) as error:
            yield ProofLine(exercise.name, _("suite"), (str(error),))


def verify(
    exercise: Exercise, nursery: Nursery, seeds: int = SEEDS, *, sample: int | None = None
) -> Iterator[ProofLine]:
    """Yield the proof of one exercise; with `sample`, try that many mistakes, evenly spread.

    Raises
    ------
    SuiteError, CourseError
        When the suite or a mistake cannot be read at all.
    """
    yield ProofLine(exercise.name, _("files"), tuple(_wrong_files(exercise)))
    judge = Judge(exercise, nursery, Feedback.FULL)
    stub = judge.grade(_submission(exercise, "stub", exercise.stub.read_bytes()), new_seed())
    yield ProofLine(exercise.name, _("stub"), tuple(_wrong_stub(exercise, stub)))
    for name, answer in _HOLLOW.items():
        hollow = hollowed(exercise.stub.read_text(encoding="utf-8"), answer).encode()
        attempt = judge.grade(_submission(exercise, name, hollow), new_seed())
        yield ProofLine(exercise.name, name, tuple(_passing(attempt)))
    solution = (exercise.solution / exercise.files[0]).read_bytes()
    attempts = [
        judge.grade(_submission(exercise, "solution", solution), new_seed()) for _n in range(seeds)
    ]
    slowest = max((c for a in attempts for c in a.checks), key=lambda check: check.duration_s)
    yield ProofLine(
        exercise.name,
        _("solution"),
        tuple(problem for attempt in attempts for problem in _wrong_solution(attempt)),
        _("{seeds} seeds; slowest check {ms:.0f} ms: {check}").format(
            seeds=seeds, ms=slowest.duration_s * 1e3, check=_short(slowest.id)
        ),
    )
    mistakes = load_mistakes(exercise)
    step = 1 if sample is None else max(1, len(mistakes) // sample)
    for mistake in mistakes[::step][:sample]:
        attempt = judge.grade(_submission(exercise, mistake.name, mistake.source), new_seed())
        yield _mistake_line(exercise, mistake, attempt)


def _submission(exercise: Exercise, name: str, source: bytes) -> Submission:
    return Submission(
        student=name,
        files={exercise.files[0]: source},
        sha256=hashlib.sha256(source).hexdigest(),
        origin=name,
    )


def _wrong_files(exercise: Exercise) -> Iterator[str]:
    for name in (*_EXPECTED_FILES, *exercise.files):
        if not (exercise.folder / name).is_file():
            yield _("{folder} has no {name}.").format(folder=exercise.folder.name, name=name)
    for name in exercise.files:
        if not (exercise.solution / name).is_file():
            yield _("the solution has no {name}.").format(name=name)
    known = {*_EXPECTED_FILES, *exercise.files}
    for path in sorted(exercise.folder.iterdir()):
        if path.name not in known and not path.name.startswith(("test_", "__pycache__", ".")):
            yield _("unexpected file: {name}.").format(name=path.name)


def _wrong_stub(exercise: Exercise, attempt: Attempt) -> Iterator[str]:
    yield from _passing(attempt)
    for task in exercise.tasks:
        wanted = _("Task {number} is not done yet.").format(number=task.number)
        if not any(c.task == task.number and c.message == wanted for c in attempt.checks):
            yield _("no check of task {number} says that it is not done yet.").format(
                number=task.number
            )


def _passing(attempt: Attempt) -> Iterator[str]:
    """Name the checks that code which does nothing passes."""
    for check in attempt.checks:
        if check.outcome is Outcome.PASSED:
            yield _("{check} passes, though nothing is done.").format(check=_short(check.id))


def hollowed(stub: str, answer: str) -> str:
    """Return the stub with every function's body replaced by ``return`` `answer`."""
    tree = ast.parse(stub)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name != "__init__":
            arguments = [argument.arg for argument in node.args.args if argument.arg != "self"]
            value = answer.format(first=arguments[0] if arguments else "None")
            node.body = [*ast.parse(f"return {value}").body]
    return ast.unparse(tree)


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


def _mistake_line(exercise: Exercise, mistake: KnownMistake, attempt: Attempt) -> ProofLine:
    failed = [check for check in attempt.checks if check.outcome is not Outcome.PASSED]
    named: set[str] = set()
    for check in failed:
        named |= set((check.mistake or "").split(" | ")) - {""}
    problems = []
    if not any(_function(check.id) == mistake.fails for check in failed):
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
