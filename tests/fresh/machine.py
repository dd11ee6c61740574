"""A machine with next to nothing on it: an empty home, and the programs that were asked for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WAIT = 300
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
# How packages are reached from here is no part of the machine, and what was fetched may be shared.
_INDEX = ("PIP_", "UV_", "SSL_", "REQUESTS_CA", "CURL_CA", *_PROXIES, *map(str.lower, _PROXIES))
_SETTINGS = {"PIP_CONFIG_FILE": "pip/pip.conf", "UV_CONFIG_FILE": "uv/uv.toml"}
_OF_THIS_RUN = ("UV_PROJECT", "UV_PYTHON", "UV_RUN", "UV_CACHE_DIR", "PIP_REQUIRE", "PIP_USER")


class Machine:
    """Where only what it has is found.

    Attributes
    ----------
    python
        A Python of its own with pip in it, active as after ``source machine/bin/activate``.
    """

    def __init__(self, folder: Path, *programs: str) -> None:
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self.python = folder / "machine"
        self._programs = folder / "programs"
        self._programs.mkdir()
        for program in programs:
            self.add(program)

    def add(self, program: str) -> None:
        """Install a program of this machine there."""
        found = _found(program)
        if found is None:
            tell = pytest.fail if os.environ.get("CI") else pytest.skip
            tell(f"{program} is not installed: a machine that has it is not tested")
        (self._programs / program).symlink_to(found)

    def remove(self, program: str) -> None:
        """Take a program away."""
        (self._programs / program).unlink()

    def add_python(self) -> None:
        """Install Python and pip."""
        base = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
        (self._programs / "python3").symlink_to(base)
        uv("venv", "--quiet", "--seed", "--python", str(base), str(self.python))

    def environment(self, **variables: str) -> dict[str, str]:
        """Return all that a process there is started with."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name.startswith(_INDEX) and not name.startswith(_OF_THIS_RUN)
        }
        settings = {
            variable: str(file)
            for variable, name in _SETTINGS.items()
            if (file := Path.home() / ".config" / name).is_file()
        }
        return {
            **settings,
            **kept,
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "100",
            "PATH": f"{self.python}/bin:{self._programs}",
            "UV_CACHE_DIR": uv("cache", "dir").strip(),
            "UV_PYTHON_DOWNLOADS": "never",
            **variables,
        }

    def run(
        self, folder: Path, *command: str | Path, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder."""
        return run(folder, *command, environment=self.environment(**variables))


def run(
    folder: Path, *command: str | Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, and wait for its end."""
    return subprocess.run(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=WAIT,
        check=False,
    )


def _found(program: str) -> str | None:
    """Return where a program is; uv need not be on PATH, as it runs these tests."""
    return (program == "uv" and os.environ.get("UV")) or shutil.which(program)


def uv(*words: str) -> str:
    """Run the uv that runs these tests."""
    program = _found("uv")
    assert program is not None, "uv is not installed"
    # Not `run`'s own environment: that of the tests is active and would be changed.
    kept = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = run(ROOT, program, *words, environment=kept)
    assert done.returncode == 0, done.stderr
    return done.stdout
