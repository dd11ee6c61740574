"""Which commits a run is about, as GitHub and GitLab say it."""

import json
from pathlib import Path
from typing import Any

import pytest

from grader.ci.event import PullRequest, provider_here, read_event
from grader.errors import UsageError
from tests.ci.project import pull_request

BASE, HEAD = "a" * 40, "b" * 40


def github(tmp_path: Path, event: Any) -> dict[str, str]:
    path = tmp_path / "event.json"
    path.write_text(event if isinstance(event, str) else json.dumps(event))
    return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(path)}


def test_a_pull_request_names_both_commits_and_its_author(tmp_path: Path) -> None:
    environment = github(tmp_path, pull_request(BASE, HEAD))
    assert provider_here(environment) == "github"
    assert read_event("github", environment) == PullRequest(BASE, HEAD, "kim")
    assert read_event("github", environment, head="work") == PullRequest(BASE, "work", "kim")


@pytest.mark.parametrize(
    "event",
    [
        "", "{", "[]", "[" * 100_000, "{}", '{"pull_request": {}}',
        pull_request(BASE, "--upload-pack=evil"), pull_request(BASE, "HEAD"),
        pull_request("", HEAD), {"before": "x", "after": HEAD},
    ],
)  # fmt: skip
def test_any_other_event_is_refused(tmp_path: Path, event: Any) -> None:
    with pytest.raises(UsageError):
        read_event("github", github(tmp_path, event))


def test_no_event_is_refused() -> None:
    for provider in ("github", "gitlab"):
        with pytest.raises(UsageError, match="Give --base and --head"):
            read_event(provider, {})


def test_a_merge_request_is_graded_at_its_head_and_not_at_the_merge() -> None:
    environment = {
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": BASE, "CI_COMMIT_SHA": HEAD,
        "GITLAB_USER_LOGIN": "kim",
    }  # fmt: skip
    assert provider_here(environment) == "gitlab"
    assert read_event("gitlab", environment) == PullRequest(BASE, HEAD, "kim")
    merged = environment | {"CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "c" * 40}
    assert read_event("gitlab", merged).head == "c" * 40


def test_elsewhere_git_is_asked() -> None:
    assert provider_here({}) == "none"
    assert read_event("none", {}) == PullRequest("origin/HEAD", "HEAD")
    assert read_event("none", {}, "main", "work") == PullRequest("main", "work")
