"""Nurseries and trials, for the tests that grade: one of each kind for the whole run."""

import os
from collections.abc import Iterator

import pytest

from grader.pool import local_pool
from grader.proof.trials import Trials
from grader.slots import Slot
from grader.worker import sandbox
from grader.worker.cells import Nursery, SandboxNursery
from grader.worker.plain import ProcessNursery


@pytest.fixture(scope="session")
def process_nursery() -> Iterator[Nursery]:
    nursery = ProcessNursery(("numpy",))
    yield nursery
    nursery.close()


@pytest.fixture(scope="session")
def sandbox_nursery() -> Iterator[Nursery]:
    if sandbox.find_bubblewrap() is None:
        if os.environ.get("CI"):
            pytest.fail("bubblewrap is not installed: in CI the sandbox must be tested")
        pytest.skip("bubblewrap is not installed: the sandbox is not tested")
    nursery = SandboxNursery(sandbox.launch(("numpy",), ()))
    yield nursery
    nursery.close()


@pytest.fixture(scope="session")
def nursery(request: pytest.FixtureRequest) -> Nursery:
    """Return the fastest nursery there is."""
    kind = "sandbox" if sandbox.find_bubblewrap() else "process"
    found: Nursery = request.getfixturevalue(f"{kind}_nursery")
    return found


@pytest.fixture(scope="session")
def trials() -> Iterator[Trials]:
    """Return where proofs grade: two processes of their own."""
    with local_pool(2) as pool:
        yield Trials(pool, Slot(isolation="auto", hidden=()))
