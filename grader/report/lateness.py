"""How a score came about, in sentences: lateness, free days, and what was decided by hand."""

from grader.language import gettext as _
from grader.language import ngettext
from grader.report.progress import points
from grader.scoring import Final


def score_lines(final: Final, shown: float) -> list[str]:
    """Return the sentences; none where the score is simply what the page shows."""
    if final.is_excused:
        return [_("You are excused: this exercise does not count."), *final.comments]
    if final.set_to is None:
        lines = _lateness(final)
    else:
        said = _("Your instructor set the score: {score}.")
        lines = [said.format(score=points(final.set_to))]
    if final.added:
        lines.append(_("Your instructor added {points}.").format(points=points(final.added)))
    if final.set_to is None and final.earned != shown:
        lines.append(_("Of what you handed in, another submission counts."))
    if lines:
        lines.append(_("What counts: {score}.").format(score=points(final.score)))
    return [*lines, *final.comments]


def _lateness(final: Final) -> list[str]:
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
    return lines
