"""``grade similarity``: which submissions of a class share code."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from grader import language
from grader.cli.options import (
    FOLDER,
    REPORTS,
    exercises_option,
    jobs_option,
    lang_option,
    open_course,
    refs_option,
    roster_option,
)
from grader.errors import ExitCode, UsageError
from grader.language import gettext as _
from grader.report.clean import one_line


@click.command()
@click.argument("submissions", type=click.Path(path_type=Path))
@exercises_option("Compare only this exercise; may be given again (default: all).")
@roster_option()
@refs_option
@click.option("--output", type=FOLDER, help="Folder for the pages (default: reports/similarity).")
@click.option("--threshold", type=click.FloatRange(1, 100), default=60, show_default=True, help="List pairs that share this part of one's own code, in per cent.")  # noqa: E501 # fmt: skip
@click.option("--common", type=click.IntRange(2), metavar="N", help="Leave out code that more than N submissions have (default: count all).")  # noqa: E501 # fmt: skip
@jobs_option
@lang_option
def similarity(  # noqa: PLR0913 - one for each option
    *,
    submissions: Path,
    names: Sequence[str],
    roster: Path | None,
    refs: str | None,
    output: Path | None,
    threshold: float,
    common: int | None,
    jobs: int,
    lang: language.Language | None,
) -> int:
    """Show which submissions of a class share code that the exercise did not give.

    Names, comments and layout make no difference. Alike is not copied: look at the code, and ask.
    """
    course = open_course(lang)
    exercises = course.chosen(names)
    from grader.intake.class_folder import read_class_folder  # noqa: PLC0415 - see grader.cli
    from grader.intake.roster import read_roster  # noqa: PLC0415
    from grader.report.ink import say  # noqa: PLC0415
    from grader.report.similarity_page import (  # noqa: PLC0415
        not_compared,
        render_similarity,
        summary,
    )
    from grader.report.whole import write_whole  # noqa: PLC0415
    from grader.similarity import compare  # noqa: PLC0415

    found = read_class_folder(
        submissions, exercises, read_roster(roster) if roster else None, refs=refs
    )
    if not found.handed_in:
        raise UsageError(
            _("Nothing in {path} can be compared. Name the folder or archive of a class.").format(
                path=submissions
            )
        )
    console = Console()
    folder = output or course.root / REPORTS / "similarity"
    for problem in found.problems:
        if not problem.is_missing:
            say(one_line(not_compared(problem.where, problem.reason)), console)
    for exercise in exercises:
        if theirs := [entry for entry in found.handed_in if entry.exercise == exercise.name]:
            comparison = compare(exercise, theirs, threshold, jobs=jobs, common=common)
            path = folder / f"{exercise.name}.html"
            write_whole(path, render_similarity(comparison).encode(), "--output")
            for line in summary(comparison):
                say(one_line(line), console)
            say(_("Similarity: {path}").format(path=path), console)
    return ExitCode.PASSED
