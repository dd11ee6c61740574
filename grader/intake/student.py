"""Who handed in: the one form in which a student's identity is used and compared."""

import unicodedata

from grader.errors import SubmissionError
from grader.intake.quoting import brief, code_point
from grader.language import gettext as _

LONGEST = 100
_LONGEST_RAW = 4 * LONGEST  # a Korean syllable is up to three code points before composition
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def identity(raw: str) -> str:
    """Return the identity in Unicode NFC, without surrounding spaces.

    Raises
    ------
    SubmissionError
        When it is empty, too long, could be read as a path, or holds a character that cannot
        be seen (control characters, direction marks, unpaired surrogates).
    """
    name = raw.strip()
    if len(name) <= _LONGEST_RAW:
        name = unicodedata.normalize("NFC", name).strip()
    if not name:
        raise SubmissionError(_("The student's name is empty. Give a name or a number."))
    if len(name) > LONGEST:
        raise SubmissionError(
            _("The student's name {name} is longer than {most} characters. Shorten it.").format(
                name=brief(name), most=LONGEST
            )
        )
    for character in name:
        if character in "/\\" or unicodedata.category(character) in _UNSEEN:
            raise SubmissionError(
                _(
                    "The student's name {name} holds {character}, which a name may not. Remove it."
                ).format(name=brief(name), character=code_point(character))
            )
    if name in {".", ".."}:
        raise SubmissionError(
            _("{name} is no student's name. Give a name or a number.").format(name=name)
        )
    return name
