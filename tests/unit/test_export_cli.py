"""``grade export FORMAT``, from the command line to the file."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from grader import language
from grader.cli import grade
from grader.cli.output import write_output
from grader.errors import UsageError
from grader.gradebook import Gradebook
from tests import attempts


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a gradebook that holds one attempt, beside that attempt's file."""
    exercise = attempts.write_course(tmp_path).exercise("3")
    attempt = attempts.failing(exercise)
    (tmp_path / "attempt.json").write_bytes(msgspec.json.encode(attempt))
    with Gradebook(tmp_path / "gradebook.db") as book:
        book.record(attempt, "key", "here")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    try:
        return CliRunner().invoke(grade, ["export", *words], standalone_mode=False)
    finally:
        language.use("en")


def test_scores_go_to_standard_output_or_a_file(course: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(run("csv").stdout))
    assert (row["student"], row["score"]) == ("ada", "8")
    assert run("json", "--output", "out/scores.json").stdout == ""
    (found,) = json.loads((course / "out" / "scores.json").read_bytes())["scores"]
    assert found["score"] == 8
    assert run("parquet").stdout_bytes.startswith(b"PAR1")


@pytest.mark.usefixtures("course")
def test_one_attempt_or_several_are_exported_from_their_files() -> None:
    assert json.loads(run("gradescope", "attempt.json").stdout)["score"] == 8
    assert run("junit", "attempt.json", "attempt.json").stdout.count("<testsuite ") == 2
    assert len(json.loads(run("codequality", "attempt.json").stdout)) == 5


@pytest.mark.usefixtures("course")
def test_the_group_s_language_reaches_the_format() -> None:
    told = json.loads(CliRunner().invoke(grade, ["--lang", "ko", "export", "gradescope", "attempt.json"], standalone_mode=False).stdout)  # noqa: E501 # fmt: skip
    language.use("en")
    assert "기대한 값" in told["tests"][4]["output"]


@pytest.mark.parametrize("content", ["", "{}", "[" * 100_000, '{"schema": "other/1"}', "\xff"])
def test_what_is_no_attempt_is_refused(content: str, course: Path) -> None:
    (course / "bad.json").write_text(content, encoding="latin-1")
    for path in ("bad.json", "missing.json"):
        with pytest.raises(Exception, match=rf"{path} is no attempt: .*\. `grade EXERCISE --json"):
            raise run("gradescope", path).exception  # type: ignore[misc]


def test_a_canvas_gradebook_is_filled_and_what_is_missing_said(course: Path) -> None:
    (course / "canvas.csv").write_text(
        "Student,ID,SIS User ID,Section,Gradients (7)\nPoints Possible,,,,20\nAda,1,ada,A,\n",
        encoding="utf-8",
    )
    done = run("canvas", "--into", "canvas.csv", "--output", "filled.csv")
    assert (done.return_value, done.stderr) == (0, "1 student has a score.\n")
    assert (course / "filled.csv").read_text(encoding="utf-8").endswith("Ada,1,ada,A,8\n")
    (course / "class.csv").write_text("student\ngrace\n", encoding="utf-8")
    done = run("canvas", "--into", "canvas.csv", "--roster", "class.csv")
    assert done.return_value == 1
    assert "ada: no score written" in done.stderr


def test_a_moodle_worksheet_is_filled(course: Path) -> None:
    (course / "moodle.csv").write_text(
        "Identifier,Full name,Status,Grade,Maximum Grade\nParticipant 9,ada,,,20.00\n",
        encoding="utf-8",
    )
    done = run("moodle", "--into", "moodle.csv", "--exercise", "3")
    assert done.stdout.splitlines()[-1] == "Participant 9,ada,,8,20.00"
    with pytest.raises(Exception, match="A worksheet is for one exercise"):
        raise run("moodle", "--into", "moodle.csv").exception  # type: ignore[misc]
    assert run("moodle", "--exercise", "3").stdout.splitlines() == ["student,exercise3", "ada,8"]


@pytest.mark.parametrize("form", ["gradescope-bundle", "classroom50-runner"])
def test_a_bundle_refuses_to_grade_without_a_sandbox_unless_told(form: str, course: Path) -> None:
    scripts = {}
    for words in ([], ["--unsafe"]):
        assert run(form, "gradients", "--output", "bundle.zip", *words).return_value == 0
        with zipfile.ZipFile(course / "bundle.zip") as archive:
            (name,) = {"run_autograder", "autograder.py"} & set(archive.namelist())
            scripts[bool(words)] = archive.read(name).decode()
    said = re.compile(r"\b(sandbox|auto)\b")
    assert (said.findall(scripts[False])[-1], said.findall(scripts[True])[-1]) == (
        "sandbox",
        "auto",
    )


def test_bytes_are_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(UsageError, match="--output"):
        write_output(b"PK\0", None)
