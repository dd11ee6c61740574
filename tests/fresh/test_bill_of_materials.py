"""What a release says it stands on is what uv.lock names, in CycloneDX's format."""

import json
import os
import re
import subprocess
import tomllib
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.fresh.machine import ROOT
from tests.fresh.workflow import script


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    """Return what the release workflow's own step writes."""
    written = " --output-file dist/deepgrade.cdx.json"
    command = script("List what it stands on").removesuffix(written).split()
    assert command[0] == "uv"
    command[0] = os.environ.get("UV", "uv")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


def test_it_follows_the_published_schema(bill: dict[str, Any]) -> None:
    # One file of each component: the schema has each pair of many compared, which takes minutes.
    short = [
        one | {"externalReferences": one["externalReferences"][:1]} for one in bill["components"]
    ]
    validator = JsonStrictValidator(SchemaVersion.V1_5)
    assert validator.validate_str(json.dumps(bill | {"components": short})) is None
    short[0]["type"] = "no such type"
    assert validator.validate_str(json.dumps(bill | {"components": short[:1]})) is not None


def test_it_names_every_dependency_with_its_version_and_the_digests_of_its_files(
    bill: dict[str, Any],
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lock = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    locked = {(one["name"], one["version"]) for one in lock}
    listed = {(one["name"], one["version"]) for one in bill["components"]}
    assert listed <= locked
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(name for extra in extras for name in extra)]
    direct = {re.split(r"[<>=\[]", requirement)[0] for requirement in wanted}
    assert direct <= {name for name, _version in listed}
    assert "ruff" not in {name for name, _version in listed}  # a tool of ours stays with us
    for one in bill["components"]:
        for file in one["externalReferences"]:
            assert file["url"].startswith("https://files.pythonhosted.org/"), one["name"]
            assert [digest["alg"] for digest in file["hashes"]] == ["SHA-256"], one["name"]
