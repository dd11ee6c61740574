"""Scoring: what lateness costs, which submission counts, what is decided by hand; and its laws."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.decisions import Adjustment, Kind
from grader.policy import Late, Scoring
from grader.scoring import Final, Submitted, days_late, final_scores, total

DEADLINE = datetime(2026, 12, 1, 23, 59, tzinfo=UTC)
MOST = {"a": 10.0, "b": 10.0}
RULES = Scoring(
    late=Late(grace_minutes=10, percent_per_day=10, most_percent=40, free_days=2),
    deadlines={"a": DEADLINE, "b": DEADLINE + timedelta(days=7)},
)


def earned(score: float, days: float = 0.0, exercise: str = "a") -> Submitted:
    return Submitted(score, 10.0, RULES.deadlines[exercise] + timedelta(days=days))


def decision(kind: Kind, value: float = 0.0, exercise: str = "a", reason: str = "") -> Adjustment:
    return Adjustment(student="kim", exercise=exercise, kind=kind, value=value, reason=reason)


def of(
    submissions: dict[str, list[Submitted]], *decided: Adjustment, rules: Scoring = RULES
) -> Final:
    return final_scores(submissions, MOST, rules, decided)[0]


@pytest.mark.parametrize(
    ("minutes", "days"),
    [(-5, 0), (0, 0), (10, 0), (10.1, 1), (24 * 60, 1), (24 * 60 + 1, 2), (48 * 60, 2)],
)
def test_a_day_that_has_begun_counts(minutes: float, days: int) -> None:
    assert days_late(DEADLINE + timedelta(minutes=minutes), DEADLINE, 10) == days


def test_free_days_go_first_and_the_rest_costs() -> None:
    first, second = final_scores({"a": [earned(10, 1)], "b": [earned(10, 3, "b")]}, MOST, RULES)
    assert (first.score, first.days_late, first.free_days, first.taken_percent) == (10, 1, 1, 0)
    assert (second.score, second.days_late, second.free_days, second.taken_percent) == (8, 3, 1, 20)


def test_free_days_are_kept_where_they_save_nothing() -> None:
    first, second = final_scores({"a": [earned(10, 30)], "b": [earned(10, 2, "b")]}, MOST, RULES)
    assert (first.score, first.free_days) == (6, 0)  # the most is taken all the same
    assert (second.score, second.free_days) == (10, 2)
    late = {"a": [earned(10, 2)], "b": [earned(10, 2, "b")]}
    for decided in (decision(Kind.SET, 7), decision(Kind.EXCUSE)):
        first, second = final_scores(late, MOST, RULES, [decided])
        assert (first.free_days, second.free_days, second.score) == (0, 2, 10)


def test_as_few_free_days_are_spent_as_reach_the_least_that_is_taken() -> None:
    rules = Scoring(
        late=Late(percent_per_day=30, most_percent=50, free_days=9), deadlines=RULES.deadlines
    )
    final = of({"a": [earned(10, 3)]}, rules=rules)
    assert (final.score, final.free_days) == (10, 3)


def test_lateness_takes_no_more_than_the_most() -> None:
    assert of({"a": [earned(10, 300)]}).score == 6


def test_the_zone_of_a_moment_makes_no_difference() -> None:
    seoul = datetime.fromisoformat("2026-12-02T08:59:00+09:00")  # the deadline itself
    assert of({"a": [Submitted(10, 10, seoul)]}).days_late == 0


def test_the_best_counts_after_lateness_or_the_latest() -> None:
    submissions = {"a": [earned(8), earned(9, 6), earned(3)]}
    assert of(submissions).counted == 0
    latest = Scoring(attempt="latest", late=RULES.late, deadlines=RULES.deadlines)
    assert (of(submissions, rules=latest).counted, of(submissions, rules=latest).score) == (2, 3)


def test_decisions_by_hand() -> None:
    on_time = {"a": [earned(5)]}
    assert of(on_time, decision(Kind.ADD, 2), decision(Kind.ADD, -0.5)).score == 6.5
    assert of(on_time, decision(Kind.ADD, -20)).score == 0
    assert of(on_time, decision(Kind.SET, 9), decision(Kind.SET, 7)).score == 7
    assert of(on_time, decision(Kind.SET, 9), decision(Kind.CLEAR)).score == 5
    assert of(on_time, decision(Kind.SET, 9), decision(Kind.ADD, 0.5)).score == 9.5
    assert of(on_time, decision(Kind.EXTEND, 10**8)).score == 5
    assert of(on_time, decision(Kind.COMMENT, reason="Well done")).comments == ("Well done",)
    late = {"a": [earned(10, 4)]}
    assert of(late).score == 8
    assert of(late, decision(Kind.EXTEND, 4)).score == 10
    more = decision(Kind.FREE_DAYS, 2, exercise="", reason="ill")
    assert (of(late, more).score, of(late, more).comments) == (10, ("ill",))
    assert of({}, decision(Kind.SET, 4)).score == 4


def test_excused_and_extra_credit_in_the_total() -> None:
    submissions = {"a": [earned(5)], "b": [earned(9, exercise="b")]}
    assert total(final_scores(submissions, MOST, RULES)) == (14, 20)
    excused = final_scores(submissions, MOST, RULES, [decision(Kind.EXCUSE)])
    assert total(excused) == (9, 10)
    extra = Scoring(extra_credit=("b",))
    assert total(final_scores(submissions, MOST, extra)) == (14, 10)


scores = st.floats(0, 10, allow_nan=False)
moments = st.one_of(st.none(), st.floats(-5, 60).map(lambda d: DEADLINE + timedelta(days=d)))
submitted = st.lists(st.builds(Submitted, scores, st.just(10.0), moments), max_size=5)
rules = st.builds(
    Scoring,
    attempt=st.sampled_from(["best", "latest"]),
    late=st.builds(
        Late,
        grace_minutes=st.floats(0, 100),
        percent_per_day=st.floats(0, 100),
        most_percent=st.floats(0, 100),
        free_days=st.integers(0, 10),
    ),
    deadlines=st.just(RULES.deadlines),
)


@given(submitted, submitted, rules)
def test_lateness_never_gives_and_never_takes_below_nothing(
    a: list[Submitted], b: list[Submitted], course: Scoring
) -> None:
    finals = final_scores({"a": a, "b": b}, MOST, course)
    for final, own in zip(finals, (a, b), strict=True):
        assert 0 <= final.score <= max((each.score for each in own), default=0) + 1e-9
        assert final.taken_percent <= course.late.most_percent
        assert 0 <= final.free_days <= final.days_late
        assert (final.counted is None) == (not own)
    assert sum(final.free_days for final in finals) <= course.late.free_days


@given(submitted, rules)
def test_the_best_is_no_worse_than_the_latest(own: list[Submitted], course: Scoring) -> None:
    best = Scoring(attempt="best", late=course.late, deadlines=course.deadlines)
    latest = Scoring(attempt="latest", late=course.late, deadlines=course.deadlines)
    assert of({"a": own}, rules=best).score >= of({"a": own}, rules=latest).score


@given(submitted, st.builds(Submitted, scores, st.just(10.0), moments), rules)
def test_another_submission_never_lowers_the_best(
    own: list[Submitted], another: Submitted, course: Scoring
) -> None:
    best = Scoring(attempt="best", late=course.late, deadlines=course.deadlines)
    assert of({"a": [*own, another]}, rules=best).score >= of({"a": own}, rules=best).score


@given(scores, st.floats(-5, 30), st.floats(0, 30), rules)
def test_later_is_never_better(score: float, day: float, more: float, course: Scoring) -> None:
    soon = of({"a": [earned(score, day)]}, rules=course)
    late = of({"a": [earned(score, day + more)]}, rules=course)
    assert late.score <= soon.score


@given(submitted, rules)
def test_without_a_known_time_nothing_is_late(own: list[Submitted], course: Scoring) -> None:
    unknown = [Submitted(each.score, each.max_score) for each in own]
    final = of({"a": unknown}, rules=course)
    assert (final.days_late, final.taken_percent) == (0, 0)
