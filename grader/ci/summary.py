"""The summary of a run: one page of Markdown, from the score to what each check saw."""

from collections.abc import Iterator, Sequence

from grader.ci.annotations import open_checks
from grader.ci.markdown import block, code, prose, row
from grader.ci.places import Places
from grader.ci.result import Judged, RunResult
from grader.export.place import Place
from grader.language import gettext as _
from grader.language import ngettext
from grader.records import CheckResult, Outcome
from grader.report.outcomes import LOOKS, word
from grader.report.plain import said, title
from grader.report.progress import TaskProgress, by_task, heading, out_of, points, shared_reason

MOST_BYTES = 900 * 1024  # GitHub drops a summary of more than a MiB
_PATHS = 20


def render_summary(result: RunResult) -> str:
    """Return the page; what would make it too long is counted at its end."""
    head = "\n".join(_overview(result))
    pieces = [piece for each in result.judged for piece in _exercise(each)]
    return _within(head, pieces, MOST_BYTES)


def _within(page: str, pieces: Sequence[str], most: int) -> str:
    size = len(page.encode()) + 500  # for the last line
    for done, piece in enumerate(pieces):
        size += len(piece.encode()) + 1
        if size > most:
            left = len(pieces) - done
            text = ngettext(
                "{count} more part is in the reports of this run.",
                "{count} more parts are in the reports of this run.",
                left,
            )
            return f"{page}\n{prose(text.format(count=left))}\n"
        page += f"\n{piece}"
    return page


def _overview(result: RunResult) -> Iterator[str]:
    if not result.judged:
        yield "## " + prose(_("Nothing to grade")) + "\n"
        yield (
            prose(_("This pull request changes no file that is handed in for an exercise.")) + "\n"
        )
    else:
        sign = "✅" if result.passed else "❌"
        yield f"## {sign} {prose(out_of(result.score, result.max_score))}\n"
        yield row(_("Exercise"), _("Score"), _("Checks passed"), "")
        yield "|---|---:|---:|---|"
        for each in result.judged:
            yield _row(each)
        yield ""
    if result.without_effect:
        yield from _without_effect(result.without_effect)


def _row(each: Judged) -> str:
    name = f"{code(each.exercise.name)} {prose(str(each.exercise.title))}"
    scored = prose(f"{points(each.score)} / {points(each.max_score)}")
    if each.attempt is None:
        return row(name, scored, "", prose(_("not graded")))
    checks = each.attempt.checks
    passed = sum(check.outcome is Outcome.PASSED for check in checks)
    note = "" if each.is_new else prose(_("unchanged since it was graded"))
    return row(name, scored, f"{passed} / {len(checks)}", note)


def _without_effect(paths: Sequence[str]) -> Iterator[str]:
    yield prose(
        _(
            "These changes have no effect on the grading; the course's own checks and settings "
            "were used:"
        )
    )
    more = len(paths) - _PATHS
    last = [_("… and {count} more").format(count=more)] if more > 0 else []
    yield "\n" + block("\n".join([*map(_short, paths[:_PATHS]), *last]))


def _short(path: str) -> str:
    line = path.replace("\n", "\\n")
    return line if len(line) <= 200 else line[:199] + "…"


def _exercise(each: Judged) -> Iterator[str]:
    exercise = each.exercise
    score = f"{points(each.score)} / {points(each.max_score)}"
    head = f"### {prose(f'{exercise.name}: {exercise.title} – {score}')}\n"
    if each.attempt is None:
        yield f"{head}\n{block(each.reason)}"
        return
    notes = "\n".join(each.attempt.notes)
    yield head + (f"\n{block(notes)}" if notes else "")
    tasks = by_task(each.attempt, exercise)
    if reason := shared_reason(tasks):
        yield block(reason)
        return
    places = Places(each)
    for task in tasks:
        yield from _task(task, places)


def _task(task: TaskProgress, places: Places) -> Iterator[str]:
    score = f"{points(task.points)} / {points(task.max_points)}"
    name = prose(f"{heading(task.number, task.title)} – {score}")
    yield f"{LOOKS[task.outcome].symbol} **{name}** ({prose(task.tally)})\n"
    if task.outcome is Outcome.PASSED:
        return
    if task.reason:
        yield block(task.reason)
    else:
        for check in open_checks(task):
            yield _check(check, places.of(check))
    for hint in task.hints:
        yield f"{_('Hint')}: {prose(hint)}\n"


def _check(check: CheckResult, place: Place) -> str:
    look = f"{LOOKS[check.outcome].symbol} {word(check.outcome)}"
    line = _("line {first}").format(first=place.line)
    where = f"{code(place.path)}, {line}"
    return f"{prose(look)}: {prose(title(check))} ({where})\n\n{block(said(check))}"
