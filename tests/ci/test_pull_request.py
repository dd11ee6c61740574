"""A pull request from its commit to the annotations, on a real repository, by the real command."""

from pathlib import Path

import msgspec
import pytest

from grader.authoring.release import release
from grader.course import load_course
from grader.gradebook import Gradebook
from grader.records import Attempt
from grader.worker import sandbox
from tests import tiny
from tests.ci.project import (
    OTHER,
    OTHER_STUB,
    RIGHT_DOUBLE,
    WRONG,
    Project,
    commit_all,
    make_project,
)
from tests.repository import Made

STUB = tiny.STUB


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path / "course")


def test_each_annotation_stands_beside_the_line_it_is_about(project: Project) -> None:
    ran = project.grade(project.propose({STUB: WRONG.encode()}))
    assert ran.annotations() == [
        ("error", STUB, 6, "Task 1: Twice"),  # where the code stopped
        ("error", STUB, 9, "Task 2: Average"),  # where it is defined
    ]
    said = [command.data for command in ran.commands]
    assert said[0].startswith("Your code raised IndexError.")
    assert "You did not divide the sum by the count." in said[1]
    assert ran.outputs == {"score": "2", "max_score": "10", "passed": "false"}
    assert ran.code == 1


def test_fixing_one_function_turns_exactly_its_annotations_off(project: Project) -> None:
    first = project.propose({STUB: WRONG.encode()})
    before = project.grade(first).annotations()
    second = project.propose({STUB: RIGHT_DOUBLE.encode()}, parent=first)
    after = project.grade(second).annotations()
    assert [each for each in before if each not in after] == [("error", STUB, 6, "Task 1: Twice")]
    assert set(after) < set(before)


def test_an_exercise_that_a_push_left_alone_is_not_graded_again(
    project: Project, tmp_path: Path
) -> None:
    book = ("--gradebook", str(tmp_path / "kept.db"))
    first = project.propose({STUB: WRONG.encode(), OTHER_STUB: WRONG.encode()})
    second = project.propose({STUB: RIGHT_DOUBLE.encode()}, parent=first)
    before, after = (project.grade(head, *book) for head in (first, second))
    assert "unchanged" not in before.log
    assert f"{OTHER}: 2 / 10 (unchanged since it was graded)\n" in after.log
    assert f"{tiny.NAME}: 6 / 10\n" in after.log
    with Gradebook(tmp_path / "kept.db") as kept:
        counts = {name: len(kept.history("kim", name)) for name in (tiny.NAME, OTHER)}
    assert counts == {tiny.NAME: 2, OTHER: 1}

    def of_other(ran: list[tuple[str, str, int, str]]) -> list[tuple[str, str, int, str]]:
        return [each for each in ran if each[1] == OTHER_STUB]

    assert of_other(before.annotations()) == of_other(after.annotations()) != []


def test_only_what_is_handed_in_is_graded(project: Project) -> None:
    other = {"README.md": b"hi", f"exercises/{tiny.NAME}/README.md": b"hi", tiny.VISIBLE: b""}
    nothing = project.grade(project.propose(other))
    assert (nothing.code, nothing.commands) == (0, [])
    assert nothing.outputs == {"score": "0", "max_score": "0", "passed": "true"}
    assert "Nothing to grade" in nothing.summary
    one = project.grade(project.propose({OTHER_STUB: tiny.SOLUTION_SOURCE.encode()}))
    assert (one.code, one.commands) == (0, [])
    assert [line["name"] for line in one.result()["exercises"]] == [OTHER]


def test_what_the_base_changed_meanwhile_is_nobodys_submission(project: Project) -> None:
    head = project.propose({OTHER_STUB: tiny.SOLUTION_SOURCE.encode()})
    stub = project.root / STUB
    stub.write_text(stub.read_text() + "# clearer\n")
    project.made.git("commit", "-qam", "clearer")
    project.base = project.made.git("rev-parse", "HEAD")
    ran = project.grade(head)
    assert [line["name"] for line in ran.result()["exercises"]] == [OTHER]


def test_the_policy_decides_the_exit_code(project: Project) -> None:
    head = project.propose({STUB: RIGHT_DOUBLE.encode()})  # 6 of 10
    codes = {limit: project.grade(head, "--fail-under", limit).code for limit in ("60", "60.5")}
    assert codes == {"60": 0, "60.5": 1}


def test_reports_and_data_are_left_for_artifacts(project: Project) -> None:
    ran = project.grade(project.propose({STUB: WRONG.encode()}))
    assert {path.name for path in ran.reports.iterdir()} == {
        "result.json", "summary.md", "junit.xml", "code-quality.json",
        f"{tiny.NAME}.json", f"{tiny.NAME}.html",
    }  # fmt: skip
    attempt = msgspec.json.decode((ran.reports / f"{tiny.NAME}.json").read_bytes(), type=Attempt)
    assert (attempt.student, attempt.score) == ("kim", 2)
    quality = msgspec.json.decode((ran.reports / "code-quality.json").read_bytes())
    places = {(each["location"]["path"], each["location"]["lines"]["begin"]) for each in quality}
    assert places == {(STUB, 6), (STUB, 9)}
    assert f'file="{STUB}" line="9"' in (ran.reports / "junit.xml").read_text()


def test_work_beside_the_file_to_hand_in_is_an_annotation(project: Project) -> None:
    path = f"exercises/{tiny.NAME}/{tiny.MODULE}.ipynb"
    ran = project.grade(project.propose({path: b"{}"}))
    [said] = [each.data for each in ran.commands if each.properties["title"].endswith(": Sums")]
    assert f"the notebook beside it was not read: {tiny.MODULE}.ipynb" in said


def test_nothing_is_left_of_an_earlier_run(project: Project) -> None:
    ran = project.grade(project.propose({STUB: WRONG.encode()}))
    (ran.reports / "mine.txt").write_text("kept")
    assert project.grade("1" * 40).code == 2
    assert [path.name for path in ran.reports.iterdir()] == ["mine.txt"]
    (ran.reports / "junit.xml").mkdir()
    ran = project.grade("1" * 40)
    assert (ran.code, "Name another place with --output." in ran.log) == (2, True)


def test_a_notebook_is_named_as_it_is_called(project: Project) -> None:
    cells = [{"cell_type": "code", "source": WRONG, "metadata": {}, "outputs": []}]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    path = f"exercises/{tiny.NAME}/my work.ipynb"
    ran = project.grade(project.propose({STUB: None, path: msgspec.json.encode(notebook)}))
    assert {(file, line) for _level, file, line, _title in ran.annotations()} == {(path, 1)}
    assert ran.outputs["score"] == "2"


def test_the_course_may_be_a_repository_of_its_own(tmp_path: Path) -> None:
    course = tiny.write(tmp_path / "course").root
    students = Made(tmp_path / "students")
    students.git("update-ref", "HEAD", students.commit("", {"README.md": b""}))
    project = Project(students.path, students)
    head = project.propose({STUB: tiny.SOLUTION_SOURCE.encode()})
    ran = project.grade(head, "--course", str(course))
    assert (ran.code, ran.outputs["score"]) == (0, "10")


def test_the_course_may_be_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    tiny.write(whole / "winter")
    project = Project(whole / "winter", commit_all(whole))
    ran = project.grade(project.propose({f"winter/{STUB}": WRONG.encode()}))
    assert {file for _level, file, _line, _title in ran.annotations()} == {f"winter/{STUB}"}


def test_elsewhere_it_tells_a_person(project: Project) -> None:
    project.made.git("branch", "work", project.propose({STUB: WRONG.encode()}))
    words = ("ci", "--provider", "none", "--base", "HEAD", "--head", "work", "--unsafe")
    code, log = project.run(*words, "--output", str(project.root.parent / "grades"))
    assert code == 1
    assert log.splitlines()[0].startswith(f"{STUB}:6: error: Task 1: Twice | Your code raised")
    assert log.splitlines()[-1] == "2 of 10 points"
    assert "::" not in log


def test_gitlab_gets_lines_to_read_and_files_to_show(project: Project, tmp_path: Path) -> None:
    head = project.propose({STUB: WRONG.encode()})
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    code, log = project.run(
        "ci", "--output", str(tmp_path / "grades"), *unsafe,
        GITLAB_CI="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=project.base, CI_COMMIT_SHA="1" * 40,
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=head, GITLAB_USER_LOGIN="kim",
    )  # fmt: skip
    assert code == 1
    assert f"{STUB}:9: error: Task 2: Average | ✗ average is the sum over the count.\n" in log
    assert "::" not in log
    quality = msgspec.json.decode((tmp_path / "grades" / "code-quality.json").read_bytes())
    assert {each["location"]["path"] for each in quality} == {STUB}
    assert (tmp_path / "grades" / "junit.xml").stat().st_size > 0


def test_a_push_compares_with_what_was_there_before(project: Project) -> None:
    first = project.propose({STUB: WRONG.encode(), OTHER_STUB: WRONG.encode()})
    second = project.propose({STUB: RIGHT_DOUBLE.encode()}, parent=first)
    push = {"before": first, "after": second, "sender": {"login": "kim"}}
    ran = project.grade(second, event=push)
    assert [line["name"] for line in ran.result()["exercises"]] == [tiny.NAME]
    new = {"before": "0" * 40, "after": second, "sender": {"login": "kim"}}
    ran = project.grade(second, event=new)
    assert [line["name"] for line in ran.result()["exercises"]] == [tiny.NAME, OTHER]


def test_a_pull_request_to_the_students_kit_is_graded_by_its_visible_checks(
    tmp_path: Path,
) -> None:
    course = load_course(tiny.write(tmp_path / "course").root)
    release(course, course.exercises, tmp_path / "kit")
    project = Project(tmp_path / "kit", commit_all(tmp_path / "kit"))
    head = project.propose({STUB: WRONG.encode()})
    ran = project.grade(head)
    assert ran.outputs == {"score": "0", "max_score": "1", "passed": "false"}
    assert ran.annotations() == [("error", STUB, 6, "Task 1: Twice")]
    comment = tmp_path / "comment.md"
    words = ("--base", project.base, "--head", head, "--output", str(comment))
    assert project.run("ci-comment", str(ran.reports / "result.json"), *words) == (0, "")
    assert "0 of 1 points" in comment.read_text()
    gone = project.propose({STUB: None})
    words = ("--base", project.base, "--head", gone, "--output", str(comment))
    result = str(project.grade(gone).reports / "result.json")
    assert project.run("ci-comment", result, *words) == (0, "")
    assert "not graded" in comment.read_text()


def test_the_grade_comes_from_the_same_commits_without_the_service(
    project: Project, tmp_path: Path
) -> None:
    project.made.git("update-ref", "refs/pull/12/head", project.propose({STUB: WRONG.encode()}))
    (tmp_path / "roster.csv").write_text("student,pull\nkim,12\n")
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    words = (str(project.root), "--git", "refs/pull/*/head", "--exercise", tiny.NAME, *unsafe)
    code, log = project.run("batch", *words, "--roster", str(tmp_path / "roster.csv"))
    assert code == 0, log
    assert "kim\texercise3\t2\t10\n" in log
