"""The scores of a class: what the gradebook holds, under the course's rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from grader.course import Course
from grader.decisions import Adjustment, in_force
from grader.gradebook import Gradebook
from grader.records import Attempt
from grader.scoring import History, Scored, Submitted, final_scores


class Finals:
    """The final scores of a class; the course's exercises are read only once."""

    def __init__(self, course: Course, gradebook: Gradebook) -> None:
        self._scoring = course.scoring
        self._zone = ZoneInfo(course.scoring.timezone)
        self._most = {exercise.name: exercise.points for exercise in course.exercises}
        self._gradebook = gradebook

    def history(self, attempt: Attempt) -> History:
        """Return what a report on `attempt` tells beside it; times are in the course's zone."""
        scores = self.scores(only=attempt.student)
        finals = [each.final for each in scores if each.final.exercise == attempt.exercise]
        *past, _this = self._gradebook.past(attempt.student, attempt.exercise)
        return History(
            finals[0] if finals else None,
            tuple(each._replace(graded_at=each.graded_at.astimezone(self._zone)) for each in past),
        )

    def scores(self, students: Iterable[str] = (), *, only: str | None = None) -> Iterator[Scored]:
        """Yield the final scores of every student, by name, in the order of the course.

        Exercises of which nothing is known are left out, but not for those in `students`: they
        belong to the class whether they handed in or not. With `only`, one student is looked at.
        """
        graded: dict[str, dict[str, list[tuple[Submitted, int]]]]
        graded = defaultdict(lambda: defaultdict(list))
        for each in self._gradebook.earned(only):
            graded[each.student][each.exercise].append((each.graded, each.attempt))
        decided: dict[str, list[Adjustment]] = defaultdict(list)
        for adjustment in self._gradebook.adjustments(only):
            decided[adjustment.student].append(adjustment)
        expected = set(students)
        for student in sorted({*graded, *decided, *expected}):
            own = graded[student]
            submissions = {name: [earned for earned, _number in own[name]] for name in self._most}
            about = {each.exercise for each in in_force(decided[student])}
            for final in final_scores(submissions, self._most, self._scoring, decided[student]):
                is_known = final.counted is not None or final.exercise in about
                if is_known or student in expected:
                    counted = final.counted
                    number = None if counted is None else own[final.exercise][counted][1]
                    yield Scored(student, final, number)
