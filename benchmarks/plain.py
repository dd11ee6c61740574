"""One plain pytest process for a submission, which imports it: no isolation at all."""

import os
import sys
from pathlib import Path


def command(suite: Path, *options: str) -> list[str]:
    """Return how pytest runs a suite, without the settings and plugins of this repository."""
    return [
        sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:deepgrade",
        f"--rootdir={suite.parent}", "-c/dev/null", *options, str(suite),
    ]  # fmt: skip


def variables(submission: Path) -> dict[str, str]:
    """Return environment variables under which the suite imports this folder's module."""
    return {**os.environ, "PYTHONPATH": str(submission)}
