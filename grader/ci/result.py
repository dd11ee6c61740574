"""What a pull request earned: the exercises it touches, graded or not, and what follows of it."""

from typing import Annotated, Literal, NamedTuple

import msgspec

from grader.exercise import Exercise
from grader.records import Attempt, Outcome
from grader.scoring import sum_points

RESULT = "result.json"

_Points = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
_ShortName = Annotated[str, msgspec.Meta(max_length=100)]


class Judged(NamedTuple):
    """One exercise of a pull request.

    Attributes
    ----------
    exercise, folder
        The exercise, and its folder in the repository.
    source
        The module as the head has it, to find lines in; empty for a notebook.
    path
        The file that was handed in.
    attempt
        What was found; None where nothing could be graded.
    reason
        Why not.
    is_new
        It was graded in this run, not before.
    notes
        What was remarked as the submission was read, such as files left out.
    """

    exercise: Exercise
    folder: str
    source: str
    path: str
    attempt: Attempt | None
    reason: str = ""
    is_new: bool = True
    notes: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """Return the points earned."""
        return self.attempt.score if self.attempt else 0.0

    @property
    def max_score(self) -> float:
        """Return the points there are; in a student's kit those of the visible checks."""
        return self.attempt.max_score if self.attempt else self.exercise.points


class RunResult(NamedTuple):
    """Everything that a run found out.

    Attributes
    ----------
    head
        Full number of the commit that was graded.
    judged
        The exercises that it touches, in the order of the course.
    without_effect
        Paths that nothing was taken from.
    fail_under
        The part of the points that is asked for, in per cent.
    """

    head: str
    judged: tuple[Judged, ...]
    without_effect: tuple[str, ...]
    fail_under: float

    @property
    def score(self) -> float:
        """Return the points earned."""
        return sum_points(each.score for each in self.judged)

    @property
    def max_score(self) -> float:
        """Return the points there are for what is touched."""
        return sum_points(each.max_score for each in self.judged)

    @property
    def passed(self) -> bool:
        """Tell whether the policy is met: enough points, and everything could be graded."""
        if any(each.attempt is None for each in self.judged):
            return False
        return self.score >= self.max_score * self.fail_under / 100 - 1e-9

    @property
    def attempts(self) -> list[Attempt]:
        """Return the attempts there are."""
        return [each.attempt for each in self.judged if each.attempt]


class TaskLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far a task is.

    Attributes
    ----------
    number
        Number of the task.
    points
        Points earned.
    max_points
        Points there are.
    passed
        Checks that passed.
    checks
        Checks there are.
    """

    number: Annotated[int, msgspec.Meta(ge=1, le=1_000)]
    points: _Points
    max_points: _Points
    passed: _Count
    checks: _Count


class ExerciseLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far an exercise is.

    Attributes
    ----------
    name
        Name of the exercise, ``exercise3``.
    score
        Points earned.
    max_score
        Points there are.
    tasks
        One for each task; none where what was handed in could not be graded.
    """

    name: _ShortName
    score: _Points
    max_score: _Points
    tasks: Annotated[tuple[TaskLine, ...], msgspec.Meta(max_length=1_000)] = ()


class ResultFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``result.json``, from which ``grade ci-comment`` writes: numbers, and nothing a student said.

    It is written by a run that a pull request may have changed, so whoever reads it checks it.

    Attributes
    ----------
    schema
        The version of this record.
    head
        Full number of the commit that was graded.
    score
        Points earned in all exercises that were touched.
    max_score
        Points there are in them.
    passed
        Whether the part of the points reaches ``--fail-under``, and all could be graded.
    exercises
        One for each exercise that was touched, in the order of the course.
    """

    schema: Literal["deepgrade/ci/1"] = "deepgrade/ci/1"
    head: Annotated[str, msgspec.Meta(pattern="^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
    score: _Points
    max_score: _Points
    passed: bool
    exercises: Annotated[tuple[ExerciseLine, ...], msgspec.Meta(max_length=1_000)]


def result_file(result: RunResult) -> ResultFile:
    """Return the numbers of a run."""
    return ResultFile(
        head=result.head,
        score=result.score,
        max_score=result.max_score,
        passed=result.passed,
        exercises=tuple(
            ExerciseLine(
                name=each.exercise.name,
                score=each.score,
                max_score=each.max_score,
                tasks=_task_lines(each.attempt) if each.attempt else (),
            )
            for each in result.judged
        ),
    )


def _task_lines(attempt: Attempt) -> tuple[TaskLine, ...]:
    lines = []
    for number in sorted({check.task for check in attempt.checks}):
        checks = [check for check in attempt.checks if check.task == number]
        lines.append(
            TaskLine(
                number=number,
                points=sum_points(check.points for check in checks),
                max_points=sum_points(check.max_points for check in checks),
                passed=sum(check.outcome is Outcome.PASSED for check in checks),
                checks=len(checks),
            )
        )
    return tuple(lines)
