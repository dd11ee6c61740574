"""What the tests of the exports have in common: hostile attempts, and the golden files.

A golden file is written anew, after a change that is meant, by

    DEEPGRADE_GOLDEN=write uv run pytest tests/unit -k as_reviewed

Then read the difference in git: it is what users will see.
"""

import os
from pathlib import Path
from typing import cast

import msgspec
from hypothesis import strategies as st

from grader.records import Attempt, CheckResult, Isolation, Outcome, SubmissionSummary, Visibility

GOLDEN = Path(__file__).parent / "golden" / "exports"
# The variables that Classroom 50's runner sets.
RUNNER = {
    "CLASSROOM": "cs-principles",
    "ASSIGNMENT": "gradients",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://example.test/commit/1",
    "RELEASE_URL": "https://example.test/releases/1",
    "REVIEW_URL": "",
}

# Everything Python can hold in a str: lone surrogates, controls, noncharacters.
any_text = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    [
        "]]>", "<!--", "&#0;", "\x1b[31m", "\ufffe\uffff", "\ud800", "=1+1",
        "[[ATTACHMENT|/etc/passwd]]",
        "::error::x", "a\r\nb", "\0", "\u202e", "'", '"', ",", ";", "\x85", "\u2028",
    ]
)  # fmt: skip
_optional = st.none() | any_text


@st.composite
def any_check(draw: st.DrawFn) -> CheckResult:
    """Draw a check with any text in every field that holds text."""
    outcome = draw(st.sampled_from(list(Outcome)))
    most = draw(st.sampled_from([0.0, 0.5, 1 / 3, 2.0]))
    return CheckResult(
        id=draw(any_text),
        task=draw(st.integers(1, 3)),
        title=draw(any_text),
        outcome=outcome,
        points=most if outcome in (Outcome.PASSED, Outcome.BROKEN) else 0.0,
        max_points=most,
        visibility=draw(st.sampled_from(list(Visibility))),
        message=draw(any_text),
        expected=draw(_optional),
        actual=draw(_optional),
        input=draw(_optional),
        mistake=draw(_optional),
        mistake_explanation=draw(_optional),
        hint=draw(_optional),
        output=draw(any_text),
    )


@st.composite
def any_attempt(draw: st.DrawFn) -> Attempt:
    """Draw an attempt with any text in every field that holds text."""
    checks = tuple(draw(st.lists(any_check(), max_size=3)))
    return Attempt(
        exercise=draw(any_text),
        student=draw(any_text),
        score=sum(check.points for check in checks),
        max_score=sum(check.max_points for check in checks),
        isolation=Isolation.SANDBOX,
        seed=1,
        submission=SubmissionSummary(
            files=tuple(draw(st.lists(any_text, max_size=2))), sha256="0" * 64
        ),
        duration_s=0.1,
        notes=tuple(draw(st.lists(any_text, max_size=2))),
        checks=checks,
    )


def assert_golden(place: str, written: bytes) -> None:
    """Hold what was written against the golden file of that place."""
    path = GOLDEN / place
    if os.environ.get("DEEPGRADE_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    assert written == path.read_bytes(), "if this is meant, tests/exports.py says how to record it"


def every_text(value: object) -> list[str]:
    """Return every text in a decoded JSON document, keys included."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
        return [text for pair in items for each in pair for text in every_text(each)]
    if isinstance(value, list):
        return [text for each in value for text in every_text(each)]
    return []


def without_values(attempt: Attempt) -> Attempt:
    """Return the attempt as the feedback level `none` records it."""
    bare = {"message", "output"}
    absent = {"expected", "actual", "input", "mistake", "mistake_explanation", "hint", "errors"}
    return msgspec.structs.replace(
        attempt,
        checks=tuple(
            msgspec.structs.replace(check, **dict.fromkeys(bare, ""), **dict.fromkeys(absent))
            for check in attempt.checks
        ),
    )
