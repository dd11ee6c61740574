"""Inside: the system-call filter of a check, as the program the kernel runs (seccomp, BPF)."""

import platform
import struct

# Any new namespace: mounts, cgroup, host name, IPC, user, processes, network.
_NAMESPACES = 0x7E02_0000
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
        (_ANY_BIT, 0, 1, _NAMESPACES),
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


PROGRAM = _filter_program()  # once, before any check is forked
