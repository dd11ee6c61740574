"""Outside: what a check prints, in a file without a name.

A file and not a pipe: nobody has to drain it, and the size limit of files stops a flood.
"""

import os
import tempfile
from contextlib import suppress
from typing import IO

HEAD, TAIL = 6000, 2000


def unnamed_file() -> IO[bytes]:
    """Return an empty file without a name: in memory, or else where temporary files are.

    In memory no full disk can fail a student who prints, and no folder has to be there.
    """
    if hasattr(os, "memfd_create"):  # not everywhere
        with suppress(PermissionError):  # as a machine may forbid what could be run
            return os.fdopen(os.memfd_create("deepgrade"), "w+b")
    return tempfile.TemporaryFile()


class Output:
    """The file that a check's standard output and error go to."""

    def __init__(self) -> None:
        self._file = unnamed_file()

    def fileno(self) -> int:
        """Return the descriptor, to hand it to the process."""
        return self._file.fileno()

    @property
    def size(self) -> int:
        """Bytes printed so far."""
        return self._file.seek(0, 2)

    def text(self, start: int = 0) -> str:
        """Return what was printed from byte `start` on: all of it, or its head and tail."""
        size = self.size
        self._file.seek(start)
        if size - start <= HEAD + TAIL:
            return self._file.read(HEAD + TAIL).decode("utf-8", "replace")
        head = self._file.read(HEAD).decode("utf-8", "replace")
        self._file.seek(size - TAIL)
        tail = self._file.read(TAIL).decode("utf-8", "replace")
        return f"{head}\n[… {size - start - HEAD - TAIL:,} bytes …]\n{tail}"

    def close(self) -> None:
        """Let go of the file, and with it of the text."""
        self._file.close()
