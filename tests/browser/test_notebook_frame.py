"""A result in a page that is not ours, as a notebook shows it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Frame, Page

from grader.desk import Answer
from grader.exercise import Exercise
from grader.notebook import Result
from grader.report import notebook as report
from tests import attempts

AROUND = "<!doctype html><title>Notebook</title><style>h1 {{ color: red }}</style><h1>Mine</h1>{}"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def framed(page: Page, exercise: Exercise, name: str) -> Frame:
    """Open a page that shows a result, and return the frame with the report."""
    attempt = attempts.SAMPLES[name](exercise)
    shown = report.page(attempt, exercise, ())
    result = Result(Answer(text=report.text(attempt, exercise), page=shown, attempt=attempt))
    path = exercise.root / "notebook.html"
    path.write_text(AROUND.format(result._repr_html_()), "utf-8")
    page.goto(path.as_uri())
    _notebook, frame = page.frames
    frame.wait_for_load_state()
    return frame


def test_links_in_the_report_stay_in_it(page: Page, exercise: Exercise) -> None:
    frame = framed(page, exercise, "failing")
    frame.locator("nav a").last.click()
    frame.wait_for_url("about:srcdoc#task-*")
    assert frame.locator("h1").inner_text() == str(exercise.title)
    assert page.locator("h1").inner_text() == "Mine"


def test_the_styles_of_notebook_and_report_do_not_meet(page: Page, exercise: Exercise) -> None:
    color = "element => getComputedStyle(element).color"
    frame = framed(page, exercise, "failing")
    assert page.locator("h1").evaluate(color) == "rgb(255, 0, 0)"
    assert frame.locator("h1").evaluate(color) != "rgb(255, 0, 0)"
    assert frame.locator("body").evaluate("body => getComputedStyle(body).margin") != "8px"


def test_a_hostile_result_executes_and_loads_nothing(page: Page, exercise: Exercise) -> None:
    heard: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url))
    framed(page, exercise, "hostile")
    page.wait_for_timeout(300)
    assert heard == [(exercise.root / "notebook.html").as_uri()]
    assert len(page.frames) == 2
