"""Outside: one check's process as the judge sees it: requests, a time budget, an ending.

Whatever comes back, or does not, ends as a reply or as a ``StudentError``; nothing a worker does
can look like the judge's own fault.
"""

import contextlib
import signal
import socket
import time
from collections.abc import Callable
from typing import Any, Protocol

from grader.language import gettext as _
from grader.machine import not_started
from grader.worker import wire
from grader.worker.messages import Ending
from grader.worker.output import Output

MAX_CALLBACKS = 200_000
MAX_CALLBACK = 16 << 20  # bytes of arguments: the judge's function works on them unlimited
MAX_REPLY = 512 << 20
# Fresh from the installer, TensorFlow takes 12 s of a processor, which others may keep busy.
START_SECONDS = 120.0
MAX_MESSAGE = 2000

CallBack = Callable[[int, list[Any], dict[str, Any]], Any]


class StudentError(Exception):
    """What the student's code did instead of returning a value.

    Attributes
    ----------
    kind
        ``raised``, ``syntax``, ``missing``, ``not_callable``, ``signature``, ``unsendable``,
        ``malformed``, ``crashed``, ``exited``, ``memory``, ``output``, ``callbacks``,
        ``seconds`` or ``cpu``.
    type_name, message
        The exception's type and text; the student's own words, so never shown unescaped.
    frames
        ``(file, line, function)`` of the student's code, outermost first.
    call, function
        The call as a person would write it and the function's name, in the suite's own words.
    """

    def __init__(
        self,
        kind: str,
        type_name: str = "",
        message: str = "",
        frames: tuple[tuple[str, int, str], ...] = (),
    ) -> None:
        super().__init__(kind, type_name, message)
        self.kind = kind
        self.type_name = type_name
        self.message = message
        self.frames = frames
        self.call: str | None = None
        self.function: str | None = None


class Session(Protocol):
    """Where requests are answered: a worker, or trusted code in this process."""

    def ask(self, request: list[Any], call_back: CallBack) -> list[Any]:
        """Return the reply to one request: ``["value", …]`` or raise StudentError."""
        ...


class Connection:
    """The judge's end of one check's process.

    Parameters
    ----------
    channel
        The wire.
    output
        What the process prints.
    finish
        Ends the process and everything it started, and tells how it ended.
    seconds
        Wall-clock time the worker may take in all, callbacks included; waiting for the next
        request does not count.
    output_mb
        The size at which printing was stopped.
    """

    def __init__(
        self,
        channel: socket.socket,
        output: Output,
        finish: Callable[[], Ending],
        *,
        seconds: float,
        output_mb: int,
    ) -> None:
        self._channel = channel
        self.output = output
        self._finish = finish
        self._left = seconds
        self.used_seconds = 0.0
        self._output_limit = output_mb << 20
        self._callbacks = 0
        self.ending: Ending | None = None

    def wait_until_ready(self) -> None:
        """Wait for the process to be confined; nothing of the student's has run before."""
        try:
            self._hear_ready()
        except BaseException:
            self.close()
            raise

    def _hear_ready(self) -> None:
        try:
            reply = wire.receive(self._channel, time.monotonic() + START_SECONDS)
        except wire.WireError as error:
            self.end()
            # Nothing of the student's ran before, so these are words of the grader's own code.
            said = self.output.text().strip().splitlines()[-1:]
            raise not_started(said[0] if said else error) from None
        if reply != ["ready"]:
            raise not_started(_("it answers in no known form"))

    def ask(self, request: list[Any], call_back: CallBack) -> list[Any]:
        """Send `request`, serve the callbacks it causes, and return the reply."""
        message = request
        while True:
            reply = self._exchange(message)
            if reply[0] != "callback":
                return checked_reply(reply)
            message = self._called_back(reply, call_back)

    def _exchange(self, message: list[Any]) -> list[Any]:
        if self.ending is not None:
            raise self._lost(self.ending)
        begun = time.monotonic()
        deadline = begun + self._left
        try:
            wire.send(self._channel, wire.Writer(wire.refuse).frame(message), deadline)
            return wire.receive(self._channel, deadline, MAX_REPLY)
        except wire.WireTimeout:
            self.end()
            raise StudentError("seconds") from None
        except wire.WireClosed:
            raise self._lost(self.end()) from None
        except MemoryError:  # of what was announced, or sent
            self.end()
            raise StudentError("malformed", message="larger than this machine can hold") from None
        except wire.WireError as error:
            self.end()
            raise StudentError("malformed", message=str(error)) from None
        finally:
            self._spend(time.monotonic() - begun)

    def _spend(self, seconds: float) -> None:
        self._left -= seconds
        self.used_seconds += seconds

    def _called_back(self, reply: list[Any], call_back: CallBack) -> list[Any]:
        self._callbacks += 1
        if self._callbacks > MAX_CALLBACKS:
            self.end()
            raise StudentError("callbacks")
        match reply[1:]:
            case [int(number), list(args), dict(kwargs)]:
                if wire.weight([args, kwargs]) > MAX_CALLBACK:
                    return ["raise"]
                begun = time.monotonic()
                try:
                    return ["return", call_back(number, args, kwargs)]
                except Exception:  # noqa: BLE001 - the student passed what the function cannot take
                    return ["raise"]
                finally:
                    self._spend(time.monotonic() - begun)
        self.end()
        raise StudentError("malformed", message="a callback of no known form")

    def _lost(self, ending: Ending) -> StudentError:
        """Say why a process is gone, from what the kernel and the cell saw of it."""
        if ending.reason in ("memory", "cpu", "output"):
            return StudentError(ending.reason)
        if ending.reason == "stopped":
            return StudentError("seconds")
        if ending.signal is not None:
            name = signal_name(ending.signal)
            if name == "SIGXCPU":
                return StudentError("cpu")
            if self.output.size >= self._output_limit:
                return StudentError("output")
            return StudentError("crashed", message=name)
        return StudentError("exited", message=str(ending.status))

    def abandon(self) -> None:
        """Let go of the wire, from any thread: whoever waits for a reply waits no longer."""
        with contextlib.suppress(OSError):
            self._channel.shutdown(socket.SHUT_RDWR)

    def end(self) -> Ending:
        """End the process and everything it started; later calls return the same ending."""
        if self.ending is None:
            try:
                self.ending = self._finish()
            finally:
                self._channel.close()
        return self.ending

    def close(self) -> None:
        """End the process and let go of its output."""
        try:
            self.end()
        finally:
            self.output.close()


def checked_reply(reply: list[Any]) -> list[Any]:
    """Return a ``["value", …]`` reply of the right form; raise StudentError for all others."""
    match reply:
        case ["value", _, list(), dict()]:
            return reply
        case ["error", str(kind), str(type_name), str(message), list(frames)] if kind in _KINDS:
            raise StudentError(kind, type_name[:80], message[:MAX_MESSAGE], tuple(_frames(frames)))
    raise StudentError("malformed", message="a reply of no known form")


def _frames(frames: list[Any]) -> list[tuple[str, int, str]]:
    known = []
    for frame in frames[:50]:
        match frame:
            case [str(file), int(line), str(function)]:
                known.append((file[:200], line, function[:80]))
    return known


_KINDS = frozenset({"raised", "syntax", "missing", "not_callable", "signature", "unsendable"})


def signal_name(number: int) -> str:
    """Return a signal's name (``SIGSEGV``), or its number where it has none.

    What Windows ends a process with is written as Microsoft's pages list it (``0xC0000005``).
    """
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"0x{number:X}" if number > 255 else str(number)
