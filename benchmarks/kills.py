"""Kill a batch's coordinator at random moments: the gradebook must end as if nothing happened.

    uv run python -m benchmarks.kills --count 200 --kills 50

Prints one line for each kill: after how long, how many attempts were recorded by then, and
whether the resumed run ended with the gradebook of an undisturbed one.
"""

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import light
from grader.gradebook import Gradebook

Found = dict[str, tuple[float, int, int]]


def start(course: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """Begin a batch."""
    return subprocess.Popen(
        [sys.executable, "-m", "grader", "batch", str(folder)],
        cwd=course, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def found(course: Path) -> Found:
    """Return each student's score, seed and number of attempts."""
    with Gradebook(course / "gradebook.db") as book:
        return {
            attempt.student: (
                attempt.score,
                attempt.seed,
                len(book.past(attempt.student, attempt.exercise)),
            )
            for attempt in book.latest()
        }


def main() -> int:
    """Kill as often as asked, and return 1 when a gradebook differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=200, help="submissions")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)  # noqa: S311 - moments, not secrets
    differing = 0
    with tempfile.TemporaryDirectory() as place:
        course, folder = Path(place) / "course", Path(place) / "class"
        book, fresh = course / "gradebook.db", Path(place) / "fresh.db"
        light.write_course(course)
        light.write_class(folder, options.count)
        with Gradebook(book):
            pass
        shutil.copy(book, fresh)  # with the secret that all runs share
        begun = time.monotonic()
        assert start(course, folder).wait() == 0
        whole = time.monotonic() - begun
        undisturbed = found(course)
        for number in range(1, options.kills + 1):
            for path in (book, *course.glob("gradebook.db-*")):
                path.unlink(missing_ok=True)
            shutil.copy(fresh, book)
            after = draw.uniform(0, whole)
            started = start(course, folder)
            time.sleep(after)
            started.send_signal(signal.SIGKILL)
            started.wait()
            recorded = len(found(course))
            assert start(course, folder).wait() == 0
            same = found(course) == undisturbed
            differing += not same
            verdict = "same" if same else "DIFFERENT"
            print(
                f"{number:3} killed after {after:5.1f} s with {recorded:4} recorded: {verdict}",
                flush=True,
            )
    print(f"{differing} of {options.kills} gradebooks differ ({options.count} submissions)")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
