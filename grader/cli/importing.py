"""``grade import``: an exercise from another grader's notebook."""

import re
from pathlib import Path

import click

from grader import language
from grader.cli.options import lang_option, open_course
from grader.cli.output import list_files
from grader.errors import ExitCode
from grader.language import gettext as _
from grader.language import ngettext


@click.command("import")
@click.argument("kind", metavar="FORMAT", type=click.Choice(["nbgrader", "otter"]))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the exercise and of its stub (default: that of the notebook).")  # noqa: E501 # fmt: skip
@lang_option
@click.pass_context
def import_command(
    ctx: click.Context, kind: str, path: Path, name: str | None, lang: language.Language | None
) -> int:
    """Make an exercise of the notebook PATH, written for nbgrader or otter.

    Stub, checks, solution and README come from it; nothing in it is run. What needs a person's eye
    is listed.
    """
    from grader.authoring.scaffold import add_exercise, refuse_names  # noqa: PLC0415
    from grader.importing import import_exercise  # noqa: PLC0415 - see grader.cli

    course = open_course(lang)
    name = name or re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_")
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    refuse_names(course, name, name, group.commands)
    imported = import_exercise(path, kind, name)
    list_files(add_exercise(course, name, imported.files))
    count = len(imported.remarks)
    click.echo("\n" + ngettext("{count} thing to look at:", "{count} things to look at:", count).format(count=count))  # noqa: E501 # fmt: skip
    for remark in imported.remarks:
        click.echo(f"  - {remark}")
    click.echo("\n" + _("Then prove it: grade verify {name}").format(name=name))
    return ExitCode.PASSED
