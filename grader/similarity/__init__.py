"""Which submissions of a class share code that the exercise did not give.

    submissions ─► confined worker: fingerprints ─► pairs here ─► report/similarity_page

It finds copies with other names, comments, layout and order. Alike is not copied: a short exercise
has few right solutions.
"""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.intake.class_folder import HandedIn
from grader.report.similarity_page import MOST_LISTED, Comparison
from grader.similarity.pairs import alike, own_code, shown
from grader.similarity.reading import BOUNDS, LENGTH, Prints, open_reader
from grader.worker.messages import Bounds

__all__ = ["LEAST_OWN", "compare"]

LEAST_OWN = 4 * LENGTH  # characters of own code, without which a share says nothing


def compare(
    exercise: Exercise,
    handed_in: Sequence[HandedIn],
    threshold: float,
    *,
    jobs: int,
    common: int | None = None,
    bounds: Bounds = BOUNDS,
) -> Comparison:
    """Compare all submissions of one exercise with each other.

    Parameters
    ----------
    exercise, handed_in
        The exercise, and where the submissions for it are.
    threshold
        The share of a submission's own code, in per cent, from which a pair is listed.
    jobs
        Submissions read at once.
    common
        Code that more submissions than this have is not counted; None counts all.
    bounds
        What reading one submission may use.

    Raises
    ------
    GraderError
        When copydetect, which is an extra, is not installed.
    """
    everyone, failed = _read(exercise, handed_in, jobs, bounds)
    if common is not None:
        everyone = _without_common(everyone, common)
    large = [prints for prints in everyone if own_code(prints) >= LEAST_OWN]
    small = [prints.student for prints in everyone if own_code(prints) < LEAST_OWN]
    found = alike(large, threshold / 100)
    return Comparison(
        exercise=exercise,
        pairs=tuple(shown(each, large) for each in found[:MOST_LISTED]),
        found=len(found),
        compared=len(large),
        small=tuple(small),
        failed=tuple(failed),
        threshold=threshold,
    )


def _read(
    exercise: Exercise, handed_in: Sequence[HandedIn], jobs: int, bounds: Bounds
) -> tuple[list[Prints], list[tuple[str, str]]]:
    """Return the fingerprints of all, and of whom there are none and why, in the same order."""

    def read(entry: HandedIn) -> Prints | tuple[str, str]:
        try:
            return reader.read(read_submission(entry.path, exercise, entry.student))
        except SubmissionError as error:
            return entry.student, str(error)

    with open_reader(exercise, bounds) as reader, ThreadPoolExecutor(jobs) as pool:
        results = list(pool.map(read, handed_in))
    everyone = [each for each in results if isinstance(each, Prints)]
    return everyone, [each for each in results if not isinstance(each, Prints)]


def _without_common(everyone: Sequence[Prints], most: int) -> list[Prints]:
    """Leave out the fingerprints that more than `most` submissions have."""
    count = Counter(value for prints in everyone for value in set(prints.hashes.tolist()))
    kept = []
    for prints in everyone:
        rare = np.array([count[value] <= most for value in prints.hashes.tolist()], bool)
        kept.append(prints._replace(hashes=prints.hashes[rare], starts=prints.starts[rare]))
    return kept
