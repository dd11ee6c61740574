"""JUnit XML: well-formed whatever a submission says, and read the same by another parser."""

from pathlib import Path
from xml.etree import ElementTree as ET

import junitparser
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.junit import write_junit
from grader.export.place import Place
from grader.records import Attempt, Outcome
from tests import attempts
from tests.exports import any_attempt, assert_golden


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Attempt:
    course = attempts.write_course(tmp_path_factory.mktemp("course"))
    return attempts.failing(course.exercise("3"))


def cases(xml: bytes) -> list[ET.Element]:
    return list(ET.fromstring(xml).iter("testcase"))


def test_a_known_attempt_is_written_as_reviewed(failing: Attempt) -> None:
    assert_golden("junit/failing.xml", write_junit([failing]))


def test_another_parser_counts_the_same(failing: Attempt, tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_bytes(write_junit([failing]))
    (suite,) = junitparser.JUnitXml.fromfile(str(path))
    assert isinstance(suite, junitparser.TestSuite)
    assert (suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) == (
        "exercise3", 11, 3, 1, 2,
    )  # fmt: skip
    results = [type(result).__name__ for case in suite for result in case.result]
    assert results == ["Failure", "Failure", "Failure", "Skipped", "Skipped", "Error"]


def test_a_failure_says_what_the_report_says(failing: Attempt) -> None:
    failure = next(case.find("failure") for case in cases(write_junit([failing])) if len(case))
    assert failure is not None
    assert failure.get("message") == failing.checks[4].message
    text = failure.text or ""
    assert "Expected: [6.0, 8.0]\nGot: [6.0001, 8.0001]" in text
    assert "This looks like: forward difference" in text


def test_a_case_points_to_the_file_handed_in(failing: Attempt) -> None:
    assert {case.get("file") for case in cases(write_junit([failing]))} == {
        "exercises/exercise3/gradients.py"
    }
    placed = write_junit([failing], place=lambda _attempt, check: Place("a.py", check.task))
    assert {(case.get("file"), case.get("line")) for case in cases(placed)} == {
        ("a.py", "1"), ("a.py", "2"), ("a.py", "3"),
    }  # fmt: skip


def test_the_file_names_no_machine_and_no_moment(failing: Attempt) -> None:
    suite = ET.fromstring(write_junit([failing]))[0]
    assert not {"hostname", "timestamp"} & set(suite.attrib)


@given(st.lists(any_attempt(), max_size=2))
def test_any_text_gives_a_well_formed_file_with_unique_names(those: list[Attempt]) -> None:
    xml = write_junit(those)
    found = cases(xml)
    assert len(found) == sum(len(attempt.checks) for attempt in those)
    assert len({(case.get("classname"), case.get("name")) for case in found}) == len(found)
    assert "[[attachment|" not in xml.decode().lower()
    root = ET.fromstring(xml)
    assert int(root.get("failures", "")) == sum(
        check.outcome in (Outcome.FAILED, Outcome.TIMED_OUT)
        for attempt in those
        for check in attempt.checks
    )


def test_two_students_of_one_exercise_are_told_apart(failing: Attempt) -> None:
    other = msgspec.structs.replace(failing, student="grace")
    root = ET.fromstring(write_junit([failing, other, other]))
    assert [suite.get("name") for suite in root] == [
        "exercise3 · ada", "exercise3 · grace", "exercise3 · grace (2)",
    ]  # fmt: skip


def test_a_flood_of_output_is_cut(tmp_path: Path) -> None:
    course = attempts.write_course(tmp_path)
    large = attempts.large(course.exercise("3"))
    flooded = tuple(
        msgspec.structs.replace(check, output="x\n" * 1_000_000) for check in large.checks
    )
    assert len(write_junit([msgspec.structs.replace(large, checks=flooded)])) < 1_000_000
