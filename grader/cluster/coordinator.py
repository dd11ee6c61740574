"""The coordinator's side: find the workers, refuse those that differ, hand out the work."""

import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from distributed import Client, KilledWorker

from grader import language
from grader.cluster import remote
from grader.course import COURSE_FILE, packed
from grader.errors import GraderError, UsageError
from grader.language import gettext as _

T = TypeVar("T")

_ANSWER_SECONDS = 5
_SHIPPED = (
    COURSE_FILE,
    "exercises",
    "solutions",
    "tests/hidden",
    "reference",
)  # grading reads them


class Cluster(Executor):
    """The workers of a cluster; `slots` is how many there are at the start."""

    def __init__(self, client: Client, errand: remote.Errand, slots: int) -> None:
        # A lost worker's work is given to another by the scheduler; an error is the same anywhere.
        self._client = client
        self._pool = client.get_executor(pure=False, retries=0)
        self._errand = errand
        self.slots = slots

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run ``fn(work)``, a function of a module, on one of the workers."""
        if self._client.status in ("closing", "closed"):  # it gave up finding the scheduler again
            raise _lost()
        promised: Future[T] = Future()

        def ended(future: Future[T]) -> None:
            error = _lost() if future.cancelled() else future.exception()
            if isinstance(error, KilledWorker):
                error = BrokenExecutor(str(error))
            if error is None:
                promised.set_result(future.result())
            else:
                promised.set_exception(error)

        self._pool.submit(remote.run, self._errand, fn, *args, **kwargs).add_done_callback(ended)
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
    # What matters is said here; tornado and asyncio tell what breaks off when it is stopped.
    for name in ("distributed", "distributed.client", "tornado.application", "asyncio"):
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
    found = client.run(
        remote.troubles, remote.versions(), isolation, language.current(), on_error="return"
    )
    _refuse(found)
    course = remote.CourseCopy(packed(root, _SHIPPED))
    try:
        client.register_plugin(course)
    except OSError as error:
        raise GraderError(
            _("A worker cannot keep the course: {reason}. See the workers' logs.").format(
                reason=error
            )
        ) from None
    errand = remote.Errand(
        course=course.name,
        versions=remote.versions(),
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
