"""Inside: answer the judge's requests over the wire, one at a time.

The process of a check does nothing else, and ends with it.
"""

import builtins
import contextlib
import math
import os
import socket
import sys
from typing import Any, NoReturn

import numpy as np

from . import wire
from .code import Compile, compile_units
from .host import MODULE, CallbackRefused, Host
from .messages import Files

_READY = b"".join(wire.Writer(wire.refuse).frame(["ready"]))


class Server:
    """Answers the requests of one check about one submission, which it loads when it is told to."""

    def __init__(self, files: Files, compile_all: Compile = compile_units) -> None:
        self._files = files
        self._host = Host(files, self._call_back, compile_all)
        self._channel: socket.socket

    def serve(self, channel: socket.socket) -> NoReturn:
        """Answer until the judge closes the wire; nothing ever comes back from here."""
        self._channel = channel
        builtins.exit = builtins.quit = sys.exit  # type: ignore[assignment] # as in any interpreter
        # So that the submission's other files find it.
        sys.modules[self._files.module] = self._host.module
        try:
            channel.sendall(_READY)
            while True:
                self.answer(channel)
        except (OSError, wire.WireClosed):
            os._exit(0)

    def answer(self, channel: socket.socket) -> None:
        """Answer one request."""
        self._channel = channel
        reply = self._host.answer(wire.receive(channel, math.inf))
        _flush()
        try:
            self._send(reply)
        except wire.WireClosed:
            raise
        except wire.WireError as error:
            self._send(["error", "unsendable", "", str(error), []])

    def _call_back(self, callback: wire.Callback, args: list[Any], kwargs: dict[str, Any]) -> Any:
        self._send(["callback", callback.number, args, kwargs])
        answer = wire.receive(self._channel, math.inf)
        if answer[0] != "return":
            raise CallbackRefused(CallbackRefused.__doc__)
        return answer[1]

    def _send(self, message: list[Any]) -> None:
        wire.send(self._channel, wire.Writer(self._host.refer).frame(message), math.inf)


def rehearse() -> None:
    """Serve a submission of our own, so that no fork does what takes time only once.

    The interpreter adapts code that runs often, and memory that a fork writes to is copied.
    """
    source = b"import numpy as np\n\n\ndef f(x):\n    return np.exp(x)\n"
    server = Server(Files("rehearsal", {"rehearsal.py": source}, ""))
    requests: list[list[Any]] = [["load"], ["call", MODULE, "f", [np.ones(3)], {}]]
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for request in requests * 10:  # code is adapted when it has run eight times
            wire.send(ours, wire.Writer(wire.refuse).frame(request), math.inf)
            server.answer(theirs)
            wire.receive(ours, math.inf)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
