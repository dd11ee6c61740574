"""Outside: plain processes, one per check, where there is no sandbox to be had.

Nothing that it imports is POSIX-only: Windows and macOS students grade this way.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.language import gettext as _
from grader.machine import not_started
from grader.records import Isolation
from grader.worker import limits
from grader.worker.connection import START_SECONDS, Connection
from grader.worker.door import Door
from grader.worker.messages import Bounds, Ending, Files, Opening
from grader.worker.output import Output
from grader.worker.sandbox import BOOT, ENVIRONMENT, PYTHON_FLAGS, site_folders, worker_folder

# What no system can start a process or place a temporary file without.
_KEPT = ("SYSTEMROOT", "PATH", "TMPDIR", "TEMP", "TMP")
_STOPPED = Ending(None, 9, "stopped")
# The kernel says it by signals.
_REASONS = (
    {} if limits.KERNEL_LIMITS else {limits.OUT_OF_TIME: "cpu", limits.TOO_MUCH_OUTPUT: "output"}
)
_FIRST_FAULT = 0xC000_0000  # of the codes by which Windows says that a process crashed


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    folder = tempfile.gettempdir()
    return {**ENVIRONMENT, **kept, "HOME": folder, "USERPROFILE": folder, "MPLCONFIGDIR": folder}


def _ending(code: int) -> Ending:
    """Say how a process ended that was not stopped: by itself, by a signal or by a fault."""
    if code < 0 or code >= _FIRST_FAULT:
        return Ending(None, abs(code))
    return Ending(code, None, _REASONS.get(code))


class ProcessNursery:
    """Plain processes, one per check; the next one warms up while this one works."""

    isolation = Isolation.PROCESS

    def __init__(self, preload: Sequence[str]) -> None:
        self._preload = list(preload)
        self._lock = threading.Lock()
        self._next = self._spawn()

    def open(
        self, module: str, sources: dict[str, bytes], bounds: Bounds, *, is_notebook: bool
    ) -> "ProcessCell":
        """Write the files to a folder of their own."""
        folder = Path(tempfile.mkdtemp(prefix="deepgrade-"))
        try:
            for name, content in sources.items():
                (folder / name).write_bytes(content)
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return ProcessCell(
            self, folder, Opening(Files(module, sources, str(folder), is_notebook), bounds)
        )

    def take(self) -> "Spawned":
        """Return the process that is warm, and start the next."""
        with self._lock:
            ready, self._next = self._next, self._spawn()
        return ready

    def _spawn(self) -> "Spawned":
        door, output = Door(), Output()
        boot = BOOT.format(
            first=[str(worker_folder().parent)],
            last=[str(folder) for folder in site_folders()],
            module="alone",
            number=door.port,
            preload=self._preload,
        )
        process = subprocess.Popen(
            [getattr(sys, "_base_executable", sys.executable), *PYTHON_FLAGS, "-c", boot],
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=output.fileno(),
            stderr=subprocess.STDOUT,
            start_new_session=True,  # where there are sessions
        )
        assert process.stdin is not None
        with contextlib.suppress(OSError), process.stdin:  # has it ended, `admit` will see
            process.stdin.write(door.token)
        return Spawned(process, door, output)

    def close(self) -> None:
        """End the process that was warming up."""
        self._next.close()


class Spawned(msgspec.Struct, frozen=True):
    """One plain worker process."""

    process: subprocess.Popen[bytes]
    door: Door
    output: Output

    def admit(self) -> socket.socket:
        """Wait until the process is at the door, and return the wire to it."""
        try:
            return self.door.admit(START_SECONDS, lambda: self.process.poll() is None)
        except OSError as error:
            self.finish()
            said = self.output.text().strip().splitlines()[-1:]
            self.output.close()
            if not said:
                ended = isinstance(error, ConnectionError)
                said = [_("it ended without a word") if ended else _("it did not answer in time")]
            raise not_started(said[0]) from None

    def finish(self) -> Ending:
        """Kill the process and its session, and tell how it had ended."""
        stopped = self.process.poll() is None
        if stopped:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.05)
                stopped = False
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, 9)
            else:  # what it started itself is out of reach
                self.process.kill()
        code = self.process.wait()
        return _STOPPED if stopped else _ending(code)

    def close(self) -> None:
        """End a process that nobody asked for anything."""
        self.door.close()
        self.finish()
        self.output.close()


class ProcessCell:
    """The files of one submission in a temporary folder."""

    def __init__(self, nursery: ProcessNursery, folder: Path, opening: Opening) -> None:
        self._nursery = nursery
        self._folder = folder
        self._opening = opening

    def check(self, seconds: float) -> Connection:
        """Hand the files to a warm process."""
        spawned = self._nursery.take()
        channel = spawned.admit()
        channel.settimeout(START_SECONDS)
        data = msgspec.msgpack.encode(self._opening)
        with contextlib.suppress(OSError):
            channel.sendall(len(data).to_bytes(4, "big") + data)

        def finish() -> Ending:
            channel.close()
            return spawned.finish()

        connection = Connection(
            channel,
            spawned.output,
            finish,
            seconds=seconds,
            output_mb=self._opening.bounds.output_mb,
        )
        connection.wait_until_ready()
        return connection

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)
