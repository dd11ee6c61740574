"""How prose, symbols, bars and the next step are put on a terminal.

Together with ``grader.report.terminal`` the only place that knows colour. Every text is a
``rich.text.Text`` made after ``grader.report.clean``: no markup is ever parsed.
"""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.text import Text

from grader.language import gettext as _
from grader.records import Outcome
from grader.report.clean import bounded, one_line, spans, visible
from grader.report.compare import Cell
from grader.report.outcomes import LOOKS
from grader.report.progress import NextStep

WIDTH = 100  # longer lines are hard to read, however wide the window


def show(console: Console, item: RenderableType, *, indent: int = 2, above: int = 0) -> None:
    """Print `item` indented, below `above` empty lines."""
    width = min(console.width, WIDTH)
    console.print(Padding(item, (above, 2, 0, indent)), width=width)


def say(line: str, console: Console) -> None:
    """Print a line that is not broken, however long: a path in it can be copied."""
    console.print(Text(visible(line)), soft_wrap=True)


def prose(text: str, console: Console, style: str = "") -> Text:
    """Return a sentence, not endlessly long, with its code in bold.

    Where nothing would be bold (a pipe, a CI log) or colour is unwanted, the backticks stay.
    """
    sentence = visible(bounded(text, lines=20, columns=2000))
    if console.no_color or not console.is_terminal or console.color_system is None:
        return Text(sentence, style=style)
    parts = ((piece.text, "bold" if piece.is_code else "") for piece in spans(sentence))
    return Text.assemble(*parts, style=style)


def name(text: str, style: str = "bold") -> Text:
    """Return a title or a name on one line."""
    return Text(one_line(text), style=style)


def symbol(outcome: Outcome, console: Console) -> Text:
    """Return the symbol of `outcome`, in ASCII where the terminal has nothing else."""
    look = LOOKS[outcome]
    return Text(look.ascii if console.options.ascii_only else look.symbol, style=look.style)


def bar(value: float, total: float, width: int | None = None) -> ProgressBar:
    """Return a bar of `value` out of `total`."""
    return ProgressBar(
        completed=value,
        total=total or 1,  # rich takes a total of 0 for "unknown"
        width=width,
        style="dim",
        complete_style="green",
        finished_style="green",
    )


def cells(row: Iterable[Cell], style: str) -> Text:
    """Return a written value with `style` on what differs."""
    text = Text()
    for cell in row:
        text.append(cell.blanks).append(cell.text, style if cell.differs else "")
    return text


def show_next_step(step: NextStep, console: Console) -> None:
    """Show the one next step in a frame, nearest to where the next command is typed."""
    lines = [name(step.headline)]
    if step.text:
        lines.append(prose(step.text, console))
    lines += [Text(f"  {command}", style="cyan") for command in step.commands]
    title = Text(f" {_('Next step')} ", style="bold")
    frame = Panel(Group(*lines), title=title, title_align="left", border_style="cyan")
    show(console, frame, above=1)
    console.print()
