"""How a score came about, in sentences: lateness, free days, and what was decided by hand."""

from grader.language import gettext as _
from grader.language import ngettext
from grader.report.progress import points
from grader.scoring import Final


def score_lines(final: Final) -> list[str]:
    """Return the sentences; none where the score is simply what was earned."""
    if final.is_excused:
        lines = [_("You are excused: this exercise does not count.")]
    elif final.set_by_hand:
        lines = [_("Your instructor set the score: {score}.").format(score=points(final.score))]
    else:
        lines = _arithmetic(final)
    return [*lines, *final.comments]


def _arithmetic(final: Final) -> list[str]:
    lines = []
    if final.days_late:
        late = ngettext("Handed in {n} day late.", "Handed in {n} days late.", final.days_late)
        lines.append(late.format(n=final.days_late))
    if final.free_days:
        free = ngettext("{n} of them is free.", "{n} of them are free.", final.free_days)
        lines[-1] += " " + free.format(n=final.free_days)
    if final.taken_percent:
        taken = final.earned * final.taken_percent / 100
        lines.append(
            _("{percent} percent of your {earned} points are taken: {taken}.").format(
                percent=points(final.taken_percent),
                earned=points(final.earned),
                taken=points(taken),
            )
        )
    if final.added:
        lines.append(_("Your instructor added {points}.").format(points=points(final.added)))
    if final.taken_percent or final.added:
        lines.append(_("What counts: {score}.").format(score=points(final.score)))
    return lines
