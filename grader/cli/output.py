"""Where exports go: to standard output, or to the file that --output names."""

from pathlib import Path

import click

output_option = click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file (default: standard output).")  # noqa: E501 # fmt: skip


def write_output(data: bytes, output: Path | None) -> None:
    """Write whole, or not at all."""
    from grader.report.whole import write_whole  # noqa: PLC0415 - see grader.cli

    if output is None:
        click.echo(data, nl=False)
    else:
        write_whole(output, data, "--output")
