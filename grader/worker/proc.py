"""Inside: what the kernel tells a cell about the processes of its check.

The check itself sees no ``/proc``; the cell kept a descriptor of it.
"""

import os

_EXITING = 0x4  # of the kernel's task flags


class Proc:
    """The ``/proc`` that a cell held on to.

    Parameters
    ----------
    folder
        Its descriptor.
    own
        This process's number, as this ``/proc`` counts.
    """

    def __init__(self, folder: int, own: int) -> None:
        self._folder = folder
        self._own = own

    def child_is_ending(self) -> bool:
        """Tell whether the check has left already: its wire closes a moment before it is gone."""
        try:
            children = self._read(f"{self._own}/task/{self._own}/children").split()
            flags = int(self._fields(children[0].decode())[6])  # the oldest child is the check
        except (OSError, ValueError, IndexError):
            return True
        return bool(flags & _EXITING)

    def last_number(self) -> int | None:
        """Return the newest process's number here, or None where the kernel does not tell."""
        try:
            return int(self._read("sys/kernel/ns_last_pid"))
        except (OSError, ValueError):
            return None

    def usage_below(self) -> tuple[float, float]:
        """Sum CPU seconds and resident MiB over all descendants of this process."""
        parents: dict[int, int] = {}
        figures: dict[int, tuple[float, float]] = {}
        ticks, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
        for name in os.listdir(self._folder):  # noqa: PTH208 - of a descriptor
            if not name.isdecimal():
                continue
            try:
                fields = self._fields(name)
            except OSError:
                continue
            parents[int(name)] = int(fields[1])
            seconds = sum(int(fields[index]) for index in (11, 12, 13, 14)) / ticks
            figures[int(name)] = seconds, int(fields[21]) * page / (1 << 20)
        cpu = memory = 0.0
        for number, (seconds, megabytes) in figures.items():
            above = parents[number]
            while above not in (0, self._own):
                above = parents.get(above, 0)
            if above == self._own:
                cpu, memory = cpu + seconds, memory + megabytes
        return cpu, memory

    def _fields(self, process: str) -> list[bytes]:
        """Return what stands in ``stat`` behind a process's name, from its state on."""
        return self._read(f"{process}/stat").rpartition(b")")[2].split()

    def _read(self, path: str) -> bytes:
        number = os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=self._folder)
        try:
            return os.read(number, 1 << 16)
        finally:
            os.close(number)
