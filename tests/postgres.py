"""A PostgreSQL server for tests: in a folder of its own, behind a socket file, run by nobody else.

Its collation is that of a server people have, not that of bytes.
"""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

_USER = "grader"


def find_programs() -> Path | None:
    """Return the folder of ``initdb`` and ``postgres``, or None where they are not installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = shutil.which("initdb") or next(map(str, installed), None)
    return Path(found).resolve().parent if found else None


class Server:
    """One server; it is made at once and started and stopped at will."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="pg"))  # a socket's path must be short
        self._password = secrets.token_hex(8)
        secret = self._folder / "password"
        secret.write_text(self._password)
        self._account = _account()
        if self._account:
            for path in (self._folder, secret):
                shutil.chown(path, self._account)
        self._run(
            *("initdb", "--pgdata", str(self._data), "--username", _USER, "--no-sync"),
            *("--auth", "scram-sha-256", "--pwfile", str(secret), "--encoding", "UTF8"),
            *("--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "en-US"),
        )

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self._folder / "log"

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *words], user=self._account, cwd=self._folder,
            env={"PGPASSWORD": self._password, "LANG": "C.UTF-8"}, capture_output=True,
            text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> None:
        """Start it and wait until it answers."""
        # Its files need not survive this machine.
        options = f"-c listen_addresses='' -c unix_socket_directories={self._folder} -c fsync=off"
        self._run(
            *("pg_ctl", "start", "--wait", "--pgdata", str(self._data)),
            *("--log", str(self.log), "--options", options),
        )

    def stop(self) -> None:
        """Stop it as a crash would."""
        self._run("pg_ctl", "stop", "--mode", "immediate", "--pgdata", str(self._data))

    def new_database(self) -> str:
        """Make an empty database and return its URL."""
        name = f"class{time.monotonic_ns()}"
        self._run("createdb", "--host", str(self._folder), "--username", _USER, name)
        return self.url(name)

    def url(self, database: str, password: str | None = None) -> str:
        """Return the URL of a database."""
        place = quote(str(self._folder), safe="")
        return f"postgresql://{_USER}:{password or self._password}@/{database}?host={place}"

    def remove(self) -> None:
        """Remove its files."""
        shutil.rmtree(self._folder)


def _account() -> str | None:
    """Return who runs the server when root, whom it refuses, runs the tests."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
