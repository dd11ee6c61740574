"""Outside: plain processes, one per check, where there is no sandbox to be had.

Nothing here is POSIX-only at import: Windows and macOS students grade this way.
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

from grader.records import Isolation
from grader.worker.connection import START_SECONDS, Connection
from grader.worker.messages import Bounds, Ending, Files, Opening
from grader.worker.output import Output
from grader.worker.sandbox import BOOT, ENVIRONMENT, PYTHON_FLAGS, site_folders, worker_folder

_STOPPED = Ending(None, 9, 0.0, 0.0, "stopped")


def _kept_environment() -> dict[str, str]:
    """Return what Windows cannot start a process without."""
    return {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}


class ProcessNursery:
    """Plain processes, one per check; the next one warms up while this one works."""

    isolation = Isolation.PROCESS

    def __init__(self, preload: Sequence[str]) -> None:
        self._preload = list(preload)
        self._lock = threading.Lock()
        self._next = self._spawn()

    def open(
        self, module: str, sources: dict[str, bytes], bounds: Bounds, *, cells: bool
    ) -> "ProcessCell":
        """Write the files to a folder of their own."""
        folder = Path(tempfile.mkdtemp(prefix="deepgrade-"))
        for name, content in sources.items():
            (folder / name).write_bytes(content)
        return ProcessCell(
            self, folder, Opening(Files(module, sources, str(folder), cells), bounds)
        )

    def take(self) -> "Spawned":
        """Return the process that is warm, and start the next."""
        with self._lock:
            ready, self._next = self._next, self._spawn()
        return ready

    def _spawn(self) -> "Spawned":
        ours, theirs = socket.socketpair()
        output = Output()
        number = theirs.fileno()
        boot = BOOT.format(
            first=[str(worker_folder().parent)],
            last=[str(folder) for folder in site_folders()],
            module="alone",
            number=number,
            preload=self._preload,
        )
        process = subprocess.Popen(
            [getattr(sys, "_base_executable", sys.executable), *PYTHON_FLAGS, "-c", boot],
            env={**ENVIRONMENT, **_kept_environment()},
            stdin=subprocess.PIPE if sys.platform == "win32" else subprocess.DEVNULL,
            stdout=output.fileno(),
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=() if sys.platform == "win32" else (number,),
        )
        if sys.platform == "win32":
            assert process.stdin is not None
            process.stdin.write(theirs.share(process.pid))
            process.stdin.close()
        theirs.close()
        return Spawned(process, ours, output)

    def close(self) -> None:
        """End the process that was warming up."""
        self._next.finish()
        self._next.output.close()


class Spawned(msgspec.Struct, frozen=True):
    """One plain worker process."""

    process: subprocess.Popen[bytes]
    channel: socket.socket
    output: Output

    def finish(self) -> Ending:
        """Kill the process and its session, and tell how it had ended."""
        self.channel.close()
        stopped = self.process.poll() is None
        if stopped:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.05)
                stopped = False
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self.process.kill()
            else:
                os.killpg(self.process.pid, 9)
        code = self.process.wait()
        if stopped:
            return _STOPPED
        return Ending(code if code >= 0 else None, -code if code < 0 else None, 0.0, 0.0)


class ProcessCell:
    """The files of one submission in a temporary folder."""

    def __init__(self, nursery: ProcessNursery, folder: Path, opening: Opening) -> None:
        self._nursery = nursery
        self._folder = folder
        self._opening = opening

    def check(self, seconds: float) -> Connection:
        """Hand the files to a warm process."""
        spawned = self._nursery.take()
        data = msgspec.msgpack.encode(self._opening)
        spawned.channel.settimeout(START_SECONDS)
        with contextlib.suppress(OSError):
            spawned.channel.sendall(len(data).to_bytes(4, "big") + data)
        connection = Connection(
            spawned.channel,
            spawned.output,
            spawned.finish,
            seconds=seconds,
            output_mb=self._opening.bounds.output_mb,
        )
        connection.wait_until_ready()
        return connection

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)
