"""The language a person reads: one choice per run, and gettext for every text.

Rank 0, because messages are written at every rank. Course content (titles, hints, mistakes)
carries its own translations as ``Text``; the framework's sentences are in the catalogues
under ``grader/locale``.
"""

import gettext as _gettext
import locale
import os
from pathlib import Path
from typing import Literal

import msgspec

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")

_CATALOGUES = Path(__file__).parent / "locale"
_current: Language = "en"
_translation: _gettext.NullTranslations = _gettext.NullTranslations()


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of the course in each language; English stands in where Korean is missing."""

    en: str
    ko: str = ""

    def __str__(self) -> str:
        """Return the text in the language of this run."""
        return self.ko if _current == "ko" and self.ko else self.en


def use(language: Language) -> None:
    """Choose the language of everything said from now on."""
    global _current, _translation  # noqa: PLW0603 - one language per process is the point
    _current = language
    _translation = _gettext.translation(
        "deepgrade", localedir=_CATALOGUES, languages=[language], fallback=True
    )


def current() -> Language:
    """Return the language in use."""
    return _current


def from_locale() -> Language:
    """Return Korean when the environment's locale is Korean, English otherwise."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "ko" if value.startswith("ko") else "en"
    return "ko" if (locale.getlocale()[0] or "").startswith(("ko", "Korean")) else "en"


def gettext(message: str) -> str:
    """Translate one sentence of the framework."""
    return _translation.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a sentence that counts something."""
    return _translation.ngettext(singular, plural, n)
