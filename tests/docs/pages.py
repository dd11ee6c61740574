"""The examples on the pages: fenced blocks, each with its language and what is said about it."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))

# ```language title="file", after comments such as <!-- exit: 1 -->
_FENCE = re.compile(
    r"^(?P<said>(?:[ ]*<!--[ ][a-z ]+:[ ].+?[ ]-->\n)*)"
    r'(?P<indent>[ ]*)(?P<fence>````?)(?P<language>\w*)(?:[ ]title="(?P<title>[^"]+)")?\n'
    r"(?P<text>.*?)^(?P=indent)(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_SAID = re.compile(r"<!-- (exit|machine|not run|notebook|student): (.+?) -->")


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One fenced block.

    Attributes
    ----------
    place
        ``docs/authors.md:25``, for messages.
    said
        ``exit`` is the exit code of the last command, ``student`` the exercise whose solution the
        block may use, ``notebook`` that whose solution the cells before it hold, ``machine`` that
        ``tests/fresh`` runs it on a fresh one, ``not run`` why it is not run.
    """

    place: str
    language: str
    title: str
    text: str
    said: dict[str, str]


def examples(page: Path) -> Iterator[Example]:
    """Yield the fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start("language")) + 1
        yield Example(
            place=f"{page.relative_to(ROOT)}:{line}",
            language=match["language"],
            title=match["title"] or "",
            text=textwrap.dedent(match["text"]),
            said=dict(_SAID.findall(match["said"])),
        )


def not_fenced(page: Path) -> Iterator[str]:
    """Yield blocks that Markdown shows as code because they are indented, and fences left over."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    yield from re.findall("^ *```.*", text, re.MULTILINE)
    in_list = False
    for block in re.split(r"\n\s*\n", text):
        if block.startswith("    ") and not in_list:
            yield block
        in_list = bool(re.match(r"\s*([-*]|\d+\.) ", block)) or (in_list and block.startswith(" "))
