"""``grade doctor`` on machines that really lack something: what, therefore what, and what mends it.

Where it gives a command, that very command is run, and must mend it.
"""

import re
import subprocess
from pathlib import Path

import pytest

from tests import tiny
from tests.fresh.conftest import Built
from tests.fresh.machine import Machine, run, uv

Result = subprocess.CompletedProcess[str]
NO_SANDBOX = "graded in plain processes, and the code of others not at all"


@pytest.fixture(scope="module")
def machine(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("machine"), "bash", "uv")
    machine.add_python()
    python = str(machine.python / "bin" / "python")
    uv("pip", "install", "--quiet", "--python", python, str(built.wheel))
    return machine


@pytest.fixture(scope="module")
def course(machine: Machine) -> Path:
    folder = machine.home / "course"
    tiny.write(folder)
    return folder


def finding(name: str, result: Result) -> str:
    """Return one finding on one line: symbol, name, verdict, and what is said."""
    assert "Traceback" not in result.stdout + result.stderr
    found = re.search(rf"^  ([✓✗○]  {name}  .*(?:\n {{20}}.*)*)", result.stdout, re.MULTILINE)
    assert found is not None, result.stdout + result.stderr
    return " ".join(found[1].split())


def doctor(machine: Machine, folder: Path, **variables: str) -> Result:
    return machine.run(folder, machine.python / "bin" / "grade", "doctor", **variables)


def inside(machine: Machine, folder: Path, *options: str) -> Result:
    """Ask the doctor where nothing can be written, or nothing else can be confined."""
    grade = machine.python / "bin" / "grade"
    bwrap = ("bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", *options)
    return machine.run(folder, *bwrap, str(grade), "doctor")


def mend(machine: Machine, folder: Path, said: str) -> None:
    """Type the command that the doctor gave, with the environment active."""
    command = re.search(r"Install it: `(.+)`", said)
    assert command is not None, said
    active = {"VIRTUAL_ENV": str(machine.python)}
    done = machine.run(folder, "bash", "-c", command[1], **active)
    assert done.returncode == 0, done.stderr


def test_missing_programs_are_named_with_what_needs_them(machine: Machine, course: Path) -> None:
    result = doctor(machine, course)
    assert result.returncode == 3
    sandbox = finding("Sandbox", result)
    assert sandbox.startswith("✗ Sandbox does not work bubblewrap is not installed, so")
    assert NO_SANDBOX in sandbox
    assert "apt install bubblewrap" in sandbox
    git = finding("git", result)
    assert git.startswith("○ git optional not installed; only `grade ci`")
    assert "apt install git" in git
    assert "Plain processes works" in finding("Plain processes", result)
    for name in ("git", "bwrap"):
        machine.add(name)
    after = doctor(machine, course)
    assert after.returncode == 0, after.stdout
    assert finding("git", after).startswith("✓ git works")
    for name in ("git", "bwrap"):
        machine.remove(name)


def test_a_missing_extra_is_optional_and_comes_by_the_command_given(
    machine: Machine, course: Path
) -> None:
    result = doctor(machine, course)
    for module in ("tensorflow", "sklearn", "distributed", "psycopg", "pyarrow"):
        assert finding(module, result).startswith(f"○ {module} optional not installed; needed for")
    copydetect = finding("copydetect", result)
    assert "needed for `grade similarity` only" in copydetect
    mend(machine, course, copydetect)
    assert finding("copydetect", doctor(machine, course)) == "✓ copydetect works installed"


def test_a_package_that_grading_needs_is_missed(machine: Machine, course: Path) -> None:
    python = str(machine.python / "bin" / "python")
    uv("pip", "uninstall", "--quiet", "--python", python, "numpy", "sqlalchemy")
    grade = machine.run(course, machine.python / "bin" / "grade", "exercise3")
    assert (grade.returncode, grade.stdout) == (3, "")
    assert "The Python package numpy is not installed here. `grade doctor` says" in grade.stderr
    result = doctor(machine, course)
    assert result.returncode == 3
    packages = finding("Packages", result)
    assert "missing: numpy, sqlalchemy; nothing can be graded" in packages
    assert "Sandbox" not in result.stdout  # nothing else could be tried
    mend(machine, course, packages)
    assert finding("Packages", doctor(machine, course)).startswith("✓ Packages works")


def test_no_user_namespaces_and_nothing_to_write_to(machine: Machine, course: Path) -> None:
    machine.add("bwrap")
    confined = ("--unshare-user", "--uid", "1000", "--disable-userns", "--tmpfs", "/var/tmp")
    result = inside(machine, course, *confined)
    machine.remove("bwrap")
    assert result.returncode == 3
    sandbox = finding("Sandbox", result)
    assert sandbox.startswith("✗ Sandbox does not work it does not start, so your own")
    assert "namespace failed" in sandbox
    assert "In a container, start it with" in sandbox
    assert "grade doctor" not in sandbox
    assert "Plain processes works" in finding("Plain processes", result)
    reports = finding("Reports", result)
    assert "Read-only file system" in reports
    assert "name files with --html and --json" in reports
    cache = finding("Cache", result)
    assert cache.startswith("○ Cache optional cannot be written, so each command begins a little")


def test_nowhere_for_temporary_files(machine: Machine, course: Path) -> None:
    machine.add("bwrap")
    result = inside(machine, course, "--ro-bind", "/dev/shm", "/dev/shm")
    machine.remove("bwrap")
    assert result.returncode == 3
    said = finding("Temporary files", result)
    assert said.startswith("✗ Temporary files does not work cannot be written, so nothing can be")
    assert "export TMPDIR=DIR" in said


def test_reports_that_cannot_be_a_folder(machine: Machine, course: Path) -> None:
    (course / "reports").write_text("", encoding="utf-8")
    said = finding("Reports", doctor(machine, course))
    (course / "reports").unlink()
    assert said.startswith("✗ Reports does not work cannot be written, so results are shown")
    remedy = f"Make {course / 'reports'} a folder"
    assert remedy.replace(" ", "") in said.replace(" ", "")  # a long path is broken, too


def test_outside_a_course(machine: Machine) -> None:
    result = doctor(machine, machine.home)
    assert result.returncode == 3
    said = finding("Course", result)
    assert "No course.toml in" in said
    assert "To begin a course: grade init DIR" in said
    assert "Plain processes works" in finding("Plain processes", result)


def test_a_folder_on_the_path_is_no_installation(machine: Machine, course: Path) -> None:
    site = next((machine.python / "lib").glob("python*/site-packages"))
    program = f"import sys; sys.path.append({str(site)!r}); from grader.cli import main; main()"
    info = next(site.glob("deepgrade-*.dist-info"))
    away = info.rename(machine.home / info.name)
    python = machine.python / "bin" / "python"
    result = run(course, python, "-c", program, "doctor", environment=machine.environment())
    away.rename(info)
    assert result.returncode == 3
    assert "missing: deepgrade" in finding("Packages", result)
