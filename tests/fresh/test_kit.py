"""What a student does first with a kit, word for word from the README that comes with it."""

import re
import sys
from pathlib import Path

import pytest

from tests.fresh.conftest import Built
from tests.fresh.machine import ROOT, Machine, run


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("machine"), "bash")
    machine.add_python()
    return machine


@pytest.fixture(scope="module")
def kit(machine: Machine, built: Built) -> Path:
    """Return a kit with its environment, made as its README says."""
    folder = machine.home / "kit"
    grader = f"deepgrade @ {built.wheel.as_uri()}"  # as long as it is on no package index
    words = ("-m", "grader", "release", str(folder), "--exercise", "3", "--grader", grader)
    done = run(ROOT, sys.executable, *words, environment=machine.environment())
    assert done.returncode == 0, done.stderr
    (command,) = re.findall(r"^    (.+)$", readme(folder), re.MULTILINE)
    done = machine.run(folder, "bash", "-c", command)
    assert done.returncode == 0, done.stderr
    return folder


def readme(kit: Path) -> str:
    return (kit / "README.md").read_text(encoding="utf-8")


def test_every_command_of_its_readme_works(machine: Machine, kit: Path) -> None:
    (activate,) = re.findall(r"`(source [^`]+)`", readme(kit))
    commands = re.findall(r"`(grade[^`]*)`", " ".join(readme(kit).split()))
    assert "grade exercise3 --submission notebooks/exercise3" in commands
    for command in dict.fromkeys(commands):
        done = machine.run(kit, "bash", "-c", f"{activate} && {command}")
        graded = command.startswith("grade exercise3")
        assert done.returncode == (1 if graded else 0), f"{command}: {done.stderr}"
        assert done.stdout.strip() != ""
    assert (kit / "reports" / "exercise3.html").is_file()
