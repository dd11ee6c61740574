"""What a check says to its student in plain text, for the tools that show nothing but text.

The terminal and the page say the same in their own dress. A record holds only what its student
may see, so everything in it may be told.
"""

from collections import Counter
from collections.abc import Iterable

from grader.language import gettext as _
from grader.records import CheckResult, Outcome
from grader.report.clean import bounded, one_line, unwrapped, visible
from grader.report.heat import in_words
from grader.report.outcomes import word
from grader.report.progress import looks_like

LONGEST = 8_000  # characters: no sink shows more of one text, and a class has many
_LINES, _COLUMNS = 60, 400
_SAID_BY_ITSELF = (Outcome.PASSED, Outcome.FAILED)


def numbered(checks: Iterable[CheckResult]) -> list[tuple[str, CheckResult]]:
    """Return the checks with numbers such as 2.3: the third check of task 2. None appears twice."""
    counts: Counter[int] = Counter()
    rows = []
    for check in checks:
        counts[check.task] += 1
        rows.append((f"{check.task}.{counts[check.task]}", check))
    return rows


def title(check: CheckResult) -> str:
    """Return the fact that a check states, in one line."""
    return bounded(one_line(check.title), lines=1, columns=_COLUMNS)


def headline(check: CheckResult) -> str:
    """Return the first thing to say of a check that did not pass, in one line."""
    return bounded(one_line(_first(check)), lines=1, columns=_COLUMNS)


def said(check: CheckResult) -> str:
    """Return what went wrong, the values, and the mistake it looks like; nothing for a pass."""
    if check.outcome is Outcome.PASSED:
        return ""
    parts = [_first(check)]
    if check.input is not None:
        parts.append(_labelled(_("Input"), check.input))
    if check.expected is not None:
        parts.append(_labelled(_("Expected"), check.expected))
    if check.actual is not None:
        parts.append(_labelled(_("Got"), check.actual))
    if check.errors is not None:
        parts.append(in_words(check.errors))
    if check.mistake:
        parts.append(looks_like(check))
        parts.append(unwrapped(check.mistake_explanation or ""))
    return cut("\n".join(map(_shown, parts)))


def printed(check: CheckResult) -> str:
    """Return what the student's code printed, as far as the record tells it."""
    return cut(_shown(check.output))


def story(check: CheckResult) -> str:
    """Return all there is to tell in one text: what was said, then what was printed."""
    parts = [said(check)]
    if output := printed(check):
        parts.append(f"{_('What your code printed')}:\n{output}")
    return "\n\n".join(filter(None, parts))


def cut(text: str, most: int = LONGEST) -> str:
    """Return at most so many characters, the last of them a sign that there were more."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _shown(text: str) -> str:
    """Return the head and the tail of a text, everything in it visible."""
    if len(text) > 4 * LONGEST:  # not worth reading it all
        text = f"{text[: 2 * LONGEST]}\n{text[-2 * LONGEST :]}"
    return bounded(visible(text), lines=_LINES, columns=_COLUMNS)


def _labelled(label: str, value: str) -> str:
    """Return both on one line, or a value of several lines below its label."""
    return f"{label}:\n{value}" if "\n" in value else f"{label}: {value}"


def _first(check: CheckResult) -> str:
    """Return the message, after the outcome where that is more than a failure."""
    if check.outcome in _SAID_BY_ITSELF and check.message:
        return check.message
    return f"{word(check.outcome)}: {check.message}" if check.message else word(check.outcome)
