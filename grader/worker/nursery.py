"""Inside: the process that runs only our code, and forks a fresh process for each check.

    nursery            imports numpy once, never runs a submission
    └── cell           one per submission: pid 1 of its own namespaces, holds the files as data
        └── check      one per check: private /tmp, no privileges; loads the submission

The cell never runs the student's code either, so nothing a check does can reach the next one.
Everything a check started dies with it: the cell kills its whole pid namespace.
"""

import contextlib
import gc
import importlib
import os
import resource
import select
import signal
import socket
import sys
from typing import NoReturn

import msgspec

from . import confine, serve
from .messages import Bounds, Ending, Files, Opening, receive_message, send_message

SUBMISSION_FOLDER = "/submission"
_PF_EXITING = 0x4  # of the kernel's task flags


def main(control_number: int, preload: list[str]) -> None:
    """Serve openings until the judge closes the control socket."""
    confine.become_nobody()
    confine.close_descriptors({0, 1, 2, control_number})
    _import_all(preload)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    confine.hide_from_others()
    control = socket.socket(fileno=control_number)
    gc.collect()
    gc.freeze()
    send_message(control, "ready", [])
    while (received := receive_message(control)) is not None:
        wanted, descriptors = received
        _import_all(msgspec.msgpack.decode(wanted, type=list[str]))
        if os.fork() == 0:
            control.close()
            _start_cell(socket.socket(fileno=descriptors[0]))
        for number in descriptors:
            os.close(number)


def _import_all(names: list[str]) -> None:
    """Import libraries once, here, so that the checks of every submission have them."""
    for name in names:
        known = set(sys.modules)
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001 - the submission's own import will tell the student
            for half_done in set(sys.modules) - known:
                del sys.modules[half_done]


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
        with contextlib.suppress(OSError):
            send_message(channel, f"{error}", [])
    os._exit(0)


def _run_cell(channel: socket.socket) -> NoReturn:
    try:
        received = receive_message(channel)
        if received is None:
            os._exit(0)
        opening = msgspec.msgpack.decode(received[0], type=Opening)
        _place_files(opening.files)
        send_message(channel, "open", [])
        while (received := receive_message(channel)) is not None:
            _data, descriptors = received
            if descriptors:
                ending = _run_check(channel, opening, descriptors)
                send_message(channel, ending, [])
    finally:
        os._exit(0)


def _place_files(files: Files) -> None:
    confine.mount_memory(SUBMISSION_FOLDER, 16)
    for name, content in files.sources.items():
        with open(f"{SUBMISSION_FOLDER}/{name}", "wb") as file:  # noqa: PTH123
            file.write(content)
    confine.make_read_only(SUBMISSION_FOLDER)


def _run_check(channel: socket.socket, opening: Opening, descriptors: list[int]) -> Ending:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    pid = os.fork()
    if pid == 0:
        channel.close()
        try:
            _check_process(opening, *descriptors)
        finally:
            os._exit(70)
    for number in descriptors:
        os.close(number)
    reason = _watch(channel, pid, opening.bounds)
    with contextlib.suppress(ProcessLookupError):
        os.kill(-1, signal.SIGKILL)  # everything in this pid namespace but this process
    status, peak = 0, 0
    with contextlib.suppress(ChildProcessError):
        while True:
            ended, code, usage = os.wait3(0)
            if ended == pid:
                status, peak = code, usage.ru_maxrss
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    return Ending(
        status=None if killed else os.WEXITSTATUS(status),
        signal=killed,
        cpu_s=used,
        memory_mb=peak / 1024,
        reason=reason,
    )


def _watch(channel: socket.socket, pid: int, bounds: Bounds) -> str | None:
    """Wait until the check has ended, the judge has had enough, or a limit is passed."""
    process = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(process, select.POLLIN)
    poll.register(channel, select.POLLIN)
    own = int(os.readlink("/proc/self"))  # noqa: PTH115 - this process's number as the mounted /proc counts
    try:
        while True:
            ready = poll.poll(50)
            if any(number == process for number, _event in ready):
                return None
            if ready:
                receive_message(channel)  # "stop", or the judge is gone
                return None if _is_ending(process) else "stopped"
            cpu, memory = _usage_below(own)
            if cpu > bounds.cpu_seconds:
                return "cpu"
            if memory > bounds.memory_mb:
                return "memory"
    finally:
        os.close(process)


def _is_ending(process: int) -> bool:
    """Tell whether a process has left already: its wire closes a moment before it is gone."""
    try:
        with open(f"/proc/self/fdinfo/{process}", "rb") as file:  # noqa: PTH123 - for each check
            number = int(file.read().rpartition(b"\nPid:")[2].split()[0])
        with open(f"/proc/{number}/stat", "rb") as file:  # noqa: PTH123
            flags = int(file.read().rpartition(b")")[2].split()[6])
    except (OSError, ValueError, IndexError):
        return True
    return bool(flags & _PF_EXITING)


def _usage_below(ancestor: int) -> tuple[float, float]:
    """Sum CPU seconds and resident MiB over all descendants of a process."""
    parents: dict[int, int] = {}
    figures: dict[int, tuple[float, float]] = {}
    ticks, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    for name in os.listdir("/proc"):  # noqa: PTH208 - hot loop
        if not name.isdecimal():
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:  # noqa: PTH123 - hot loop
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            continue
        parents[int(name)] = int(fields[1])
        seconds = sum(int(fields[index]) for index in (11, 12, 13, 14)) / ticks
        figures[int(name)] = seconds, int(fields[21]) * page / (1 << 20)
    cpu = memory = 0.0
    for number, (seconds, megabytes) in figures.items():
        above = parents[number]
        while above not in (0, ancestor):
            above = parents.get(above, 0)
        if above == ancestor:
            cpu, memory = cpu + seconds, memory + megabytes
    return cpu, memory


def _check_process(opening: Opening, wire_number: int, output_number: int) -> NoReturn:
    bounds = opening.bounds
    try:
        os.setsid()
        os.dup2(output_number, 1)
        os.dup2(output_number, 2)
        confine.private_check(bounds.disk_mb)
        os.chdir("/tmp")  # noqa: S108 - private to this check
        confine.close_descriptors({0, 1, 2, wire_number})
        confine.limit(
            memory_mb=bounds.memory_mb,
            cpu_seconds=bounds.cpu_seconds,
            file_mb=bounds.output_mb,
            processes=bounds.processes,
        )
        confine.drop_privileges()
    except OSError:
        os._exit(70)  # the judge never hears "ready", so it knows this was not the student's doing
    sys.path.append(SUBMISSION_FOLDER)
    serve.serve_check(socket.socket(fileno=wire_number), opening.files)
