"""Where exports go: to standard output, or to the file that --output names. Lists of files."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from grader.errors import UsageError
from grader.language import gettext as _

output_option = click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file (default: standard output).")  # noqa: E501 # fmt: skip


def write_output(data: bytes, output: Path | None) -> None:
    """Write whole, or not at all."""
    from grader.report.whole import write_whole  # noqa: PLC0415 - see grader.cli

    if output is not None:
        write_whole(output, data, "--output")
    elif b"\0" in data and sys.stdout.isatty():
        raise UsageError(_("This is no text for a terminal. Name a file with --output."))
    else:
        click.echo(data, nl=False)


def list_files(written: Iterable[Path]) -> None:
    """Print the paths of files, from the current folder on where they are in it."""
    here = Path.cwd()
    for path in written:
        click.echo(f"  {path.relative_to(here) if path.is_relative_to(here) else path}")
