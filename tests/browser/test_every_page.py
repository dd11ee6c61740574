"""What holds for each of the pages: a student's, a class's, and that of what submissions share."""

from typing import Literal

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from grader.course import load_course
from grader.exercise import Exercise
from grader.language import Text
from grader.records import Attempt
from grader.report.class_page import count_class, render_class
from grader.report.html import render_attempt
from grader.report.similarity_page import Comparison, Pair, Side, Stretch, render_similarity
from tests import attempts

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = ("student", "class", "similarity")
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
# Each control gets a number, by which the focused one is known.
CONTROLS = """[...document.querySelectorAll('a[href], summary, [tabindex]')].map((each, number) => {
    each.dataset.number = number;
    return number;
})"""
FOCUSED = """(() => {
    const style = getComputedStyle(document.activeElement);
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return [Number(document.activeElement.dataset.number ?? -1), seen];
})()"""
SIDEWAYS = """[...document.querySelectorAll('body *')].filter(each =>
    each.scrollWidth > each.clientWidth + 1
    && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)
    && each.tabIndex < 0
).map(each => each.outerHTML.slice(0, 80))"""


def text_of(name: str, exercise: Exercise, attempt: Attempt) -> str:
    """Return a page about one attempt, or about code with its student's name."""
    if name == "student":
        return render_attempt(attempt, exercise)
    if name == "class":
        course = msgspec.structs.replace(load_course(exercise.root), title=exercise.title)
        return render_class(course, count_class(course, [attempt], {}))
    rows = [f"row_{number} = {attempt.checks[0].title!r} {'x' * 90}" for number in range(9)]
    pair = Pair(Side(attempt.student, 1, rows), Side("ben", 1, rows), (Stretch((1, 5), (1, 5)),))
    failed = ((attempt.student, attempt.checks[0].message),)
    return render_similarity(Comparison(exercise, (pair,), 1, 3, ("ann",), failed, 60))


def opened(context: BrowserContext, exercise: Exercise, text: str) -> Page:
    path = exercise.root / "page.html"
    path.write_text(text, "utf-8")
    page = context.new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", [1000, 320])
@pytest.mark.parametrize("name", PAGES)
def test_every_control_is_reached_by_keyboard_and_shows_it(
    context: BrowserContext, exercise: Exercise, name: str, width: int
) -> None:
    page = opened(context, exercise, text_of(name, exercise, attempts.failing(exercise)))
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate(OPEN_ALL)
    controls = page.evaluate(CONTROLS)
    assert controls
    reached: list[int] = []
    while len(reached) <= 2 * len(controls):
        page.keyboard.press("Tab")
        number, seen = page.evaluate(FOCUSED)
        if number < 0 or number in reached:
            break
        assert seen, f"control {number} does not show that it has the focus"
        reached.append(number)
    assert reached == controls, "in the order of the page, and none holds the focus"
    assert page.evaluate(SIDEWAYS) == [], "what scrolls sideways must be reached too"


@pytest.mark.parametrize("name", PAGES)
def test_hostile_names_titles_and_code_execute_and_load_nothing(
    context: BrowserContext, events: list[str], exercise: Exercise, name: str
) -> None:
    title = Text(attempts.HOSTILE, attempts.HOSTILE)
    strange = msgspec.structs.replace(exercise, title=title)
    page = opened(context, exercise, text_of(name, strange, attempts.hostile(strange)))
    page.evaluate(OPEN_ALL)
    page.mouse.move(200, 200)
    page.wait_for_timeout(200)
    assert events == [f"request {page.url}"]
    assert page.locator("script, img, iframe, object, [onload], [onerror]").count() == 0
    assert "<script>alert(1)</script>" in page.locator("body").inner_text()


@pytest.mark.parametrize("name", ["passing", "failing", "empty", "large", None])
@pytest.mark.usefixtures("spoken")
def test_axe_finds_nothing_on_the_page_of_a_class_of_one(
    context: BrowserContext, exercise: Exercise, name: str | None
) -> None:
    course = load_course(exercise.root)
    made = [attempts.SAMPLES[name](exercise)] if name else []
    page = opened(context, exercise, render_class(course, count_class(course, made, {})))
    page.evaluate(OPEN_ALL)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
