"""One attempt as one HTML file: no script, no network, nothing to load, safe to open.

Every text reaches the page through ``visible`` (which shows invisible characters) and
Jinja's escaping; the page's own policy forbids scripts and all loading as a second lock.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.exercise import Exercise
from grader.language import current, gettext, ngettext
from grader.records import Attempt, Drawn
from grader.report.clean import bounded, one_line, spans, unwrapped, visible
from grader.report.compare import aligned
from grader.report.formula import to_mathml
from grader.report.heat import drawing, in_words
from grader.report.lateness import score_lines
from grader.report.outcomes import word
from grader.report.progress import (
    by_task,
    heading,
    looks_like,
    next_step,
    out_of,
    points,
    shared_reason,
)
from grader.scoring import History

_MAPS = 40  # heat maps on one page; further checks say in words where they are wrong
_TEMPLATES = Path(__file__).parent / "templates"


def render_attempt(
    attempt: Attempt,
    exercise: Exercise,
    history: History | None = None,
    figures: Sequence[Drawn] = (),
    command: Callable[[str], str] = str,
    stamp: str = "",
) -> str:
    """Return the report on `attempt` as a self-contained page, in the language of this run.

    Parameters
    ----------
    attempt, exercise
        What is shown, and what it is an attempt at.
    history
        How the score that counts came about, and earlier attempts.
    figures
        Pictures of what the code does.
    command
        Writes a command the way it is given where the page is read.
    stamp
        Says in the page's head what it was made from.
    """
    history = history or History()
    tasks = by_task(attempt, exercise)
    step = next_step(tasks, exercise)
    outputs = sum(bool(check.output) for check in attempt.checks)
    mapped = [check.id for check in attempt.checks if check.errors is not None]
    share = attempt.score / attempt.max_score if attempt.max_score else 0.0
    return rendered(
        "attempt.html",
        attempt=attempt,
        exercise=exercise,
        tasks=tasks,
        step=step._replace(commands=tuple(map(command, step.commands))),
        score_lines=score_lines(history.final, attempt.score) if history.final else [],
        past=history.past,
        stamp=stamp,
        figures=figures,
        shared=shared_reason(tasks),
        percent=round(100 * min(max(share, 0.0), 1.0), 1),
        score_text=out_of(attempt.score, attempt.max_score),
        mapped=mapped[:_MAPS],
        output_lines=max(8, min(60, 1200 // max(outputs, 1))),
    )


def rendered(template: str, stamp: str = "", **values: object) -> str:
    """Return a page made of a template and values, with the head that all pages share."""
    css, digest = _style()
    page = _environment().get_template(template)
    return page.render(language=current(), style=css, style_hash=digest, stamp=stamp, **values)


def warm_up() -> None:
    """Compile the templates, so that the first report is written as quickly as the next."""
    _environment().get_template("attempt.html")
    _environment().get_template("check.html")


@cache
def _environment() -> Environment:
    """Return the templates and all they may call; every text is escaped and made visible."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        trim_blocks=False,
    )
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(aligned=aligned, heading=heading, looks_like=looks_like, word=word)
    environment.filters.update(
        anchor=_anchor,
        data_url=_data_url,
        drawing=drawing,
        formulas=_formulas,
        in_words=in_words,
        is_wide=_is_wide,
        limited=_limited,
        one_line=one_line,
        paragraphs=_paragraphs,
        points=points,
        prose=_prose,
        scrolls=_scrolls,
    )
    return environment


@cache
def _style() -> tuple[Markup, str]:
    """Return the style sheet, and the hash by which a page's policy allows it."""
    css = (_TEMPLATES / "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    return Markup(css), f"sha256-{digest}"  # noqa: S704 - our own file


def _finalize(value: object) -> object:
    """Make whatever a template prints visible; escaping is Jinja's part."""
    if isinstance(value, Markup):
        return Markup(visible(value))  # noqa: S704 - was markup before, stays markup
    return visible(value) if isinstance(value, str) else value


def _prose(text: str) -> Markup:
    pieces = (
        Markup("<code>{}</code>").format(piece) if is_code else escape(piece)
        for piece, is_code in spans(text)
    )
    return Markup().join(pieces)


def _paragraphs(text: str) -> list[str]:
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return [unwrapped(block) for block in blocks if block.strip()]


def _limited(text: str | None, lines: int, columns: int) -> str | None:
    return None if text is None else bounded(visible(text), lines=lines, columns=columns)


def _scrolls(text: str) -> bool:
    """Tell whether a value may be wider than a phone: only then must a keyboard reach it."""
    return max(map(len, text.split("\n"))) > 24


def _formulas(tex: str) -> list[Markup]:
    """Return a task's formulas as MathML; what is no TeX stays as it was written."""
    try:
        return [Markup(element) for element in to_mathml(tex)]  # noqa: S704 - the course's own
    except ValueError:
        return [Markup("<code>{}</code>").format(tex)]


def _is_wide(formula: Markup) -> bool:
    """Tell whether a formula may be wider than a phone, as `_scrolls` does of a value."""
    return len(formula.striptags()) > 14


def _data_url(svg: bytes) -> str:
    """Return a picture as an address: an SVG that is an image runs nothing and loads nothing."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode('ascii')}"


def _anchor(check_id: str) -> str:
    return hashlib.sha256(check_id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
