"""Grade one submission for the person who is waiting for it, and publish the result."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from rich.console import Console

from grader.course import Course
from grader.errors import UsageError
from grader.exercise import Exercise
from grader.export.encode import as_json
from grader.intake import identity, read_submission
from grader.judge import Judge, new_seed
from grader.language import gettext as _
from grader.records import Attempt, Drawn, Outcome, Submission
from grader.report import html as html_report
from grader.report.ink import say
from grader.report.terminal import show_attempt
from grader.report.whole import write_whole
from grader.worker.cells import start_nursery
from grader.worker.sandbox import Launched

_ASIDE = ThreadPoolExecutor(1, "deepgrade-aside")
_NOTHING_TO_DO = (Outcome.PASSED, Outcome.BROKEN)


@contextmanager
def opened_judge(
    course: Course, exercise: Exercise, isolation: str, launched: Launched | None
) -> Iterator[Judge]:
    """Open a judge in the nursery that was launched for the exercise.

    Raises
    ------
    GraderError
        When something the exercise needs is not installed, or the grader fails.
    """
    nursery = start_nursery(isolation, launched, exercise.preload)
    try:
        feedback = course.feedback_at(datetime.now(UTC), exercise.name)
        yield Judge(exercise, nursery, feedback)
    finally:
        _ASIDE.submit(nursery.close)  # nobody need wait for it


def grade_and_publish(
    judge: Judge,
    exercise: Exercise,
    path: Path,
    *,
    student: str,
    seed: int | None,
    html: Path,
    json: Path | None,
    latest: Path | None,
) -> Attempt:
    """Grade what is at `path`, show the result, then write the report: you read meanwhile.

    Your progress is kept in `latest`; where you named another file, doing without is no error.
    Each file is written whole or not at all.
    """
    submission = read_submission(path, exercise, identity(student))
    _ASIDE.submit(html_report.warm_up)  # while the judge waits for the worker
    attempt = judge.grade(submission, new_seed() if seed is None else seed)
    problem = None
    try:
        _keep(attempt, json=json, latest=latest)
    except UsageError as error:  # you see the result all the same
        problem = error
    with suppress(BrokenPipeError):  # `grade exercise3 | head` has seen enough
        show_attempt(attempt, exercise, Console())
    if problem is not None:
        raise problem
    figures = _figures(judge, submission, attempt)
    write_whole(
        html, html_report.render_attempt(attempt, exercise, figures=figures).encode(), "--html"
    )
    with suppress(BrokenPipeError):
        say(_("Report: {path}").format(path=html), Console())
    return attempt


def _figures(judge: Judge, submission: Submission, attempt: Attempt) -> tuple[Drawn, ...]:
    """Draw the figures, unless you press Ctrl-C: the result is there already."""
    try:
        return judge.figures(submission, attempt).drawn
    except KeyboardInterrupt:
        return ()


def _keep(attempt: Attempt, *, json: Path | None, latest: Path | None) -> None:
    if json is not None:
        write_json(attempt, json)
    if latest is not None:
        with suppress(UsageError) if json else nullcontext():
            write_json(attempt, latest)


def write_json(attempt: Attempt, path: Path) -> None:
    """Write the attempt as JSON (``deepgrade/attempt/1``), atomically.

    Raises
    ------
    UsageError
        When the folder cannot be written to.
    """
    write_whole(path, as_json(attempt), "--json")


def read_json(path: Path) -> Attempt | None:
    """Return the attempt kept at `path`, or None where there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Attempt)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def read_progress(course: Course, place: Callable[[Exercise], Path]) -> dict[str, Attempt]:
    """Return the latest attempt kept of each exercise of the course that has one."""
    kept = {exercise.name: read_json(place(exercise)) for exercise in course.exercises}
    return {name: attempt for name, attempt in kept.items() if attempt is not None}


def all_passed(attempt: Attempt) -> bool:
    """Whether nothing is left for the student to do."""
    return all(check.outcome in _NOTHING_TO_DO for check in attempt.checks)


def first_unfinished(attempt: Attempt | None, exercise: Exercise) -> int:
    """Return the first task that leaves you something to do; the first task before any attempt."""
    unfinished = {
        check.task
        for check in (attempt.checks if attempt else ())
        if check.outcome not in _NOTHING_TO_DO
    }
    return min(unfinished, default=exercise.tasks[0].number)
