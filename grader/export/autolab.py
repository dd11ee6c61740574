"""What Autolab reads from a grader's output: the stages of its feedback, then the scores."""

import msgspec

from grader.language import gettext as _
from grader.records import Attempt, Outcome
from grader.report.clean import one_line
from grader.report.plain import numbered, said, title


def write_autolab(attempt: Attempt) -> bytes:
    """Return two lines of JSON; the problem at Autolab is to be named after the exercise.

    Autolab takes the last line for the scores. Nothing a student wrote can begin a line here.
    """
    stages: dict[str, dict[str, dict[str, object]]] = {}
    for number, check in numbered(attempt.checks):
        stage = stages.setdefault(_("Task {number}").format(number=check.task), {})
        stage[f"{number} {title(check)}"] = {
            "passed": check.outcome in (Outcome.PASSED, Outcome.BROKEN),
            "hint": said(check),
        }
    feedback = {"_presentation": "semantic", "stages": list(stages), **stages}
    scores = {"scores": {one_line(attempt.exercise): attempt.score}, "scoreboard": [attempt.score]}
    return b"".join(msgspec.json.encode(line) + b"\n" for line in (feedback, scores))
