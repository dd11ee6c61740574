"""README, followed word for word in a fresh clone on a machine that has what README asks for."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import Example, examples
from tests.docs.test_examples import Reader
from tests.fresh.machine import ROOT, Machine

README = ROOT / "README.md"
FIRST, SOLUTION, KERAS = (each for each in examples(README) if "machine" in each.said)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("machine"), "bash")
    machine.add_python()
    return machine


def follow(machine: Machine, clone: Path, example: Example) -> None:
    Reader(clone, machine.environment(TERM="dumb")).follow(example, writes=False)


def in_text(words: str) -> str:
    """Return a command that README gives within a sentence."""
    found: set[str] = set(re.findall(rf"`({words}[^`|]*)`", README.read_text("utf-8")))
    (command,) = found
    return command


@pytest.fixture(scope="module")
def clone(machine: Machine) -> Path:
    """Return a clone of what is committed, in which the first command of README was typed."""
    folder = machine.home / "deepgrade"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    follow(machine, folder, FIRST)
    return folder


def test_one_command_sets_everything_up_and_grades(clone: Path) -> None:
    assert (clone / "reports" / "exercise3.html").is_file()
    assert (clone / ".venv" / "bin" / "grade").is_file()


def test_the_model_solution_gets_full_marks(machine: Machine, clone: Path) -> None:
    follow(machine, clone, SOLUTION)
    assert "Well done!" in (clone / "reports" / "exercise3.html").read_text("utf-8")


def test_grade_is_a_command_once_the_environment_is_active(machine: Machine, clone: Path) -> None:
    done = machine.run(clone, "bash", "-c", f"{in_text('source')} && grade")
    assert (done.returncode, done.stderr) == (0, "")
    assert "exercise17" in done.stdout


def test_the_sandbox_is_there_once_it_is_installed(machine: Machine, clone: Path) -> None:
    command = f"{in_text('source')} && {in_text('grade doctor')}"
    before = machine.run(clone, "bash", "-c", command)
    assert before.returncode == 3
    assert in_text("apt install") in before.stdout
    machine.add("bwrap")
    after = machine.run(clone, "bash", "-c", command)
    machine.remove("bwrap")
    assert after.returncode == 0, after.stdout


def test_keras_comes_with_one_word_more(machine: Machine, clone: Path) -> None:
    machine.add("bwrap")  # or TensorFlow is loaded for each check, as README says
    follow(machine, clone, KERAS)
    machine.remove("bwrap")
    assert (clone / "reports" / "exercise16.html").is_file()


def test_the_projects_own_tests_run(machine: Machine, clone: Path) -> None:
    (tests,) = (each for each in examples(README) if each.said.get("not run") == "this is the test")
    # One file shows that all is there that pytest's own settings and conftest.py ask for.
    command = f"{tests.text.strip().removeprefix('$ ')} tests/unit/test_scoring.py"
    done = machine.run(clone, "bash", "-c", command)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\d+ passed", done.stdout)
