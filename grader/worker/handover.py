"""Inside: a submission's code, compiled by the first check of a cell and taken over by the next.

Compiling takes longer than running most modules does, and every check loads the submission anew.
"""

import contextlib
import fcntl
import marshal
import os
import struct
import sys
import types
from collections.abc import Sequence

from .code import Compiled, Unit, compile_units

_SIZE = struct.Struct(">I")
_MOST = 1 << 20  # what a pipe may hold


class Handover:
    """The way compiled code takes from a check to its cell, and from there to later checks.

    The cell only ever keeps bytes. They come from a process that has run none of the student's
    code yet: the pipe is closed before it does.
    """

    def __init__(self) -> None:
        self._code = b""
        self._reading = self._writing = -1

    def open(self) -> None:
        """In the cell, before a check is forked: offer it a pipe if there is no code yet."""
        if self._code:
            return
        self._reading, self._writing = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        with contextlib.suppress(OSError):  # a small pipe takes small code
            fcntl.fcntl(self._writing, fcntl.F_SETPIPE_SZ, _MOST)

    def close_writing(self) -> None:
        """In the cell, once a check is forked."""
        if self._writing >= 0:
            os.close(self._writing)
            self._writing = -1

    def collect(self) -> None:
        """In the cell, when the check has ended: keep its code if it came whole."""
        if self._reading < 0:
            return
        data = bytearray()
        while chunk := os.read(self._reading, _MOST):
            data += chunk
        os.close(self._reading)
        self._reading = -1
        if len(data) > _SIZE.size and _SIZE.unpack_from(data)[0] == len(data) - _SIZE.size:
            self._code = bytes(data[_SIZE.size :])

    def move_writing(self, number: int) -> int:
        """In the check: move the pipe to descriptor `number`; return the first unused one."""
        if self._writing < 0:
            return number
        os.dup2(self._writing, number, inheritable=False)
        self._writing = number
        return number + 1

    def compile_units(self, units: Sequence[Unit]) -> Compiled:
        """In the check: take over what was compiled before, or compile and hand over."""
        if self._code:
            known: Compiled = marshal.loads(self._code)  # noqa: S302 - see the class
            return known
        printed = os.fstat(2).st_size
        found = compile_units(units)
        if self._writing >= 0:
            sys.stderr.flush()
            # Every check is to show the warnings there are.
            if all(isinstance(code, types.CodeType) for code in found) and (
                os.fstat(2).st_size == printed
            ):
                self._send(marshal.dumps(found))
            os.close(self._writing)
            self._writing = -1
        return found

    def _send(self, data: bytes) -> None:
        with contextlib.suppress(BlockingIOError):  # too large: each check compiles for itself
            os.write(self._writing, _SIZE.pack(len(data)) + data)
