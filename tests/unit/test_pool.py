"""The pool: what a process was given is not lost with the process."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError, Executor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from grader.machine import processors
from grader.pool import LocalPool, local_pool

ROOT = Path(__file__).parents[2]


def process(_number: int) -> int:
    """Return the process that answers."""
    time.sleep(0.05)
    return os.getpid()


def allowed(folder: Path, count: int) -> tuple[int, ...]:
    """Return the processors this process may run on, once `count` processes have been asked."""
    (folder / str(os.getpid())).touch()
    end = time.monotonic() + 60
    while len(list(folder.iterdir())) < count:
        assert time.monotonic() < end
        time.sleep(0.01)
    return tuple(sorted(os.sched_getaffinity(0)))


def asked(pool: Executor, folder: Path, count: int) -> list[tuple[int, ...]]:
    """Return where each of `count` processes may run, in order."""
    folder.mkdir()
    given = [pool.submit(allowed, folder, count) for _number in range(count)]
    return sorted(future.result(90) for future in given)


def die_at_first(path: Path) -> str:
    """Kill the own process, but only once."""
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_or_not(dies: bool) -> int:  # noqa: FBT001 - it crosses as it is
    if dies:
        die()
    return os.getpid()


def test_a_killed_process_costs_nothing_it_was_given(tmp_path: Path) -> None:
    with local_pool(2) as pool:
        before = [pool.submit(process, number) for number in range(4)]
        killed = pool.submit(die_at_first, tmp_path / "mark")
        after = [pool.submit(process, number) for number in range(4)]
        assert killed.result(60) == "done"
        assert all(future.result(60) > 0 for future in (*before, *after))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing can be kept to a processor")
@pytest.mark.skipif(processors() == 1, reason="there is only one")
def test_one_process_is_kept_to_each_processor_where_none_is_left_over(tmp_path: Path) -> None:
    everywhere = tuple(sorted(os.sched_getaffinity(0)))
    one_by_one = [(processor,) for processor in everywhere]
    count = len(everywhere)
    with local_pool(count) as pool:
        assert asked(pool, tmp_path / "before", count) == one_by_one
        with pytest.raises(BrokenProcessPool):
            pool.submit(die).result(120)
        assert asked(pool, tmp_path / "after", count) == one_by_one
    with local_pool(count + 1) as pool:
        assert asked(pool, tmp_path / "more", count + 1) == sorted([*one_by_one, everywhere])
    with local_pool(count - 1) as pool:
        assert asked(pool, tmp_path / "fewer", count - 1) == [everywhere] * (count - 1)


def test_what_kills_every_process_is_given_up() -> None:
    with local_pool(1) as pool:
        with pytest.raises(BrokenProcessPool):
            pool.submit(die).result(120)
        assert pool.submit(process, 1).result(60) > 0


def test_what_is_raised_comes_back() -> None:
    pool = LocalPool(1)
    with pytest.raises(ZeroDivisionError):
        pool.submit(divmod, 1, 0).result(60)
    pool.shutdown()


def test_a_block_that_fails_waits_for_nobody() -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt), local_pool(1) as pool:  # noqa: PT012 - the block is meant
        started = pool.submit(process, 1)
        started.result(60)
        running = [pool.submit(time.sleep, 1000) for _number in range(3)]
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 100
    assert all(future.done() for future in running)


def test_only_what_ran_in_the_killed_process_is_given_up() -> None:
    with local_pool(2) as pool:
        before = [pool.submit(process, number) for number in range(3)]
        killer = pool.submit(die)
        after = [pool.submit(process, number) for number in range(2)]
        with pytest.raises(BrokenProcessPool):
            killer.result(120)
        assert all(future.result(60) > 0 for future in (*before, *after))
        assert pool.submit(process, 1).result(60) > 0


def test_many_killers_take_nobody_with_them() -> None:
    with local_pool(3) as pool:
        futures = [pool.submit(die_or_not, number % 4 == 1) for number in range(16)]
        given_up = [isinstance(future.exception(120), BrokenProcessPool) for future in futures]
    assert given_up == [number % 4 == 1 for number in range(16)]


def test_a_process_killed_from_outside_costs_no_work() -> None:
    with local_pool(2) as pool:
        victim = pool.submit(process, 0).result(60)
        futures = [pool.submit(process, number) for number in range(30)]
        os.kill(victim, signal.SIGKILL)
        assert all(future.result(60) > 0 for future in futures)


def test_a_process_killed_at_rest_is_replaced() -> None:
    with local_pool(1) as pool:
        victim = pool.submit(process, 0).result(60)
        os.kill(victim, signal.SIGKILL)
        assert pool.submit(process, 0).result(60) != victim


def test_processes_start_when_there_is_work_for_them() -> None:
    before = len(multiprocessing.active_children())
    with local_pool(4) as pool:
        assert pool.submit(process, 0).result(60) == pool.submit(process, 1).result(60)
        assert len(multiprocessing.active_children()) == before + 1
    assert len(multiprocessing.active_children()) == before


def test_what_is_cancelled_in_time_is_never_run(tmp_path: Path) -> None:
    with local_pool(1) as pool:
        running = pool.submit(process, 0)
        waiting = pool.submit(die_at_first, tmp_path / "mark")
        assert waiting.cancel()
        assert running.result(60) > 0
    with pytest.raises(CancelledError):
        waiting.result()
    assert not (tmp_path / "mark").exists()


def test_a_pool_nobody_waits_for_ends_when_its_work_has() -> None:
    pool = LocalPool(1)
    futures = [pool.submit(process, number) for number in range(3)]
    pool.shutdown(wait=False)
    [pid] = {future.result(60) for future in futures}
    deadline = time.monotonic() + 60
    while Path(f"/proc/{pid}").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


INTERRUPTED = """
import time
from grader.pool import local_pool
from tests.unit.test_pool import process
if __name__ == "__main__":
    with local_pool(2) as pool:
        print(*{pool.submit(process, number).result() for number in range(2)}, flush=True)
        for future in [pool.submit(time.sleep, 1000) for number in range(5)]:
            future.result()
"""


def test_an_interrupt_leaves_nothing_running(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED)
    started = subprocess.Popen(
        [sys.executable, str(script)], env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert started.stdout is not None
    pids = started.stdout.readline().split()
    time.sleep(1.0)  # the second process starts meanwhile
    started.send_signal(signal.SIGINT)
    _said, complaints = started.communicate(timeout=60)
    assert "KeyboardInterrupt" in complaints
    assert "leaked" not in complaints
    assert pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


BEGUN = """
import time
from grader.pool import warm_up
if __name__ == "__main__":
    warm_up(2)
    time.sleep(0.15)
    print("it imports", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C for a group of processes")
def test_an_interrupt_while_slots_warm_up_is_told_once(tmp_path: Path) -> None:
    script = tmp_path / "begun.py"
    script.write_text(BEGUN)
    started = subprocess.Popen(
        [sys.executable, str(script)], env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stdout.readline() == "it imports\n"
    os.killpg(started.pid, signal.SIGINT)
    _said, complaints = started.communicate(timeout=60)
    assert complaints.count("Traceback") == 1  # the script's own
    assert "begun.py" in complaints
