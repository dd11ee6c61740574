"""What was handed in, read as a batch reads it, for the tests of intake."""

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.intake.class_folder import ClassFolder


def contents(found: ClassFolder, exercise: Exercise) -> dict[str, bytes | str]:
    """Return what each student's module holds, or why it cannot be read."""
    read: dict[str, bytes | str] = {}
    for entry in found.handed_in:
        try:
            submission = read_submission(entry.path, exercise, entry.student)
        except SubmissionError as error:
            read[entry.student] = str(error)
        else:
            read[submission.student] = submission.files[exercise.files[0]]
    return read
