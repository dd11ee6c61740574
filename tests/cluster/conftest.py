"""The machines of the tests of a cluster; where there can be none, a loud reason."""

import os
import shutil
from collections.abc import Iterator

import pytest

from grader.worker import sandbox
from tests.cluster.machines import Machines

_skipped: list[str] = []


def _missing() -> str | None:
    if os.name == "nt" or os.geteuid() != 0:
        return "only root can make network namespaces"
    if shutil.which("ip") is None:
        return "iproute2 is not installed"
    if sandbox.find_bubblewrap() is None:
        return "bubblewrap is not installed"
    return None


@pytest.fixture(scope="session")
def empty_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """Return machines without a scheduler; skip loudly where none can be made, fail in CI."""
    if (missing := _missing()) is not None:
        reason = f"THE CLUSTER WAS NOT TESTED: {missing}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        _skipped.append(reason)
        pytest.skip(reason)
    machines = Machines(tmp_path_factory.getbasetemp())
    yield machines
    machines.take_down()


@pytest.fixture(scope="session")
def machines(empty_cluster: Machines) -> Machines:
    """Return machines with a scheduler, and two workers that stay."""
    empty_cluster.start_scheduler()
    for _worker in range(2):
        empty_cluster.start_worker(settings={"SECRET": "canary"})
    return empty_cluster


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once more, at the end, what was not tested."""
    for reason in dict.fromkeys(_skipped):
        terminalreporter.write_line(reason, red=True, bold=True)
