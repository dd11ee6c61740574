"""Print how code that misbehaves ends in a plain process; the test runs it elsewhere."""

from typing import Any

from grader.worker.connection import StudentError
from grader.worker.messages import Bounds
from grader.worker.plain import ProcessCell, ProcessNursery

BAD = """
import ctypes, os, sys, threading, time

def endless():
    while True:
        pass

def flood():
    while True:
        print("x" * 10_000)

def crash():
    ctypes.string_at(0)

def leave():
    os._exit(0)

def ask():
    return input()

def wait():
    time.sleep(60)

def fine():
    print("hello")
    return 5
"""
BOUNDS = Bounds(cpu_seconds=1, memory_mb=1024, output_mb=1, disk_mb=1, processes=8)
SECONDS = {"wait": 2}  # by the clock; the others have two minutes


def main() -> None:
    """Call every function in a process of its own."""
    nursery = ProcessNursery(("numpy",))
    cell = nursery.open("bad", {"bad.py": BAD.encode()}, BOUNDS, is_notebook=False)
    for name in ("endless", "flood", "crash", "leave", "ask", "wait", "fine"):
        print(name, called(cell, name))  # noqa: T201 - the test reads it
    cell.close()
    nursery.close()


def called(cell: ProcessCell, name: str) -> str:
    """Return what a function gave and printed, or what ended it."""
    connection = cell.check(SECONDS.get(name, 120))
    try:
        connection.ask(["load"], no_callback)
        value = connection.ask(["call", 0, name, [], {}], no_callback)[1]
        return f"{value} {connection.output.text().strip()}"
    except StudentError as error:
        return f"{error.kind} {error.type_name or error.message}".strip()
    finally:
        connection.close()


def no_callback(*_args: Any) -> None:
    """Never called: no function is handed over."""
    raise NotImplementedError
