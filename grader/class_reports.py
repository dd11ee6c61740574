"""The pages of a class: one report for each student and exercise, and one page about them all."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from grader.batch import Batch, Graded, Unchanged
from grader.course import Course
from grader.finals import class_scores, history_of
from grader.gradebook import Gradebook
from grader.intake.class_folder import ClassFolder
from grader.records import Attempt, Drawn
from grader.report.class_page import count_class, render_class, report_name
from grader.report.html import render_attempt
from grader.report.roll import Roll
from grader.report.whole import write_whole

CLASS_PAGE = "index.html"
_OPTION = "--reports"


class ClassReports:
    """The reports of a class in one folder, each written whole or not at all."""

    def __init__(self, course: Course, gradebook: Gradebook, folder: Path) -> None:
        self.folder = folder
        self._course = course
        self._gradebook = gradebook
        self._exercises = {exercise.name: exercise for exercise in course.exercises}

    def write(self, attempt: Attempt, figures: Sequence[Drawn] = ()) -> Path:
        """Write the report on one attempt, and return where it is."""
        path = self.folder / report_name(attempt.student, attempt.exercise)
        history = history_of(self._course, self._gradebook, attempt)
        page = render_attempt(attempt, self._exercises[attempt.exercise], history, figures)
        write_whole(path, page.encode(), _OPTION)
        return path

    def complete(self, student: str, exercise: str) -> None:
        """Write the report on a student's latest attempt, where there is none yet."""
        if not (self.folder / report_name(student, exercise)).exists():
            self.write(self._gradebook.history(student, exercise)[-1])

    def write_class(self) -> Path:
        """Write the page about the class, and return where it is."""
        scores = {
            (scored.student, scored.final.exercise): scored.final.score
            for scored in class_scores(self._course, self._gradebook)
        }
        path = self.folder / CLASS_PAGE
        classes = count_class(self._course, self._gradebook.latest(), scores)
        write_whole(path, render_class(self._course, classes).encode(), _OPTION)
        return path


def show_class(batch: Batch, found: ClassFolder, roll: Roll, reports: ClassReports) -> Path:
    """Run a batch, write all pages, and count everything on the roll."""
    for event in chain(found.problems, batch.run(found.handed_in)):
        if isinstance(event, Graded):
            reports.write(event.attempt, event.figures)
            roll.graded(event.attempt, event.before)
        elif isinstance(event, Unchanged):
            reports.complete(event.handed_in.student, event.handed_in.exercise)
            roll.unchanged()
        elif event.is_missing:
            roll.missing(event.where)
        else:
            roll.problem(event.where, event.reason)
    return reports.write_class()
