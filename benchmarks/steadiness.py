"""Grade every mistake again under fresh seeds, to see whether it is always told by its own name.

    uv run python benchmarks/steadiness.py --seeds 5
    uv run python benchmarks/steadiness.py --seeds 20 exercise9

A mistake that is told only by luck passes `grade verify` most of the time. Each problem is printed
with its seed, so that it can be graded again as it was.
"""

import argparse
import sys
import time
from concurrent.futures import Future
from pathlib import Path

from grader.course import load_course
from grader.machine import processors
from grader.pool import local_pool
from grader.proof.trials import Trials
from grader.proof.verify import mistake_line
from grader.records import Attempt
from grader.slots import Slot
from grader.suite.mistakes import KnownMistake, load_mistakes

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Grade, and return 1 when a mistake was not seen for what it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", help="exercises (default: all)")
    parser.add_argument("--seeds", type=int, default=5, help="gradings of each mistake")
    options = parser.parse_args()
    course = load_course(ROOT)
    exercises = [e for e in course.exercises if not options.names or e.name in options.names]
    found = 0
    with local_pool(processors()) as pool:
        trials = Trials(pool, Slot(isolation="auto", hidden=(ROOT,)))
        for exercise in exercises:
            begun = time.monotonic()
            running: list[tuple[KnownMistake, Future[Attempt]]] = [
                (known, trials.grade(exercise, known.name, known.source))
                for known in load_mistakes(exercise)
                for _seed in range(options.seeds)
            ]
            for known, graded in running:
                attempt = graded.result()
                for problem in mistake_line(exercise, known, attempt).problems:
                    found += 1
                    print(f"{exercise.name} {known.name} seed {attempt.seed}: {problem}")
            seconds = time.monotonic() - begun
            print(f"{exercise.name:12} {len(running):6} gradings, {seconds:.0f} s", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
