"""``grade batch``: a whole class."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from pathlib import Path

import click
from rich.console import Console

from grader import language
from grader.cli.options import (
    FILE,
    GRADEBOOK,
    REPORTS,
    exercises_option,
    gradebook_option,
    jobs_option,
    lang_option,
    open_course,
    refs_option,
    reports_option,
    roster_option,
    unsafe_option,
)
from grader.course import refuse_kit
from grader.errors import ExitCode, UsageError
from grader.language import gettext as _


@click.command()
@click.argument("submissions", type=click.Path(path_type=Path))
@exercises_option("Grade only this exercise; may be given again (default: all).")
@roster_option()
@refs_option
@click.option("--times", type=FILE, help="CSV file with columns `student`, `exercise`, `time`: when work was handed in.")  # noqa: E501 # fmt: skip
@gradebook_option
@reports_option
@jobs_option
@click.option("--scheduler", metavar="ADDRESS", help="Grade on the workers of this Dask scheduler, such as tcp://10.0.0.1:8786 (default: on this machine).")  # noqa: E501 # fmt: skip
@click.option("--regrade", is_flag=True, help="Also grade what has not changed.")
@click.option("--figures", is_flag=True, help="Draw the figures of what is graded into the reports; it takes longer than grading.")  # noqa: E501 # fmt: skip
@unsafe_option()
@lang_option
def batch(  # noqa: PLR0913 - one for each option
    *,
    submissions: Path,
    names: Sequence[str],
    roster: Path | None,
    refs: str | None,
    times: Path | None,
    gradebook: str | None,
    reports: Path | None,
    jobs: int,
    scheduler: str | None,
    regrade: bool,
    figures: bool,
    isolation: str,
    lang: language.Language | None,
) -> int:
    """Grade a class: one folder or archive per student below SUBMISSIONS.

    SUBMISSIONS may also be a bulk download of Canvas or Moodle, packed or unpacked, or with --git a
    repository.

    What has not changed since the last run is not graded again. You may stop it at any moment
    with Ctrl-C; the same command goes on where it was.
    """
    course = open_course(lang)
    exercises = course.chosen(names)
    # Imported here so that a student who grades one exercise does not wait for it.
    from grader.intake.class_folder import read_class_folder  # noqa: PLC0415
    from grader.intake.roster import read_roster  # noqa: PLC0415
    from grader.intake.times import read_times  # noqa: PLC0415

    refuse_kit(exercises)
    known = read_roster(roster) if roster else None
    found = read_class_folder(submissions, exercises, known, refs=refs)
    if not found.handed_in and not found.problems:
        raise UsageError(
            _("There is no submission in {path}. Name the folder, archive or refs of the class.")
            .format(path=submissions)
        )  # fmt: skip
    moments = read_times(times, course, known) if times else None
    jobs = min(jobs, max(1, len(found.handed_in)))
    from grader.pool import warm_up  # noqa: PLC0415

    if scheduler is None:
        warm_up(jobs)  # while this process imports the rest
    from grader.batch import Batch  # noqa: PLC0415
    from grader.class_reports import ClassReports, show_class  # noqa: PLC0415
    from grader.gradebook import Gradebook  # noqa: PLC0415
    from grader.report.ink import say  # noqa: PLC0415
    from grader.report.roll import Roll  # noqa: PLC0415
    from grader.slots import Slot  # noqa: PLC0415

    slot = Slot(isolation=isolation, hidden=(course.root,))
    console = Console()
    roll = Roll(console, len(found.handed_in) + len(found.problems))
    try:
        with (
            Gradebook(gradebook or course.root / GRADEBOOK) as book,
            roll,
            _slots(jobs, scheduler, course.root, slot.isolation) as (pool, count),
        ):
            book.refuse_damaged()
            run = Batch(
                course, exercises, book, pool, slot,
                ahead=2 * count + 2, regrade=regrade, figures=figures, times=moments,
            )  # fmt: skip
            pages = ClassReports(course, book, reports or course.root / REPORTS / "class")
            page = show_class(run, found, roll, pages)
    except KeyboardInterrupt:
        console.print(_stopped(roll.graded_count))
        return ExitCode.STOPPED
    except Exception:
        if roll.graded_count:
            with suppress(OSError):  # nobody reads that either
                click.echo(_stopped(roll.graded_count), err=True)
        raise
    roll.show_end()
    say(_("Class: {path}").format(path=page), console)
    return ExitCode.NOT_ALL_PASSED if roll.has_problems else ExitCode.PASSED


def _stopped(count: int) -> str:
    said = _("Stopped; {count} new attempts are recorded. The same command goes on.")
    return said.format(count=count)


@contextmanager
def _slots(
    jobs: int, scheduler: str | None, root: Path, isolation: str
) -> Iterator[tuple[Executor, int]]:
    """Open slots on this machine or on a cluster, and tell how many there are."""
    if scheduler is None:
        from grader.pool import local_pool  # noqa: PLC0415 - see `batch`

        with local_pool(jobs) as pool:
            yield pool, jobs
    else:
        from grader import cluster  # noqa: PLC0415 - it imports Dask, which is an extra

        with cluster.executor(scheduler, root, isolation) as workers:
            yield workers, workers.slots
