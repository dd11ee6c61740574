"""The scores of a class: what the gradebook holds, under the course's rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from grader.course import Course
from grader.gradebook import Gradebook
from grader.scoring import Adjustment, Graded, Scored, final_scores


def class_scores(
    course: Course, gradebook: Gradebook, students: Iterable[str] = ()
) -> Iterator[Scored]:
    """Yield the final scores of every student, by name, in the order of the course.

    Exercises of which nothing is known are left out, but not for those in `students`: they
    belong to the class whether they handed in or not.
    """
    most = {exercise.name: exercise.points for exercise in course.exercises}
    graded: dict[str, dict[str, list[tuple[Graded, int]]]] = defaultdict(lambda: defaultdict(list))
    for each in gradebook.earned():
        graded[each.student][each.exercise].append((each.graded, each.attempt))
    decided: dict[str, list[Adjustment]] = defaultdict(list)
    for adjustment in gradebook.adjustments():
        decided[adjustment.student].append(adjustment)
    expected = set(students)
    for student in sorted({*graded, *decided, *expected}):
        own = graded[student]
        submissions = {name: [earned for earned, _number in own[name]] for name in most}
        for final in final_scores(submissions, most, course.scoring, decided[student]):
            is_known = final.counted is not None or any(
                each.exercise == final.exercise for each in decided[student]
            )
            if is_known or student in expected:
                number = None if final.counted is None else own[final.exercise][final.counted][1]
                yield Scored(student, final, number)
