"""The HTML report: complete, self-contained, and safe whatever a student hands in."""

import base64
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from grader import language
from grader.exercise import Exercise
from grader.records import Drawn, Outcome
from grader.report.html import render_attempt
from grader.report.outcomes import word
from grader.scoring import Final, History, Past
from tests import attempts

VOID = {"meta", "circle", "img", "path", "rect", "use"}


class Page(HTMLParser):
    """The tags, attributes, text and styles of a page, read the way a browser would."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.style = ""
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"repeated attribute in {tag}"
        self.tags.append((tag, dict(attrs)))
        if tag == "math":
            assert self.tags[-2][1]["class"] == "formula"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.text += data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return attempts.write_course(tmp_path).exercises[0]


@pytest.fixture
def korean() -> Iterator[None]:
    language.use("ko")
    yield
    language.use("en")


def read(name: str, exercise: Exercise) -> Page:
    return Page(render_attempt(attempts.SAMPLES[name](exercise), exercise))


@pytest.mark.parametrize("name", attempts.SAMPLES)
def test_page_is_well_formed_and_loads_nothing(exercise: Exercise, name: str) -> None:
    page = read(name, exercise)
    assert page.open == []
    tags = {tag for tag, _ in page.tags}
    assert not tags & {
        "script", "iframe", "object", "embed", "img", "link", "base", "form", "input", "button",
        "audio", "video", "foreignobject", "image", "animate", "set", "template",
    }  # fmt: skip
    attributes = {attribute for _, attrs in page.tags for attribute in attrs}
    assert not {a for a in attributes if a.startswith("on")}
    assert not attributes & {"style", "src", "srcset", "action", "formaction", "xlink:href"}
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert all(href.startswith("#") for href in page.values("href"))


@pytest.mark.parametrize("name", attempts.SAMPLES)
def test_every_inner_link_has_its_target_once(exercise: Exercise, name: str) -> None:
    page = read(name, exercise)
    names = page.values("id")
    assert len(names) == len(set(names))
    assert {href[1:] for href in page.values("href")} <= set(names)


def test_policy_allows_this_style_and_nothing_else(exercise: Exercise) -> None:
    page = read("failing", exercise)
    metas = {attrs.get("http-equiv"): attrs for tag, attrs in page.tags if tag == "meta"}
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert metas["Content-Security-Policy"]["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_lateness_decisions_and_earlier_attempts_are_told(exercise: Exercise) -> None:
    final = Final(
        exercise=exercise.name, score=8.2, max_score=20, counted=1, earned=8, days_late=3,
        free_days=1, taken_percent=10, added=1, comments=("<b>Well</b> done",),
    )  # fmt: skip
    past = Past(datetime(2026, 12, 1, 9, 5, tzinfo=UTC), 4.5, 20)
    page = Page(render_attempt(attempts.failing(exercise), exercise, History(final, (past,))))
    assert page.open == []
    for said in (
        "Handed in 3 days late. 1 of them is free.", "10 percent of your 8 points are taken: 0.8.",
        "Your instructor added 1.", "What counts: 8.2.", "<b>Well</b> done", "1 earlier attempt",
        "2026-12-01 09:05", "4.5 / 20",
    ):  # fmt: skip
        assert said in page.text
    plain = Final(exercise=exercise.name, score=8, max_score=20, counted=0, earned=8)
    alone = render_attempt(attempts.failing(exercise), exercise, History(plain))
    assert alone == render_attempt(attempts.failing(exercise), exercise)


def test_hostile_text_is_shown_as_text(exercise: Exercise) -> None:
    page = read("hostile", exercise)
    assert "<script>alert(1)</script><img src=x onerror=alert(2)>" in page.text
    assert "{{ 7*7 }}{% raw %}%(name)s {name}" in page.text
    assert "\\x1b]8;;http://example.test\\x07" in page.text
    assert "\\u202eevil\\u202c\\u200bzero" in page.text


def test_hostile_page_holds_no_invisible_character(exercise: Exercise) -> None:
    source = render_attempt(attempts.hostile(exercise), exercise)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800]", source
    )
    source.encode("utf-8")


def test_failing_attempt_tells_everything(exercise: Exercise) -> None:
    text = " ".join(read("failing", exercise).text.split())
    for fact in (
        "exercise3 · ada",
        "8 of 20 points",
        "Next step Task 2: Gradient of a function of many numbers Make this true:",
        "draft.py was left out",
        "1 of 4 checks · 2 / 8",
        "2 of 2 values differ.",
        "numerical_gradient(x² + y², array([3., 4.]))",
        "Expected [6.0, 8.0]",
        "Got [6.0001, 8.0001]",
        "This looks like: forward difference",
        "What your code printed x = [3. 4.]",
        "Hint Change one entry of x at a time",
        "1 check passed",
        "Isolation sandbox",
        "Seed 20240229",
        "9f86d081884c",
        "0.31 s",
        "deepgrade/attempt/1",
    ):
        assert fact in text


def test_formula_is_shown_once_where_something_is_left_to_do(exercise: Exercise) -> None:
    page = read("failing", exercise)
    assert sum(tag == "math" for tag, _ in page.tags) == 2 + 1
    source = render_attempt(attempts.failing(exercise), exercise)
    after = source[source.index('class="mistake"') :]
    assert after.index("<math") < after.index("</div>"), "it stands with the mistake"
    assert "<math" not in render_attempt(attempts.passing(exercise), exercise)
    assert render_attempt(attempts.stub(exercise), exercise).count("<math") == 4


def test_formula_that_is_no_tex_stays_as_it_is(exercise: Exercise) -> None:
    task = msgspec.structs.replace(exercise.tasks[0], formula=r"<b>\frac{")
    strange = msgspec.structs.replace(exercise, tasks=(task, *exercise.tasks[1:]))
    page = Page(render_attempt(attempts.stub(strange), strange))
    assert r"<b>\frac{" in page.text


def test_figures_stand_with_their_task(exercise: Exercise) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    made = [
        Drawn(task=number, title=f"Title {number}", alternative=attempts.HOSTILE, svg=svg)
        for number in (2, 9)
    ]
    page = Page(render_attempt(attempts.failing(exercise), exercise, figures=made))
    assert page.open == []
    (image,) = (attrs for tag, attrs in page.tags if tag == "img")
    kind, _, data = (image["src"] or "").partition(",")
    assert (kind, base64.b64decode(data)) == ("data:image/svg+xml;base64", svg)
    assert image["alt"] is not None
    assert image["alt"].startswith("<script>alert(1)</script>")
    assert "Title 2" in page.text
    assert "Title 9" not in page.text, "the exercise has no such task"


def test_outcomes_are_words_beside_symbols(exercise: Exercise) -> None:
    page = read("failing", exercise)
    for outcome in Outcome:
        assert word(outcome) in page.text
        assert f"#icon-{outcome}" in page.values("href")


def test_stub_is_short_and_unreadable_is_told_once(exercise: Exercise) -> None:
    stub = read("stub", exercise).text
    assert all(stub.count(f"Task {number} is not done yet.") == 1 for number in (1, 2, 3))
    assert read("unreadable", exercise).text.count("'(' was never closed") == 1


def test_fields_the_judge_removed_are_not_shown(exercise: Exercise) -> None:
    bare = attempts.check(1, 2, Outcome.FAILED)
    page = Page(render_attempt(attempts.attempt(exercise, [bare]), exercise))
    assert "None" not in page.text
    for label in ("Input", "Expected", "Got", "What your code printed", "This looks like"):
        assert label not in page.text


def test_wide_values_can_be_scrolled_by_keyboard(exercise: Exercise) -> None:
    page = read("failing", exercise)
    pres = [attrs for tag, attrs in page.tags if tag == "pre"]
    assert {attrs.get("tabindex") for attrs in pres} == {"0", None}
    assert all(attrs.get("aria-label") for attrs in pres if "tabindex" in attrs)


def test_page_is_small_even_with_200_checks(exercise: Exercise) -> None:
    assert len(render_attempt(attempts.large(exercise), exercise).encode()) < 300_000
    assert len(render_attempt(attempts.failing(exercise), exercise).encode()) < 30_000


def test_same_attempt_gives_the_same_page(exercise: Exercise) -> None:
    attempt = attempts.failing(exercise)
    assert render_attempt(attempt, exercise) == render_attempt(attempt, exercise)


@pytest.mark.usefixtures("korean")
def test_korean_page(exercise: Exercise) -> None:
    page = read("failing", exercise)
    assert page.tags[0] == ("html", {"lang": "ko"})
    for korean_text in ("다음 할 일", "다변수 함수의 기울기", "통과", "20점 만점"):
        assert korean_text in page.text


def test_reports_are_paid_for_only_by_those_who_ask() -> None:
    code = "import sys, grader.report, grader.report.progress; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"jinja2", "rich"} & set(done.stdout.split())
