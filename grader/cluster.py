"""Slots on other machines: the workers of a Dask cluster grade as this machine's processes do.

    coordinator ── the course, once ──────► worker: a private copy, a nursery, a judge
                ── Work, one by one ──────► slots.grade there ──► Attempt ──► gradebook here

No disk is shared. A worker grades with the very files that were sent and with the versions that
are here, or refuses. Only ``grade batch --scheduler`` imports this module, and with it Dask.
"""

import hashlib
import logging
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np

from grader import language, slots
from grader.errors import GraderError, UsageError
from grader.language import gettext as _
from grader.slots import Slot, Work
from grader.worker import sandbox
from grader.worker.cells import start_nursery

try:
    from distributed import Client, KilledWorker, Worker, WorkerPlugin, get_worker
except ImportError:  # an extra, which most courses do without
    raise UsageError(
        _("--scheduler needs Dask. Install it: pip install 'deepgrade[cluster]'.")
    ) from None

T = TypeVar("T")

_ANSWER_SECONDS = 5
_SHIPPED = ("course.toml", "exercises", "solutions", "tests/hidden", "reference")


class Errand(msgspec.Struct, frozen=True, kw_only=True):
    """What every piece of work of one run has in common."""

    course: str
    versions: dict[str, str]
    isolation: str
    language: language.Language


class Cluster(Executor):
    """The workers of a cluster; `slots` is how many there are at the start."""

    def __init__(self, client: Client, errand: Errand, slots: int) -> None:
        # A lost worker's work is given to another by the scheduler; an error is the same anywhere.
        self._pool = client.get_executor(pure=False, retries=0)
        self._errand = errand
        self.slots = slots

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run ``fn(work)``, a function of a module, on one of the workers."""
        promised: Future[T] = Future()

        def ended(future: Future[T]) -> None:
            error = _lost() if future.cancelled() else future.exception()
            if isinstance(error, KilledWorker):
                error = _deadly(error)
            if error is None:
                promised.set_result(future.result())
            else:
                promised.set_exception(error)

        self._pool.submit(_run, self._errand, fn, *args, **kwargs).add_done_callback(ended)
        return promised


@contextmanager
def executor(address: str, root: Path, isolation: str) -> Iterator[Cluster]:
    """Open the cluster whose scheduler is at `address` for the course at `root`.

    What is not begun when the block ends is dropped.

    Raises
    ------
    UsageError
        When no scheduler answers at `address`.
    GraderError
        When there is no worker, or one that cannot grade as this machine would.
    """
    for name in ("distributed", "distributed.client"):  # what matters is said here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    client = _connect(address)
    try:
        yield _furnish(client, address, root, isolation)
    finally:
        client.close()


def _connect(address: str) -> Client:
    try:
        return Client(address, timeout=_ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError, RuntimeError, TypeError) as error:
        raise UsageError(
            _(
                "No scheduler answers at {address}: {reason}. Start one with `dask scheduler` and "
                "give the address it prints, such as tcp://10.0.0.1:8786."
            ).format(address=address, reason=str(error).splitlines()[0] if str(error) else error)
        ) from None


def _furnish(client: Client, address: str, root: Path, isolation: str) -> Cluster:
    """Send the course to the workers, those that join later included."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER_SECONDS)
    except TimeoutError:
        raise GraderError(
            _(
                "The scheduler at {address} has no workers. Start some: dask worker {address} "
                "--nthreads 1 --nworkers 4."
            ).format(address=address)
        ) from None
    found = client.run(_troubles, versions(), isolation, language.current(), on_error="return")
    _refuse(found)
    course = CourseCopy(pack(root))
    client.register_plugin(course)
    errand = Errand(
        course=course.name,
        versions=versions(),
        isolation=isolation,
        language=language.current(),
    )
    return Cluster(client, errand, len(found))


def _refuse(found: Mapping[str, list[str] | Exception]) -> None:
    lines = [
        f"  {worker}: {trouble}"
        for worker, said in sorted(found.items())
        for trouble in ([_not_there(said)] if isinstance(said, Exception) else said)
    ]
    if lines:
        raise GraderError(
            _(
                "These workers cannot grade as this machine would:\n{lines}\nMend or stop them, "
                "then run the command again."
            ).format(lines="\n".join(lines))
        )


def _not_there(error: Exception) -> str:
    return _("Deepgrade is not installed there, or is another version ({reason})").format(
        reason=f"{type(error).__name__}: {error}"
    )


def _lost() -> GraderError:
    return GraderError(
        _(
            "The connection to the scheduler was lost. What was recorded is safe; when the "
            "scheduler is back, the same command goes on."
        )
    )


def _deadly(error: KilledWorker) -> GraderError:
    return GraderError(
        _(
            "A submission was given up: every worker that graded it ended ({count}, the last one "
            "was {worker}). See their logs; a worker may need more memory."
        ).format(count=error.allowed_failures + 1, worker=error.last_worker.address)
    )


# What grades must be the same on all machines.


@cache
def versions() -> dict[str, str]:
    """Return what a result depends on beside the course, by name."""
    code = hashlib.sha256()
    package = Path(language.__file__).parent
    for path in sorted(package.rglob("*.py")):
        code.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return {
        "Deepgrade": metadata.version("deepgrade"),
        "Deepgrade's code": code.hexdigest()[:12],
        "Python": platform.python_version(),
        "numpy": np.__version__,
    }


def pack(root: Path) -> dict[str, bytes]:
    """Return the files of the course that grading reads, by their names below `root`."""
    files = {}
    for part in _SHIPPED:
        top = root / part
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and path.suffix != ".pyc":
                files[path.relative_to(root).as_posix()] = path.read_bytes()
    return files


# What follows runs on the workers.

_COURSES: dict[str, Path] = {}
_entered: str | None = None


class CourseCopy(WorkerPlugin):
    """Keeps a course on a worker, from the first run that needs it to the worker's end."""

    idempotent = True  # the name tells the contents

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        digest = hashlib.sha256(msgspec.msgpack.encode(sorted(files.items())))
        self.name = f"deepgrade-{digest.hexdigest()[:32]}"

    def setup(self, worker: Worker) -> None:
        """Write the course into a folder that only this account can read."""
        # Dask removes the worker's folder, and that of a worker that was killed.
        root = Path(tempfile.mkdtemp(prefix="deepgrade-", dir=worker.local_directory))
        for name, content in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _COURSES[self.name] = root

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - as WorkerPlugin has it
        """Remove the course."""
        global _entered  # noqa: PLW0603 - see `_enter`
        if _entered == self.name:
            slots.let_go()
            _entered = None
        with suppress(KeyError):
            shutil.rmtree(_COURSES.pop(self.name), ignore_errors=True)


def _run(errand: Errand, fn: Callable[[Work], T], work: Work) -> T:
    """Do the work with this worker's copy of the course."""
    language.use(errand.language)
    worker = get_worker()
    try:
        root = _enter(errand, worker)
        slot = Slot(isolation=work.slot.isolation, hidden=(root,))
        kept = sys.pycache_prefix
        sys.pycache_prefix = str(root / ".bytecode")
        try:
            return fn(msgspec.structs.replace(work, root=root, slot=slot))
        finally:
            sys.pycache_prefix = kept
    except GraderError as error:
        raise type(error)(f"{worker.address}: {error}") from None


def _enter(errand: Errand, worker: Worker) -> Path:
    """Return the course's folder; a process keeps the judges and the oracle of one course only."""
    global _entered  # noqa: PLW0603 - what this process grades is one thing for all its work
    root = _COURSES.get(errand.course)
    if root is None:
        raise GraderError(_("the course could not be kept here. See the worker's log."))
    if _entered != errand.course:
        if said := _troubles(errand.versions, errand.isolation, errand.language, worker):
            raise GraderError("; ".join(said))
        slots.let_go()
        others = [other for other in _COURSES.values() if other != root]
        for name, module in list(sys.modules.items()):
            path = Path(getattr(module, "__file__", None) or "")
            if any(path.is_relative_to(other) for other in others):
                del sys.modules[name]
        _entered = errand.course
    return root


def _troubles(
    expected: Mapping[str, str],
    isolation: str,
    spoken: language.Language,
    dask_worker: Worker,
) -> list[str]:
    """Say why this worker would not grade as the coordinator's machine does."""
    language.use(spoken)
    here = versions()
    said = [
        _("{name} is {there}, but {here} where the command runs").format(
            name=name, there=here.get(name), here=version
        )
        for name, version in expected.items()
        if here.get(name) != version
    ]
    if (threads := dask_worker.state.nthreads) != 1:
        said.append(_("it has {count} threads; start it with --nthreads 1").format(count=threads))
    try:
        start_nursery(isolation, sandbox.begin(isolation, (), ()), ()).close()
    except GraderError as error:
        said.append(str(error))
    return said
