"""The trusted job: a comment made of numbers that fit the course, whatever the other run left."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from grader.ci.comment import MARK, comment_on
from grader.ci.event import PullRequest
from grader.ci.request import Request, open_request
from grader.course import load_course
from grader.errors import SubmissionError
from tests import tiny
from tests.ci.project import OTHER, WRONG, Content, Project, make_project

EVIL = "EVIL-7c1f"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_project(tmp_path_factory.mktemp("comment") / "course")


def request_of(project: Project, changes: dict[str, Content]) -> Request:
    head = project.propose(changes)
    course = load_course(project.root)
    return open_request(project.root, course, PullRequest(project.base, head), is_elsewhere=False)


@pytest.fixture(scope="module")
def request_(project: Project) -> Request:
    return request_of(project, {tiny.STUB: WRONG.encode()})


def result(commit: str, /, **changes: Any) -> dict[str, Any]:
    task = {"number": 1, "points": 2.0, "max_points": 4.0, "passed": 1, "checks": 2}
    line = {"name": tiny.NAME, "score": 2.0, "max_score": 10.0, "tasks": [task]}
    whole = {
        "schema": "deepgrade/ci/1", "head": commit, "score": 2.0, "max_score": 10.0,
        "passed": False, "exercises": [line],
    }  # fmt: skip
    for path, value in changes.items():
        place: Any = whole
        *steps, last = path.split("__")
        for step in steps:
            place = place[int(step) if step.isdigit() else step]
        place[int(last) if last.isdigit() else last] = value
    return whole


def test_the_comment_has_the_points_and_the_course_s_titles(
    request_: Request, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result(request_.head)))
    comment = comment_on(request_, path)
    assert comment.startswith(MARK)
    assert "2 of 10 points" in comment
    assert "| Task 1: Twice | 2 / 4 | 1 / 2 |" in comment
    assert request_.head[:12] in comment


def test_what_grade_ci_left_is_what_the_comment_reads(project: Project, tmp_path: Path) -> None:
    head = project.propose({tiny.STUB: WRONG.encode()})
    ran = project.grade(head)
    path = tmp_path / "result.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(ran.reports / "result.json", "result.json")
    words = ("--base", project.base, "--head", head, "--output", str(tmp_path / "comment.md"))
    code, log = project.run("ci-comment", str(path), *words)
    assert (code, log) == (0, "")
    assert "2 of 10 points" in (tmp_path / "comment.md").read_text()


def test_a_pull_request_without_an_exercise_has_no_comment(
    request_: Request, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    nothing = result(request_.head, score=0.0, max_score=0.0, exercises=[])
    path.write_text(json.dumps(nothing))
    assert comment_on(request_, path) == ""


FORGED: dict[str, dict[str, Any]] = {
    "of another commit": {"head": "f" * 40},
    "of no commit": {"head": EVIL},
    "an unknown exercise": {"exercises__0__name": EVIL},
    "an exercise twice": {"exercises": [result("")["exercises"][0]] * 2},
    "other points than the course": {"exercises__0__max_score": 20.0},
    "more points than there are": {"exercises__0__score": 11.0, "score": 11.0},
    "a sum that is none": {"score": 9.0},
    "points without a task": {"exercises__0__tasks": []},
    "passed without a task": {
        "exercises__0__tasks": [],
        "exercises__0__score": 0.0,
        "score": 0.0,
        "passed": True,
    },
    "an exercise that it does not touch": {"exercises__0__name": OTHER},
    "tasks that do not add up": {"exercises__0__tasks__0__points": 1.0},
    "a task that the course does not have": {"exercises__0__tasks__0__number": 99},
    "more checks passed than there are": {"exercises__0__tasks__0__passed": 3},
    "text for a number": {"score": EVIL},
    "not a number": {"score": float("nan")},
    "infinity": {"score": float("inf")},
    "less than nothing": {"score": -1.0},
    "another schema": {"schema": "deepgrade/ci/2"},
    "a key of its own": {"comment": EVIL},
    "a number of a pull request": {"number": 12},
    "a deep value": {"exercises": [[[[]]]]},
}


@pytest.mark.parametrize("forged", FORGED)
def test_what_does_not_fit_is_refused(request_: Request, tmp_path: Path, forged: str) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result(request_.head, **FORGED[forged])))
    with pytest.raises(SubmissionError):
        comment_on(request_, path)


@pytest.mark.parametrize("content", [b"", b"[" * 200_000, b"\xff", b" " * (1 << 20), b"null"])
def test_what_is_no_result_is_refused(request_: Request, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "result.json").write_bytes(content)
    with pytest.raises(SubmissionError):
        comment_on(request_, tmp_path / "result.json")
    with zipfile.ZipFile(tmp_path / "result.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("result.json", content)
        archive.writestr("../../result.json", json.dumps(result(request_.head)))
    with pytest.raises(SubmissionError):
        comment_on(request_, tmp_path / "result.zip")


def test_a_link_in_the_place_of_the_result_is_not_followed(
    request_: Request, tmp_path: Path
) -> None:
    (tmp_path / "real.json").write_text(json.dumps(result(request_.head)))
    (tmp_path / "result.json").symlink_to(tmp_path / "real.json")
    with pytest.raises(SubmissionError):
        comment_on(request_, tmp_path / "result.json")


@pytest.mark.parametrize(
    "changes",
    [
        {".github/workflows/autograde.yml": b"on: push\n"},
        {".github/actions/x/action.yml": b""},
        {".github/workflows/new.yml": b""},
    ],
)
def test_a_pull_request_that_changes_its_workflow_shows_no_points(
    project: Project, tmp_path: Path, changes: dict[str, Content]
) -> None:
    request = request_of(project, {tiny.STUB: WRONG.encode(), **changes})
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result(request.head)))
    comment = comment_on(request, path)
    assert "points" not in comment
    assert "changes `.github/`" in comment


def test_a_comment_is_text_of_ours_alone(request_: Request, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result(request_.head)))
    tokens = MarkdownIt("commonmark", {"html": True}).parse(comment_on(request_, path))
    inside = [each for token in tokens for each in (token, *(token.children or ()))]
    html = [token.content.strip() for token in inside if token.type.startswith("html")]
    assert html == [MARK]
    assert not {token.type for token in inside} & {"link_open", "image"}
