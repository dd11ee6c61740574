"""Grade one submission for the person who is waiting for it, and publish the result."""

import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from pathlib import Path

import msgspec
from rich.console import Console

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.intake import identity, read_submission
from grader.judge import Judge, new_seed
from grader.language import gettext as _
from grader.records import Attempt, Outcome
from grader.report import html as html_report
from grader.report.terminal import show_attempt
from grader.worker.cells import start_nursery
from grader.worker.sandbox import Launched

_ASIDE = ThreadPoolExecutor(1, "deepgrade-aside")
_NOTHING_TO_DO = (Outcome.PASSED, Outcome.BROKEN)


def grade_once(
    course: Course,
    exercise: Exercise,
    path: Path,
    *,
    student: str,
    seed: int | None,
    isolation: str,
    launched: Launched | None,
) -> Attempt:
    """Grade what is at `path`, in the nursery that was launched for it."""
    nursery = start_nursery(isolation, launched, exercise.preload)
    try:
        submission = read_submission(path, exercise, identity(student))
        judge = Judge(exercise, nursery, course.feedback)
        _ASIDE.submit(html_report.warm_up)  # while the judge waits for the worker
        return judge.grade(submission, new_seed() if seed is None else seed)
    finally:
        _ASIDE.submit(nursery.close)  # nobody need wait for it


def publish(
    attempt: Attempt, exercise: Exercise, *, html: Path, json: Path | None, latest: Path
) -> None:
    """Show the attempt in the terminal and write its files, each whole or not at all.

    Your progress is kept in `latest`; where you named another file, doing without is no error.
    """
    show_attempt(attempt, exercise, Console())
    if json is not None:
        write_json(attempt, json)
    with suppress(UsageError) if json else nullcontext():
        write_json(attempt, latest)
    html_report.write_attempt(attempt, exercise, html)
    Console().print(
        _("Report: {path}").format(path=html), highlight=False, markup=False, soft_wrap=True
    )


def write_json(attempt: Attempt, path: Path) -> None:
    """Write the attempt as JSON (``deepgrade/attempt/1``), atomically.

    Raises
    ------
    UsageError
        When the folder cannot be written to.
    """
    data = msgspec.json.format(msgspec.json.encode(attempt), indent=2) + b"\n"
    draft = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise UsageError(
            _("{path} cannot be written: {reason}. Name another file with --json.").format(
                path=path, reason=error.strerror
            )
        ) from None


def read_json(path: Path) -> Attempt | None:
    """Return the attempt kept at `path`, or None where there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Attempt)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


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
