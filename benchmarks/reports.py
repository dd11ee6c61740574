"""How fast the reports of a class are written, and how large a page is.

    uv run python -m benchmarks.reports --count 1000

The attempts are those of a class that handed in exercise 3 at different stages: done, begun, not
begun. Grading is no part of this; reading the gradebook is.
"""

import tempfile
import time
from pathlib import Path

import msgspec

from benchmarks import table
from grader.class_reports import ClassReports
from grader.gradebook import Gradebook
from grader.records import Attempt
from tests import attempts

STAGES = (attempts.passing, attempts.failing, attempts.failing, attempts.stub)


def main() -> None:
    """Write the reports of a class and its page, and print what they took."""
    parser = table.parser(__doc__)
    parser.add_argument("--count", type=int, default=1000, help="students (default: 1000)")
    options = parser.parse_args()
    count: int = options.count
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course = attempts.write_course(folder)
        exercise = course.exercise("exercise3")
        handed_in = [of_student(STAGES[n % len(STAGES)](exercise), n) for n in range(count)]
        with Gradebook(folder / "book.db") as book:
            for attempt in handed_in:
                book.record(attempt, key=attempt.student, origin="")
            reports = ClassReports(course, book, folder / "reports")
            wall, cpu = time.perf_counter(), time.process_time()
            class_size = reports.complete().stat().st_size
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            sizes = [path.stat().st_size for path in folder.rglob("exercise3.html")]
    row = (
        f"{count:,}", f"{wall:.2f}", f"{1e3 * wall / count:.2f}", f"{1e3 * cpu / count:.2f}",
        f"{max(sizes) / 1000:.0f}", f"{class_size / 1000:.0f}",
    )  # fmt: skip
    print(f"{table.machine()}.\n")
    table.show(
        ("reports", "s, with the class page", "ms each", "CPU ms each", "largest, kB",
         "class page, kB"),
        [row], markdown=options.markdown,
    )  # fmt: skip


def of_student(attempt: Attempt, number: int) -> Attempt:
    """Return the attempt as that of another student."""
    return msgspec.structs.replace(attempt, student=f"student{number:05}")


if __name__ == "__main__":
    main()
