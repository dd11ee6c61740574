"""The data model: frozen records that everything else passes around.

They import nothing of the grader and everyone imports them; they are the architecture.
``Attempt`` is also the JSON contract ``deepgrade/attempt/1``; ``docs/reference/json.md`` is made
from what stands here.
"""

from enum import StrEnum
from typing import Literal

import msgspec


class Outcome(StrEnum):
    """How one check ended. ``PASSED`` earns its points, and ``BROKEN`` costs none."""

    PASSED = "passed"
    FAILED = "failed"
    BLOCKED = "blocked"  # it failed, and so did an earlier task it depends on
    TIMED_OUT = "timed_out"
    BROKEN = "broken"  # the grader's own fault: never costs points, the instructor sees it


class Isolation(StrEnum):
    """What stood between the student's code and the machine."""

    SANDBOX = "sandbox"
    PROCESS = "process"


class Visibility(StrEnum):
    """Whether the student holds the source of a check."""

    VISIBLE = "visible"
    HIDDEN = "hidden"


class Limit(StrEnum):
    """Which of an exercise's limits ended a check."""

    CPU = "cpu"
    SECONDS = "seconds"  # by the clock: it waited, or the machine was busy
    TOTAL = "total"  # by the clock, all checks together
    MEMORY = "memory"
    OUTPUT = "output"


class Feedback(StrEnum):
    """How much of a hidden check its student may see; each level shows what the one above does."""

    NONE = "none"  # title and outcome
    RESULT = "result"  # what kind of difference, where the code failed, the named mistake
    OUTPUT = "output"  # what the student's own code printed and raised
    FULL = "full"  # input, expected and actual value, as for a visible check


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """What one student handed in for one exercise: the files' contents, and nothing else.

    Attributes
    ----------
    student
        The identity the submission is graded under, in Unicode NFC.
    files
        File name to content, as read by intake; only names the exercise allows.
    sha256
        Hex digest over the sorted names and contents.
    origin
        Where it was read from, for messages only.
    notes
        What intake left out or changed, in sentences for the student.
    """

    student: str
    files: dict[str, bytes]
    sha256: str
    origin: str
    notes: tuple[str, ...] = ()


class SubmissionSummary(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a submission that an attempt records.

    Attributes
    ----------
    files
        Names of the files that were graded.
    sha256
        Hex digest over the sorted names and contents.
    """

    files: tuple[str, ...]
    sha256: str


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """A known wrong implementation: its name and the explanation a student reads."""

    name: str
    explanation: str


class Axis(msgspec.Struct, frozen=True, kw_only=True):
    """Where along one axis of an array there are wrong values.

    Attributes
    ----------
    size
        How many rows, or columns, the array has.
    wrong
        How many of them have a wrong value.
    first
        The first that has one, counted from 0.
    last
        The last that has one.
    """

    size: int
    wrong: int
    first: int
    last: int


class ErrorMap(msgspec.Struct, frozen=True, kw_only=True):
    """Where an array that is too large to be shown differs from the oracle's.

    Attributes
    ----------
    shape
        Shape of the array. Of more than two axes the last two are shown; what is wrong at any
        index of the others is wrong there.
    axes
        Its rows and its columns; an array of one axis has columns only.
    blocks
        Rows of at most 12 by 12 blocks of the array, as equal as can be. Each number is the
        largest error in the block, in multiples of the tolerance for the array's largest value (of
        1, where nothing is tolerated): 0 where all is right, 1 at least where something is wrong,
        null for a NaN or an infinity.
    """

    shape: tuple[int, ...]
    axes: tuple[Axis, ...]
    blocks: tuple[tuple[float | None, ...], ...]


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """How one check of an attempt ended, and what the student may see of it.

    Attributes
    ----------
    id
        pytest node id, relative to the course.
    task
        Number of the task the check belongs to.
    title
        The fact the check states.
    outcome
        How it ended: ``blocked`` means that it failed, and so did an earlier task it depends on;
        ``broken`` is the grader's own fault and costs nothing.
    points
        Points earned.
    max_points
        Points the check is worth.
    visibility
        Whether the student holds its source.
    message
        What went wrong, in words; empty when passed.
    expected
        The oracle's value; null where it may not be shown.
    actual
        The student's value; null where it may not be shown.
    input
        The call that was made; null where it may not be shown.
    errors
        Where an array differs that is too large to be shown whole; null where it may not be told.
    mistake
        The known mistake it looks like; several that agree are joined by `` | ``.
    mistake_explanation
        What that mistake is and how to mend it; several are parted by a blank line.
    hint
        The task's hint; null when passed.
    output
        What the student's code printed: all, or head and tail; empty where it may not be shown.
    limit
        The limit that ended the check, if one did.
    line
        The line of your module where your code stopped, if it did and that may be told.
    duration_s
        Wall-clock seconds of the check.
    """

    id: str
    task: int
    title: str
    outcome: Outcome
    points: float
    max_points: float
    visibility: Visibility
    message: str
    expected: str | None = None
    actual: str | None = None
    input: str | None = None
    errors: ErrorMap | None = None
    mistake: str | None = None
    mistake_explanation: str | None = None
    hint: str | None = None
    output: str = ""
    limit: Limit | None = None
    line: int | None = None
    duration_s: float = 0.0


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One grading of one submission: the only record a score comes from.

    Attributes
    ----------
    schema
        The version of this record.
    exercise
        Name of the exercise, ``exercise3``.
    student
        The identity the submission was graded under, in Unicode NFC.
    score
        Points earned; never more than ``max_score``.
    max_score
        Points of the exercise; does not depend on the submission.
    isolation
        What stood between the code and the machine.
    seed
        Repeats the attempt exactly: ``grade exercise3 --seed N``.
    submission
        What was graded.
    duration_s
        Wall-clock seconds of the whole attempt.
    notes
        What the student should know and costs nothing.
    checks
        One for each check, in the order of the suite.
    """

    schema: Literal["deepgrade/attempt/1"] = "deepgrade/attempt/1"
    exercise: str
    student: str
    score: float
    max_score: float
    isolation: Isolation
    seed: int
    submission: SubmissionSummary
    duration_s: float
    notes: tuple[str, ...] = ()
    checks: tuple[CheckResult, ...]


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A picture for the report on an attempt: what the code does. No part of the attempt itself.

    ``alternative`` says in words what it shows, for those who do not see it.
    """

    task: int
    title: str
    alternative: str
    svg: bytes
