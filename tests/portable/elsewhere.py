"""A Python in which what only POSIX systems have does not exist, for tests on Linux.

``python elsewhere.py exercise3 --isolation process`` runs ``grade`` in it, and so does every Python
that ``grade`` starts: a program given with ``-c`` gets a line in front that calls ``install``.

Simulated, as Windows has it: modules, functions, constants and signals that are missing;
arguments that ``Popen`` refuses or ignores; processes that end with a code and never by a
signal; folders that cannot be opened, links that cannot be made, a rename that replaces nothing,
names that no file can have; the one start method of ``multiprocessing``; ``socketpair`` made of
two connections; where ``grade`` asks for it, the name of the system.

Not simulated: ``os.name`` and ``sys.platform`` for everybody else, because the standard library
and packages choose their parts by them (what these parts import is in ``_CHOSEN_BY_NAME``); paths
with drives and backslashes; open files that cannot be deleted; how a console shows text; macOS,
which has more than what is left here.
"""

import builtins
import errno
import importlib
import io
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_MODULES = {
    "_curses", "crypt", "curses", "fcntl", "grp", "nis", "ossaudiodev", "pty", "pwd", "readline",
    "resource", "spwd", "syslog", "termios", "tty",
}  # fmt: skip
_CHOSEN_BY_NAME = {"asyncio.unix_events", "platformdirs._runtime"}
_OS = """
    chown fchmod fchown fork forkpty getegid geteuid getgid getgroups getloadavg getpgid getpgrp
    getpriority getsid getuid initgroups killpg lchown lockf memfd_create mkfifo mknod nice
    openpty pidfd_open pipe2 posix_spawn posix_spawnp pread preadv pwrite pwritev readv
    register_at_fork sched_getaffinity sched_setaffinity sendfile setegid seteuid setgid setgroups
    setpgid setpgrp
    setpriority setresgid setresuid setsid setuid statvfs sync ttyname wait wait3 wait4 waitid
    writev O_CLOEXEC O_DIRECTORY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_SYNC
    O_TMPFILE P_ALL P_PID WNOWAIT
""".split()  # noqa: SIM905 - a long list of names
_SOCKET = ["AF_UNIX", "SCM_RIGHTS", "SCM_CREDENTIALS", "CMSG_LEN", "CMSG_SPACE", "socketpair"]
_SIGNALS = {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM"}
_SIGNAL = ["alarm", "getitimer", "pause", "pthread_kill", "pthread_sigmask", "setitimer"]
_SIGNAL += ["siginterrupt", "sigpending", "sigtimedwait", "sigwait", "sigwaitinfo"]
_OPEN, _OS_OPEN, _RENAME = io.open, os.open, os.rename
_FAULTS = {6: 3, 8: 0xC000_0094, 11: 0xC000_0005}  # what Windows says for SIGABRT, SIGFPE, SIGSEGV
_NAME = re.compile(
    r'.*[<>:"|?*\x00-\x1f].*|.*[. ]|(?i:con|prn|aux|nul|com\d|lpt\d)(\..*)?', re.DOTALL
)


def install() -> None:
    """Take away what is POSIX-only, here and in every Python that is started from here."""
    early = {"multiprocessing", "select", "selectors", "signal", "socket", "subprocess", "zoneinfo"}
    assert not early & set(sys.modules), "it is too late: they have what is taken away"
    _start_the_same_in(importlib.import_module("_posixsubprocess"))
    signals = importlib.import_module("_signal")
    every = {name for name in vars(signals) if re.fullmatch("SIG[A-Z]+[A-Z0-9]*", name)}
    _take(signals, [*(every - _SIGNALS - {"SIG_DFL", "SIG_IGN"}), *_SIGNAL])
    _take(importlib.import_module("select"), ["epoll", "poll"])
    _take(importlib.import_module("_socket"), _SOCKET)
    _take(importlib.import_module("socket"), ["recv_fds", "send_fds"])
    _change_processes()  # imports what needs, on Linux, some of what goes next
    whole = SimpleNamespace(**vars(os))
    _take(os, _OS)
    _take(importlib.import_module("time"), ["clock_gettime", "clock_gettime_ns", "tzset"])
    os.environ["PYTHONTZPATH"] = ""  # time zones are in the package tzdata alone
    _change_files()
    builtins.__import__ = _without_modules(builtins.__import__, whole)
    sys.meta_path[:] = [_Finder(finder) for finder in sys.meta_path]
    for name in _MODULES & set(sys.modules):
        del sys.modules[name]


def _take(module: Any, names: list[str]) -> None:
    for name in names:
        if hasattr(module, name):
            delattr(module, name)


def _start_the_same_in(module: Any) -> None:
    fork_exec = module.fork_exec
    first = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import elsewhere; "
    first += "del sys.path[0]; elsewhere.install()\n"

    def start(args: Any, *others: Any) -> int:
        words = [os.fsencode(word) for word in args]
        if b"python" in os.path.basename(words[0]) and b"-c" in words:  # noqa: PTH119 - bytes
            code = words.index(b"-c") + 1
            words[code] = first.encode() + words[code]
        number: int = fork_exec(words, *others)
        return number

    module.fork_exec = start


def _change_processes() -> None:
    """End processes with a code, refuse what ``Popen`` refuses, and leave one way to start them."""
    subprocess: Any = importlib.import_module("subprocess")

    class Popen(subprocess.Popen):  # type: ignore[misc]
        returncode: Any

        def __init__(
            self,
            args: Any,
            *rest: Any,
            pass_fds: Any = (),
            preexec_fn: Any = None,
            **named: Any,
        ) -> None:
            assert not pass_fds, "pass_fds not supported on Windows."
            if preexec_fn is not None:
                raise ValueError("preexec_fn is not supported on Windows platforms")
            for ignored in ("start_new_session", "process_group"):
                named.pop(ignored, None)
            super().__init__(args, *rest, **named)

        def _handle_exitstatus(self, *status: Any) -> None:
            super()._handle_exitstatus(*status)
            if self.returncode is not None and self.returncode < 0:
                self.returncode = _FAULTS.get(-self.returncode, 1)

        def kill(self) -> None:
            """End it as ``TerminateProcess`` does."""
            if self.poll() is None:
                os.kill(self.pid, 9)

        terminate = kill

    subprocess.Popen = Popen
    context: Any = importlib.import_module("multiprocessing.context")
    for name in ("fork", "forkserver"):
        del context._concrete_contexts[name]
    context._default_context._default_context = context._concrete_contexts["spawn"]
    popen_fork: Any = importlib.import_module("multiprocessing.popen_fork")
    popen_fork.signal = SimpleNamespace(SIGKILL=9, SIGTERM=15)


def _change_files() -> None:
    """Refuse what Windows refuses of files and folders."""
    os.supports_dir_fd, os.supports_fd = set(), {os.stat, os.truncate}
    os.supports_follow_symlinks = {os.stat}
    builtins.open = io.open = _opened
    os.mkdir, os.replace = _checked(os.mkdir, 0), _checked(os.replace, 1)
    os.open, os.rename, os.symlink = _os_open, _renamed, _linked  # type: ignore[assignment]


def _os_open(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    if os.path.isdir(path):  # noqa: PTH112 - any path
        raise PermissionError(errno.EACCES, "Permission denied", path)
    if flags & os.O_CREAT:
        _refuse_name(path)
    return _OS_OPEN(path, flags, mode)


def _opened(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
    if not isinstance(file, int) and set(mode) & set("wxa"):
        _refuse_name(file)
    return _OPEN(file, mode, *rest, **named)


def _linked(*paths: Any, **_named: Any) -> None:
    raise OSError(errno.EPERM, "A required privilege is not held by the client", *paths[:1])


def _renamed(source: Any, target: Any) -> None:
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "File exists", source)
    _RENAME(source, target)


def _checked(function: Any, place: int) -> Any:
    def called(*args: Any, **named: Any) -> Any:
        _refuse_name(args[place])
        return function(*args, **named)

    return called


def _refuse_name(path: Any) -> None:
    whole = Path(os.fsdecode(path))
    for part in whole.parts:
        if _NAME.fullmatch(part) and part not in (whole.anchor, ".", ".."):
            raise OSError(errno.EINVAL, "Invalid argument", os.fsdecode(path))


def _without_modules(import_: Any, whole: Any) -> Any:
    def without(name: str, globals: Any = None, *rest: Any, **named: Any) -> Any:  # noqa: A002 - as it is called
        importer = (globals or {}).get("__name__", "")
        if name == "sys" and importer.startswith("grader."):
            return _Renamed()
        if name == "os" and importer in _CHOSEN_BY_NAME:
            return whole
        if name.partition(".")[0] not in _MODULES:
            return import_(name, globals, *rest, **named)
        if importer not in _CHOSEN_BY_NAME:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        _Finder.is_open = True
        try:
            return import_(name, globals, *rest, **named)
        finally:
            _Finder.is_open = False
            for known in _MODULES & set(sys.modules):
                del sys.modules[known]

    return without


class _Finder:
    """A finder of modules that finds no POSIX-only ones."""

    is_open = False

    def __init__(self, finder: Any) -> None:
        self._finder = finder

    def __getattr__(self, name: str) -> Any:
        return getattr(self._finder, name)

    def find_spec(self, name: str, *rest: Any) -> Any:
        """Find what there is on Windows."""
        if name.partition(".")[0] in _MODULES and not self.is_open:
            return None
        return self._finder.find_spec(name, *rest)


class _Renamed:
    """The module ``sys`` with another name of the system."""

    platform = "win32"

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)


def main() -> None:
    """Run ``grade`` in such a Python."""
    install()
    sys.path[0] = str(Path(__file__).parents[2])
    importlib.import_module("grader.cli").main()


if __name__ == "__main__":
    main()
