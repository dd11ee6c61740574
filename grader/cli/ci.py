"""``grade ci`` on a pull request, and ``grade ci-comment`` on what such a run left behind."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from grader import language
from grader.cli.options import (
    FILE,
    FOLDER,
    REPORTS,
    jobs_option,
    lang_option,
    open_course,
    unsafe_option,
)
from grader.errors import ExitCode

_PROVIDERS = ("auto", "github", "gitlab", "none")

course_option = click.option("--course", "course_folder", type=FOLDER, help="Folder of the course, when it is not this one.")  # noqa: E501 # fmt: skip


@click.command()
@click.option("--provider", type=click.Choice(_PROVIDERS), default="auto", show_default=True, help="Whose annotations and files to write.")  # noqa: E501 # fmt: skip
@click.option("--base", help="Commit it is compared with (default: the pull request's).")
@click.option("--head", help="Commit to grade (default: the pull request's).")
@course_option
@click.option("--student", help="Whom to grade for (default: the author of the pull request).")
@click.option("--gradebook", metavar="URL", help="Database URL or file that keeps attempts: what has not changed is not graded again. No pull request may be able to write it.")  # noqa: E501 # fmt: skip
@click.option("--output", type=FOLDER, help="Folder for reports and data (default: reports/ci).")
@click.option("--fail-under", type=click.FloatRange(0, 100), default=100, show_default=True, metavar="PERCENT", help="Exit with 1 below this part of the points.")  # noqa: E501 # fmt: skip
@jobs_option
@unsafe_option()
@lang_option
def ci(  # noqa: PLR0913 - one for each option
    *,
    provider: str,
    base: str | None,
    head: str | None,
    course_folder: Path | None,
    student: str | None,
    gradebook: str | None,
    output: Path | None,
    fail_under: float,
    jobs: int,
    isolation: str,
    lang: language.Language | None,
) -> int:
    """Grade the exercises a pull request touches, in its base's repository.

    What is handed in is read from the head's commit, which is never checked out. All else is the
    course's in this folder, or the one named with --course.
    """
    from grader.ci.event import provider_here, read_event  # noqa: PLC0415 - see grader.cli
    from grader.ci.files import remove_files, write_files  # noqa: PLC0415
    from grader.ci.publish import publish  # noqa: PLC0415
    from grader.ci.request import open_request  # noqa: PLC0415
    from grader.ci.run import Settings, judge_all  # noqa: PLC0415
    from grader.ci.workflow import stopped  # noqa: PLC0415

    provider = provider_here(os.environ) if provider == "auto" else provider
    with stopped(sys.stdout) if provider == "github" else nullcontext():
        course = open_course(lang, course_folder)
        reports = output or course.root / REPORTS / "ci"
        remove_files(reports, course.names)
        pull = read_event(provider, os.environ, base, head)
        request = open_request(Path.cwd(), course, pull, is_elsewhere=course_folder is not None)
        settings = Settings(
            student=student or pull.student,
            gradebook=gradebook,
            jobs=jobs,
            isolation=isolation,
        )
        result = judge_all(request, settings, fail_under)
        write_files(reports, result)
    publish(result, provider, os.environ, sys.stdout)
    return ExitCode.PASSED if result.passed else ExitCode.NOT_ALL_PASSED


@click.command()
@click.argument("result", type=FILE)
@click.option("--base", required=True, help="Commit the pull request is compared with.")
@click.option("--head", required=True, help="Commit that was graded.")
@course_option
@click.option("--output", type=FILE, required=True, help="File for the comment.")
@lang_option
def ci_comment(
    *,
    result: Path,
    base: str,
    head: str,
    course_folder: Path | None,
    output: Path,
    lang: language.Language | None,
) -> int:
    """Write the comment on a pull request from RESULT, which its own run left behind.

    RESULT is result.json, or the zip archive that holds it. Whatever it says, only numbers that fit
    this course and this commit become a comment. Where the pull request changes a workflow, the
    comment says so instead.
    """
    from grader.ci.comment import comment_on  # noqa: PLC0415 - see grader.cli
    from grader.ci.event import PullRequest  # noqa: PLC0415
    from grader.ci.request import open_request  # noqa: PLC0415
    from grader.report.whole import write_whole  # noqa: PLC0415

    course = open_course(lang, course_folder)
    request = open_request(
        Path.cwd(), course, PullRequest(base, head), is_elsewhere=course_folder is not None
    )
    write_whole(output, comment_on(request, result).encode(), "--output")
    return ExitCode.PASSED
