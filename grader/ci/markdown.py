"""Markdown in which foreign text stays text: in a block of code, whose fence it cannot write.

In code GitHub makes no link, image, mention or reference, and no HTML. Everything a student may
have had a hand in goes there; only our own and the course's words are prose, escaped all the same.
"""

import re

from grader.report.clean import one_line, spans, unwrapped, visible

# What means something to GitHub: anywhere, before a slash (a link), or at the beginning (a list, a
# line below a heading).
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&@$#]|:(?=/)|^[-+=])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_BACKTICKS = re.compile(r"`+")
_ENTITIES = {"@": "&#64;", "#": "&#35;"}  # these mean something to GitHub even when escaped


def prose(text: str) -> str:
    """Return the course's words in one line: what stands between backticks is code."""
    pieces = spans(one_line(unwrapped(text)))
    return "".join(code(piece) if is_code else _escaped(piece) for piece, is_code in pieces)


def code(text: str) -> str:
    """Return any text as code within a line; a bar would end a table's cell."""
    line = one_line(text).replace("|", "¦")
    fence = "`" * (_longest_run(line) + 1)
    space = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{space}{line}{space}{fence}"


def block(text: str) -> str:
    """Return any text as a block of code."""
    lines = visible(text).strip("\n")
    fence = "`" * max(3, _longest_run(lines) + 1)
    return f"{fence}text\n{lines}\n{fence}\n"


def row(*cells: str) -> str:
    """Return a row of a table, of cells that are Markdown."""
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    escaped = _MARKUP.sub(lambda match: _ENTITIES.get(match[1], "\\" + match[1]), text)
    return _NUMBERED.sub(r"\1\\\2", escaped)


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)
