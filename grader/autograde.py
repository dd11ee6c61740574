"""Grade one submission for a platform that runs a script for each and then reads one file.

    python -I -m grader.autograde FORMAT EXERCISE SUBMISSION RESULT ISOLATION

What a student can mend is a result, even that nothing can be read: then the stub is graded in its
place, which earns nothing, and the reason stands on top. What the grader or the platform did wrong
is none: there is no file, and the command fails. So nobody has a score that is wrong, the
instructor sees why, and the submission can be run again.

The scripts that ``grade export gradescope-bundle`` and ``classroom50-runner`` write call this.
"""

import sys
from pathlib import Path

import msgspec

from grader import language, single
from grader.course import find_course
from grader.errors import GraderError, SubmissionError, UsageError
from grader.exercise import Exercise
from grader.export import formats
from grader.intake import read_submission
from grader.judge import new_seed
from grader.language import gettext as _
from grader.records import Attempt, Submission
from grader.report.whole import write_whole
from grader.worker import sandbox

# The platform knows whose submission it is. A name it would tell could be one that intake refuses.
STUDENT = "student"


def autograde(form: str, name: str, submission: Path, result: Path, isolation: str) -> Attempt:
    """Grade what is in a folder for the exercise of that name, and write the result.

    Raises
    ------
    GraderError
        When the grader or the platform is at fault; then nothing is written.
    """
    course = find_course(Path.cwd())
    language.use(course.language or language.from_locale())
    if not submission.is_dir():
        raise UsageError(_("{path} is no folder.").format(path=submission))
    exercise = course.exercise(name)
    launched = sandbox.begin(isolation, exercise.preload, [course.root, submission])
    handed_in = _handed_in(submission, exercise)
    with single.opened_judge(course, exercise, isolation, launched) as judge:
        attempt = judge.grade(handed_in, new_seed())
    if handed_in.origin == str(exercise.stub) and attempt.score:
        raise UsageError(_("The stub earns points. Make the bundle from an empty one."))
    write_whole(result, formats.OF_ATTEMPT[form](attempt), "RESULT")
    return attempt


def _handed_in(path: Path, exercise: Exercise) -> Submission:
    """Return the submission; where it cannot be read, the stub with the reason as its note."""
    try:
        return read_submission(path, exercise, STUDENT)
    except SubmissionError as error:
        stub = read_submission(exercise.stub, exercise, STUDENT)
        note = _("This is the result of the empty stub, as yours cannot be graded. {reason}")
        return msgspec.structs.replace(stub, notes=(note.format(reason=error),))


def main(arguments: list[str]) -> int:
    """Say on standard output, which only instructors read, what came of it."""
    form, name, submission, result, isolation = arguments
    try:
        attempt = autograde(form, name, Path(submission), Path(result), isolation)
    except GraderError as error:
        print(_("grade: {message}").format(message=error), flush=True)  # noqa: T201 - see above
        return int(error.exit_code)
    print(f"{name}: {attempt.score:g} / {attempt.max_score:g} ({attempt.isolation})")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
