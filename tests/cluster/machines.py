"""Machines for the tests of a cluster: network namespaces joined by a bridge, one for each.

The first holds the scheduler and the coordinator. Where the tests write their files, a worker's
machine has an empty disk of its own.
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PREFIX = "10.213.7"
PORT = 8786
ADDRESS = f"tcp://{_PREFIX}.1:{PORT}"
_DASK = (sys.executable, "-m", "dask")
_OWN_DISK = 'mount -t tmpfs tmpfs "$TMPDIR" && cd "$TMPDIR" && exec env "$@"'


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


class Machines:
    """A scheduler's machine and those of its workers, until they are taken down.

    Parameters
    ----------
    folder
        Where the tests write; their logs too.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._logs = Path(tempfile.mkdtemp(prefix="machines", dir=folder))
        self._id = secrets.token_hex(3)
        self._started: list[subprocess.Popen[bytes]] = []
        self._namespaces: list[str] = []
        self._head = self._add("head")
        _ip("-n", self._head, "link", "add", "bridge", "type", "bridge")
        _ip("-n", self._head, "addr", "add", f"{_PREFIX}.1/24", "dev", "bridge")
        _ip("-n", self._head, "link", "set", "bridge", "up")

    def _add(self, name: str) -> str:
        namespace = f"deepgrade-{self._id}-{name}"
        _ip("netns", "add", namespace)
        self._namespaces.append(namespace)
        _ip("-n", namespace, "link", "set", "lo", "up")
        return namespace

    def _join(self) -> str:
        number = len(self._namespaces)
        namespace = self._add(f"w{number}")
        ends = (f"port{number}", "netns", self._head, "type", "veth", "peer", "name", "eth0")
        _ip("link", "add", *ends, "netns", namespace)
        _ip("-n", self._head, "link", "set", f"port{number}", "master", "bridge", "up")
        _ip("-n", namespace, "addr", "add", f"{_PREFIX}.{number + 1}/24", "dev", "eth0")
        _ip("-n", namespace, "link", "set", "eth0", "up")
        return namespace

    def command(self, *words: str) -> list[str]:
        """Return the command that runs `words` beside the scheduler."""
        return ["ip", "netns", "exec", self._head, *words]

    def start_scheduler(
        self, port: int = PORT, allowed_failures: int = 3
    ) -> "subprocess.Popen[bytes]":
        """Start a scheduler and wait until it listens."""
        started, log = self._start(self.command(
            *("env", f"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES={allowed_failures}"),
            *(*_DASK, "scheduler", "--host", f"{_PREFIX}.1", "--port", str(port)),
            *("--no-show", "--no-dashboard", "--dashboard-address", ":0"),
        ))  # fmt: skip
        self._wait(started, log, "Scheduler at:")
        return started

    def start_worker(
        self, *words: str, address: str = ADDRESS, settings: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Start a worker on a machine of its own and wait until it has found the scheduler."""
        given = {"TMPDIR": str(self.folder), **(settings or {})}
        started, log = self._start([
            *("ip", "netns", "exec", self._join(), "sh", "-c", _OWN_DISK, "sh"),
            *(f"{name}={value}" for name, value in given.items()),
            *(*_DASK, "worker", address, "--no-nanny", "--no-dashboard", "--memory-limit", "0"),
            *("--nthreads", "1", *words),
        ])  # fmt: skip
        self._wait(started, log, "Registered to:")
        return started

    def _start(self, command: list[str]) -> "tuple[subprocess.Popen[bytes], Path]":
        log = self._logs / str(len(self._started))
        with log.open("wb") as file:
            started = subprocess.Popen(
                command, env={**environment(), "TMPDIR": str(self.folder)}, stdout=file,
                stderr=file, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        self._started.append(started)
        return started, log

    def _wait(self, started: "subprocess.Popen[bytes]", log: Path, sign: str) -> None:
        until = time.monotonic() + 60
        while sign not in log.read_text(errors="replace"):
            assert started.poll() is None, log.read_text(errors="replace")
            assert time.monotonic() < until, log.read_text(errors="replace")
            time.sleep(0.05)

    def stop(self, process: "subprocess.Popen[bytes]") -> None:
        """Switch a machine off, at once."""
        process.kill()
        process.wait()

    def take_down(self) -> None:
        """End what was started here, and remove the machines."""
        for process in self._started:
            self.stop(process)
        for namespace in self._namespaces:
            _ip("netns", "del", namespace)


def environment() -> dict[str, str]:
    """Return the environment of a command: nothing of the tests' own."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "200"}
