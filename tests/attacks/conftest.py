"""The arenas: one warm nursery per isolation for all attack tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.errors import SandboxError
from tests.attacks.arena import ENV_CANARY, Arena

collect_ignore = ["course", "submissions"]  # hostile, or checks of the small course

_skipped: list[str] = []


def _arena(isolation: str, factory: pytest.TempPathFactory) -> Iterator[Arena]:
    folder = factory.mktemp(isolation)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEEPGRADE_SECRET", ENV_CANARY)
        patch.setenv("HOME", str(folder / "home"))
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))  # the judge's own bytecode
        patch.setenv("TMPDIR", str(folder))
        try:
            arena = Arena(isolation, folder)
        except SandboxError as error:
            reason = f"THE SANDBOX WAS NOT TESTED: {error}"
            if os.environ.get("CI"):
                pytest.fail(reason)
            _skipped.append(reason)
            pytest.skip(reason)
        yield arena
        arena.close()


@pytest.fixture(scope="session")
def sandbox_arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """Return the arena in bubblewrap; without it, skip loudly here and fail in CI."""
    yield from _arena("sandbox", tmp_path_factory)


@pytest.fixture(scope="session")
def process_arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """Return the arena of plain processes."""
    yield from _arena("process", tmp_path_factory)


@pytest.fixture(params=["sandbox", "process"])
def arena(request: pytest.FixtureRequest) -> Arena:
    """Return each arena in turn."""
    found: Arena = request.getfixturevalue(f"{request.param}_arena")
    return found


@pytest.fixture
def victim(arena: Arena) -> Path:
    """Return the folder beside the submission that nothing may write to."""
    return arena.victim


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once more, at the end, what was not tested."""
    for reason in dict.fromkeys(_skipped):
        terminalreporter.write_line(reason, red=True, bold=True)
