"""Import a course's own modules: the oracle for its suites, and nothing that outlives the use."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from platformdirs import user_cache_path

from grader.exercise import Exercise


@contextmanager
def course_imports(exercise: Exercise) -> Iterator[None]:
    """Let a suite import the course's own ``reference``; keep bytecode out of its folders.

    The suite's modules are forgotten afterwards: what one submission's checks left in them must
    not reach the next.
    """
    kept = sys.pycache_prefix
    known = set(sys.modules)
    sys.pycache_prefix = kept or str(user_cache_path("deepgrade") / "bytecode")
    sys.path.insert(0, str(exercise.root))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        sys.path.remove(str(exercise.root))
        sys.pycache_prefix = kept
        for name in set(sys.modules) - known:
            if _is_below(sys.modules[name], exercise.suite, exercise.folder):
                del sys.modules[name]


def _is_below(module: ModuleType, *folders: Path) -> bool:
    path = Path(getattr(module, "__file__", None) or "")
    return any(path.is_relative_to(folder) for folder in folders)
