"""A release is cut as docs/releasing.md says, and refused where a step was left out."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import examples
from tests.fresh.machine import ROOT
from tests.fresh.workflow import script

PAGE = ROOT / "docs" / "releasing.md"
EDITOR = """#!/bin/sh
exec sed --in-place 's/^{old}$/{new}/' "$1"
"""


class Maintainer:
    """Somebody with a clone who follows the page."""

    def __init__(self, commit: Path, place: Path) -> None:
        self.clone = place / "clone"
        self._programs = place / "programs"
        self._programs.mkdir()
        (self._programs / "uv").symlink_to(os.environ.get("UV") or str(shutil.which("uv")))
        self._environment = os.environ | {
            "PATH": f"{self._programs}:{os.environ['PATH']}", "HOME": str(place),
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        }  # fmt: skip
        self._environment.pop("VIRTUAL_ENV", None)
        self.run(f"git clone --quiet --bare '{commit}' '{place}/origin'", place)
        self.run(f"git clone --quiet '{place}/origin' '{self.clone}'", place)

    def install(self, name: str, text: str) -> None:
        (self._programs / name).write_text(text, encoding="utf-8")
        (self._programs / name).chmod(0o755)

    def run(self, line: str, folder: Path | None = None, **variables: str) -> str:
        """Run what a shell understands, as GitHub does; return what it printed."""
        done = subprocess.run(
            ["bash", "-e", "-c", line],
            cwd=folder or self.clone,
            env=self._environment | variables,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    def checked(self, tag: str) -> bool:
        """Whether the workflow would build what is checked out for this tag."""
        try:
            self.run(
                script("Compare the tag with the version and its changes"), GITHUB_REF_NAME=tag
            )
        except subprocess.CalledProcessError:
            return False
        return True


@pytest.fixture(scope="module")
def maintainer(commit: Path, tmp_path_factory: pytest.TempPathFactory) -> Maintainer:
    """Return one who released 9.8.7 by the steps of the page."""
    maintainer = Maintainer(commit, tmp_path_factory.mktemp("maintainer"))
    steps = next(examples(PAGE)).text.replace("0.1.0", "9.8.7")
    edit = re.search(r'"(## .+?)" becomes "(## .+?)"', steps)
    assert edit is not None
    maintainer.install("editor", EDITOR.format(old=edit[1], new=edit[2]))
    for line in steps.removeprefix("$ ").split("\n$ "):
        maintainer.run(line)
    return maintainer


def test_the_steps_change_the_version_in_its_one_place_and_push_a_tag(
    maintainer: Maintainer,
) -> None:
    changed = maintainer.run("git show --format= --numstat HEAD").split()
    assert changed == ["1", "1", "CHANGELOG.md", "1", "1", "pyproject.toml", "1", "1", "uv.lock"]
    pushed = maintainer.run("git ls-remote origin main 'v9.8.7^{}'")
    assert pushed.split()[::2] == [maintainer.run("git rev-parse HEAD").strip()] * 2
    assert maintainer.run("git status --porcelain") == ""


def test_what_the_steps_made_is_built(maintainer: Maintainer) -> None:
    assert maintainer.checked("v9.8.7")
    built = maintainer.run(".ci/build '../built'")
    assert [line.split()[1] for line in built.splitlines()] == [
        "deepgrade-9.8.7.tar.gz",
        "deepgrade-9.8.7-py3-none-any.whl",
    ]


def test_another_tag_or_changes_without_a_heading_are_refused(maintainer: Maintainer) -> None:
    assert not maintainer.checked("v9.8.8")
    maintainer.run("git checkout --quiet v9.8.7~1")
    version = maintainer.run("uv version --short").strip()
    assert not maintainer.checked(f"v{version}")
    maintainer.run("git checkout --quiet main")
