"""Text that is safe to show: what is invisible becomes visible, what is endless gets an end.

Titles, messages, values, file names and printed output may come from a student's code, so they
are hostile until they went through here. Markup is not escaped here: the terminal builds
``rich.text.Text`` objects and never parses markup, the HTML report escapes in its templates.
"""

import re
from typing import NamedTuple

from grader.language import ngettext

# Control characters other than newline and tab (a terminal obeys them), lone surrogates (no
# file can hold them), and what has no width or turns the direction of a line around.
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0, DEL and C1
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphen, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, bidi, separators
    "\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # tags and their like
    "]"
)
_SOFT_BREAK = re.compile(r"(?<=\S)[ ]*\n(?=[^\s\-*•\d])")
_CODE = re.compile(r"`([^`\n]+)`")


class Span(NamedTuple):
    """A piece of a sentence, and whether it is code (written between backticks)."""

    text: str
    is_code: bool


def visible(text: str) -> str:
    r"""Write every control, bidi and zero-width character as its escape, such as ``\u202e``."""
    return _INVISIBLE.sub(_escape, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return `text` made visible and without line breaks: a name must not fake a second row."""
    return " ".join(visible(text).split())


def unwrapped(text: str) -> str:
    """Join the lines of a paragraph that was only broken to fit a source file."""
    return _SOFT_BREAK.sub(" ", text.strip())


def bounded(text: str, *, lines: int, columns: int) -> str:
    """Keep the head and the tail of `text`, and say in between how many lines are missing."""
    rows = [_shortened(row, columns) for row in text.strip("\n").split("\n")]
    if len(rows) > lines:
        head, tail = (lines + 1) // 2, lines // 2
        missing = len(rows) - head - tail
        note = ngettext("… {count} line left out …", "… {count} lines left out …", missing).format(
            count=missing
        )
        rows = [*rows[:head], note, *rows[len(rows) - tail :]]
    return "\n".join(rows)


def spans(sentence: str) -> list[Span]:
    """Split a sentence at its backticks into prose and code."""
    pieces = _CODE.split(sentence)
    return [Span(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x0D:
        return "\\r"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _shortened(row: str, columns: int) -> str:
    return row if len(row) <= columns else row[: columns - 1] + "…"
