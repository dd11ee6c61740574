"""Inside: how a process gives up what it does not need. Linux system calls.

Order matters. A *cell* (one per submission) starts in fresh namespaces, mounts the folders a check
may write to, sets limits, drops every capability and installs the system-call filter; only then
are *checks* forked from it, which meet the student's code.
"""

import ctypes
import os
import struct
import time
from collections.abc import Iterable

from . import seccomp

NEW_MOUNTS, NEW_UTS, NEW_IPC = 0x0002_0000, 0x0400_0000, 0x0800_0000
NEW_USER, NEW_PIDS, NEW_NET = 0x1000_0000, 0x2000_0000, 0x4000_0000
_READ_ONLY, _NO_SUID, _NO_DEVICES, _REMOUNT, _NO_ACCESS_TIMES = 1, 2, 4, 32, 1024 | 2048
_PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_SECCOMP = 4, 24, 22
_INSIDE_ID = 1000
NOBODY = 65534
_COARSE_CLOCK = 5  # CLOCK_REALTIME_COARSE, which file systems take their times from
_SETTLED = 0.1  # seconds: many ticks of that clock
WRITABLE = ("/tmp", "/dev/shm")  # noqa: S108 - fresh private mounts

_libc = ctypes.CDLL(None, use_errno=True)
_raw = ctypes.PyDLL(None, use_errno=True)  # keeps the interpreter's lock, as a fork must


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def _control(option: int, *arguments: int) -> None:
    padded = [ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:4]]
    _call("prctl", option, *padded)


def become_nobody() -> None:
    """Leave the real root user, whom limits and file permissions would not hold."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def enter_cell() -> None:
    """Take fresh user, pid, mount, network, IPC and host-name namespaces; fork to be pid 1."""
    user, group = os.getuid(), os.getgid()
    _call("unshare", NEW_USER | NEW_PIDS | NEW_MOUNTS | NEW_NET | NEW_IPC | NEW_UTS)
    for name, content in (
        ("setgroups", "deny"),
        ("uid_map", f"{_INSIDE_ID} {user} 1"),
        ("gid_map", f"{_INSIDE_ID} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:  # noqa: PTH123 - one write, as the kernel asks
            file.write(content)
    for capability in range(64):  # what is out of the bounding set never comes back
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break


def show_to_self() -> None:
    """Let this process open its own ``/proc/self``, to write its user map."""
    _control(_PR_SET_DUMPABLE, 1)


def hide_from_others() -> None:
    """Let no process of the same user read or trace this one."""
    _control(_PR_SET_DUMPABLE, 0)


def fork() -> int:
    """Fork a process that has one thread, without what Python modules do after a fork.

    They mend what other threads left behind and give ``random`` a new seed: a tenth of what a
    check's process costs.
    """
    number: int = _raw.fork()
    if number < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return number


def mount_memory(folder: str, megabytes: int) -> None:
    """Mount an empty writable tmpfs of that size on `folder`; reading it changes no time in it."""
    options = f"size={megabytes}m,nr_inodes={megabytes * 64},mode=0700"
    flags = _NO_SUID | _NO_DEVICES | _NO_ACCESS_TIMES
    _call("mount", b"tmpfs", folder.encode(), b"tmpfs", flags, options.encode())


def make_read_only(folder: str) -> None:
    """Turn the mount on `folder` read-only."""
    flags = _REMOUNT | _READ_ONLY | _NO_SUID | _NO_DEVICES
    _call("mount", b"none", folder.encode(), None, flags, None)


def cover_proc() -> int:
    """Hide the processes of the machine; return a descriptor of what ``/proc`` was."""
    proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
    mount_memory("/proc", 1)
    os.mkdir("/proc/self")  # noqa: PTH102
    # TensorFlow aborts where it cannot read this link, or the command line of a "python".
    os.symlink("worker", "/proc/self/exe")  # noqa: PTH211
    make_read_only("/proc")
    return proc


class Folders:
    """The empty folders a check may write to, and whether they are as they were.

    Whatever is done in such a folder or to it, even undone later, moves the folder's own change
    time, which nobody can set; a file without a name moves none, but uses up an inode number. So
    where nothing moved, the next check finds what the first one found. Times have the kernel's
    tick: the first check starts a tick later (``settle``).

    Parameters
    ----------
    disk_mb
        How much may be written to each.
    """

    def __init__(self, disk_mb: int) -> None:
        for folder in WRITABLE:
            mount_memory(folder, disk_mb)
        self._inodes = self._next_inodes()
        self._times = self._change_times()

    def settle(self) -> None:
        """Wait until the kernel's clock has ticked, so that whatever follows has a later time."""
        until = time.monotonic() + _SETTLED  # where that clock is set back, it is another time too
        while time.clock_gettime_ns(_COARSE_CLOCK) <= max(self._times):
            if time.monotonic() > until:
                return
            time.sleep(0.0005)

    def are_touched(self) -> bool:
        """Tell whether anything was ever done to them; to be sure takes the system-call filter."""
        try:
            before, self._inodes = self._inodes, self._next_inodes()
            used = any(new != old + 1 for old, new in zip(before, self._inodes, strict=True))
            return seccomp.PROGRAM is None or used or self._change_times() != self._times
        except OSError:
            return True

    def _change_times(self) -> list[int]:
        return [os.stat(folder).st_ctime_ns for folder in WRITABLE]  # noqa: PTH116 - for each check

    def _next_inodes(self) -> list[int]:
        numbers = []
        for folder in WRITABLE:
            file = os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC)
            numbers.append(os.fstat(file).st_ino)
            os.close(file)
        return numbers


def close_descriptors(keep: Iterable[int]) -> None:
    """Close every descriptor but `keep`."""
    low = 0
    for number in sorted(keep):
        if low < number:  # an empty range would close everything
            os.closerange(low, number)
        low = number + 1
    os.closerange(low, 65536)


def drop_privileges() -> None:
    """Give up every capability for good, and refuse the system calls no exercise needs.

    bubblewrap has set ``no_new_privs``, and the cell has closed its memory; all this is inherited.
    """
    header = struct.pack("<Ii", 0x2008_0522, 0)
    _call("capset", header, bytes(24))
    _install_filter()


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _install_filter() -> None:
    if seccomp.PROGRAM is None:
        return
    program = _Program(len(seccomp.PROGRAM) // 8, seccomp.PROGRAM)
    _call("prctl", _PR_SET_SECCOMP, 2, ctypes.byref(program), 0, 0)


def give_back_memory() -> None:
    """Return what was freed to the kernel: every fork copies and unmaps each page still there."""
    if hasattr(_libc, "malloc_trim"):  # glibc has it, musl has not
        _libc.malloc_trim(0)
