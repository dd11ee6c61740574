"""``grade batch`` and ``grade export``: a whole class, and what its gradebook holds."""

import os
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from grader import language
from grader.cli.exercise import REPORTS, choose_language
from grader.course import find_course
from grader.errors import ExitCode, UsageError
from grader.language import gettext as _

GRADEBOOK = "gradebook.db"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--exercise", "names", multiple=True, metavar="NAME", help="Grade only this exercise; may be given again (default: all).")  # noqa: E501 # fmt: skip
@click.option("--roster", type=click.Path(path_type=Path, dir_okay=False), help="CSV file with a column `student`; its other columns are further names.")  # noqa: E501 # fmt: skip
@click.option("--gradebook", metavar="URL", help=f"Database URL or file (default: {GRADEBOOK} in the course's folder).")  # noqa: E501 # fmt: skip
@click.option("--reports", type=click.Path(path_type=Path, file_okay=False), help="Folder for the students' reports (default: reports/class).")  # noqa: E501 # fmt: skip
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="one for each core", help="Submissions graded at once.")  # noqa: E501 # fmt: skip
@click.option("--regrade", is_flag=True, help="Also grade what has not changed.")
@click.option("--unsafe", is_flag=True, help="Grade even where there is no sandbox: the code can read and write this machine's files.")  # noqa: E501 # fmt: skip
@click.option("--lang", type=click.Choice(language.LANGUAGES), help="Language of messages and reports.")  # noqa: E501 # fmt: skip
def batch(  # noqa: PLR0913 - one for each option
    *,
    submissions: Path,
    names: Sequence[str],
    roster: Path | None,
    gradebook: str | None,
    reports: Path | None,
    jobs: int,
    regrade: bool,
    unsafe: bool,
    lang: language.Language | None,
) -> int:
    """Grade a class: one folder or archive per student below SUBMISSIONS.

    What has not changed since the last run is not graded again. You may stop it at any moment
    with Ctrl-C; the same command goes on where it was.
    """
    course = find_course(Path.cwd())
    choose_language(course, lang)
    exercises = [course.exercise(n) for n in names] if names else list(course.exercises)
    # Imported here so that a student who grades one exercise does not wait for a database.
    from grader.batch import CLASS_PAGE, Batch, show_class  # noqa: PLC0415
    from grader.gradebook import Gradebook  # noqa: PLC0415
    from grader.intake.class_folder import read_class_folder  # noqa: PLC0415
    from grader.intake.roster import read_roster  # noqa: PLC0415
    from grader.report.roll import Roll  # noqa: PLC0415
    from grader.slots import Slot, local_pool  # noqa: PLC0415

    found = read_class_folder(submissions, exercises, read_roster(roster) if roster else None)
    slot = Slot(isolation="auto" if unsafe else "sandbox", hidden=(course.root,))
    folder = reports or course.root / REPORTS / "class"
    console = Console()
    roll = Roll(console, len(found.handed_in) + len(found.problems))
    try:
        with (
            Gradebook(gradebook or course.root / GRADEBOOK) as book,
            roll,
            local_pool(jobs) as pool,
        ):
            run = Batch(course, exercises, book, pool, slot, ahead=2 * jobs + 2, regrade=regrade)
            show_class(run, found, roll, folder)
    except KeyboardInterrupt:
        said = _("Stopped; {count} new attempts are recorded. The same command goes on.")
        console.print(said.format(count=roll.graded_count))
        return 130
    roll.show_end()
    said = _("Class: {path}").format(path=folder / CLASS_PAGE)
    console.print(said, highlight=False, markup=False, soft_wrap=True)
    return ExitCode.NOT_ALL_PASSED if roll.has_problems else ExitCode.PASSED


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("form", metavar="FORMAT", type=click.Choice(["csv"]))
@click.option("--gradebook", metavar="URL", help=f"Database URL or file (default: {GRADEBOOK} in the course's folder).")  # noqa: E501 # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file (default: standard output).")  # noqa: E501 # fmt: skip
@click.option("--lang", type=click.Choice(language.LANGUAGES), help="Language of messages.")
def export(
    form: str, gradebook: str | None, output: Path | None, lang: language.Language | None
) -> int:
    """Write the latest scores of a gradebook in another tool's FORMAT: csv."""
    from grader.export.csv import write_csv  # noqa: PLC0415 - see `batch`
    from grader.gradebook import Gradebook  # noqa: PLC0415
    from grader.report.whole import write_whole  # noqa: PLC0415

    del form  # there is one so far
    course = find_course(Path.cwd())
    choose_language(course, lang)
    place = gradebook or course.root / GRADEBOOK
    if isinstance(place, Path) and not place.exists():
        raise UsageError(
            _("There is no gradebook {path}. `grade batch` makes it; --gradebook names another.")
            .format(path=place)
        )  # fmt: skip
    with Gradebook(place) as book:
        text = write_csv(book.latest())
    if output is None:
        click.echo(text, nl=False)
        return ExitCode.PASSED
    try:
        write_whole(output, text.encode("utf-8"))
    except OSError as error:
        raise UsageError(
            _("{path} cannot be written: {reason}. Name another file with --output.").format(
                path=output, reason=error.strerror or error
            )
        ) from None
    return ExitCode.PASSED
