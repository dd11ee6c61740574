"""GitLab's code quality report: its schema, fingerprints that stay, and any text."""

import json

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.codequality import write_code_quality
from grader.records import Attempt, Outcome
from tests import attempts
from tests.exports import any_attempt, assert_golden

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1, "maxLength": 1000},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^/"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Attempt:
    course = attempts.write_course(tmp_path_factory.mktemp("course"))
    return attempts.failing(course.exercise("3"))


def test_a_known_attempt_is_written_as_reviewed(failing: Attempt) -> None:
    assert_golden("codequality/failing.json", write_code_quality([failing]))


def test_what_passed_or_the_grader_broke_is_no_issue(failing: Attempt) -> None:
    severities = [issue["severity"] for issue in json.loads(write_code_quality([failing]))]
    assert severities == ["major", "major", "major", "info", "info"]


def test_a_fingerprint_is_the_same_in_the_next_run(failing: Attempt) -> None:
    later = msgspec.structs.replace(
        failing,
        seed=2,
        checks=tuple(
            msgspec.structs.replace(check, message="other", duration_s=9.0)
            for check in failing.checks
        ),
    )

    def prints(attempt: Attempt) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(write_code_quality([attempt]))]

    assert prints(failing) == prints(later)


@given(st.lists(any_attempt(), max_size=2))
def test_any_text_gives_valid_issues_with_unique_fingerprints(those: list[Attempt]) -> None:
    text = write_code_quality(those)
    assert not text.startswith(b"\xef\xbb\xbf")
    issues = json.loads(text)
    jsonschema.validate(issues, SCHEMA)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    unfinished = (Outcome.FAILED, Outcome.TIMED_OUT, Outcome.BLOCKED)
    assert len(issues) == sum(c.outcome in unfinished for each in those for c in each.checks)
