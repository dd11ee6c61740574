"""Every error the grader raises on purpose, and the exit code each one means.

It imports nothing, so that any module may raise any of them::

    GraderError                exit 3: the grader or its environment failed
    ├── UsageError             exit 2: wrong usage or unreadable input
    │   ├── CourseError        course.toml, exercise.toml, a stub, a suite
    │   └── SubmissionError    what was handed in cannot be read
    │       ├── MissingError   it does not hold the exercise at all
    │       └── GitError       git cannot read the repository it is in
    ├── GradebookError         the database of a class cannot be used
    ├── UnequippedError        this machine lacks what grading needs
    │   ├── SandboxError       no worker can be started as asked
    │   └── NotInstalledError  a library that an exercise needs is not here
    └── SuiteError             a hidden suite breaks its own rules

What a student's code does wrong is no error here: it is a failed check.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the ``grade`` command returns to the shell; the last two as shells count signals."""

    PASSED = 0
    NOT_ALL_PASSED = 1
    USAGE = 2
    GRADER_FAILED = 3
    STOPPED = 130
    UNREAD = 141


class GraderError(Exception):
    """The grader or its environment failed; the text says what to do next."""

    exit_code = ExitCode.GRADER_FAILED


class UsageError(GraderError):
    """Wrong usage or unreadable input."""

    exit_code = ExitCode.USAGE


class CourseError(UsageError):
    """A course file is missing, malformed or contradicts another."""


class SubmissionError(UsageError):
    """What was handed in cannot be read as a submission."""


class MissingError(SubmissionError):
    """What was handed in does not hold the exercise at all."""


class GitError(SubmissionError):
    """Git cannot read what was handed in, which says nothing about the student's work."""


class GradebookError(GraderError):
    """The database of a class cannot be used; what it recorded before is safe."""


class UnequippedError(GraderError):
    """What grading needs is not here, or refused: no check is to blame, and nothing is graded."""


class SandboxError(UnequippedError):
    """No worker can be started with the isolation that was asked for.

    Attributes
    ----------
    reason
        What the system said, without our advice.
    """

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason or message


class NotInstalledError(UnequippedError):
    """A library that an exercise needs is not installed; other exercises can be graded."""


class SuiteError(GraderError):
    """A hidden suite breaks the rules suites are written by."""
