"""The workflow files: what they may never do. zizmor and the schemas look at the rest (.ci/run)."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from grader.cli.ci import ci, ci_comment

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, ROOT / "action.yml"]
OURS = r"\./(\.github/workflows/\w+\.yml)? # zizmor: ignore\[.+\] .+"
PINNED = re.compile(rf"uses: ([\w./-]+@[0-9a-f]{{40}} # v\d+\.\d+\.\d+|{OURS})")


def read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(path)
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    content = read(path)
    jobs = content["jobs"].values() if "jobs" in content else [content["runs"]]
    return [step for job in jobs if "uses" not in job for step in job["steps"]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_with_their_version(path: Path) -> None:
    lines = [line.strip() for line in path.read_text().splitlines() if "uses: " in line]
    lines = [line.lstrip("- ") for line in lines if not line.startswith("#")]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_text_of_an_event_becomes_part_of_a_script(path: Path) -> None:
    assert [step["name"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_has_only_the_rights_it_names_and_keeps_no_credentials(path: Path) -> None:
    content = read(path)
    assert content["permissions"] == {}
    assert "pull_request_target" not in content["on"]
    checkouts = [s for s in steps(path) if s.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_untrusted_run_reads_only_and_checks_out_the_base() -> None:
    content = read(ROOT / ".github/workflows/autograde.yml")
    assert list(content["on"]) == ["pull_request"]
    [job] = content["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    assert job["steps"][0]["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "secrets." not in (ROOT / ".github/workflows/autograde.yml").read_text()


def test_the_trusted_run_checks_out_the_default_branch_and_asks_for_the_number() -> None:
    path = ROOT / ".github/workflows/autograde-comment.yml"
    [job] = read(path)["jobs"].values()
    assert "ref" not in job["steps"][0]["with"]
    assert "HEAD_SHA" in next(step["run"] for step in job["steps"] if step.get("id") == "pull")
    assert "unzip" not in path.read_text()
    assert "download-artifact" not in path.read_text()


def test_the_action_uses_options_that_there_are() -> None:
    scripts = [step["run"] for step in steps(ROOT / "action.yml") if "run" in step]
    grading = [script for script in scripts if " grade ci" in script]
    assert len(grading) == 2
    for script, command in zip(grading, (ci, ci_comment), strict=True):
        used = set(re.findall(r"--[a-z-]+", script.partition(" grade ci")[2]))
        assert used <= {name for parameter in command.params for name in parameter.opts}
        assert "--unsafe" not in used


def test_no_run_installs_what_another_pull_request_could_have_written() -> None:
    installing = [step for step in steps(ROOT / "action.yml") if "setup-uv" in step.get("uses", "")]
    assert [step["with"]["enable-cache"] for step in installing] == [False]
    used = [step.get("uses", "") for path in FILES for step in steps(path)]
    assert not [name for name in used if name.startswith("actions/cache")]
    assert "cache" not in read(ROOT / "templates" / "gitlab-ci.yml")["autograde"]


def test_whoever_signs_or_publishes_runs_nothing_of_the_repository() -> None:
    path = ROOT / ".github/workflows/release.yml"
    jobs = read(path)["jobs"]
    able = [name for name, job in jobs.items() if {"write"} & set(job["permissions"].values())]
    assert able == ["attest", "publish", "announce"]
    for name in able:
        used = " ".join(step.get("uses", "") for step in jobs[name]["steps"])
        assert "actions/checkout@" not in used
        assert "actions/download-artifact@" in used
    assert "secrets." not in path.read_text()
    assert jobs["publish"]["environment"] == "pypi"


def test_nothing_is_signed_that_was_not_tested_and_built_twice() -> None:
    jobs = read(ROOT / ".github/workflows/release.yml")["jobs"]
    assert jobs["attest"]["needs"] == ["test", "reproduce"]
    assert (jobs["reproduce"]["needs"], jobs["publish"]["needs"]) == ("build", "attest")
    installing = [s for job in jobs.values() for s in job.get("steps", []) if "setup-uv" in str(s)]
    assert [step["with"]["enable-cache"] for step in installing] == [False] * 3
    assert jobs["test"]["uses"] == "./.github/workflows/ci.yml"


def test_gitlab_s_template_checks_out_nothing_of_the_head() -> None:
    job = read(ROOT / "templates" / "gitlab-ci.yml")["autograde"]
    assert job["variables"]["GIT_CHECKOUT"] == "false"
    assert "--course ../course" in " ".join(job["script"])
    made = {"grades/junit.xml", "grades/code-quality.json"}
    assert set(job["artifacts"]["reports"].values()) == made
