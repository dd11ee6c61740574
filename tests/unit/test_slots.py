"""Slots: what a process was given is not lost with the process."""

import os
import signal
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from grader.slots import LocalPool, local_pool


def process(_number: int) -> int:
    """Return the process that answers."""
    time.sleep(0.05)
    return os.getpid()


def die_at_first(path: Path) -> str:
    """Kill the own process, but only once."""
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_process_costs_nothing_it_was_given(tmp_path: Path) -> None:
    with local_pool(2) as pool:
        before = [pool.submit(process, number) for number in range(4)]
        killed = pool.submit(die_at_first, tmp_path / "mark")
        after = [pool.submit(process, number) for number in range(4)]
        assert killed.result(60) == "done"
        assert all(future.result(60) > 0 for future in (*before, *after))


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
