"""PrairieLearn's results.json of an external grader."""

from grader.export.encode import as_json
from grader.language import gettext as _
from grader.records import Attempt
from grader.report.clean import visible
from grader.report.plain import cut, numbered, printed, said, title

# Characters of all tests: the file may have 1 MB, and a Korean letter takes 3 bytes.
_MOST = 400_000


def write_prairielearn(attempt: Attempt) -> bytes:
    """Return the results, with the score as a share of all points."""
    each = _MOST // (6 * max(len(attempt.checks), 1))
    notes = [_("Note: {note}").format(note=visible(note)) for note in attempt.notes]
    return as_json(
        {
            "gradable": True,
            "score": attempt.score / attempt.max_score if attempt.max_score else 0.0,
            "message": cut("\n".join(notes)),
            "tests": [
                {
                    "name": cut(f"{number} {title(check)}", each),
                    "points": check.points,
                    "max_points": check.max_points,
                    "message": cut(said(check), each),
                    "output": cut(printed(check), each),
                }
                for number, check in numbered(attempt.checks)
            ],
        }
    )
