"""Hostile and honest submissions in one run: the honest ones get what they get alone."""

import itertools
import random

from grader.records import Outcome
from tests.attacks.arena import COURSE, Arena, Hostile, corpus

MANY = 200
SOLUTION = (COURSE / "solutions" / "small" / "small.py").read_text()
WRONG = {
    "double": "def double(x):\n    return 3 * x\n",
    "softmax": "def softmax(x):\n    return x\n",
    "train": "def train(f, steps):\n    return [f(1.0)]\n",
}
# What spends its limits is graded once; the others often.
SLOW = ("A32d", "A35", "A38", "A39", "A40", "B04", "B08", "B09", "B12", "B15", "B17")

Outcomes = list[tuple[str, Outcome, float]]


def outcomes(arena: Arena, source: str) -> Outcomes:
    """Grade one module and return what is said about each check."""
    attempt = arena.grade_source(source).attempt
    return [(check.id, check.outcome, check.points) for check in attempt.checks]


def test_200_honest_among_200_hostile_submissions_get_what_they_get_alone(
    sandbox_arena: Arena,
) -> None:
    honest = [
        "\n\n".join([SOLUTION, *(WRONG[name] for name in names)])
        for count in range(len(WRONG) + 1)
        for names in itertools.combinations(WRONG, count)
    ]
    alone = {source: outcomes(sandbox_arena, source) for source in honest}
    assert len({str(each) for each in alone.values()}) == len(honest)

    every = corpus()
    quick = [each for each in every if not each.name.startswith(SLOW)]
    hostile = [*every, *(quick[number % len(quick)] for number in range(MANY - len(every)))]
    run: list[Hostile | str] = [*hostile, *(honest[number % len(honest)] for number in range(MANY))]
    random.Random(5).shuffle(run)
    graded = 0
    for each in run:
        if isinstance(each, str):
            assert outcomes(sandbox_arena, each) == alone[each]
            graded += 1
        else:
            sandbox_arena.grade(sandbox_arena.submission(each.source, each.files))
    assert (graded, len(run)) == (MANY, 2 * MANY)
    assert sandbox_arena.is_quiet()
