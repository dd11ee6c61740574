"""A course that comes with the head is refused wherever it lies: its suites run in the judge."""

from pathlib import Path

import pytest

from tests import tiny
from tests.ci.project import RIGHT_DOUBLE, WRONG, Project, make_project

STUB = tiny.STUB


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path / "course")


def test_the_checked_out_head_is_not_taken_for_the_course(project: Project) -> None:
    head = project.propose({STUB: WRONG.encode(), tiny.SUITE: b"boom"})
    for checked_out in (head, merge(project, head)):
        project.made.git("checkout", "-q", "-f", checked_out)
        ran = project.grade(head)
        assert ran.code == 2
        [command] = ran.commands
        assert "comes with the commit that is to be graded" in command.data
    later = project.propose({STUB: RIGHT_DOUBLE.encode()}, parent=head)
    project.made.git("checkout", "-q", "-f", head)
    assert project.grade(later).code == 2  # an earlier commit of the same pull request
    project.made.git("checkout", "-q", "-f", merge(project, head))
    (project.root / ".git" / "shallow").write_text(
        f"{merge(project, head)}\n"
    )  # as a clone of depth 1
    assert project.grade(head).code == 2


@pytest.mark.parametrize("way", ["a clone", "a linked folder", "a submodule", "a worktree"])
def test_a_course_elsewhere_is_not_taken_from_the_head_either(project: Project, way: str) -> None:
    head = project.propose({STUB: WRONG.encode(), tiny.SUITE: b"boom"})
    course = project.root.parent / "other" / "course"
    course.parent.mkdir()
    project.made.git("update-ref", "refs/heads/work", head)
    if way == "a worktree":
        project.made.git("worktree", "add", "-q", "--detach", str(course), head)
    elif way == "a linked folder":
        project.made.git("checkout", "-q", "-f", head)
        course.symlink_to(project.root)
    else:
        project.made.git("clone", "-q", "--branch", "work", str(project.root), str(course))
    if way == "a submodule":
        (course / ".git").rename(course.parent / "git")
        (course / ".git").write_text("gitdir: ../git\n")
    ran = project.grade(head, "--course", str(course))
    assert ran.code == 2
    [command] = ran.commands
    said = "is one of several working trees" if way == "a worktree" else "comes with the commit"
    assert said in command.data


def merge(project: Project, head: str) -> str:
    tree = project.made.git("rev-parse", f"{head}^{{tree}}")
    return project.made.git("commit-tree", "-m", "merge", "-p", project.base, "-p", head, tree)
