"""Environments of their own for the tools that we compare with."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs

from grader.worker.sandbox import ONE_THREAD

# What each needs beside itself, and why.
REQUIREMENTS = {
    "nbgrader": (
        "nbgrader==0.9.6",
        "numpy",  # the exercise is written with it
    ),
    "otter": (
        "otter-grader==7.0.0",
        "ipykernel",  # runs the notebook; otter-grader leaves it to the course's environment
        "numpy",  # the exercise is written with it
    ),
}


def install(name: str) -> Path:
    """Install a tool once, in a cache; return its folder of commands."""
    folder = platformdirs.user_cache_path("deepgrade") / "benchmarks" / name
    wanted, made = "\n".join((sys.version, *REQUIREMENTS[name])), folder / "requirements.txt"
    if not made.is_file() or made.read_text() != wanted:
        print(f"installing {name} …", file=sys.stderr, flush=True)
        environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
        for command in (
            ["venv", "--clear", "--python", sys.executable, str(folder)],
            ["pip", "install", "--python", str(folder), *REQUIREMENTS[name]],
        ):
            subprocess.run(["uv", *command, "--quiet"], check=True, env=environment)
        made.write_text(wanted)
    return folder / "bin"


def variables(commands: Path, home: Path) -> dict[str, str]:
    """Return environment variables under which a tool finds its own Python, and no settings."""
    return {
        "PATH": f"{commands}:{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        **ONE_THREAD,  # more threads than processors would slow all tools down
    }
