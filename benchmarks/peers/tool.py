"""What every tool of the comparison offers, and what holds for all of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from benchmarks.peers.forty import HandedIn

JOBS = 2
LIMIT = 5  # seconds for one check
# A tool without a limit for a check is ended from outside, and needs some time to start in.
WHOLE_LIMIT = LIMIT + 5  # seconds of CPU for one submission


class Tool(Protocol):
    """A grader: writes the class in its own format, grades it, and tells what passed."""

    name: str
    copies: int  # how often it is given each submission, but for the endless loop

    def lay_out(self, folder: Path, handed_in: Sequence[HandedIn]) -> None:
        """Write a new folder with what these students handed in."""

    def grade(self, folder: Path) -> None:
        """Grade what was laid out there, in two processes."""

    def passed(self, folder: Path) -> Mapping[str, frozenset[str]]:
        """Return the checks that each student passed; who has no result is not there."""
