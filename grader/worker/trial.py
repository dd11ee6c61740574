"""Whether a worker answers at all: the question that ``grade doctor`` puts to both isolations."""

from contextlib import closing

from grader.errors import SandboxError
from grader.machine import not_started
from grader.worker import sandbox
from grader.worker.cells import Nursery, SandboxNursery
from grader.worker.connection import StudentError
from grader.worker.messages import Bounds
from grader.worker.plain import ProcessNursery

_SOURCE = b"def add(a, b):\n    return a + b\n"
_PRELOAD = ("numpy",)


def try_sandbox() -> None:
    """Ask a worker in the sandbox; a GraderError tells why it does not answer."""
    _ask(SandboxNursery(sandbox.launch(_PRELOAD, ())))


def try_process() -> None:
    """Ask a worker in a plain process; a GraderError tells why it does not answer."""
    _ask(ProcessNursery(_PRELOAD))


def _ask(nursery: Nursery) -> None:
    try:
        answer = _asked(nursery)
    except (StudentError, OSError, RuntimeError, MemoryError) as error:
        raise not_started(error) from None
    finally:
        nursery.close()
    if answer != 5:
        raise SandboxError(f"2 + 3 = {answer}")


def _asked(nursery: Nursery) -> object:
    """Ask a worker for 2 + 3."""
    bounds = Bounds(cpu_seconds=5, memory_mb=1024, output_mb=1, disk_mb=1, processes=8)
    with (
        closing(nursery.open("trial", {"trial.py": _SOURCE}, bounds, is_notebook=False)) as cell,
        closing(cell.check(10)) as connection,
    ):
        connection.ask(["load"], _no_callback)
        return connection.ask(["call", 0, "add", [2, 3], {}], _no_callback)[1]


def _no_callback(number: int, args: list[object], kwargs: dict[str, object]) -> None:
    raise NotImplementedError
