"""The outcomes as a person meets them: always a word and a symbol, never colour alone."""

from typing import NamedTuple

from grader.language import gettext as _
from grader.records import Outcome


class Look(NamedTuple):
    """How an outcome is shown; `ascii` stands in for `symbol` where a terminal has no Unicode."""

    symbol: str
    ascii: str
    style: str


LOOKS = {
    Outcome.PASSED: Look("✓", "+", "green"),
    Outcome.FAILED: Look("✗", "x", "red"),
    Outcome.BLOCKED: Look("○", "o", "blue"),
    Outcome.TIMED_OUT: Look("◷", "t", "yellow"),
    Outcome.BROKEN: Look("!", "!", "magenta"),
}


def word(outcome: Outcome) -> str:
    """Name the outcome in the reader's language."""
    return {
        Outcome.PASSED: _("passed"),
        Outcome.FAILED: _("failed"),
        Outcome.BLOCKED: _("waits for an earlier task"),
        Outcome.TIMED_OUT: _("timed out"),
        Outcome.BROKEN: _("the grader's own fault – costs you nothing"),
    }[outcome]


def not_done(number: int) -> str:
    """Say that a check came to a task's stub: the whole message of such a check, and its sign."""
    return _("Task {number} is not done yet.").format(number=number)
