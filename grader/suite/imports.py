"""Import a course's own modules: the oracle for its suites, and nothing that outlives the use.

What one submission's checks left in the modules of a suite must not reach the next one: figures
import theirs anew, and a suite that stays collected has its modules executed again.
"""

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np
from platformdirs import user_cache_path

from grader.exercise import Exercise


def bytecode_folder() -> Path:
    """Return where the bytecode of suites is kept from one command to the next."""
    return user_cache_path("deepgrade") / "bytecode"


@contextmanager
def course_imports(exercise: Exercise) -> Iterator[None]:
    """Let a suite import the course's own ``reference``; keep bytecode out of its folders.

    The suite's modules are forgotten afterwards.
    """
    kept = sys.pycache_prefix
    known = set(sys.modules)
    sys.pycache_prefix = kept or str(bytecode_folder())
    sys.path.insert(0, str(exercise.root))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        sys.path.remove(str(exercise.root))
        sys.pycache_prefix = kept
        for name in set(sys.modules) - known:
            if _is_of(exercise, sys.modules[name]):
                del sys.modules[name]


class SuiteModules:
    """The modules of a suite that stays collected, as they were when it was, for each submission.

    What checks bound anew is bound back, lists, dicts and sets are copied, and arrays cannot be
    written: a check that tries says so, and its author learns it from ``grade verify``.
    """

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._modules: list[tuple[ModuleType, dict[str, object]]] = []
        self._stamps: dict[Path, int] = {}

    @contextmanager
    def as_collected(self, collect: Callable[[], None]) -> Iterator[None]:
        """Let the suite be run; it is collected when it is new, or its files have changed."""
        stamps = {
            path: path.stat().st_mtime_ns
            for folder in (self._exercise.suite, self._exercise.folder)
            for path in folder.glob("*.py")
            if path.name not in self._exercise.files
        }
        with course_imports(self._exercise):
            if stamps != self._stamps:
                self._stamps = {}
                collect()
                self._modules = [
                    (module, {n: value for n, value in vars(module).items() if n[:2] != "__"})
                    for module in sys.modules.values()
                    if _is_of(self._exercise, module)
                ]
                for _module, content in self._modules:
                    _protect(content)
                self._stamps = stamps
            for module, content in self._modules:
                sys.modules[module.__name__] = module
                for name in [name for name in vars(module) if name[:2] != "__"]:
                    del vars(module)[name]
                vars(module).update({name: _copied(value) for name, value in content.items()})
            yield


def _protect(value: object) -> None:
    """Make arrays read-only, wherever they stand."""
    match value:
        case np.ndarray():
            value.flags.writeable = False
        case dict():
            for each in value.values():
                _protect(each)
        case list() | tuple() | set():
            for each in value:
                _protect(each)


def _copied(value: object) -> object:
    """Copy lists, dicts and sets; what stands in them needs no copy, or is one of these."""
    match value:
        case dict():
            return {key: _copied(each) for key, each in value.items()}
        case list():
            return [_copied(each) for each in value]
        case set():
            return set(value)
    return value


def _is_of(exercise: Exercise, module: ModuleType) -> bool:
    path = Path(getattr(module, "__file__", None) or "")
    return any(path.is_relative_to(folder) for folder in (exercise.suite, exercise.folder))
