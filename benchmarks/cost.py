"""What work costs: seconds, CPU seconds of every process it starts, and their memory."""

import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.counter import CPU_NANOSECONDS, Counter

_PR_SET_CHILD_SUBREAPER = 36
_LOOK = 0.5  # seconds between two looks at processes; more often would be seen in the result


class Cost(NamedTuple):
    """Seconds by the clock and of CPU, and the memory of all processes together at its peak."""

    wall: float
    cpu: float
    peak_mb: float


def measured(work: Callable[[], object]) -> Cost:
    """Do the work, and return what it and all processes it started cost.

    What this process used is its looking on, and does not count.
    """
    adopt_orphans()
    memory = _Memory()
    memory.start()  # before the counter, which counts what is started after it
    with closing(Counter(CPU_NANOSECONDS)) as counter:
        begun, own = time.perf_counter(), time.process_time()
        try:
            work()
        finally:
            wall, cpu = time.perf_counter() - begun, counter.value() / 1e9
            own = time.process_time() - own
            memory.stop()
            _bury_orphans()
    return Cost(wall, cpu - own + memory.cpu, memory.peak)


def marginal(job: Callable[[int], object], count: int) -> Cost:
    """Return what doing it once more costs: `count` + 1 times less once, so without starting."""
    once, often = (measured(partial(job, number)) for number in (1, count + 1))
    return Cost((often.wall - once.wall) / count, (often.cpu - once.cpu) / count, often.peak_mb)


def adopt_orphans() -> None:
    """Become the parent of what processes of ours leave behind: it is counted, and can be ended."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _bury_orphans() -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def tree(root: int) -> dict[int, float]:
    """Return a process and all below it, each with the CPU seconds that it and its dead used."""
    used: dict[int, tuple[int, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            used[int(path.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    found = {root}
    while more := {pid for pid, (parent, _ticks) in used.items() if parent in found} - found:
        found |= more
    second = os.sysconf("SC_CLK_TCK")
    return {pid: used[pid][1] / second for pid in found & used.keys()}


class Command(NamedTuple):
    """Something to run, what it is told by its environment, and where."""

    words: Sequence[str | Path]
    variables: Mapping[str, str]
    folder: Path | None = None


def run_all(commands: Iterable[Command], jobs: int, limit: float) -> None:
    """Run commands, some at a time, each until it and all it started used `limit` CPU seconds.

    By the clock it may take a minute more, as one that waits for something would never end.
    """

    def run(command: Command) -> None:
        process = subprocess.Popen(
            command.words, env=command.variables, cwd=command.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        last = time.monotonic() + limit + 60
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
                break
            if sum(tree(process.pid).values()) > limit or time.monotonic() > last:
                _end(process)

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(run, commands))


def _end(process: "subprocess.Popen[bytes]") -> None:
    below = tree(process.pid).keys()
    for pid in below:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()
    for pid in below - {process.pid}:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


class _Memory(threading.Thread):
    """Looks now and then at the memory of all processes below this one."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._stopped = threading.Event()
        self.peak = self.cpu = 0.0

    def run(self) -> None:
        while not self._stopped.wait(_LOOK):
            below = tree(os.getpid()).keys() - {os.getpid()}
            self.peak = max(self.peak, sum(map(memory_mb, below)))
        self.cpu = time.thread_time()

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def memory_mb(pid: int) -> float:
    """Return a process's share of memory; all it uses where the share is not ours to know."""
    for path, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/{path}").read_text().splitlines()
            return sum(int(line.split()[1]) for line in lines if line.startswith(key)) / 1024
    return 0.0
