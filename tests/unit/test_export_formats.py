"""Every format of one attempt: as reviewed, and valid by its schema whatever a text holds."""

import base64
import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given

from grader import language
from grader.cli import export as cli
from grader.errors import UsageError
from grader.export import formats
from grader.export.classroom50 import write_classroom50
from grader.export.exercism import write_exercism
from grader.export.github import write_github
from grader.export.gradescope import write_gradescope
from grader.export.whole_points import factor, whole
from grader.records import Attempt, Outcome
from tests import attempts
from tests.exports import RUNNER, any_attempt, assert_golden, every_text, without_values

NOW = datetime(2026, 6, 1, 14, 32, 1, tzinfo=UTC)
TEXT = {"type": "string"}
SOME_TEXT = {"type": "string", "minLength": 1}
NUMBER = {"type": "number", "minimum": 0}
WHOLE = {"type": "integer", "minimum": 0}


def strict(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of an object with these keys and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


def listed(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


SCHEMAS: dict[str, dict[str, Any]] = {
    "gradescope": strict(
        {
            "score": NUMBER,
            "execution_time": NUMBER,
            "output": TEXT,
            "output_format": {"const": "text"},
            "test_output_format": {"const": "text"},
            "test_name_format": {"const": "text"},
            "visibility": {"const": "visible"},
            "stdout_visibility": {"const": "hidden"},
            "extra_data": {"type": "object"},
            "tests": listed(
                strict(
                    {
                        "name": TEXT,
                        "name_format": {"const": "text"},
                        "number": {"type": "string", "pattern": r"^\d+\.\d+$"},
                        "status": {"enum": ["passed", "failed"]},
                        "score": NUMBER,
                        "max_score": NUMBER,
                        "output": TEXT,
                        "output_format": {"const": "text"},
                        "visibility": {"const": "visible"},
                    }
                )
            ),
        }
    ),
    "classroom50": strict(
        {
            "schema": {"const": "classroom50/result/v1"},
            **dict.fromkeys(("classroom", "assignment", "submission", "commit"), TEXT),
            **dict.fromkeys(("release", "review"), SOME_TEXT),
            "datetime": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
            "score": WHOLE,
            "max-score": WHOLE,
            "tests": listed(
                strict(
                    {
                        "test-name": TEXT,
                        "passed": {"type": "boolean"},
                        "score": WHOLE,
                        "max-score": WHOLE,
                    },
                    {"outcome": {"enum": list(Outcome)}, "output": TEXT},
                )
            ),
        }
    ),
    "github": strict(
        {
            "version": {"const": 1},
            "status": {"enum": ["pass", "fail", "error"]},
            "max_score": WHOLE,
            "tests": listed(
                strict(
                    {
                        "name": TEXT,
                        "status": {"enum": ["pass", "fail", "error"]},
                        "message": TEXT,
                        "test_code": {"const": ""},
                        "filename": {"type": "string", "not": {"pattern": "^/"}},
                        "line_no": {"type": "integer", "minimum": 1},
                        "execution_time": {"type": "string", "pattern": r"^\d+\.\d+s$"},
                        "score": WHOLE,
                        "task_id": WHOLE,
                        "output": {"type": "string", "maxLength": 500},
                    }
                )
            ),
        }
    ),
    "exercism": {
        **strict(
            {
                "version": {"const": 3},
                "status": {"enum": ["pass", "fail", "error"]},
                "tests": listed(
                    {
                        **strict(
                            {
                                "name": TEXT,
                                "status": {"enum": ["pass", "fail", "error"]},
                                "task_id": WHOLE,
                            },
                            {
                                "message": {"type": "string", "minLength": 1, "maxLength": 65_535},
                                "output": {"type": "string", "maxLength": 500},
                            },
                        ),
                        "if": {"properties": {"status": {"enum": ["fail", "error"]}}},
                        "then": {"required": ["message"]},
                    }
                ),
            },
            {"message": {"type": "string", "minLength": 1, "maxLength": 65_535}},
        ),
        "if": {"properties": {"status": {"const": "error"}}},
        "then": {"required": ["message"], "properties": {"tests": {"maxItems": 0}}},
    },
    "prairielearn": strict(
        {
            "gradable": {"const": True},
            "score": {"type": "number", "minimum": 0, "maximum": 1},
            "message": TEXT,
            "tests": listed(
                strict(
                    {
                        **dict.fromkeys(("name", "message", "output"), TEXT),
                        **dict.fromkeys(("points", "max_points"), NUMBER),
                    }
                )
            ),
        }
    ),
    "coursera": strict(
        {"fractionalScore": {"type": "number", "minimum": 0, "maximum": 1}, "feedback": TEXT}
    ),
    "check50": strict(
        {
            "slug": TEXT,
            "version": TEXT,
            "results": listed(
                strict(
                    {
                        **dict.fromkeys(("name", "description"), TEXT),
                        "passed": {"enum": [True, False, None]},
                        "log": listed({"type": "string", "pattern": r"^[^\n]*$"}),
                        "cause": {"type": ["object", "null"]},
                        "data": {"type": "object"},
                        "dependency": {"type": "null"},
                    }
                )
            ),
        }
    ),
}


def of_one(write: Callable[[Sequence[Attempt]], bytes]) -> Callable[[Attempt], bytes]:
    return lambda attempt: write([attempt])


WRITERS: dict[str, Callable[[Attempt], bytes]] = {
    **formats.OF_ATTEMPT,
    **{name: of_one(write) for name, write in formats.OF_ATTEMPTS.items()},
    "classroom50": lambda attempt: write_classroom50(attempt, RUNNER, NOW),
}


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Attempt:
    course = attempts.write_course(tmp_path_factory.mktemp("course"))
    made = attempts.failing(course.exercise("3"))
    done = [msgspec.structs.replace(check, line=7) for check in made.checks[4:5]]
    return msgspec.structs.replace(made, checks=(*made.checks[:4], *done, *made.checks[5:]))


@pytest.fixture
def korean() -> Iterator[None]:
    language.use("ko")
    yield
    language.use("en")


@pytest.mark.parametrize("form", sorted(set(WRITERS) - {"junit", "codequality"}))
def test_a_known_attempt_is_written_as_reviewed(form: str, failing: Attempt) -> None:
    ending = "json" if form in SCHEMAS else "txt"
    assert_golden(f"{form}/failing.{ending}", WRITERS[form](failing))


@pytest.mark.parametrize("form", sorted(SCHEMAS))
def test_a_known_attempt_is_valid(form: str, failing: Attempt) -> None:
    jsonschema.validate(json.loads(WRITERS[form](failing)), SCHEMAS[form])


@given(any_attempt())
def test_any_text_gives_valid_json_of_plain_text(attempt: Attempt) -> None:
    for form, schema in SCHEMAS.items():
        found = json.loads(WRITERS[form](attempt))
        jsonschema.validate(found, schema)
        texts = "".join(every_text(found))
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", texts), form


@pytest.mark.parametrize("sample", sorted(attempts.SAMPLES))
@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_sample_of_the_reports_can_be_exported(
    form: str, sample: str, tmp_path: Path
) -> None:
    exercise = attempts.write_course(tmp_path).exercise("3")
    text = WRITERS[form](attempts.SAMPLES[sample](exercise)).decode()
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text) < 5_000_000


@given(any_attempt())
def test_any_text_leaves_autolab_its_last_line(attempt: Attempt) -> None:
    feedback, scores = WRITERS["autolab"](attempt).decode().splitlines()
    assert list(json.loads(scores)["scores"].values()) == [attempt.score]
    stages = json.loads(feedback)
    assert sum(len(stages[stage]) for stage in stages["stages"]) == len(attempt.checks)


@given(any_attempt())
def test_the_line_for_github_is_one_line_that_holds_the_json(attempt: Attempt) -> None:
    line = WRITERS["github-output"](attempt)
    assert re.fullmatch(rb"result=[A-Za-z0-9+/]+=*\n", line)
    assert json.loads(base64.b64decode(line.removeprefix(b"result="))) == json.loads(
        write_github(attempt)
    )


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_no_format_tells_more_than_the_record(form: str, failing: Attempt) -> None:
    """What the feedback level keeps from a record is in no export of it."""
    told = WRITERS[form](failing).decode()
    if form == "github-output":
        told = base64.b64decode(told.removeprefix("result=")).decode()
    told_less = WRITERS[form](without_values(failing)).decode()
    if form == "github-output":
        told_less = base64.b64decode(told_less.removeprefix("result=")).decode()
    secrets = ["[6.0001, 8.0001]", "forward difference", "step 3: f", "x² + y², array"]
    if form != "codequality":
        assert all(secret in told for secret in secrets[:2])
    assert not any(secret in told_less for secret in secrets)


def test_a_status_is_always_said_and_nothing_is_html(failing: Attempt) -> None:
    found = json.loads(write_gradescope(failing))
    assert [test["status"] for test in found["tests"]].count("passed") == 5
    assert "html" not in write_gradescope(failing).decode()


def test_what_the_grader_broke_costs_no_points(failing: Attempt) -> None:
    broken = msgspec.structs.replace(failing.checks[-1], points=2.0)
    attempt = msgspec.structs.replace(failing, score=10.0, checks=(*failing.checks[:-1], broken))
    assert json.loads(write_gradescope(attempt))["tests"][-1]["score"] == 2.0
    last = json.loads(write_classroom50(attempt, RUNNER, NOW))["tests"][-1]
    assert (last["passed"], last["score"]) == (True, last["max-score"])


@pytest.mark.parametrize(
    ("points", "parts"),
    [([2.0, 3.0], 1), ([1.5, 2.0], 2), ([1 / 3, 0.25], 12), ([0.0], 1), ([], 1)],
)
def test_whole_scores_lose_no_part_of_a_point(points: list[float], parts: int) -> None:
    checks = [attempts.check(1, 0, max_points=each) for each in points]
    assert factor(checks) == parts
    total = sum(whole(each, parts) for each in points)
    assert total == pytest.approx(sum(points) * parts)


def test_the_scale_does_not_depend_on_what_was_earned(failing: Attempt) -> None:
    most = json.loads(write_classroom50(failing, RUNNER, NOW))["max-score"]
    passed = tuple(
        msgspec.structs.replace(c, outcome=Outcome.PASSED, points=c.max_points)
        for c in failing.checks
    )
    full = json.loads(
        write_classroom50(msgspec.structs.replace(failing, checks=passed), RUNNER, NOW)
    )
    assert full["score"] == full["max-score"] == most == 2 * failing.max_score


def test_classroom50_needs_its_runner(failing: Attempt) -> None:
    with pytest.raises(UsageError, match="RELEASE_URL is not set"):
        write_classroom50(failing, {**RUNNER, "RELEASE_URL": ""})


def test_exercism_cuts_output_with_its_own_sentence(failing: Attempt) -> None:
    outputs = [test.get("output", "") for test in json.loads(write_exercism(failing))["tests"]]
    (long,) = filter(None, outputs)
    assert len(long) <= 500
    assert long.endswith("\n\nOutput was truncated. Please limit to 500 chars")


def test_an_error_is_only_what_ran_no_test(failing: Attempt) -> None:
    assert json.loads(write_exercism(failing))["status"] == "fail"
    broken = msgspec.structs.replace(failing, checks=failing.checks[-1:])
    assert json.loads(write_exercism(broken))["status"] == "error"


def test_a_large_attempt_stays_below_the_megabyte_of_prairielearn(failing: Attempt) -> None:
    loud = msgspec.structs.replace(
        failing.checks[4], title="긴 제목" * 9_000, message="틀" * 9_000, output="출력" * 9_000
    )
    attempt = msgspec.structs.replace(failing, checks=(loud,) * 300)
    assert len(WRITERS["prairielearn"](attempt)) < 1_000_000


@pytest.mark.usefixtures("korean")
def test_the_reader_s_language_is_spoken(failing: Attempt) -> None:
    assert "기대한 값" in json.loads(write_gradescope(failing))["tests"][4]["output"]


def test_every_format_has_a_command() -> None:
    assert list(cli.OF_SCORES) == list(formats.OF_SCORES)
    assert list(cli.OF_ATTEMPTS) == list(formats.OF_ATTEMPTS)
    assert list(cli.OF_ATTEMPT) == list(formats.OF_ATTEMPT)
