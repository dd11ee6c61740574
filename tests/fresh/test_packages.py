"""The wheel and the sdist hold what is needed, nothing else, and grade without the repository."""

import re
import tarfile
import zipfile
from pathlib import Path

import msgspec
import pytest

from grader.records import Attempt, Isolation
from tests.fresh.conftest import Built
from tests.fresh.machine import ROOT, Machine, uv

NEEDED = (
    "grader/py.typed",
    "grader/suite/judge.ini",
    "grader/locale/ko/LC_MESSAGES/deepgrade.mo",
    "grader/report/templates/report.css",
    "grader/templates/kit/pyproject.toml.tmpl",
    "grader/datasets/pretrained.npz",
    "grader/datasets/mnist/train-images-idx3-ubyte.gz",
    "grader/datasets/mnist/train-labels-idx1-ubyte.gz",
    "grader/datasets/mnist/t10k-images-idx3-ubyte.gz",
    "grader/datasets/mnist/t10k-labels-idx1-ubyte.gz",
)


def of_wheel(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def of_sdist(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as archive:
        files = [member for member in archive.getmembers() if member.isfile()]
        return {
            member.name.partition("/")[2]: content.read()
            for member in files
            if (content := archive.extractfile(member))
        }


def tracked() -> set[str]:
    """Return the package's files, but for what Python and editors leave beside them."""
    files = (path for path in (ROOT / "grader").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_package_and_nothing_else(built: Built) -> None:
    names = set(of_wheel(built.wheel))
    package = {name for name in names if name.startswith("grader/")}
    assert package == tracked()
    assert package.issuperset(NEEDED)
    # What is left describes the package: nothing of the course, no test, no oracle.
    assert {name.partition("/")[0].partition("-")[0] for name in names - package} == {"deepgrade"}
    assert {name.partition("/")[0].endswith(".dist-info") for name in names - package} == {True}


def test_the_sdist_holds_no_test_no_solution_and_no_suite(built: Built) -> None:
    names = set(of_sdist(built.sdist))
    assert {name for name in names if name.startswith("grader/")} == tracked()
    around = {name for name in names if not name.startswith("grader/")}
    assert around >= {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "PKG-INFO"}
    assert [name for name in around if "/" in name] == []


def test_the_sdist_builds_the_same_wheel(built: Built) -> None:
    assert built.wheel_of_sdist.name == built.wheel.name
    assert of_wheel(built.wheel_of_sdist) == of_wheel(built.wheel)


@pytest.fixture(scope="module", params=["pip install wheel", "uv pip install sdist"])
def machine(
    request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Machine:
    """Return a machine with Deepgrade in an environment of its own, and no other program."""
    machine = Machine(tmp_path_factory.mktemp("machine"))
    machine.add_python()
    python = machine.python / "bin" / "python"
    into = ("--quiet", "--python", str(python))
    if request.param == "uv pip install sdist":
        uv("pip", "install", *into, str(built.sdist))
    else:  # pip finds all that the wheel needs, and downloads nothing
        uv("pip", "install", *into, str(built.wheel))
        uv("pip", "uninstall", *into, "deepgrade")
        done = machine.run(machine.home, python, "-m", "pip", "install", "--no-index", built.wheel)
        assert done.returncode == 0, done.stderr
    return machine


@pytest.fixture(scope="module")
def kit(machine: Machine) -> Path:
    """Return a kit that this installation wrote of the course."""
    folder = machine.home / "kit"
    grade = machine.python / "bin" / "grade"
    done = machine.run(ROOT, grade, "release", folder, "--exercise", "3")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def loaded(said: str) -> set[Path]:
    """Return the files that Python said it took modules from."""
    found = re.findall(r"^# (?:code object from|\S+ matches) '?(.+?)'?$", said, re.MULTILINE)
    return {Path(name) for name in found}


def test_a_stub_is_graded_in_a_kit_without_the_repository(machine: Machine, kit: Path) -> None:
    grade = machine.python / "bin" / "grade"
    done = machine.run(kit, grade, "exercise3", PYTHONVERBOSE="1")
    assert done.returncode == 1, done.stderr
    assert "Task 1 is not done yet." in done.stdout
    assert (kit / "reports" / "exercise3.html").is_file()
    modules = loaded(done.stderr)
    assert [path for path in modules if path.is_relative_to(ROOT)] == []
    assert any(path.name.startswith("judge") for path in modules)


def test_a_solution_is_graded_in_a_kit_without_the_repository(machine: Machine, kit: Path) -> None:
    grade = machine.python / "bin" / "grade"
    solution = machine.home / "gradients.py"
    solution.write_bytes((ROOT / "solutions/exercise3/gradients.py").read_bytes())
    written = machine.home / "attempt.json"
    done = machine.run(
        kit, grade, "exercise3", "--submission", solution, "--json", written, "--lang", "ko"
    )
    assert done.returncode == 0, done.stderr
    attempt = msgspec.json.decode(written.read_bytes(), type=Attempt)
    assert attempt.score == attempt.max_score > 0
    assert attempt.isolation is Isolation.PROCESS  # there is no bubblewrap
    assert "모두 통과" in done.stdout
