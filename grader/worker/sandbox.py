"""Outside: start a nursery inside bubblewrap, with a file tree that holds only what it needs.

This module is imported before anything heavy, so that the nursery warms up while the judge does.
"""

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from grader.errors import SandboxError
from grader.language import gettext as _
from grader.worker.messages import SUBMISSION_FOLDER
from grader.worker.output import unnamed_file

_SYSTEM = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_OWN_NAMES = ("grader", "reference", "deepgrade*", "_deepgrade*", "__editable__*", "*.pth")
# matplotlib reads every font it finds when it is imported; nobody sees what is drawn inside.
_FONTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_INSIDE = "/env"
# Of what computes for numpy, for judge and worker, set before either imports it: faster for small
# arrays, and the same numbers on every machine.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}
ENVIRONMENT = {
    "HOME": "/tmp",  # noqa: S108 - private to each check
    "LD_BIND_NOW": "1",  # once, in place of each fork at the first call of each function
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "0",  # the same submission and seed give the same result
    "PYTHONUTF8": "1",
    **ONE_THREAD,
    # glibc keeps freed memory instead of giving it back: a training that makes arrays of some
    # hundred kilobytes in each step would spend half its time on pages that the kernel clears.
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/tmp",  # noqa: S108
}
# No user site, no unsafe path, no site module (so no .pth file runs), no bytecode written.
PYTHON_FLAGS = ("-s", "-P", "-S", "-B")
BOOT = "import sys; sys.path[:0] = {first!r}; sys.path += {last!r}; from worker.{module} import main; del sys.path[0]; main({number}, {preload!r})"  # noqa: E501


class Launched(msgspec.Struct, frozen=True):
    """A nursery process that may still be warming up."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    errors: IO[bytes]


def site_folders() -> list[Path]:
    """Return the folders that hold the installed packages of this interpreter."""
    known = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *sys.path]
    folders = [Path(name) for name in known if name.endswith(("site-packages", "dist-packages"))]
    return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def worker_folder() -> Path:
    """Return the folder of the code that runs inside."""
    return Path(__file__).parent


def find_bubblewrap() -> str | None:
    """Return the bubblewrap program, or None where there is none."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


def launch(preload: Sequence[str], hidden: Sequence[Path]) -> Launched:
    """Start a nursery in bubblewrap; `hidden` folders are never visible inside.

    Raises
    ------
    SandboxError
        When there is no bubblewrap on this machine.
    """
    program = find_bubblewrap()
    if program is None:
        raise SandboxError(
            _("The sandbox needs bubblewrap on Linux. Run `grade doctor` to see how to get it.")
        )
    ours, theirs = socket.socketpair()
    errors = unnamed_file()
    sites = [f"{_INSIDE}/site{index}" for index, _folder in enumerate(site_folders())]
    boot = BOOT.format(
        first=[_INSIDE],
        last=sites,
        module="nursery",
        number=theirs.fileno(),
        preload=list(preload),
    )
    command = [program, *_arguments(hidden), "--", _interpreter(), *PYTHON_FLAGS, "-c", boot]
    process = subprocess.Popen(
        command,
        env={},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        pass_fds=[theirs.fileno()],
        cwd="/",
    )
    theirs.close()
    return Launched(process, ours, errors)


def begin(isolation: str, preload: Sequence[str], hidden: Sequence[Path]) -> Launched | None:
    """Launch a nursery if `isolation` (``auto``, ``sandbox``, ``process``) wants one.

    Raises
    ------
    SandboxError
        When the sandbox was asked for and there is none on this machine.
    """
    if isolation == "process" or (isolation == "auto" and find_bubblewrap() is None):
        return None
    return launch(preload, hidden)


def _interpreter() -> str:
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def _arguments(hidden: Sequence[Path]) -> Iterator[str]:
    yield from ("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts")
    yield from ("--hostname", "sandbox")
    yield from ("--unshare-cgroup-try", "--die-with-parent", "--new-session", "--clearenv")
    if os.getuid() == 0:
        # Real root sets up the tree, then the nursery becomes nobody and keeps nothing.
        yield from ("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
    else:
        yield "--unshare-user"
    for name, value in ENVIRONMENT.items():
        yield from ("--setenv", name, value)
    yield from _file_tree(hidden)
    yield from ("--proc", "/proc", "--dev", "/dev", "--dir", SUBMISSION_FOLDER)
    # Terminals are shared by all who share their mount: there are none.
    yield from ("--tmpfs", "/dev/pts", "--remount-ro", "/dev/pts")
    yield from ("--perms", "1777", "--tmpfs", "/tmp")  # noqa: S108 - covered in each check
    yield from ("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/")


def _file_tree(hidden: Sequence[Path]) -> Iterator[str]:
    base = Path(sys.base_prefix).resolve()
    visible = [Path("/usr")] if base.is_relative_to("/usr") else [Path("/usr"), base]
    for folder in visible:
        for parent in reversed(folder.parents[:-1]):
            yield from ("--dir", str(parent))  # readable by all, as bind alone would not make it
        yield from ("--ro-bind", str(folder), str(folder))
    yield from _system_links()
    for folder in hidden:
        if any(folder.resolve().is_relative_to(shown) for shown in visible):
            yield from ("--tmpfs", str(folder.resolve()))
    for folder in visible:
        for site in folder.glob("lib/python*/*-packages"):
            yield from _masks(site, str(site))
    for index, site in enumerate(site_folders()):
        yield from ("--ro-bind", str(site), f"{_INSIDE}/site{index}")
        yield from _masks(site, f"{_INSIDE}/site{index}")
    for folder in _FONTS:
        if folder.is_dir():
            yield from ("--tmpfs", str(folder))
    yield from ("--ro-bind", str(worker_folder()), f"{_INSIDE}/worker")


def _system_links() -> Iterator[str]:
    for name in _SYSTEM:
        path = Path(name)
        if path.is_symlink():
            yield from ("--symlink", str(path.readlink()), name)
        elif path.is_dir():
            yield from ("--ro-bind", name, name)
    yield from ("--dir", "/etc", "--dir", _INSIDE)
    yield from ("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache")


def _masks(site: Path, inside: str) -> Iterator[str]:
    """Cover what is ours, or leads to us, among the installed packages."""
    for pattern in _OWN_NAMES:
        for entry in site.glob(pattern):
            if entry.is_dir():
                yield from ("--tmpfs", f"{inside}/{entry.name}")
            else:
                yield from ("--ro-bind", "/dev/null", f"{inside}/{entry.name}")
