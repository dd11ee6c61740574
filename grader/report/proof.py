"""The author's proof on the terminal: one line per subject, its problems below."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import Console

from grader.language import gettext as _
from grader.language import ngettext
from grader.report.clean import one_line, visible


class ProofLine(NamedTuple):
    """What was tried on one exercise (``subject``), what is wrong with it, and a remark."""

    exercise: str
    subject: str
    problems: tuple[str, ...] = ()
    remark: str = ""


def show_proof(lines: Iterable[ProofLine], console: Console) -> bool:
    """Print each line as it is found; return whether everything holds.

    The problems come again at the end: a long log is often shown without its middle.
    """
    exercise = ""
    problems: list[str] = []
    for line in lines:
        if line.exercise != exercise:
            exercise = line.exercise
            console.print(f"\n{exercise}", style="bold", markup=False)
        style, sign = ("red", "✗") if line.problems else ("green", "✓")
        remark = f"  {visible(line.remark)}" if line.remark else ""
        console.print(
            f"  {sign} {line.subject}{remark}", style=style, markup=False, highlight=False
        )
        for problem in line.problems:
            problems.append(f"{line.exercise} · {line.subject} · {one_line(problem)}")
            console.print(f"      {visible(problem)}", markup=False, highlight=False)
    _show_summary(problems, console)
    return not problems


def _show_summary(problems: Sequence[str], console: Console) -> None:
    if not problems:
        console.print("\n" + _("Proven: nothing to mend."), style="green")
        return
    count = ngettext("{count} problem.", "{count} problems.", len(problems))
    console.print("\n" + count.format(count=len(problems)), style="red")
    for problem in problems:
        console.print(f"  {problem}", markup=False, highlight=False)
