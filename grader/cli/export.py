"""``grade export FORMAT``: the scores of a gradebook, or one attempt, for another tool."""

from collections.abc import Sequence
from pathlib import Path

import click

from grader import language
from grader.cli.book import opened
from grader.cli.bundles import BUNDLES
from grader.cli.options import FILE, gradebook_option, lang_option, open_course, roster_option
from grader.cli.output import output_option, write_output
from grader.cli.sheets import canvas, moodle
from grader.errors import ExitCode

# What each format is for. The writers are in grader.export.formats, which a student's own
# `grade EXERCISE` need not import.
OF_SCORES = {
    "csv": "Scores as CSV, for a spreadsheet.",
    "json": "Scores as JSON.",
    "parquet": "Scores as Parquet, for data tools; needs deepgrade[parquet].",
}
OF_ATTEMPTS = {
    "junit": "JUnit XML of one attempt or several, for CI services.",
    "codequality": "What did not pass as a GitLab code quality report.",
}
OF_ATTEMPT = {
    "gradescope": "Gradescope's results.json.",
    "classroom50": "Classroom 50's result.json; its runner says for which repository.",
    "github": "JSON for GitHub Classroom's grading reporter.",
    "github-output": "The same in base64, as the line result=… for a step's outputs.",
    "exercism": "exercism's results.json, version 3.",
    "prairielearn": "PrairieLearn's results.json of an external grader.",
    "autolab": "The two lines that Autolab reads from a grader's output.",
    "coursera": "Coursera's feedback.json.",
    "check50": "The JSON of check50.",
}


@click.group(subcommand_metavar="FORMAT [ARGS]...")
@click.pass_context
def export(ctx: click.Context) -> None:
    """Write the scores of a class, or one attempt, in another tool's FORMAT.

    An ATTEMPT is a file that `grade EXERCISE --json FILE` wrote.
    """
    if ctx.invoked_subcommand and ctx.default_map:  # `grade --lang ko export csv`
        ctx.default_map = {ctx.invoked_subcommand: ctx.default_map}


def _of_scores(form: str) -> click.Command:
    @click.command(form, help=OF_SCORES[form])
    @gradebook_option
    @roster_option("Also list who handed in nothing, by this roster.")
    @output_option
    @lang_option
    def command(
        *,
        gradebook: str | None,
        roster: Path | None,
        output: Path | None,
        lang: language.Language | None,
    ) -> int:
        from grader.export import formats  # noqa: PLC0415 - see grader.cli
        from grader.finals import Finals  # noqa: PLC0415
        from grader.intake.roster import read_roster  # noqa: PLC0415

        course = open_course(lang)
        students = read_roster(roster).students if roster else ()
        with opened(course, gradebook) as book:
            data = formats.OF_SCORES[form](Finals(course, book).scores(students))
        write_output(data, output)
        return ExitCode.PASSED

    return command


def _of_attempts(form: str, *, several: bool) -> click.Command:
    @click.command(form, help=(OF_ATTEMPTS if several else OF_ATTEMPT)[form])
    @click.argument(
        "attempts",
        metavar="ATTEMPT..." if several else "ATTEMPT",
        type=FILE,
        nargs=-1 if several else 1,
        required=True,
    )
    @output_option
    @lang_option
    def command(
        *,
        attempts: Path | Sequence[Path],
        output: Path | None,
        lang: language.Language | None,
    ) -> int:
        from grader.export import formats  # noqa: PLC0415 - see grader.cli
        from grader.export.attempts import read_attempt  # noqa: PLC0415

        open_course(lang)
        if isinstance(attempts, Path):
            data = formats.OF_ATTEMPT[form](read_attempt(attempts))
        else:
            data = formats.OF_ATTEMPTS[form]([read_attempt(path) for path in attempts])
        write_output(data, output)
        return ExitCode.PASSED

    return command


for _form in OF_SCORES:
    export.add_command(_of_scores(_form))
for _form in OF_ATTEMPTS:
    export.add_command(_of_attempts(_form, several=True))
for _form in OF_ATTEMPT:
    export.add_command(_of_attempts(_form, several=False))
export.add_command(canvas)
export.add_command(moodle)
for _command in BUNDLES:
    export.add_command(_command)
