"""How a benchmark shows its figures: a table to read, or one to paste into docs/performance.md."""

import argparse
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from grader.machine import processors

Rows = Sequence[Sequence[str]]


def parser(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser with what all benchmarks are asked, described by a module's first line."""
    made = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    made.add_argument("--markdown", action="store_true", help="tables for docs/performance.md")
    return made


def show(head: Sequence[str], rows: Rows, *, markdown: bool) -> None:
    """Print a table: the first column is text, the others are figures."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    if markdown:
        print("|".join(("", *(f" {cell} " for cell in head), "")))
        print("|".join(("", "---", *("--:" for _cell in head[1:]), "")))
        for row in rows:
            print("|".join(("", *(f" {cell} " for cell in row), "")))
    else:
        for row in (head, *rows):
            figures = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
            print("  ".join((row[0].ljust(widths[0]), *figures)))
    print(flush=True)


def machine() -> str:
    """Return what the figures depend on, in a line that names no machine."""
    kernel = platform.release().partition("-")[0]
    return (
        f"{processors()} processors, {platform.system()} {kernel}, "
        f"Python {platform.python_version()}, numpy {version('numpy')}; "
        f"{datetime.now(UTC):%Y-%m-%d}, commit {_COMMIT}"
    )


def _commit() -> str:
    """Return the number of what is measured; ``-dirty`` where files differ from it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        done = subprocess.run(
            command, cwd=Path(__file__).parent, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):  # no git, or no repository
        return "unknown"
    return done.stdout.strip()


_COMMIT = _commit()  # now: at the end of a long run, it may be another
