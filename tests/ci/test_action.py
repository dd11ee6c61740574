"""The scripts of the action, run as the runner runs them, with a stand-in for uv."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.worker import sandbox
from tests import tiny
from tests.ci.project import ROOT, WRONG, make_project, pull_request
from tests.ci.runner import outputs
from tests.ci.test_workflows import steps

TOKEN = "token-5f0c2e"
UV = """#!/bin/sh
echo "$@" >> "$UV_LOG"
while [ "$1" != grade ]; do shift; done
shift
exec {python} -m grader "$@" {unsafe}
"""


class Runner:
    """A checked-out base whose origin has pull request 7, and the steps of the action."""

    def __init__(self, place: Path) -> None:
        self.project = make_project(place / "origin")
        self.head = self.project.propose({tiny.STUB: WRONG.encode()})
        self.project.made.git("update-ref", "refs/pull/7/head", self.head)
        self.project.made.git("clone", "-q", str(place / "origin"), str(place / "work"))
        self.place = place
        (place / "bin").mkdir()
        unsafe = "" if sandbox.find_bubblewrap() else "--unsafe"
        (place / "bin" / "uv").write_text(UV.format(python=sys.executable, unsafe=unsafe))
        (place / "bin" / "uv").chmod(0o755)

    def run(self, name: str, **environment: str) -> tuple[int, str]:
        """Run the script of a step; return its exit code and log."""
        [step] = [step for step in steps(ROOT / "action.yml") if step["name"].startswith(name)]
        given = dict.fromkeys(step["env"], "") | {
            "PATH": f"{self.place / 'bin'}:{os.environ['PATH']}", "HOME": str(self.place),
            "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "GITHUB_ACTIONS": "true",
            "GITHUB_SERVER_URL": "https://github.com", "PROJECT": str(ROOT),
            "GITHUB_OUTPUT": str(self.place / "output"),
            "GITHUB_STEP_SUMMARY": str(self.place / "summary.md"),
            "GITHUB_EVENT_PATH": str(self.place / "event.json"), "UV_LOG": str(self.place / "uv"),
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=self.place / "work", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            check=False, timeout=300, env=given | environment,
        )  # fmt: skip
        return done.returncode, done.stdout


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_it_fetches_the_head_and_keeps_no_token(runner: Runner) -> None:
    code, log = runner.run("Fetch", TOKEN=TOKEN, NUMBER="7")
    assert code == 0, log
    work = runner.place / "work"
    there = subprocess.run(
        ["git", "rev-parse", "refs/deepgrade/head"], cwd=work, capture_output=True, check=True
    )
    assert there.stdout.decode().strip() == runner.head
    assert (work / tiny.STUB).read_text() != WRONG  # nothing of it is checked out
    files = [path.read_bytes() for path in work.rglob("*") if path.is_file()]
    assert not [content for content in files if TOKEN.encode() in content]
    assert TOKEN not in log


def test_it_grades_and_comments_with_the_options_it_is_given(runner: Runner) -> None:
    (runner.place / "event.json").write_text(
        json.dumps(pull_request(runner.project.base, runner.head))
    )
    runner.run("Fetch", NUMBER="7")
    reports = runner.place / "with spaces"
    code, log = runner.run(
        "Grade", REPORTS=str(reports), FAIL_UNDER="10", EXTRAS="keras iris", COURSE_LANGUAGE="ko"
    )
    assert code == 0, log
    said = (runner.place / "uv").read_text()
    assert "--extra keras --extra iris grade ci" in said
    assert "--lang ko" in said
    read = outputs_of(runner.place / "output")
    assert read == {"score": "2", "max_score": "10", "passed": "true", "reports": str(reports)}
    shutil.copy(reports / "result.json", runner.place / "result.json")
    code, log = runner.run(
        "Write the comment", RESULT=str(runner.place / "result.json"),
        COMMENT=str(runner.place / "comment.md"), BASE=runner.project.base, HEAD=runner.head,
    )  # fmt: skip
    assert code == 0, log
    assert "2 of 10 points" in (runner.place / "comment.md").read_text()


def outputs_of(path: Path) -> dict[str, str]:
    """Return outputs, of which the action's own script writes one in the short form."""
    first, _newline, rest = path.read_text().partition("\n")
    name, _equals, value = first.partition("=")
    return {name: value} | outputs(rest)
