"""Make docs/report.png, the picture in the README, from a graded attempt.

grade exercise3 --submission FOLDER --json attempt.json
uv run python docs/screenshots.py attempt.json exercise3
"""  # noqa: INP001 - a script beside the pages it makes pictures for

import shutil
import sys
import tempfile
from pathlib import Path

import msgspec
from playwright.sync_api import sync_playwright

from grader.course import find_course
from grader.records import Attempt
from grader.report.html import render_attempt

PICTURE = Path(__file__).parent / "report.png"
WIDTH, HEIGHT = 1000, 1500


def main(attempt_file: str, exercise_name: str) -> None:
    """Render the attempt and photograph the top of the page."""
    attempt = msgspec.json.decode(Path(attempt_file).read_bytes(), type=Attempt)
    exercise = find_course(Path.cwd()).exercise(exercise_name)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        report.write_text(render_attempt(attempt, exercise), "utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(report.as_uri())
        height = min(HEIGHT, page.evaluate("document.documentElement.scrollHeight"))
        page.screenshot(
            path=PICTURE,
            full_page=True,
            clip={"x": 0, "y": 0, "width": WIDTH, "height": height},
        )
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
