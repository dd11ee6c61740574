"""The pages under docs/ and README say what the code does: nothing less, nothing else."""

import re
import runpy
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import pytest

from grader.cli import grade
from grader.records import Feedback, Outcome
from grader.suite import common
from grader.suite.expect import Answer, expect

ROOT = Path(__file__).parents[2]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_outcome_and_feedback_level_is_documented() -> None:
    json, toml = page("docs/reference/json.md"), page("docs/course.md")
    assert all(f'`"{outcome}"`' in json for outcome in Outcome)
    assert all(f'- `"{level}"`' in toml for level in Feedback)


def test_readme_lists_every_command() -> None:
    readme = page("README.md")
    context = click.Context(grade)
    words = set(grade.list_commands(context))
    documented = set(re.findall(r"^\| `grade ([a-z-]+)[ `]", readme, re.MULTILINE))
    assert documented == words


def test_authors_find_every_statement_and_common_check() -> None:
    text = page("docs/authors.md")
    statements = {name for name in vars(Answer) if not name.startswith("_")}
    statements |= {f"expect.{name}" for name in vars(type(expect)) if not name.startswith("_")}
    assert [name for name in statements if name not in text] == []
    factories = {"activation", "loss"}
    assert factories == {
        name
        for name, value in vars(common).items()
        if callable(value) and getattr(value, "__module__", "") == common.__name__
        if not name.startswith("_")
    }
    assert all(f"common.{name}(" in text for name in factories)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page(name)):
        if "://" not in target:
            assert (ROOT / name).parent.joinpath(target).exists(), target


def screenshots() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "screenshots.py"))


def test_pictures_are_of_the_pages_as_they_look_now() -> None:
    # What is pictured is graded, and differs by a last digit from machine to machine: so the looks
    # are compared, not the pixels.
    made = screenshots()
    taken = made["STAMP"].read_text(encoding="utf-8").strip()
    assert taken == made["stamp"](), "run `uv run python docs/screenshots.py`, look at them, commit"


def test_every_picture_of_the_script_is_there_and_on_a_page() -> None:
    pictures = set(screenshots()["PICTURES"])
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        name.rpartition("/")[2]
        for each in pages
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", each.read_text(encoding="utf-8"))
    }
    assert pictures == shown == {path.name for path in (ROOT / "docs").glob("*.png")}


def test_everything_that_is_named_as_evidence_is_there() -> None:
    text = page("docs/evidence.md")
    paths = re.findall(r"`((?:tests|docs|benchmarks|examples|\.github)/[\w./-]+)`", text)
    modules = re.findall(r"python -m ([\w.]+)", text)
    assert len(paths) > 30
    assert len(modules) > 5
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert [module for module in modules if find_spec(module) is None] == []
