"""A real browser: required in CI, skipped with a reason on a machine without one."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, sync_playwright

from grader import language
from grader.exercise import Exercise
from grader.language import Language
from tests import attempts

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser per module: Playwright's event loop must not outlive it into other tests."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        reason = f"NO BROWSER TEST WAS RUN: none of {', '.join(NAMES)} is installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return attempts.write_course(tmp_path).exercises[0]


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[Language]:
    language.use(request.param)
    yield request.param
    language.use("en")


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


@pytest.fixture
def events(context: BrowserContext) -> list[str]:
    """Every request, dialog, error and console line of the pages that are opened from here on."""
    seen: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    context.on("request", lambda request: seen.append(f"request {request.url}"))
    context.on("dialog", dismissed)
    context.on("console", lambda message: seen.append(f"console {message.text}"))
    context.on("weberror", lambda error: seen.append(f"error {error.error}"))
    return seen
