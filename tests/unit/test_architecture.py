"""docs/architecture.md says where everything is: every module, and nothing that is not there."""

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FOLDERS = sorted(path.parent.name for path in (ROOT / "grader").glob("*/__init__.py"))


def section(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def quoted(text: str) -> list[str]:
    return re.findall("`([^`\n]+)`", text)


def modules(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_the_table_has_every_module_and_folder_of_the_grader_and_no_other() -> None:
    rows = [line for line in section("Where things are").splitlines() if line.startswith("| ")]
    named = {word for row in rows for word in quoted(row.split("|")[2])}
    there = modules(ROOT / "grader") | {f"{name}/" for name in FOLDERS}
    assert named == there


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_is_described_by_its_modules_and_no_other(folder: str) -> None:
    where = section("Where things are")
    (described,) = re.findall(rf"`grader/{folder}/`(.*?)(?=\n\n|`grader/)", where, re.DOTALL)
    named = {word for word in quoted(described) if word.isidentifier()}
    assert named == modules(ROOT / "grader" / folder)


def test_the_walk_leads_through_rooms_that_are_there() -> None:
    dotted = [word for word in quoted(section("The walk of one submission")) if "/" not in word]
    names = [word for word in dotted if " " not in word]
    assert len(names) > 20
    for name in names:
        resolve_name(f"grader.{name}")


def test_every_file_that_is_named_is_there() -> None:
    files = [word for word in quoted(PAGE) if re.fullmatch(r"[\w/*]+\.(?:py|md)", word)]
    assert len(files) > 5
    for name in files:
        assert any(ROOT.glob(name)) or any((ROOT / "grader").glob(name)), name
