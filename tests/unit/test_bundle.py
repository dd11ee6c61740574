"""What a platform runs: the scripts of a bundle, in a copy of the platform's folders."""

import base64
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from grader.bundle import CLASSROOM50, GRADESCOPE, bundle, wheel
from grader.course import load_course
from tests import tiny
from tests.exports import RUNNER


class Platform:
    """Folders as a platform makes them, with a bundle unpacked in `source`."""

    def __init__(self, root: Path, platform: str) -> None:
        self.root = root
        self.source = root / "source"
        self.submission = root / "submission"
        exercise = tiny.write(root / "course")
        data = bundle(platform, load_course(root / "course"), exercise, "auto")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(self.source)
        self.submission.mkdir()

    def hand_in(self, text: str, name: str = "sums.py") -> None:
        (self.submission / name).write_text(text, encoding="utf-8")

    def run(self, command: list[str | Path], **changes: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "DEEPGRADE_AUTOGRADER": str(self.root),
            "DEEPGRADE_PYTHON": sys.executable,
            **changes,
        }
        cwd = self.submission if self.submission.exists() else self.root
        return subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )

    def gradescope(self, **changes: str) -> subprocess.CompletedProcess[str]:
        return self.run(["bash", self.source / "run_autograder"], **changes)

    def classroom50(self, **changes: str) -> subprocess.CompletedProcess[str]:
        script = self.source / "autograder.py"
        return self.run([sys.executable, script], **{**RUNNER, **changes})

    @property
    def results(self) -> Path:
        return self.root / "results" / "results.json"

    def found(self) -> Any:
        return json.loads(self.results.read_bytes())


@pytest.fixture
def gradescope(tmp_path: Path) -> Platform:
    return Platform(tmp_path, GRADESCOPE)


@pytest.fixture
def classroom50(tmp_path: Path) -> Platform:
    return Platform(tmp_path, CLASSROOM50)


def test_gradescope_gets_full_marks_for_a_solution(gradescope: Platform) -> None:
    gradescope.hand_in(tiny.SOLUTION_SOURCE)
    done = gradescope.gradescope()
    assert done.returncode == 0, done.stdout + done.stderr
    found = gradescope.found()
    assert found["score"] == 10
    assert {test["status"] for test in found["tests"]} == {"passed"}
    assert "10 / 10" in done.stdout


def test_gradescope_names_the_mistake(gradescope: Platform) -> None:
    gradescope.hand_in(tiny.changed(tiny.SOLUTION_SOURCE, "/ np.size(x)", ""))
    assert gradescope.gradescope().returncode == 0
    said = [test["output"] for test in gradescope.found()["tests"] if test["status"] == "failed"]
    assert any("This looks like: summed" in text for text in said)


@pytest.mark.parametrize("name", ["summs.py", "sums.txt"])
def test_what_cannot_be_read_earns_nothing_and_is_said(gradescope: Platform, name: str) -> None:
    gradescope.hand_in(tiny.SOLUTION_SOURCE, name)
    assert gradescope.gradescope().returncode == 0
    found = gradescope.found()
    assert found["score"] == 0
    assert sum(test["max_score"] for test in found["tests"]) == 10
    assert "yours cannot be graded" in found["output"]
    assert "sums.py" in found["output"]


def test_a_link_out_of_the_submission_is_not_followed(gradescope: Platform) -> None:
    (gradescope.submission / "sums.py").symlink_to(
        gradescope.source / "course" / "solutions" / "exercise3" / "sums.py"
    )
    assert gradescope.gradescope().returncode == 0
    assert gradescope.found()["score"] == 0


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("tests/hidden/exercise3/test_sums.py", "import nothing_of_that_name"),
        ("course.toml", "title ="),
        ("solutions/exercise3/sums.py", "("),
    ],
)
def test_a_fault_of_the_grader_gives_no_score_at_all(
    gradescope: Platform, file: str, text: str
) -> None:
    """No results.json: Gradescope says so, keeps no score, and lets it run again."""
    gradescope.hand_in(tiny.changed(tiny.SOLUTION_SOURCE, "* 2.0", "* 3.0"))
    gradescope.results.parent.mkdir()
    gradescope.results.write_text('{"score": 10}')
    (gradescope.source / "course" / file).write_text(text)
    done = gradescope.gradescope()
    assert done.returncode != 0
    assert not gradescope.results.exists()


def test_a_grader_that_does_not_start_leaves_no_old_result(gradescope: Platform) -> None:
    gradescope.results.parent.mkdir()
    gradescope.results.write_text('{"score": 10}')
    assert gradescope.gradescope(DEEPGRADE_PYTHON="/nowhere/python").returncode != 0
    assert not gradescope.results.exists()


def test_a_submission_the_platform_lost_is_not_the_student_s_fault(gradescope: Platform) -> None:
    gradescope.submission.rmdir()
    done = gradescope.gradescope()
    assert (done.returncode, gradescope.results.exists()) == (2, False)


def test_nothing_in_a_submission_is_imported_by_the_grader(gradescope: Platform) -> None:
    gradescope.hand_in(tiny.SOLUTION_SOURCE)
    for name in ("sitecustomize.py", "numpy.py", "grader.py", "conftest.py"):
        gradescope.hand_in("raise SystemExit(0)\n", name)
    done = gradescope.gradescope(PYTHONPATH=str(gradescope.submission))
    assert done.returncode == 0, done.stdout + done.stderr
    assert gradescope.found()["score"] == 10


def test_a_stub_that_is_done_gives_nobody_points(gradescope: Platform) -> None:
    stub = gradescope.source / "course" / tiny.STUB
    stub.write_text(tiny.SOLUTION_SOURCE)
    done = gradescope.gradescope()
    assert (done.returncode, gradescope.results.exists()) == (2, False)
    assert "The stub earns points" in done.stdout


def test_classroom50_gets_its_result_in_the_checkout(classroom50: Platform) -> None:
    classroom50.hand_in(tiny.changed(tiny.SOLUTION_SOURCE, "/ np.size(x)", ""))
    (classroom50.submission / "result.json").symlink_to(classroom50.root / "elsewhere")
    done = classroom50.classroom50()
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((classroom50.submission / "result.json").read_bytes())
    assert (found["schema"], found["classroom"]) == ("classroom50/result/v1", "cs-principles")
    assert 0 < found["score"] < found["max-score"]
    assert not (classroom50.root / "elsewhere").exists()


def test_classroom50_is_told_of_a_fault_by_the_exit_code(classroom50: Platform) -> None:
    classroom50.hand_in(tiny.SOLUTION_SOURCE)
    (classroom50.submission / "result.json").write_text("{}")
    assert classroom50.classroom50(CLASSROOM="").returncode != 0
    assert not (classroom50.submission / "result.json").exists()


def test_the_bundle_is_the_same_when_nothing_changed(tmp_path: Path) -> None:
    exercise = tiny.write(tmp_path)
    course = load_course(tmp_path)
    assert bundle(GRADESCOPE, course, exercise, "auto") == bundle(
        GRADESCOPE, course, exercise, "auto"
    )


def test_gradescope_can_execute_the_scripts(tmp_path: Path) -> None:
    exercise = tiny.write(tmp_path)
    data = bundle(GRADESCOPE, load_course(tmp_path), exercise, "sandbox")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
        scripts = {name: archive.read(name) for name in ("setup.sh", "run_autograder")}
    assert {modes[name] for name in scripts} == {0o755}
    for text in scripts.values():
        assert text.startswith(b"#!/usr/bin/env bash\n")
        assert subprocess.run(["bash", "-n"], input=text, check=False).returncode == 0
        assert b"sandbox" in text


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    name, content = wheel()
    assert name == f"deepgrade-{metadata.version('deepgrade')}-py3-none-any.whl"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
        names = archive.namelist()
    (found,) = metadata.distributions(path=[str(tmp_path)])
    assert found.metadata["Name"] == "deepgrade"
    assert {entry.name for entry in found.entry_points} >= {"grade"}
    (record,) = tmp_path.glob("*.dist-info/RECORD")
    rows = list(csv.reader(io.StringIO(record.read_text(), newline="")))
    assert sorted(row[0] for row in rows) == sorted(names)
    for place, digest, _size in rows[:-1]:
        wanted = base64.urlsafe_b64encode(hashlib.sha256((tmp_path / place).read_bytes()).digest())
        assert digest == f"sha256={wanted.decode().rstrip('=')}"
    assert (tmp_path / "grader" / "locale" / "ko" / "LC_MESSAGES" / "deepgrade.mo").exists()


@pytest.mark.parametrize("platform", [GRADESCOPE, CLASSROOM50])
def test_what_only_the_hidden_suite_needs_is_installed_too(tmp_path: Path, platform: str) -> None:
    needy = 'needs = ["only_the_suite_imports_this.inside"]\n' + tiny.EXERCISE
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: needy})
    data = bundle(platform, load_course(tmp_path), exercise, "auto")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        scripts = [archive.read(name) for name in archive.namelist() if "/" not in name]
    assert any(b"only_the_suite_imports_this" in script for script in scripts)
