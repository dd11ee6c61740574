"""CPU time of a thread and of everything it starts, by a counter of the kernel.

``getrusage`` tells only of processes that somebody waited for, and a nursery waits for no cell:
most of what grading costs would be missing.
"""

import ctypes
import os
import platform
import struct

_PERF_EVENT_OPEN = {"x86_64": 298, "aarch64": 241}
_SOFTWARE, _SIZE, _TASK_CLOCK = 1, 64, 1
_INHERIT, _EXCLUDE_KERNEL = (
    1 << 1,
    1 << 5,
)  # the latter is asked for; this clock counts all the same


class Clock:
    """Counts from now on.

    Raises
    ------
    OSError
        Where the kernel keeps its counters to itself: see ``kernel.perf_event_paranoid``.
    """

    def __init__(self) -> None:
        attributes = struct.pack(
            "<IIQQQQQQQ", _SOFTWARE, _SIZE, _TASK_CLOCK, 0, 0, 0, _INHERIT | _EXCLUDE_KERNEL, 0, 0
        )
        kernel = ctypes.CDLL(None, use_errno=True)
        number = _PERF_EVENT_OPEN[platform.machine()]
        self._descriptor = kernel.syscall(number, attributes, 0, -1, -1, 0)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "no counter: kernel.perf_event_paranoid must be 2")

    def seconds(self) -> float:
        """Return what was used since."""
        (nanoseconds,) = struct.unpack("<Q", os.read(self._descriptor, 8))
        return float(nanoseconds) / 1e9

    def close(self) -> None:
        """Stop counting."""
        os.close(self._descriptor)
