"""The pages under docs/ and README say what the code does: nothing less, nothing else."""

import re
import runpy
from pathlib import Path
from typing import Any

import click
import msgspec
import pytest

from grader import course, exercise
from grader.cli import grade
from grader.cli.exercise import exercise_command
from grader.records import Attempt, CheckResult, Feedback, Outcome, SubmissionSummary
from grader.suite import common
from grader.suite.expect import Answer, expect

ROOT = Path(__file__).parents[2]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def table(text: str, heading: str) -> dict[str, list[str]]:
    """Return the first table after `heading`: first cell without code marks -> all cells."""
    rows: dict[str, list[str]] = {}
    for line in text[text.index(heading) :].splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if match := re.fullmatch(r"`([a-z_0-9]+)`", cells[0]):
                rows[match[1]] = cells
        elif rows:
            break
    return rows


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("| key | type | meaning |", Attempt),
        ("`submission`:", SubmissionSummary),
        ("Each of `checks`:", CheckResult),
    ],
)
def test_every_key_of_the_json_is_documented_in_order(heading: str, record: type) -> None:
    documented = list(table(page("docs/json.md"), heading))
    assert documented == list(record.__struct_fields__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("## course.toml", course._CourseFile),
        ("## exercise.toml", exercise._ExerciseFile),
        ("`[[tasks]]`", exercise.Task),
        ("`[limits]`", exercise.Limits),
    ],
)
def test_every_key_of_the_toml_files_is_documented(
    heading: str, record: type[msgspec.Struct]
) -> None:
    assert set(table(page("docs/course.md"), heading)) == set(record.__struct_fields__)


def test_the_default_limits_are_documented() -> None:
    documented = table(page("docs/course.md"), "`[limits]`")
    defaults: dict[str, Any] = msgspec.structs.asdict(exercise.Limits())
    assert {key: float(cells[1]) for key, cells in documented.items()} == defaults


def test_every_outcome_and_feedback_level_is_documented() -> None:
    json, toml = page("docs/json.md"), page("docs/course.md")
    assert all(f"`{outcome}`" in json for outcome in Outcome)
    assert all(f'- `"{level}"`' in toml for level in Feedback)


def test_readme_lists_every_command() -> None:
    readme = page("README.md")
    context = click.Context(grade)
    words = set(grade.list_commands(context))
    documented = set(re.findall(r"^\| `grade ([a-z]+)[ `]", readme, re.MULTILINE))
    assert documented == words


def test_readme_lists_every_option_of_an_exercise() -> None:
    readme = page("README.md")
    options = {
        name for parameter in exercise_command.params for name in parameter.opts if name[:2] == "--"
    }
    documented = set(re.findall(r"`(--[a-z]+)[ `]", readme))
    assert options <= documented


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


def test_the_architecture_names_every_module() -> None:
    text = page("docs/architecture.md")
    modules = {
        path.stem if path.is_file() else f"{path.name}/"
        for path in (ROOT / "grader").iterdir()
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())
    } - {"__init__"}
    inner = {
        path.stem
        for folder in ("worker", "suite")
        for path in (ROOT / "grader" / folder).glob("*.py")
    } - {"__init__"}
    assert sorted(name for name in modules | inner if f"`{name}`" not in text) == []


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))]
)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page(name)):
        if "://" not in target:
            assert (ROOT / name).parent.joinpath(target).exists(), target


def test_every_picture_of_the_script_is_there_and_on_a_page() -> None:
    pictures = set(runpy.run_path(str(ROOT / "docs" / "screenshots.py"))["PICTURES"])
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        name.rpartition("/")[2]
        for each in pages
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", each.read_text(encoding="utf-8"))
    }
    assert pictures == shown == {path.name for path in (ROOT / "docs").glob("*.png")}
