"""The class as one page: how the scores lie, which checks are hard, which mistakes are common.

Attempts are counted one by one; of each student only a row of the list is kept.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from grader.course import Course
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Attempt, Outcome
from grader.report.html import rendered
from grader.scoring import Final

BINS = 10
MOST_LISTED = 10
NEEDS_HELP = 0.5  # of the points
_REFUSED = re.compile(r'[%<>:"|?*]|[. ]$')  # by Windows; the sign of an escape is escaped itself
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class CheckShare(NamedTuple):
    """A check, and how many of the class pass it."""

    name: str
    task: int
    title: str
    passed: int
    tried: int

    @property
    def percent(self) -> int:
        """The share that passes, in per cent."""
        return round(100 * self.passed / self.tried)


class Entry(NamedTuple):
    """One student's latest attempt, as a row of a list; `link` leads to the report."""

    student: str
    score: float
    duration_s: float
    link: str


class ExerciseClass:
    """What a class did in one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.entries: list[Entry] = []
        self.mistakes: Counter[str] = Counter()
        self.broken = 0
        self.excused = 0
        self._checks: dict[str, CheckShare] = {}

    def add(self, attempt: Attempt, score: float) -> None:
        """Count one attempt, which stands for `score`."""
        link = quote(report_name(attempt.student, attempt.exercise), errors="replace")
        self.entries.append(Entry(attempt.student, score, attempt.duration_s, link))
        named: set[str] = set()
        for check in attempt.checks:
            known = self._checks.get(check.id)
            title = known.title if known else check.title
            passed, tried = (known.passed, known.tried) if known else (0, 0)
            passed += check.outcome is Outcome.PASSED
            name = check.id.partition("::")[2]
            self._checks[check.id] = CheckShare(name, check.task, title, passed, tried + 1)
            self.broken += check.outcome is Outcome.BROKEN
            named |= {check.mistake} if check.mistake else set()
        self.mistakes.update(named)

    @property
    def mean(self) -> float:
        """The mean score."""
        return statistics.fmean(entry.score for entry in self.entries)

    @property
    def median(self) -> float:
        """The median score."""
        return statistics.median(entry.score for entry in self.entries)

    @property
    def histogram(self) -> list[tuple[str, int, int]]:
        """Return (share of the points, students, width in per cent of the largest) for each bin."""
        bins = [0] * BINS
        for entry in self.entries:
            share = entry.score / self.exercise.points
            bins[min(max(int(share * BINS + 1e-9), 0), BINS - 1)] += 1
        step, most = 100 // BINS, max(bins)
        return [
            (f"{index * step}–{(index + 1) * step} %", count, round(100 * count / most))
            for index, count in enumerate(bins)
        ]

    @property
    def hardest(self) -> list[CheckShare]:
        """The checks that somebody fails, hardest first."""
        failed = [check for check in self._checks.values() if check.passed < check.tried]
        return sorted(failed, key=lambda check: (check.passed / check.tried, check.name))

    @property
    def common_mistakes(self) -> list[tuple[str, int]]:
        """The mistakes named most often, and for how many students."""
        ranked = sorted(self.mistakes.items(), key=lambda item: (-item[1], item[0]))
        return ranked[:MOST_LISTED]

    @property
    def slowest(self) -> list[Entry]:
        """The submissions whose grading took longest."""
        ranked = sorted(self.entries, key=lambda entry: (-entry.duration_s, entry.student))
        return ranked[:3]

    @property
    def in_need(self) -> list[Entry]:
        """The students with less than half of the points, lowest first."""
        low = [e for e in self.entries if e.score < NEEDS_HELP * self.exercise.points]
        return sorted(low, key=lambda entry: (entry.score, entry.student))


def report_name(student: str, exercise: str) -> str:
    """Return where a student's report is, below the folder of the class's page."""
    return f"students/{_file_name(student)}/{exercise}.html"


def _file_name(name: str) -> str:
    """Return a name for a folder that every system takes; what one would refuse is as in a URL."""
    safe = _REFUSED.sub(lambda found: f"%{ord(found[0]):02X}", name)
    if _RESERVED.fullmatch(safe):
        safe = f"%{ord(safe[0]):02X}{safe[1:]}"
    return safe


def count_class(
    course: Course, attempts: Iterable[Attempt], finals: Mapping[tuple[str, str], Final]
) -> list[ExerciseClass]:
    """Count attempts by exercise, in the order of the course; empty exercises are left out.

    `finals` are by student and exercise; where there is none, the attempt's own score counts.
    """
    found = {exercise.name: ExerciseClass(exercise) for exercise in course.exercises}
    for attempt in attempts:
        if attempt.exercise in found:  # one that was taken out of the course is history
            final = finals.get((attempt.student, attempt.exercise))
            if final is not None and final.is_excused:
                found[attempt.exercise].excused += 1
            else:
                score = attempt.score if final is None else final.score
                found[attempt.exercise].add(attempt, score)
    return [each for each in found.values() if each.entries]


def render_class(course: Course, classes: Sequence[ExerciseClass]) -> str:
    """Return the page, in the language of this run."""
    students = {entry.student for each in classes for entry in each.entries}
    return rendered(
        "class.html",
        title=str(course.title),
        heading_text=_("The class"),
        classes=classes,
        students=len(students),
        most=MOST_LISTED,
    )
