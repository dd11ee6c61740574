"""Inside: the process that runs only our code, and forks a fresh process for each check.

    nursery            imports numpy once, never runs a submission
    └── cell           one per submission: pid 1 of its own namespaces, holds the files as data;
        │              gives up all privileges before any check
        └── check      one per check; loads the submission

The cell never runs the student's code either, so nothing a check does can reach the next one.
Everything a check started dies with it: the cell kills its whole pid namespace. A check that
touched the folders it may write to was the cell's last: the judge opens another.
"""

import contextlib
import gc
import os
import select
import signal
import socket
import sys
import time
from typing import NoReturn

import msgspec

from . import confine, limits, serve
from .handover import Handover
from .libraries import import_all
from .messages import (
    SUBMISSION_FOLDER,
    Ending,
    Files,
    Opening,
    receive_message,
    send_message,
)
from .proc import Proc

LOOK_SECONDS = 0.05


def main(control_number: int, preload: list[str]) -> None:
    """Serve openings until the judge closes the control socket."""
    confine.become_nobody()
    confine.close_descriptors({0, 1, 2, control_number})
    import_all(preload)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    confine.hide_from_others()
    control = socket.socket(fileno=control_number)
    serve.rehearse()
    gc.collect()
    confine.give_back_memory()
    gc.freeze()
    send_message(control, "ready", [])
    while (received := receive_message(control)) is not None:
        wanted, descriptors = received
        import_all(msgspec.msgpack.decode(wanted, type=list[str]))
        if os.fork() == 0:
            control.close()
            _start_cell(socket.socket(fileno=descriptors[0]))
        for number in descriptors:
            os.close(number)


def _start_cell(channel: socket.socket) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        confine.show_to_self()
        confine.enter_cell()
        if (pid := os.fork()) == 0:
            confine.hide_from_others()
            _run_cell(channel)
        channel.close()
        os.waitpid(pid, 0)
    except OSError as error:
        _refuse(channel, error)
    os._exit(0)


def _run_cell(channel: socket.socket) -> None:
    cell = None
    try:
        if (cell := _open_cell(channel)) is None:
            return
        send_message(channel, "open", [])
        while (received := receive_message(channel)) is not None:
            _data, descriptors = received
            if descriptors:
                send_message(channel, cell.run(*descriptors), [])
    except OSError as error:
        if cell is None or not cell.has_forked:  # else it may be a check's doing
            _refuse(channel, error)
    finally:
        os._exit(0)


def _refuse(channel: socket.socket, error: OSError) -> None:
    """Tell the judge what the machine refused before anything of the student's ran."""
    with contextlib.suppress(OSError):
        send_message(channel, [error.errno or 0, f"{error}"], [])


def _open_cell(channel: socket.socket) -> "_Cell | None":
    if (received := receive_message(channel)) is None:
        return None
    opening = msgspec.msgpack.decode(received[0], type=Opening)
    _place_files(opening.files)
    return _Cell(channel, opening)


def _place_files(files: Files) -> None:
    confine.mount_memory(SUBMISSION_FOLDER, 16)
    for name, content in files.sources.items():
        with open(f"{SUBMISSION_FOLDER}/{name}", "wb") as file:  # noqa: PTH123
            file.write(content)
    confine.make_read_only(SUBMISSION_FOLDER)


class _Cell:
    """The process all checks of a submission are forked from, once it has closed itself in.

    What a check would do in the same way each time is done here: memory that it writes to is
    copied for it.
    """

    def __init__(self, channel: socket.socket, opening: Opening) -> None:
        self._channel = channel
        self._bounds = bounds = opening.bounds
        self.has_forked = False
        self._handover = Handover()
        self._server = serve.Server(opening.files, self._handover.compile_units)
        # This process's number as the mounted /proc counts, before that is covered.
        own = os.readlink("/proc/self")  # noqa: PTH115
        self._proc = Proc(confine.cover_proc(), int(own))
        self._folders = confine.Folders(bounds.disk_mb)
        os.chdir("/tmp")  # noqa: S108 - private to this cell
        sys.path.append(SUBMISSION_FOLDER)
        self._woken, writing = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)  # only the pipe matters
        self._poll = select.poll()
        self._poll.register(self._woken, select.POLLIN)
        self._poll.register(channel, select.POLLIN)
        limits.limit(
            memory_mb=bounds.memory_mb, file_mb=bounds.output_mb, processes=bounds.processes
        )
        confine.drop_privileges()
        self._folders.settle()

    def run(self, wire_number: int, output_number: int) -> Ending:
        """Fork a check, watch it, and end everything it started."""
        self._handover.open()
        if (pid := confine.fork()) == 0:
            try:
                self._check(wire_number, output_number)
            finally:
                os._exit(70)  # the judge never hears "ready", so it knows whose doing this was
        self.has_forked = True
        os.close(wire_number)
        os.close(output_number)
        self._handover.close_writing()
        reason = self._watch(pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)  # everything in this pid namespace but this process
        status = 0
        with contextlib.suppress(ChildProcessError):
            while True:
                ended, code = os.wait()
                if ended == pid:
                    status = code
        self._handover.collect()
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        return Ending(
            status=None if killed else os.WEXITSTATUS(status),
            signal=killed,
            reason=reason,
            # Where a further number was given, it started processes or threads: the next would see.
            is_last=self._proc.last_number() not in (None, pid) or self._folders.are_touched(),
        )

    def _check(self, wire_number: int, output_number: int) -> NoReturn:
        os.setsid()
        os.dup2(output_number, 1)
        os.dup2(output_number, 2)
        os.dup2(wire_number, 3, inheritable=False)
        os.closerange(self._handover.move_writing(4), 1 << 16)
        signal.set_wakeup_fd(-1)
        limits.limit_time(self._bounds.cpu_seconds)
        self._server.serve(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=3))

    def _watch(self, pid: int) -> str | None:
        """Wait until the check has ended, the judge has had enough, or a limit is passed."""
        looked = time.monotonic()
        while True:
            ready = [number for number, _event in self._poll.poll(LOOK_SECONDS * 1000)]
            if self._woken in ready:
                os.read(self._woken, 4096)
                if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                    return None
            if self._channel.fileno() in ready:
                receive_message(self._channel)  # "stop", or the judge is gone
                return None if self._proc.child_is_ending() else "stopped"
            if time.monotonic() - looked >= LOOK_SECONDS:  # also while it floods us with signals
                looked = time.monotonic()
                cpu, memory = self._proc.usage_below()
                if cpu > self._bounds.cpu_seconds:
                    return "cpu"
                if memory > self._bounds.memory_mb:
                    return "memory"
