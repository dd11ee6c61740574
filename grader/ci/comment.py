"""The comment on a pull request, written by a trusted job from the result of an untrusted one.

A pull request may change the workflow that graded it, so what that run left behind is hostile:
it is read within limits, must be what we would have written for this course, and gives numbers
only. Every word of the comment is ours or the course's.
"""

from pathlib import Path

import msgspec

from grader.ci.markdown import code, prose, row
from grader.ci.request import Request
from grader.ci.result import RESULT, ExerciseLine, ResultFile
from grader.course import Course
from grader.errors import SubmissionError
from grader.intake.folder import read_regular
from grader.intake.quoting import brief
from grader.intake.zip import open_zip
from grader.language import gettext as _
from grader.report.progress import heading, out_of, points

MARK = "<!-- deepgrade -->"
_MOST = 256 * 1024
_WORKFLOWS = ".github/"
_TOLERANCE = 1e-6


def comment_on(request: Request, path: Path) -> str:
    """Return the comment on a pull request in Markdown; empty where there is nothing to say.

    Raises
    ------
    SubmissionError
        When its run left behind what cannot be its result.
    """
    if any(each.startswith(_WORKFLOWS) for each in request.paths()):
        said = _(
            "This pull request changes `.github/`, which decides how its own run grades it. So the "
            "result of that run is not shown here."
        )
        return f"{MARK}\n\n{prose(said)}\n"
    result = read_result(path, request.head, request.course)
    touched = {each.exercise.name for each in request.changes().touched}
    if not touched.issuperset(line.name for line in result.exercises):
        raise SubmissionError(
            _("The result names an exercise that the pull request does not touch.")
        )
    return render_comment(result, request.course)


def read_result(path: Path, head: str, course: Course) -> ResultFile:
    """Read and check what a run left behind: ``result.json``, or the archive that holds it.

    Raises
    ------
    SubmissionError
        When it is too large, malformed, of another commit, or contradicts the course.
    """
    try:
        result = msgspec.json.decode(_content(path), type=ResultFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise SubmissionError(
            _("{path} is no result of grade ci: {reason}.").format(path=path, reason=brief(error))
        ) from None
    if result.head != head:
        raise SubmissionError(_("The result is of another commit than the run."))
    names = [line.name for line in result.exercises]
    if len(set(names)) < len(names) or not set(names) <= set(course.names):
        raise SubmissionError(_("The result names an exercise that the course does not have."))
    for line in result.exercises:
        _compare(line, course)
    score, most = (
        sum(getattr(line, key) for line in result.exercises) for key in ("score", "max_score")
    )
    if abs(score - result.score) > _TOLERANCE or abs(most - result.max_score) > _TOLERANCE:
        raise SubmissionError(_("The points in the result do not add up."))
    if result.passed and not all(line.tasks for line in result.exercises):
        raise SubmissionError(_("The result passes what it did not grade."))
    return result


def render_comment(result: ResultFile, course: Course) -> str:
    """Return the comment, with a mark by which the next one finds it; none without an exercise."""
    if not result.exercises:
        return ""
    score = out_of(result.score, result.max_score)
    lines = [MARK, "", f"### {'✅' if result.passed else '❌'} {prose(score)}", ""]
    for line in result.exercises:
        lines += [*_table(line, course), ""]
    said = _(
        "Commit {head}, as the pull request's own run reports it. What to mend stands beside the "
        "lines, and in the summary of that run."
    )
    return "\n".join([*lines, prose(said.format(head=f"`{result.head[:12]}`")), ""])


def _content(path: Path) -> bytes:
    if path.suffix != ".zip":
        return read_regular(path, _MOST)
    for name, read in open_zip(path):
        if name == RESULT:
            return read(_MOST)
    raise SubmissionError(_("{path} holds no {name}.").format(path=path, name=RESULT))


def _compare(line: ExerciseLine, course: Course) -> None:
    exercise = course.exercise(line.name)
    most = exercise.points
    if exercise.kit and line.tasks:  # there, only the visible checks are known
        most = sum(task.max_points for task in line.tasks)
    if abs(line.max_score - most) > _TOLERANCE or line.score > line.max_score:
        raise SubmissionError(_("The result has other points than the course."))
    numbers = [task.number for task in line.tasks]
    if len(set(numbers)) < len(numbers) or not set(numbers) <= {t.number for t in exercise.tasks}:
        raise SubmissionError(_("The result names a task that the course does not have."))
    earned = sum(task.points for task in line.tasks)
    if abs(earned - line.score) > _TOLERANCE:
        raise SubmissionError(_("The points in the result do not add up."))
    if any(task.points > task.max_points or task.passed > task.checks for task in line.tasks):
        raise SubmissionError(_("The points in the result do not add up."))


def _table(line: ExerciseLine, course: Course) -> list[str]:
    exercise = course.exercise(line.name)
    scored = f"{points(line.score)} / {points(line.max_score)}"
    rows = [f"{code(line.name)} **{prose(str(exercise.title))}** {prose(scored)}", ""]
    if not line.tasks:
        return [*rows, prose(_("not graded"))]
    rows += [row(_("Task"), _("Score"), _("Checks passed")), "|---|---:|---:|"]
    for task in line.tasks:
        name = heading(task.number, str(exercise.task(task.number).title))
        scored = f"{points(task.points)} / {points(task.max_points)}"
        rows.append(row(prose(name), prose(scored), f"{task.passed} / {task.checks}"))
    return rows
