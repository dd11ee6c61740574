"""The messages of the commonest failures, word for word, as a student reads them.

Each folder of tests/golden/messages holds a submission for the tiny course (sums.txt, as one of
them is no Python) and what is said of the first of its checks that does not pass: en.txt and
ko.txt. To add a case, add a folder.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader import language
from grader.course import load_course
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.judge import Judge
from grader.language import LANGUAGES, Language
from grader.records import CheckResult, Outcome
from grader.report.clean import visible
from grader.report.outcomes import word
from grader.report.progress import looks_like
from grader.worker.cells import Nursery
from tests import tiny

CASES = Path(__file__).parents[1] / "golden" / "messages"
_FOLDER = re.compile(r"\S*/(?=sums\.py)")  # where the worker keeps the file


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    # A busy machine must not make a loop look like waiting.
    patient = tiny.changed(tiny.EXERCISE, "seconds = 2", "seconds = 60")
    settings = tiny.changed(patient, "cpu_seconds = 2", "cpu_seconds = 1")
    return tiny.write(tmp_path_factory.mktemp("course"), {tiny.SETTINGS: settings})


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[Language]:
    language.use(request.param)
    yield request.param
    language.use("en")


def as_read(check: CheckResult) -> str:
    """Lay out what the reports show of a check."""
    parts = {
        "": f"{word(check.outcome)}: {check.title}",
        "message": check.message,
        "input": check.input,
        "expected": check.expected,
        "actual": check.actual,
        "mistake": check.mistake and looks_like(check, explained=True),
        "explanation": check.mistake_explanation,
        "printed": _FOLDER.sub("", check.output),
        "hint": check.hint,
    }
    shown = (f"[{name}]\n{text.rstrip()}" if name else text for name, text in parts.items() if text)
    return visible("\n\n".join(shown)) + "\n"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_message_is_the_one_reviewed(
    case: str, spoken: Language, exercise: Exercise, nursery: Nursery, tmp_path: Path
) -> None:
    feedback = load_course(exercise.root).feedback
    module = tmp_path / "sums.py"
    shutil.copy(CASES / case / "sums.txt", module)
    submission = read_submission(module, exercise, "ada")
    attempt = Judge(exercise, nursery, feedback).grade(submission, seed=7)
    first = next(check for check in attempt.checks if check.outcome is not Outcome.PASSED)
    expected = CASES / case / f"{spoken}.txt"
    assert as_read(first) == expected.read_text(encoding="utf-8")
