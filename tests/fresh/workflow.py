"""What the release workflow runs, so that a test runs the same."""

from ruamel.yaml import YAML

from tests.fresh.machine import ROOT

RELEASE = ROOT / ".github" / "workflows" / "release.yml"


def script(name: str) -> str:
    """Return what a step of the job that builds runs."""
    steps = YAML(typ="safe", pure=True).load(RELEASE)["jobs"]["build"]["steps"]
    [found] = [step["run"] for step in steps if step["name"] == name]
    return str(found).strip()
