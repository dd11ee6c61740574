"""``grade EXERCISE``: one submission of one exercise, from the folder to the report."""

import getpass
from pathlib import Path

import click

from grader import language
from grader.cli.options import FILE, REPORTS, isolation_option, lang_option, open_course
from grader.course import Course
from grader.errors import ExitCode, UsageError
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Isolation
from grader.worker import sandbox


@click.command()
@click.option("--submission", type=click.Path(path_type=Path), help="Folder, module, notebook or archive to grade (default: the exercise's own folder).")  # noqa: E501 # fmt: skip
@click.option("--json", "json_path", type=FILE, help="Write the attempt as JSON to this file.")
@click.option("--html", "html_path", type=FILE, help="Write the report to this file (default: reports/EXERCISE.html).")  # noqa: E501 # fmt: skip
@click.option("--watch", "watches", is_flag=True, help="Grade again whenever you save, until you press q.")  # noqa: E501 # fmt: skip
@click.option("--student", help="Name to put in the report (default: your login name).")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Repeat an attempt with its seed.")
@isolation_option
@lang_option
@click.pass_context
def exercise_command(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    *,
    submission: Path | None,
    json_path: Path | None,
    html_path: Path | None,
    watches: bool,
    student: str | None,
    seed: int | None,
    isolation: str,
    lang: language.Language | None,
) -> int:
    """Grade one exercise and show the report."""
    course = open_course(lang)
    exercise = course.exercise(ctx.info_name or "")
    if watches:
        _refuse_with_watch(submission, json_path, html_path, seed)
        return _watch(course, exercise, student, isolation)
    launched = sandbox.begin(isolation, exercise.preload, [course.root])
    # From here on the sandbox warms up beside these imports.
    from grader import single  # noqa: PLC0415

    with single.opened_judge(course, exercise, isolation, launched) as judge:
        attempt = single.grade_and_publish(
            judge,
            exercise,
            submission or exercise.folder,
            student=login_name() if student is None else student,
            seed=seed,
            html=html_path or latest(course, exercise, ".html"),
            json=json_path,
            # Progress is about your own work, not about another folder you had graded.
            latest=latest(course, exercise, ".json") if submission is None else None,
        )
    if isolation == "auto" and attempt.isolation is Isolation.PROCESS:
        _say_what_auto_took()
    return ExitCode.PASSED if single.all_passed(attempt) else ExitCode.NOT_ALL_PASSED


def _say_what_auto_took() -> None:
    said = _(
        "Graded without a sandbox. That is fine for your own code, but not for anybody else's: "
        "see `grade doctor`."
    )
    click.echo(said, err=True)


def _refuse_with_watch(*named: object) -> None:
    if any(each is not None for each in named):
        raise UsageError(
            _("--watch is for the work in your own folder: leave out the other options with it.")
        )


def _watch(course: Course, exercise: Exercise, student: str | None, isolation: str) -> int:
    from grader.watch import Places, watch_exercises  # noqa: PLC0415 - see grader.cli

    passed = watch_exercises(
        course,
        exercise,
        student=login_name() if student is None else student,
        isolation=isolation,
        places=lambda each: Places(latest(course, each, ".html"), latest(course, each, ".json")),
    )
    return ExitCode.PASSED if passed else ExitCode.NOT_ALL_PASSED


def latest(course: Course, exercise: Exercise, ending: str) -> Path:
    """Return where the latest report of an exercise is kept."""
    return course.root / REPORTS / f"{exercise.name}{ending}"


def login_name() -> str:
    """Return your login name, or a word in its place."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("student")
