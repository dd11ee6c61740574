"""``grade EXERCISE``: one submission of one exercise, from the folder to the report."""

import getpass
from pathlib import Path

import click

from grader import language
from grader.cli.options import HELP, REPORTS, isolation_option, lang_option, open_course
from grader.course import Course, Exercise
from grader.errors import ExitCode
from grader.language import gettext as _
from grader.worker import sandbox


@click.command(context_settings=HELP)
@click.option("--submission", type=click.Path(path_type=Path), help="Folder, module, notebook or archive to grade (default: the exercise's own folder).")  # noqa: E501 # fmt: skip
@click.option("--json", "json_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the attempt as JSON to this file.")  # noqa: E501 # fmt: skip
@click.option("--html", "html_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to this file (default: reports/EXERCISE.html).")  # noqa: E501 # fmt: skip
@click.option("--student", help="Name to put in the report (default: your login name).")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Repeat an attempt with its seed.")
@isolation_option
@lang_option
@click.pass_context
def exercise_command(
    ctx: click.Context,
    *,
    submission: Path | None,
    json_path: Path | None,
    html_path: Path | None,
    student: str | None,
    seed: int | None,
    isolation: str,
    lang: language.Language | None,
) -> int:
    """Grade one exercise and show the report."""
    course = open_course(lang)
    exercise = course.exercise(ctx.info_name or "")
    launched = sandbox.begin(isolation, exercise.preload, [course.root])
    # From here on the sandbox warms up beside these imports.
    from grader import single  # noqa: PLC0415

    with single.opened_judge(course, exercise, isolation, launched) as judge:
        attempt = single.grade_once(
            judge,
            exercise,
            submission or exercise.folder,
            student=login_name() if student is None else student,
            seed=seed,
        )
    single.publish(
        attempt,
        exercise,
        html=html_path or latest(course, exercise, ".html"),
        json=json_path,
        # Progress is about your own work, not about another folder you had graded.
        latest=latest(course, exercise, ".json") if submission is None else None,
    )
    return ExitCode.PASSED if single.all_passed(attempt) else ExitCode.NOT_ALL_PASSED


def latest(course: Course, exercise: Exercise, ending: str) -> Path:
    """Return where the latest report of an exercise is kept."""
    return course.root / REPORTS / f"{exercise.name}{ending}"


def login_name() -> str:
    """Return your login name, or a word in its place."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("student")
