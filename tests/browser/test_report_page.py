"""The report as a person meets it: in a browser, in both languages and both colour schemes."""

from io import BytesIO
from typing import Literal

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from matplotlib.image import imread
from playwright.sync_api import BrowserContext, Page

from grader.course import load_course
from grader.exercise import Exercise
from grader.language import Text
from grader.records import Drawn
from grader.report.class_page import count_class, render_class
from grader.report.html import render_attempt
from grader.report.similarity_page import Comparison, Pair, Side, Stretch, render_similarity
from grader.suite.picture import Picture, compare_curves, drawing
from tests import attempts

OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def drawn(task: int) -> Drawn:
    title = Text("The slope", "기울기")
    about = Text("A curve that rises from 0 to 1.", "0에서 1까지 오르는 곡선입니다.")
    with drawing():
        picture = Picture(title, about)
        x = np.linspace(0, 1, 11)
        compare_curves(picture.axes[0], x, x**2, x)
        picture.legend()
        return picture.drawn(task)


def opened(context: BrowserContext, exercise: Exercise, name: str) -> Page:
    path = exercise.root / "report.html"
    attempt = attempts.SAMPLES[name](exercise)
    figures = [drawn(1), drawn(2)] if name == "failing" else []
    path.write_text(render_attempt(attempt, exercise, figures=figures), "utf-8")
    page = context.new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("name", attempts.SAMPLES)
@pytest.mark.usefixtures("spoken")
def test_axe_finds_nothing(context: BrowserContext, exercise: Exercise, name: str) -> None:
    page = opened(context, exercise, name)
    page.evaluate(OPEN_ALL)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"


@pytest.mark.usefixtures("spoken")
def test_axe_finds_nothing_on_the_page_of_a_class(
    context: BrowserContext, exercise: Exercise
) -> None:
    made = [sample(exercise) for sample in attempts.SAMPLES.values()]
    path = exercise.root / "class.html"
    course = load_course(exercise.root)
    path.write_text(render_class(course, count_class(course, made, {})), "utf-8")
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate(OPEN_ALL)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def similarity(context: BrowserContext, exercise: Exercise) -> Page:
    rows = [f"row_{number} = '<script>' + value_{number} * 2  # \u202e" for number in range(40)]
    rows[12] = "x" * 500
    sides = Side("김하나 <b>", 1.0, rows), Side("lee" * 30, 0.62, rows[3:])
    pair = Pair(*sides, (Stretch((4, 9), (1, 6)), Stretch((12, 15), (9, 12))))
    other = Pair(sides[1], Side("ann", 0.7, rows), (Stretch((1, 1), (3, 3)),))
    failed = (("bob", "its text takes too long to read <img src=x>"),)
    path = exercise.root / "similarity.html"
    found = Comparison(exercise, (pair, other), 2, 5, ("ann",), failed, 60)
    path.write_text(render_similarity(found), "utf-8")
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate(OPEN_ALL)
    return page


@pytest.mark.usefixtures("spoken")
def test_axe_finds_nothing_on_the_page_about_similarity(
    context: BrowserContext, exercise: Exercise
) -> None:
    page = similarity(context, exercise)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_two_submissions_share_lies_side_by_side_with_its_number(
    context: BrowserContext, exercise: Exercise
) -> None:
    page = similarity(context, exercise)
    page.set_viewport_size({"width": 1000, "height": 700})
    page.locator("table a").first.click()
    left, right = page.locator(":target .sides > div").all()
    places = [side.bounding_box() for side in (left, right)]
    assert places[0] is not None
    assert places[1] is not None
    assert places[0]["y"] == places[1]["y"]
    said = [side.locator(".shared p").all_inner_texts() for side in (left, right)]
    assert said == [
        ["Shared 1: lines 4 to 9", "Shared 2: lines 12 to 15"],
        ["Shared 1: lines 1 to 6", "Shared 2: lines 9 to 12"],
    ]
    assert left.locator("mark").count() == 2
    assert page.locator("script, img, b, main a").count() == 0


@pytest.mark.parametrize("name", attempts.SAMPLES)
@pytest.mark.usefixtures("spoken")
def test_narrow_window_needs_no_sideways_scrolling(
    context: BrowserContext, exercise: Exercise, name: str
) -> None:
    page = opened(context, exercise, name)
    page.evaluate(OPEN_ALL)
    for width in (320, 640):  # 640 is 200% zoom on a small laptop
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_attempt_executes_and_loads_nothing(
    context: BrowserContext, events: list[str], exercise: Exercise
) -> None:
    page = opened(context, exercise, "hostile")
    page.evaluate(OPEN_ALL)
    page.mouse.move(200, 200)
    page.wait_for_timeout(200)
    assert events == [f"request {page.url}"]
    assert page.locator("script, img, a:not([href^='#']), [onload], [onerror]").count() == 0
    assert page.locator("main svg").count() == page.locator("main svg.icon").count()


def test_the_policy_itself_stops_scripts(context: BrowserContext, exercise: Exercise) -> None:
    messages: list[str] = []
    context.on("console", lambda message: messages.append(message.text))
    page = opened(context, exercise, "passing")
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.executed = true';
            document.body.append(script);
            document.body.setAttribute('style', 'display: none');
        }"""
    )
    assert page.evaluate("window.executed") is None
    assert page.locator("h1").is_visible(), "an inline style is refused too"
    assert len([text for text in messages if "Content Security Policy" in text]) == 2


def test_keyboard_alone_opens_a_hint(context: BrowserContext, exercise: Exercise) -> None:
    page = opened(context, exercise, "failing")
    hint = page.locator("#task-2 details.hint")
    for _ in range(40):
        page.keyboard.press("Tab")
        if hint.locator("summary").evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert hint.locator("p").is_visible()


def test_next_step_leads_to_its_check(context: BrowserContext, exercise: Exercise) -> None:
    page = opened(context, exercise, "failing")
    page.get_by_role("link", name="See why").click()
    target = page.locator(":target")
    assert target.get_by_role("heading").inner_text() == (
        "the gradient of x² + y² at (3, 4) is (6, 8)"
    )


def test_values_lie_side_by_side_where_there_is_room(
    context: BrowserContext, exercise: Exercise
) -> None:
    page = opened(context, exercise, "failing")
    page.set_viewport_size({"width": 1000, "height": 700})
    expected = page.locator(".expected").first.bounding_box()
    got = page.locator(".got").first.bounding_box()
    assert expected is not None
    assert got is not None
    assert expected["y"] == got["y"]


def test_print_shows_what_is_folded(context: BrowserContext, exercise: Exercise) -> None:
    page = opened(context, exercise, "failing")
    page.emulate_media(media="print")
    assert page.get_by_text("step 28: f = 27.8").bounding_box() is not None
    assert len(page.pdf(format="A4")) > 1000


def test_a_heat_map_is_named_in_words_and_marked_in_every_colour_scheme(
    context: BrowserContext, exercise: Exercise
) -> None:
    page = opened(context, exercise, "mapped")
    maps = page.get_by_role("img", name="Where it is wrong")
    assert maps.count() == 4
    for width in (1000, 320):
        page.set_viewport_size({"width": width, "height": 700})
        for box in (each.bounding_box() for each in maps.all()):
            assert box is not None
            assert 20 < box["width"] < 320
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        paint = "element => getComputedStyle(element).fill"
        marks = [page.locator(f"pattern .{kind}").evaluate(paint) for kind in ("great", "none")]
        blocks = [page.locator(f"pattern .{kind}").first.evaluate(paint) for kind in ("soft",)]
        assert len({*marks, *blocks}) == 3
        pixels = imread(BytesIO(maps.first.screenshot()))
        assert len(np.unique(pixels.reshape(-1, pixels.shape[-1]), axis=0)) > 4, "it is painted"
    lines = "paths => paths.map(path => path.getAttribute('d')).join()"
    kinds = ("right", "slight", "plain", "great", "none")
    marks = [page.locator(f"#heat-{kind} path").evaluate_all(lines) for kind in kinds]
    assert len(set(marks)) == 5, "each kind of block has a mark of its own"


def test_figures_and_formulas_are_drawn(context: BrowserContext, exercise: Exercise) -> None:
    page = opened(context, exercise, "failing")
    page.evaluate(OPEN_ALL)
    for width in (1000, 320):
        page.set_viewport_size({"width": width, "height": 700})
        for selector, count, least in (("figure img", 2, 200), ("math", 3, 20)):
            boxes = [each.bounding_box() for each in page.locator(selector).all()]
            assert len(boxes) == count
            assert all(box is not None and least < box["width"] <= width for box in boxes)
            assert all(box is not None and box["height"] > 10 for box in boxes)
    page.emulate_media(media="print")
    assert page.locator("figure img").first.is_visible()


def test_the_policy_leaves_a_figure_its_colours(
    context: BrowserContext, exercise: Exercise
) -> None:
    page = opened(context, exercise, "failing")
    blue = page.locator("figure img").first.evaluate(
        """image => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
            let count = 0;
            for (let i = 0; i < data.length; i += 4) {
                count += data[i] === 0x0b && data[i + 1] === 0x57 && data[i + 2] === 0xb7;
            }
            return count;
        }"""
    )
    assert blue > 50, "your curve is blue"
