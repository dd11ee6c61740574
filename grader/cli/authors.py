"""``grade init``, ``grade new`` and ``grade release``: the commands of authors."""

from pathlib import Path

import click

from grader import language
from grader.cli.options import exercises_option, lang_option, open_course
from grader.cli.output import list_files
from grader.errors import ExitCode
from grader.language import gettext as _
from grader.language import ngettext


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@lang_option
def init(folder: Path, lang: language.Language | None) -> int:
    """Begin a course in DIR, with one small exercise that is complete."""
    from grader.authoring.scaffold import new_course  # noqa: PLC0415 - see grader.cli

    language.use(lang or language.current())
    list_files(new_course(folder))
    click.echo(_("A course with one exercise. Prove it: cd {folder}, then grade verify").format(folder=folder))  # noqa: E501 # fmt: skip
    return ExitCode.PASSED


@click.command()
@click.argument("name")
@click.option("--module", help="Name of the stub, without .py (default: NAME).")
@lang_option
@click.pass_context
def new(ctx: click.Context, name: str, module: str | None, lang: language.Language | None) -> int:
    """Begin the exercise NAME in this course: small, complete, and yours to change."""
    from grader.authoring.scaffold import TODO, new_exercise  # noqa: PLC0415 - see grader.cli

    course = open_course(lang)
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    list_files(new_exercise(course, name, module, taken=group.commands))
    click.echo(
        _(
            "Go on where {todo} stands, until this finds nothing to mend: grade verify {name}"
        ).format(todo=TODO, name=name)
    )
    return ExitCode.PASSED


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@exercises_option("Release only this exercise; may be given again (default: all).")
@click.option("--grader", metavar="REQUIREMENT", help="How pip finds the grader for students (default: deepgrade, at least this version).")  # noqa: E501 # fmt: skip
@lang_option
def release(
    folder: Path, names: tuple[str, ...], grader: str | None, lang: language.Language | None
) -> int:
    """Write what students get into DIR: stubs, notebooks, READMEs, visible checks, data."""
    from grader.authoring import release as kit  # noqa: PLC0415 - see grader.cli

    course = open_course(lang)
    made = kit.release(course, course.chosen(names), folder, grader)
    click.echo(
        ngettext("{count} file in {folder}.", "{count} files in {folder}.", len(made)).format(
            count=len(made), folder=folder
        )
    )
    return ExitCode.PASSED
