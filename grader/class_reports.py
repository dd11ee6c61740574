"""The pages of a class: one report for each student and exercise, and one page about them all."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from grader import language
from grader.batch import Batch, Graded, Unchanged
from grader.course import Course
from grader.finals import Finals
from grader.gradebook import Gradebook
from grader.intake.class_folder import ClassFolder
from grader.records import Attempt, Drawn
from grader.report.class_page import count_class, render_class, report_name
from grader.report.html import render_attempt
from grader.report.roll import Roll
from grader.report.whole import write_whole
from grader.scoring import Final

CLASS_PAGE = "index.html"
_OPTION = "--reports"
_HEAD = 2000  # bytes of a page in which its stamp is


class ClassReports:
    """The reports of a class in one folder, each written whole or not at all."""

    def __init__(self, course: Course, gradebook: Gradebook, folder: Path) -> None:
        self.folder = folder
        self._course = course
        self._gradebook = gradebook
        self._exercises = {exercise.name: exercise for exercise in course.exercises}
        self._scores = Finals(course, gradebook)

    def write(self, attempt: Attempt, key: str, figures: Sequence[Drawn] = ()) -> None:
        """Write the report on the latest attempt of a student, recorded under `key`."""
        path = self.folder / report_name(attempt.student, attempt.exercise)
        history = self._scores.history(attempt)
        page = render_attempt(
            attempt, self._exercises[attempt.exercise], history, figures,
            stamp=_stamp(key, history.final),
        )  # fmt: skip
        write_whole(path, page.encode(), _OPTION)

    def complete(self) -> Path:
        """Write the pages that are missing or tell what is true no longer, and the class's."""
        finals = self._finals()
        for standing in self._gradebook.standings():
            if standing.exercise not in self._exercises:
                continue  # it was taken out of the course
            path = self.folder / report_name(standing.student, standing.exercise)
            stamp = _stamp(standing.key, finals.get((standing.student, standing.exercise)))
            if not _is_made_from(path, stamp):
                history = self._gradebook.history(standing.student, standing.exercise)
                self.write(history[-1], standing.key)
        return self._write_class(finals)

    def write_class(self) -> Path:
        """Write the page about the class, and return where it is."""
        return self._write_class(self._finals())

    def _write_class(self, finals: Mapping[tuple[str, str], Final]) -> Path:
        path = self.folder / CLASS_PAGE
        classes = count_class(self._course, self._gradebook.latest(), finals)
        write_whole(path, render_class(self._course, classes).encode(), _OPTION)
        return path

    def _finals(self) -> dict[tuple[str, str], Final]:
        scores = self._scores.scores()
        return {(scored.student, scored.final.exercise): scored.final for scored in scores}


def _stamp(key: str, final: Final | None) -> str:
    """Return what tells two versions of a page apart."""
    return hashlib.sha256(f"{key} {final!r} {language.current()}".encode()).hexdigest()[:16]


def _is_made_from(path: Path, stamp: str) -> bool:
    try:
        with path.open("rb") as file:
            return f'content="{stamp}"'.encode() in file.read(_HEAD)
    except OSError:
        return False


def show_class(batch: Batch, found: ClassFolder, roll: Roll, reports: ClassReports) -> Path:
    """Run a batch, write all pages, and count everything on the roll."""
    for event in chain(found.problems, batch.run(found.handed_in)):
        if isinstance(event, Graded):
            roll.graded(event.attempt, event.before)  # it is recorded, whatever the report does
            reports.write(event.attempt, event.key, event.figures)
        elif isinstance(event, Unchanged):
            roll.unchanged()
        elif event.is_missing:
            roll.missing(event.where)
        else:
            roll.problem(event.where, event.reason)
    return reports.complete()
