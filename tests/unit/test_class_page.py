"""The page of a class: it counts right, links to every report, and runs nothing."""

from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from grader.course import Course
from grader.records import Attempt
from grader.report.class_page import count_class, render_class
from grader.scoring import Final
from tests import attempts


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return attempts.write_course(tmp_path)


def of(attempt: Attempt, student: str, score: float, seconds: float = 1.0) -> Attempt:
    return msgspec.structs.replace(attempt, student=student, score=score, duration_s=seconds)


def of_score(exercise: str, score: float, *, is_excused: bool = False) -> Final:
    return Final(exercise=exercise, score=score, max_score=20, counted=0, is_excused=is_excused)


def test_who_is_excused_is_not_counted(course: Course) -> None:
    exercise = course.exercises[0]
    right, wrong = attempts.passing(exercise), attempts.failing(exercise)
    finals = {("bob", exercise.name): of_score(exercise.name, 2.0, is_excused=True)}
    [each] = count_class(course, [of(right, "ann", 20.0), of(wrong, "bob", 2.0)], finals)
    assert ([entry.student for entry in each.entries], each.excused) == (["ann"], 1)
    assert "1 student is excused and not counted here." in render_class(course, [each])


def test_scores_checks_and_mistakes_are_counted(course: Course) -> None:
    exercise = course.exercises[0]
    right, wrong = attempts.passing(exercise), attempts.failing(exercise)
    found = count_class(
        course,
        [of(right, "ann", exercise.points), of(right, "bob", exercise.points, 9.0),
         of(wrong, "cho", 0.9 * exercise.points), of(wrong, "dan", 0.1 * exercise.points)],
        {("cho", exercise.name): of_score(exercise.name, 0.3 * exercise.points)},
    )  # fmt: skip
    [each] = found
    assert each.mean == pytest.approx(0.6 * exercise.points)
    assert [count for _share, count, _width in each.histogram] == [0, 1, 0, 1, 0, 0, 0, 0, 0, 2]
    assert [entry.student for entry in each.in_need] == ["dan", "cho"]
    assert each.slowest[0].student == "bob"
    failed = [check for check in wrong.checks if not check.points]
    assert {check.percent for check in each.hardest} == {50}
    assert len(each.hardest) == len(failed)
    named = {check.mistake for check in wrong.checks if check.mistake}
    assert dict(each.common_mistakes) == dict.fromkeys(named, 2)


def test_the_page_is_well_formed_and_loads_nothing(course: Course) -> None:
    exercise = course.exercises[0]
    hostile = of(attempts.hostile(exercise), 'x"><script>alert(1)</script>&', 1.0)
    page = render_class(course, count_class(course, [hostile, attempts.broken(exercise)], {}))
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            for name, value in attributes:
                assert name not in ("src", "style", "onclick")
                if name == "href":
                    assert value is not None
                    assert value.startswith("#") or value.endswith("/exercise3.html")

    Reader().feed(page)
    assert "script" not in tags
    assert "default-src 'none'" in page


def test_a_class_without_attempts_says_so(course: Course) -> None:
    assert "Nothing has been graded yet." in render_class(course, count_class(course, [], {}))
