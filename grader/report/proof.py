"""The author's proof on the terminal: one line per subject, problems below it."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.console import Console

from grader.language import gettext as _
from grader.language import ngettext
from grader.report.clean import visible


class ProofLine(NamedTuple):
    """What was tried on one exercise, and what is wrong where it did not hold."""

    exercise: str
    subject: str
    problems: tuple[str, ...] = ()
    remark: str = ""


def show_proof(lines: Iterable[ProofLine], console: Console) -> bool:
    """Print each line as it is found; return whether everything holds."""
    exercise, wrong = "", 0
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
            wrong += 1
            console.print(f"      {visible(problem)}", markup=False, highlight=False)
    summary = (
        ngettext("{count} problem.", "{count} problems.", wrong).format(count=wrong)
        if wrong
        else _("Proven: nothing to mend.")
    )
    console.print(f"\n{summary}", style="red" if wrong else "green")
    return not wrong
