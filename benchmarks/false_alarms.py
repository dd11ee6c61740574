"""Grade correct code again and again under fresh seeds, to see whether it ever loses a point.

    uv run python benchmarks/false_alarms.py --count 10000
    uv run python benchmarks/false_alarms.py --count 500 exercise8

Solutions and alternatives of each exercise take turns. Every grading that is not full marks is
printed with its seed, so that `grade EXERCISE --submission FILE --seed SEED` shows it again.
"""

import argparse
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import suppress
from pathlib import Path

from grader.course import load_course
from grader.exercise import Exercise
from grader.machine import processors
from grader.pool import local_pool
from grader.proof.trials import Trials
from grader.records import Attempt
from grader.slots import Slot

ROOT = Path(__file__).parents[1]
AHEAD = 20


def sources(exercise: Exercise) -> list[Path]:
    """Return the model solution and every alternative."""
    alternatives = ROOT / "tests" / "alternatives" / exercise.name
    return [exercise.solution / exercise.files[0], *sorted(alternatives.glob("*.py"))]


def main() -> int:
    """Grade, and return 1 when correct code lost a point."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", help="exercises (default: all)")
    parser.add_argument("--count", type=int, default=10_000, help="gradings in all")
    options = parser.parse_args()
    course = load_course(ROOT)
    exercises = [e for e in course.exercises if not options.names or e.name in options.names]
    turns: Iterator[tuple[Exercise, Path]] = itertools.islice(
        itertools.cycle([pair for e in exercises for pair in ((e, path) for path in sources(e))]),
        options.count,
    )
    graded: Counter[str] = Counter()
    alarms = 0
    begun = time.monotonic()
    # Stopped with Ctrl-C, it says what was found by then.
    with suppress(KeyboardInterrupt), local_pool(processors()) as pool:
        trials = Trials(pool, Slot(isolation="auto", hidden=(ROOT,)))
        running: dict[Future[Attempt], Path] = {}
        while True:
            for exercise, path in itertools.islice(turns, AHEAD - len(running)):
                running[trials.grade(exercise, path.stem, path.read_bytes())] = path
            if not running:
                break
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                path, attempt = running.pop(done), done.result()
                graded[attempt.exercise] += 1
                if attempt.score != attempt.max_score:
                    alarms += 1
                    wrong = [c.id.partition("::")[2] for c in attempt.checks if c.message]
                    told = f"{path.relative_to(ROOT)} seed {attempt.seed}: {', '.join(wrong)}"
                    print(told, flush=True)
    for name, count in sorted(graded.items()):
        print(f"{name:12} {count:6} gradings")
    seconds = time.monotonic() - begun
    print(f"{alarms} false alarms in {graded.total()} gradings, {seconds:.0f} s")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main())
