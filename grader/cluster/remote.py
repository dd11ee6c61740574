"""The workers' side: keep the course, check the versions, grade.

The coordinator sends these functions by name: both sides must have the same.
"""

import hashlib
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
from distributed import Worker, WorkerPlugin, get_worker

from grader import language, slots
from grader.errors import GraderError
from grader.language import gettext as _
from grader.slots import Slot, Work
from grader.worker import sandbox
from grader.worker.cells import start_nursery

T = TypeVar("T")

_COURSES: dict[str, Path] = {}
_entered: str | None = None


class Errand(msgspec.Struct, frozen=True, kw_only=True):
    """What every piece of work of one run has in common."""

    course: str
    versions: dict[str, str]
    isolation: str
    language: language.Language


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


def run(errand: Errand, fn: Callable[[Work], T], work: Work) -> T:
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
        if said := troubles(errand.versions, errand.isolation, errand.language, worker):
            raise GraderError("; ".join(said))
        slots.let_go()
        others = [other for other in _COURSES.values() if other != root]
        for name, module in list(sys.modules.items()):
            path = Path(getattr(module, "__file__", None) or "")
            if any(path.is_relative_to(other) for other in others):
                del sys.modules[name]
        _entered = errand.course
    return root


def troubles(
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
