"""What is no student's fault is no score: nothing is graded, and the reason is an annotation."""

from pathlib import Path

import pytest

from tests import tiny
from tests.ci.project import WRONG, Project, make_project

STUB = tiny.STUB


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path / "course")


def test_a_commit_that_was_not_fetched_is_an_annotation(project: Project) -> None:
    ran = project.grade("1" * 40)
    assert ran.code == 2
    [command] = ran.commands
    assert (command.name, command.properties["title"]) == ("error", "Nothing was graded")
    assert "Fetch it first (git fetch)" in command.data


def test_a_suite_that_is_broken_is_nobodys_score(tmp_path: Path) -> None:
    project = make_project(tmp_path / "course", {tiny.SUITE: "import nothing_like_this\n"})
    ran = project.grade(project.propose({STUB: WRONG.encode()}))
    assert (ran.code, ran.outputs) == (3, {})
    [command] = ran.commands
    assert "could not be graded" in command.data


def test_a_name_that_is_no_student_s_is_nobody_s_score(project: Project) -> None:
    ran = project.grade(project.propose({STUB: WRONG.encode()}), "--student", "..")
    assert (ran.code, ran.outputs) == (2, {})


def test_a_clone_that_lacks_the_files_is_nobody_s_score(project: Project) -> None:
    head = project.propose({STUB: WRONG.encode()})
    [lost] = project.made.git("rev-parse", f"{head}:{STUB}").splitlines()
    (project.root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    ran = project.grade(head)
    assert (ran.code, ran.outputs) == (2, {})
    [command] = ran.commands
    assert f"{head[:12]}/{STUB}: {lost} missing. Try git fsck on it." in command.data
