"""How names a student chose appear in a message: visible, printable and short."""

import unicodedata

_LONGEST = 80
_MOST_LISTED = 5


def shown(text: object) -> str:
    """Return `text` with control, invisible and unpaired characters spelled out."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in str(text)
    )


def brief(text: object) -> str:
    """Return `text` as ``shown`` does, cut to the length of a line."""
    visible = shown(str(text)[: _LONGEST + 1])
    return visible if len(visible) <= _LONGEST else visible[: _LONGEST - 1] + "…"


def listed(names: list[str]) -> str:
    """Return the first names, separated by commas, and how many more there are."""
    head = ", ".join(brief(name) for name in names[:_MOST_LISTED])
    return head if len(names) <= _MOST_LISTED else f"{head}, … (+{len(names) - _MOST_LISTED})"


def code_point(character: str) -> str:
    """Return a character as ``U+202E RIGHT-TO-LEFT OVERRIDE``, for naming one that is unseen."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
