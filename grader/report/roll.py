"""The roll of a batch: a live line while it runs, and at its end what a teacher must know.

On a terminal it shows a bar with rate, remaining time and failures. Elsewhere it prints one line
for each graded submission, separated by tabs: student, exercise, score, points.
"""

from collections.abc import Sequence
from typing import NamedTuple, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from grader.language import gettext as _
from grader.language import ngettext
from grader.records import Attempt
from grader.report.clean import one_line
from grader.report.progress import points


class Moved(NamedTuple):
    """A score that is another than before."""

    student: str
    exercise: str
    before: float
    after: float


class Roll:
    """Counts what becomes of each submission, and shows it."""

    def __init__(self, console: Console, total: int) -> None:
        self._console = console
        self._live = console.is_terminal
        self._moved: list[Moved] = []
        self._problems: list[tuple[str, str]] = []
        self._missing: list[str] = []
        self.graded_count = 0
        self._unchanged = 0
        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TaskProgressColumn(show_speed=True),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failures]}"),
            console=console,
            disable=not self._live,
            transient=True,
        )
        self._bar = self._progress.add_task("", total=total, failures="")

    def __enter__(self) -> Self:
        """Show the live line."""
        self._progress.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the live line away."""
        self._progress.stop()

    def graded(self, attempt: Attempt, before: float | None) -> None:
        """Count a new attempt."""
        self.graded_count += 1
        if before is not None and before != attempt.score:
            self._moved.append(Moved(attempt.student, attempt.exercise, before, attempt.score))
        if not self._live:
            cells = (one_line(attempt.student), attempt.exercise, points(attempt.score))
            print(
                "\t".join((*cells, points(attempt.max_score))), file=self._console.file, flush=True
            )
        self._advance()

    def unchanged(self) -> None:
        """Count a submission whose attempt still holds."""
        self._unchanged += 1
        self._advance()

    def problem(self, where: str, reason: str) -> None:
        """Count a submission that was handed in and cannot be graded."""
        self._problems.append((where, reason))
        self._advance()

    def missing(self, where: str) -> None:
        """Count a submission that was not handed in."""
        self._missing.append(where)
        self._advance()

    def _advance(self) -> None:
        failures = ngettext("{count} problem", "{count} problems", len(self._problems))
        said = failures.format(count=len(self._problems)) if self._problems else ""
        self._progress.update(self._bar, advance=1, failures=said)

    @property
    def has_problems(self) -> bool:
        """Whether something that was handed in could not be graded."""
        return bool(self._problems)

    def show_end(self) -> None:
        """Show the scores that moved, what could not be graded, what is missing, and the counts."""
        moved = [
            (_("{student} · {exercise}").format(student=each.student, exercise=each.exercise),
             f"{points(each.before)} → {points(each.after)}")
            for each in self._moved
        ]  # fmt: skip
        self._show(_("Submissions that scored differently before"), moved)
        self._show(_("Not graded"), self._problems)
        self._show(_("Nothing handed in"), [(where, "") for where in self._missing])
        counts = _(
            "{graded} graded, {unchanged} unchanged, {problems} not graded, {missing} not handed in"
        ).format(
            graded=self.graded_count,
            unchanged=self._unchanged,
            problems=len(self._problems),
            missing=len(self._missing),
        )
        self._console.print(Text(counts, style="bold"))

    def _show(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        if not rows:
            return
        table = Table.grid(padding=(0, 2))
        for where, what in rows:
            table.add_row(Text("  " + one_line(where)), Text(one_line(what)))
        self._console.print(Text(title, style="bold"))
        self._console.print(table)
