"""Outside: nurseries, and the cells they open; one kind for each isolation.

Both kinds are used alike: ``nursery.open(…)`` gives a cell for one submission, and
``cell.check(seconds)`` a connection to a fresh process that has not yet loaded it.
"""

import errno
import re
import socket
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

import msgspec

from grader.errors import SandboxError
from grader.language import gettext as _
from grader.machine import not_started
from grader.records import Isolation
from grader.worker.connection import START_SECONDS, Connection
from grader.worker.messages import (
    SUBMISSION_FOLDER,
    Bounds,
    Ending,
    Files,
    Opening,
    Refused,
    receive_message,
    send_message,
)
from grader.worker.output import Output
from grader.worker.plain import ProcessNursery
from grader.worker.sandbox import Launched

_CELL_LOST = Ending(None, 9, is_last=True)  # the signal by number, for Windows
_END_SECONDS = 0.2  # in which bubblewrap ends when its nursery has
_LARGE = {"matplotlib": "matplotlib.pyplot"}
_LARGE |= {name: name for name in ("scipy", "pandas", "sklearn", "tensorflow")}
_IMPORT = re.compile(rf"^\s*(?:import|from)\s+({'|'.join(_LARGE)})\b".encode(), re.MULTILINE)
_RANDOM = re.compile(rb"\brandom\b")  # numpy imports its part of that name when it is first used


class Cell(Protocol):
    """One submission, ready to be loaded by any number of fresh processes."""

    def check(self, seconds: float) -> Connection:
        """Start a fresh process that may take `seconds` and return the connection to it."""
        ...

    def close(self) -> None:
        """End everything that was started for this submission."""
        ...


class Nursery(Protocol):
    """Starts cells at one isolation, from any thread."""

    isolation: Isolation

    def open(
        self, module: str, sources: dict[str, bytes], bounds: Bounds, *, is_notebook: bool
    ) -> Cell:
        """Take a submission's files."""
        ...

    def close(self) -> None:
        """End the nursery and everything in it."""
        ...


def mentioned(sources: dict[str, bytes]) -> list[str]:
    """Return the large libraries a submission uses, to import them before it is loaded."""
    text = b"\n".join(sources.values())
    found = {match.decode() for match in _IMPORT.findall(text)}
    large = [name for package, name in _LARGE.items() if package in found]
    return ["numpy.random", *large] if _RANDOM.search(text) else large


class SandboxNursery:
    """A nursery in bubblewrap; each cell has namespaces of its own."""

    isolation = Isolation.SANDBOX

    def __init__(self, launched: Launched) -> None:
        """Wait until the nursery is warm.

        Raises
        ------
        SandboxError
            When it does not come up; the text holds what it said.
        """
        self._launched = launched
        self._lock = threading.Lock()
        launched.control.settimeout(START_SECONDS)
        try:
            ready = receive_message(launched.control)
        except OSError:
            ready = None
        if ready is None:
            self._give_up()

    def _give_up(self) -> None:
        self._launched.errors.seek(0)
        said = self._launched.errors.read(2000).decode("utf-8", "replace").strip()
        self.close()
        reason = said.splitlines()[-1] if said else ""
        raise SandboxError(
            _(
                "The sandbox did not start: {reason} Run `grade doctor` to see what is missing."
            ).format(reason=reason and f"{reason}."),
            reason,
        )

    def open(
        self, module: str, sources: dict[str, bytes], bounds: Bounds, *, is_notebook: bool
    ) -> Cell:
        """Fork a cell and hand it the files."""
        opening = Opening(Files(module, sources, SUBMISSION_FOLDER, is_notebook), bounds)
        return SandboxCell(lambda: self._fork(mentioned(sources)), self._has_ended, opening)

    def _fork(self, wanted: list[str]) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            send_message(self._launched.control, wanted, [theirs.fileno()])
        ours.settimeout(START_SECONDS)
        return ours

    def _has_ended(self) -> bool:
        with suppress(subprocess.TimeoutExpired):
            self._launched.process.wait(_END_SECONDS)
        return self._launched.process.returncode is not None

    def close(self) -> None:
        """Close the control socket, which ends the nursery and with it every process inside."""
        self._launched.control.close()
        try:
            self._launched.process.wait(5)
        except subprocess.TimeoutExpired:
            self._launched.process.kill()
            self._launched.process.wait()
        self._launched.errors.close()


class SandboxCell:
    """The judge's end of one cell, and of those that follow it when a check was a cell's last."""

    def __init__(
        self, fork: Callable[[], socket.socket], nursery_ended: Callable[[], bool], opening: Opening
    ) -> None:
        self._fork = fork
        self._nursery_ended = nursery_ended
        self._opening = opening
        self._channel = self._enter()
        self._has_ended = False

    def _enter(self) -> socket.socket:
        try:
            channel = self._fork()
            send_message(channel, self._opening, [])
            received = receive_message(channel)
        except OSError as error:
            raise not_started(error) from None
        if received is None:
            raise not_started(_("it ended without a word"))
        said = msgspec.msgpack.decode(received[0], type=str | Refused)
        if isinstance(said, tuple):
            raise _not_started(said)
        return channel

    def check(self, seconds: float) -> Connection:
        """Fork a fresh process."""
        if self._has_ended:
            self._channel.close()
            self._channel = self._enter()
            self._has_ended = False
        ours, theirs = socket.socketpair()
        output = Output()
        try:
            with theirs:
                send_message(self._channel, "check", [theirs.fileno(), output.fileno()])
        except OSError as error:
            ours.close()
            output.close()
            raise not_started(error) from None
        connection = Connection(
            ours, output, self._finish, seconds=seconds, output_mb=self._opening.bounds.output_mb
        )
        connection.wait_until_ready()
        return connection

    def _finish(self) -> Ending:
        received = None
        with suppress(OSError):  # it may have ended already, with a word
            send_message(self._channel, "stop", [])
        with suppress(OSError):
            received = receive_message(self._channel)
        if received is None and self._nursery_ended():
            raise not_started(_("the process it is forked from was killed"))
        # Whatever else ended the cell (say, the kernel, for want of memory), it ended with the
        # check: that is the check's own ending, and the next one gets a new cell.
        ending = (
            msgspec.msgpack.decode(received[0], type=Ending | Refused) if received else _CELL_LOST
        )
        if isinstance(ending, tuple):
            raise _not_started(ending)
        self._has_ended = ending.is_last
        return ending

    def close(self) -> None:
        """Close the control socket; the cell, being pid 1 of its namespace, takes all with it."""
        self._channel.close()


def _not_started(refused: Refused) -> SandboxError:
    number, said = refused
    # Inside no disk is full: its folders in memory and its namespaces have limits of their own.
    return not_started(said if number == errno.ENOSPC else OSError(number, said))


def start_nursery(isolation: str, launched: Launched | None, preload: Sequence[str]) -> Nursery:
    """Return a warm nursery of the isolation asked for; ``auto`` takes the best that works.

    Parameters
    ----------
    isolation
        ``auto``, ``sandbox`` or ``process``.
    launched
        What ``sandbox.begin`` returned, so that warming up began as early as possible.
    preload
        Modules to import before the first submission.
    """
    if launched is not None:
        try:
            return SandboxNursery(launched)
        except SandboxError:
            if isolation == "sandbox":
                raise
    return ProcessNursery(preload)
