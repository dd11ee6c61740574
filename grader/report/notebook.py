"""An attempt as a notebook shows it: the same page, a short text, and perhaps one task alone."""

from collections.abc import Sequence

import msgspec

from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Attempt, Drawn, Isolation
from grader.report.clean import one_line
from grader.report.html import render_attempt
from grader.report.progress import by_task, next_step, out_of
from grader.scoring import sum_points


def part(attempt: Attempt, exercise: Exercise, task: int | None) -> Attempt:
    """Return what is shown of an attempt: one task's checks and points, or all; and how safely."""
    notes = attempt.notes
    if attempt.isolation is Isolation.PROCESS:
        notes += (
            _(
                "There is no sandbox here, so your code ran with your own rights. `grade doctor` "
                "says how to get one."
            ),
        )
    if task is None:
        return msgspec.structs.replace(attempt, notes=notes)
    checks = tuple(check for check in attempt.checks if check.task == task)
    return msgspec.structs.replace(
        attempt,
        notes=notes,
        checks=checks,
        score=sum_points(check.points for check in checks),
        max_score=exercise.task(task).points,
    )


def page(shown: Attempt, exercise: Exercise, figures: Sequence[Drawn]) -> str:
    """Return the report for a frame; what a terminal would run is written as a notebook runs it."""

    def command(line: str) -> str:
        return f'check("{exercise.name}")' if line == f"grade {exercise.name}" else f"!{line}"

    report = render_attempt(shown, exercise, figures=figures, command=command)
    # In a frame, a link to a place in the report would lead to the notebook's own address.
    return report.replace("<head>", '<head>\n<base href="about:srcdoc">', 1)


def text(shown: Attempt, exercise: Exercise) -> str:
    """Return the score, the notes and the next step in a few lines."""
    step = next_step(by_task(shown, exercise), exercise)
    score = out_of(shown.score, shown.max_score)
    lines = [f"{exercise.name} · {exercise.title}: {score}"]
    lines += [_("Note: {note}").format(note=note) for note in shown.notes]
    lines.append(f"{_('Next step')}: {step.headline}")
    lines += [step.text] if step.check is not None or not step.commands else []
    return "\n".join(one_line(line) for line in lines)
