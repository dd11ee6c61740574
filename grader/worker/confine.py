"""Inside: how a process gives up what it does not need. Linux system calls, and limits.

Order matters. A *cell* (one per submission) takes fresh namespaces while it still may; each
*check* then takes a private mount and IPC namespace, sets its limits, drops every capability and
installs the system-call filter, and only then meets the student's code.
"""

import ctypes
import math
import os
import platform
import resource
import struct
import time
from collections.abc import Iterable

NEW_MOUNTS, NEW_UTS, NEW_IPC = 0x0002_0000, 0x0400_0000, 0x0800_0000
NEW_USER, NEW_PIDS, NEW_NET = 0x1000_0000, 0x2000_0000, 0x4000_0000
_NEW_ANY = (
    NEW_MOUNTS | NEW_UTS | NEW_IPC | NEW_USER | NEW_PIDS | NEW_NET | 0x0200_0000
)  # and cgroups
_READ_ONLY, _NO_SUID, _NO_DEVICES, _NO_EXEC, _REMOUNT = 1, 2, 4, 8, 32
_PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_SECCOMP = 4, 24, 22
_INSIDE_ID = 1000
NOBODY = 65534

_libc = ctypes.CDLL(None, use_errno=True)


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


def mount_memory(folder: str, megabytes: int) -> None:
    """Mount an empty writable tmpfs of that size on `folder`."""
    options = f"size={megabytes}m,nr_inodes={megabytes * 64},mode=0700"
    _call("mount", b"tmpfs", folder.encode(), b"tmpfs", _NO_SUID | _NO_DEVICES, options.encode())


def make_read_only(folder: str) -> None:
    """Turn the mount on `folder` read-only."""
    flags = _REMOUNT | _READ_ONLY | _NO_SUID | _NO_DEVICES
    _call("mount", b"none", folder.encode(), None, flags, None)


def private_check(disk_mb: int) -> None:
    """Give this check its own empty ``/tmp``, ``/dev/shm`` and IPC, and cover ``/proc``."""
    _call("unshare", NEW_MOUNTS | NEW_IPC)
    mount_memory("/tmp", disk_mb)  # noqa: S108 - a fresh private mount
    mount_memory("/dev/shm", disk_mb)  # noqa: S108
    mount_memory("/proc", 1)
    os.mkdir("/proc/self")  # noqa: PTH102
    # TensorFlow aborts where it cannot read this link, or the command line of a "python".
    os.symlink("worker", "/proc/self/exe")  # noqa: PTH211
    make_read_only("/proc")


def limit(*, memory_mb: int, cpu_seconds: float, file_mb: int, processes: int | None) -> None:
    """Set the limits the kernel keeps for each process."""
    megabyte = 1 << 20
    cpu = math.ceil(cpu_seconds + time.process_time())  # what warming up took is not the student's
    wanted: list[tuple[str, int, int]] = [
        ("RLIMIT_AS", memory_mb * megabyte, memory_mb * megabyte),
        ("RLIMIT_CPU", cpu, cpu + 1),
        ("RLIMIT_FSIZE", file_mb * megabyte, file_mb * megabyte),
        ("RLIMIT_CORE", 0, 0),
        ("RLIMIT_NOFILE", 256, 256),
        ("RLIMIT_MEMLOCK", 0, 0),
        ("RLIMIT_MSGQUEUE", 0, 0),
    ]
    if processes is not None:
        wanted.append(("RLIMIT_NPROC", processes, processes))
    for name, soft, hard in wanted:
        number = getattr(resource, name, None)
        if number is None:
            continue
        _soft, ceiling = resource.getrlimit(number)
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)  # noqa: PLW2901
        try:
            resource.setrlimit(number, (soft, hard))
        except (ValueError, OSError):  # macOS refuses some; the parent's clock still holds
            continue


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

    bubblewrap has set ``no_new_privs``, and the cell has closed its memory; both are inherited.
    """
    header = struct.pack("<Ii", 0x2008_0522, 0)
    _call("capset", header, bytes(24))
    _install_filter()


# --- the system-call filter -----------------------------------------------------------------

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _KILL, _NO_SUCH_CALL = 0x7FFF_0000, 0x0005_0001, 0x8000_0000, 0x0005_0026
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16

# Tracing and other processes' memory, limits and priorities; mounts and namespaces; memory that
# belongs to no process and no mount; kernel keys and the kernel's log, which no namespace
# separates; kernel interfaces with a long history of holes; handles that lead around mounts.
_REFUSED = {
    "x86_64": (
        0xC000_003E,
        [101, 310, 311, 312, 141, 142, 144, 203, 251, 314, 29, 64, 68, 319, 447, 103, 165, 166,
         155, 161, 272, 308, 248, 249, 250, 321, 298, 323, 425, 426, 427, 246, 320, 175, 176, 313,
         303, 304, 428, 429, 430, 431, 432, 433, 442, 457, 458, 167, 168, 169, 170, 171, 172, 173,
         179, 443, 163, 153, 434, 438, 440, 448],
        {"clone": 56, "clone3": 435, "socket": 41, "socketpair": 53, "prlimit64": 302},
    ),
    "aarch64": (
        0xC000_00B7,
        [117, 270, 271, 272, 140, 118, 119, 122, 30, 274, 194, 190, 186, 279, 447, 116, 40, 39,
         41, 51, 97, 268, 217, 218, 219, 280, 241, 282, 425, 426, 427, 104, 294, 105, 106, 273,
         264, 265, 428, 429, 430, 431, 432, 433, 442, 457, 458, 224, 225, 142, 161, 162, 60, 443,
         89, 58, 434, 438, 440, 448],
        {"clone": 220, "clone3": 435, "socket": 198, "socketpair": 199, "prlimit64": 261},
    ),
}  # fmt: skip
_NEWEST = 462  # what a later kernel adds, on every architecture above this, is unknown here
# The one value the first argument may have.
_ONLY = {"socket": 1, "socketpair": 1, "prlimit64": 0}  # sockets of Unix, limits of one's own


def _filter_program() -> bytes | None:
    """Return the filter for this machine, or None where its numbers are not known."""
    if (known := _REFUSED.get(platform.machine())) is None:
        return None
    architecture, refused, named = known
    steps: list[tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, 0x4000_0000),  # the x32 twins of every call
        (_RETURN, 0, 0, _KILL),
        # glibc falls back to clone, whose flags a filter can read
        (_EQUAL, 0, 1, named["clone3"]),
        (_RETURN, 0, 0, _NO_SUCH_CALL),
        (_AT_LEAST, 0, 1, _NEWEST + 1),
        (_RETURN, 0, 0, _NO_SUCH_CALL),
    ]
    for number in refused:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    steps += [
        (_EQUAL, 0, 4, named["clone"]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_ANY_BIT, 0, 1, _NEW_ANY),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    for name, value in _ONLY.items():
        steps += [
            (_EQUAL, 0, 4, named[name]),
            (_LOAD, 0, 0, _FIRST_ARGUMENT),
            (_EQUAL, 0, 1, value),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _REFUSE),
        ]
    steps.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("<HBBI", *step) for step in steps)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _install_filter() -> None:
    if _FILTER is None:
        return
    program = _Program(len(_FILTER) // 8, _FILTER)
    _call("prctl", _PR_SET_SECCOMP, 2, ctypes.byref(program), 0, 0)


_FILTER = _filter_program()  # once, before any check is forked
