"""The real command: exit codes, files written, and one sentence for every mistake of its user."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from grader.records import Attempt
from tests import tiny
from tests.tiny import SOLUTION_SOURCE, changed

Result = subprocess.CompletedProcess[str]
Grade = Callable[..., Result]
DEADLINE = 120.0


def environment(**variables: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "DEEPGRADE"))}
    return {**kept, "LC_ALL": "C.UTF-8", "COLUMNS": "100", **variables}


def run(folder: Path, *words: str, **variables: str) -> Result:
    return subprocess.run(
        [sys.executable, "-m", "grader", *words],
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        timeout=DEADLINE,
        check=False,
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    tiny.write(root)
    return root


@pytest.fixture
def grade(course: Path) -> Grade:
    return lambda *words, **variables: run(course, *words, **variables)


def refused(result: Result, said: str, code: int = 2) -> None:
    """Check that a command ended with one clear sentence and no traceback."""
    assert result.returncode == code, result.stderr
    assert said in result.stderr
    assert "Traceback" not in result.stderr + result.stdout


@pytest.mark.parametrize("name", ["exercise3", "3", "sums"])
def test_solution_passes_by_every_name(grade: Grade, name: str) -> None:
    result = grade(name, "--submission", "solutions/exercise3")
    assert (result.returncode, result.stderr) == (0, "")
    assert "10 of 10 points" in result.stdout


def test_stub_is_the_default_and_does_not_pass(grade: Grade) -> None:
    result = grade("exercise3")
    assert (result.returncode, result.stderr) == (1, "")
    assert "0 of 10 points" in result.stdout
    assert "Task 1 is not done yet." in result.stdout
    assert "Traceback" not in result.stdout


def test_json_file_is_the_contract(grade: Grade, tmp_path: Path) -> None:
    path = tmp_path / "out" / "attempt.json"
    words = ("--student", "김지민", "--seed", "7", "--json", str(path))
    assert grade("3", "--submission", tiny.SOLUTION, *words).returncode == 0
    attempt = msgspec.json.decode(path.read_bytes(), type=Attempt, strict=True)
    assert (attempt.exercise, attempt.student, attempt.seed) == ("exercise3", "김지민", 7)
    assert (attempt.score, attempt.max_score, len(attempt.checks)) == (10, 10, 8)
    assert attempt.submission.files == ("sums.py",)
    assert json.loads(path.read_bytes())["schema"] == "deepgrade/attempt/1"
    assert [p.name for p in path.parent.iterdir()] == ["attempt.json"]


def test_progress_is_about_your_own_work(grade: Grade, course: Path) -> None:
    latest = course / "reports" / "exercise3.json"
    grade("3", "--submission", tiny.SOLUTION)
    assert not latest.exists()
    grade("3")
    assert msgspec.json.decode(latest.read_bytes(), type=Attempt).score == 0


def test_what_is_no_regular_file_stays_what_it_is(grade: Grade) -> None:
    result = grade("3", "--json", "/dev/stdout")
    assert '"schema": "deepgrade/attempt/1"' in result.stdout
    assert Path("/dev/stdout").is_symlink()


def test_report_is_written_where_it_is_asked_for(grade: Grade, course: Path) -> None:
    result = grade("3", "--html", "mine/report.html")
    page = (course / "mine" / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Task 1 is not done yet." in page
    assert "Report: mine/report.html" in result.stdout
    assert not (course / "reports" / "exercise3.html").exists()


def test_report_is_kept_with_the_course_by_default(grade: Grade, course: Path) -> None:
    grade("3")
    kept = {path.name for path in (course / "reports").iterdir()}
    assert kept == {"exercise3.html", "exercise3.json"}


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_nothing_outside_the_reports_is_written(grade: Grade, course: Path) -> None:
    before = everything(course)
    grade("3")
    after = everything(course)
    assert {path: data for path, data in after.items() if path.parent.name != "reports"} == before


def test_reports_that_cannot_be_written_are_told_and_nothing_is_half_written(
    grade: Grade, course: Path
) -> None:
    (course / "reports").write_text("in the way", encoding="utf-8")
    before = everything(course)
    refused(grade("3"), "Name another place with --json.")
    assert everything(course) == before


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_file_that_cannot_be_written_is_named_with_its_option(
    grade: Grade, course: Path, option: str
) -> None:
    (course / "taken").write_text("in the way", encoding="utf-8")
    result = grade("3", option, "taken/file")
    refused(result, f"Name another place with {option}.")
    assert "taken/file" in result.stderr
    assert "0 of 10 points" in result.stdout  # you still see how you did
    assert (course / "taken").read_text(encoding="utf-8") == "in the way"


def test_course_that_cannot_be_written_to_is_enough_with_files_elsewhere(
    grade: Grade, course: Path, tmp_path: Path
) -> None:
    (course / "reports").write_text("in the way", encoding="utf-8")
    words = ("--json", str(tmp_path / "a.json"), "--html", str(tmp_path / "a.html"))
    result = grade("3", *words)
    assert (result.returncode, result.stderr) == (1, "")
    assert (tmp_path / "a.json").exists()
    assert (tmp_path / "a.html").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["exercise4"], "There is no exercise 'exercise4'. Did you mean exercise3?"),
        (["summs"], "Did you mean sums?"),
        (["zzz"], "There is no exercise 'zzz'. The course has: exercise3 (sums)."),
        (["3", "--submission", "nowhere"], "nowhere does not exist. Check the name"),
        (["3", "--submission", "course.toml"], "is of no kind that can be graded."),
        (["3", "--submission", "tests"], "has no sums.py"),
        (["3", "--student", ""], "The student's name is empty."),
        (["3", "--student", "../x"], "which a name may not. Remove it."),
        (["3", "--seed", "-1"], "Invalid value for '--seed'"),
        (["3", "--seed", "many"], "Invalid value for '--seed'"),
        (["3", "--isolation", "none"], "Invalid value for '--isolation'"),
        (["3", "--lang", "fr"], "Invalid value for '--lang'"),
        (["3", "--jsno", "x"], "No such option"),
        (["3", "--json", "tests"], "Invalid value for '--json'"),
        (["3", "more"], "unexpected extra argument (more)"),
        (["hint", "3", "9"], "exercise3 has no task 9. Its tasks are 1, 2, 3."),
        (["hint", "3", "0"], "exercise3 has no task 0. Its tasks are 1, 2, 3."),
        (["hint", "3", "first"], "Invalid value for '[TASK]'"),
        (["hint"], "Missing argument 'EXERCISE'."),
        (["verify", "4"], "There is no exercise '4'."),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_usage_is_one_clear_sentence(grade: Grade, words: list[str], said: str) -> None:
    refused(grade(*words), said)


@pytest.mark.parametrize("words", [["3"], [], ["hint", "3"], ["verify"]])
def test_outside_a_course_it_says_what_to_do(tmp_path: Path, words: list[str]) -> None:
    result = run(tmp_path, *words)
    refused(result, "Go to your course folder and run the command there.")
    assert "No course.toml in " in result.stderr


@pytest.mark.parametrize("words", [["3"], [], ["hint", "3"], ["verify", "3"]])
def test_slip_in_the_course_is_one_line(grade: Grade, course: Path, words: list[str]) -> None:
    text = changed(tiny.EXERCISE, "points = 10", "pionts = 10")
    (course / tiny.SETTINGS).write_text(text, encoding="utf-8")
    refused(grade(*words), "there is no key 'pionts'. Did you mean 'points'?")


def test_suite_that_breaks_the_rules_is_the_graders_failure(grade: Grade, course: Path) -> None:
    suite = changed(tiny.SUITE_SOURCE, "@pytest.mark.task(2, points=4)\n", "")
    (course / tiny.SUITE).write_text(suite, encoding="utf-8")
    refused(grade("3"), "test_average needs exactly one mark", code=3)
    assert not (course / "reports").exists()


def test_suite_that_cannot_be_imported_has_no_traceback(grade: Grade, course: Path) -> None:
    suite = changed(tiny.SUITE_SOURCE, "import numpy as np", "import no_such_module")
    (course / tiny.SUITE).write_text(suite, encoding="utf-8")
    refused(grade("3"), "No module named 'no_such_module'", code=3)


@pytest.mark.parametrize("key", ["preload", "needs"])
def test_a_missing_library_is_named_before_anything_is_graded(
    grade: Grade, course: Path, key: str
) -> None:
    settings = course / tiny.SETTINGS
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'{key} = ["numpy", "nowhere.found"]\n' + text, encoding="utf-8")
    done = grade("exercise3")
    assert done.returncode == 3
    assert "exercise3 needs nowhere, not installed here." in done.stderr
    assert not (course / "reports").exists()


def test_sandbox_without_bubblewrap_is_the_graders_failure(grade: Grade) -> None:
    said = "The sandbox needs bubblewrap on Linux. Run `grade doctor`"
    refused(grade("3", "--isolation", "sandbox", PATH=""), said, code=3)


@pytest.mark.parametrize("isolation", ["process", "auto"])
def test_isolation_is_recorded(grade: Grade, course: Path, isolation: str) -> None:
    """Without bubblewrap, auto takes plain processes."""
    words = ("--submission", tiny.SOLUTION, "--json", "reports/exercise3.json")
    result = grade("3", *words, "--isolation", isolation, PATH="")
    assert result.returncode == 0
    kept = json.loads((course / "reports" / "exercise3.json").read_bytes())
    assert kept["isolation"] == "process"


def test_seed_repeats_an_attempt(grade: Grade, course: Path) -> None:
    path = course / tiny.STUB
    path.write_text(changed(SOLUTION_SOURCE, "* 2.0", "** 2.0"), encoding="utf-8")

    def inputs(*words: str) -> list[str]:
        assert grade("3", *words).returncode == 1
        checks = json.loads((course / "reports" / "exercise3.json").read_bytes())["checks"]
        return [check["input"] for check in checks]

    first = inputs()
    seed = json.loads((course / "reports" / "exercise3.json").read_bytes())["seed"]
    assert inputs("--seed", str(seed)) == first
    assert inputs() != first


def test_overview_shows_progress_and_what_is_next(grade: Grade, course: Path) -> None:
    before = grade()
    assert (before.returncode, before.stderr) == (0, "")
    assert "Sums" in before.stdout
    assert "grade exercise3" in before.stdout
    (course / tiny.STUB).write_text(SOLUTION_SOURCE, encoding="utf-8")
    grade("3")
    assert "10 / 10" in grade().stdout


def test_hint_is_of_the_first_unfinished_task(grade: Grade, course: Path) -> None:
    assert "Multiply by two." in grade("hint", "3").stdout
    path = course / tiny.STUB
    path.write_text(
        changed(SOLUTION_SOURCE, "return np.sum(x) /", 'raise NotImplementedError("Task 2") #'),
        encoding="utf-8",
    )
    grade("3")
    assert "Divide the sum by the count." in grade("hint", "sums").stdout
    assert "Use what you have." in grade("hint", "exercise3", "3").stdout


@pytest.mark.parametrize(
    "record",
    [b'{"schema": \xff', b"", b"[" * 100_000, b"9" * 5000, b"NaN", b'{"score": 1, "score": 2}'],
    ids=lambda record: repr(record[:10]),
)
def test_hint_survives_a_damaged_record(record: bytes, grade: Grade, course: Path) -> None:
    (course / "reports").mkdir()
    (course / "reports" / "exercise3.json").write_bytes(record)
    for words in (["hint", "3"], []):
        assert (grade(*words).returncode, grade(*words).stderr) == (0, "")


def test_doctor_says_what_works(grade: Grade, tmp_path: Path) -> None:
    inside = grade("doctor")
    assert "Traceback" not in inside.stdout + inside.stderr
    assert "Plain processes" in inside.stdout
    assert "1 exercises in" in inside.stdout
    outside = run(tmp_path, "doctor")
    assert outside.returncode == 3
    assert "No course.toml in" in " ".join(outside.stdout.split())


def test_verify_proves_the_course(grade: Grade) -> None:
    result = grade("verify", "--seeds", "1")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Proven: nothing to mend." in result.stdout


def test_verify_of_a_wrong_exercise_does_not_pass(grade: Grade, course: Path) -> None:
    (course / "exercises" / "exercise3" / "stray.txt").touch()
    result = grade("verify", "3", "--seeds", "1")
    assert result.returncode == 1
    assert "unexpected file: stray.txt." in result.stdout


@pytest.mark.parametrize(
    ("words", "variables"), [(("--lang", "ko"), {}), ((), {"LC_ALL": "ko_KR.UTF-8"})]
)
def test_korean_is_spoken_when_asked_for(
    grade: Grade, course: Path, words: tuple[str, ...], variables: dict[str, str]
) -> None:
    result = grade("3", *words, **variables)
    assert result.returncode == 1
    assert "합" in result.stdout
    assert "not done yet" not in result.stdout
    assert '<html lang="ko"' in (course / "reports" / "exercise3.html").read_text(encoding="utf-8")
    assert "2를 곱하세요." in grade("hint", "3", *words, **variables).stdout


def test_course_may_choose_its_language(grade: Grade, course: Path) -> None:
    with (course / "course.toml").open("a", encoding="utf-8") as file:
        file.write('language = "ko"\n')
    assert "합" in grade("3").stdout
    assert "Sums" in grade("3", "--lang", "en").stdout


def test_console_without_unicode_is_no_reason_to_fail(grade: Grade) -> None:
    result = grade("3", "--lang", "ko", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.parametrize("words", [["--help"], ["3", "--help"], ["verify", "-h"], ["--version"]])
def test_help_is_no_error(grade: Grade, words: list[str]) -> None:
    result = grade(*words)
    assert (result.returncode, result.stderr) == (0, "")
    assert "grade" in result.stdout


def test_fault_of_the_grader_is_one_sentence_and_debugging_shows_where(
    grade: Grade, course: Path
) -> None:
    (course / "course.toml").write_text(tiny.COURSE, encoding="utf-8")
    folder = course / tiny.STUB
    folder.unlink()
    folder.mkdir()  # a stub that is a folder
    result = grade("3")
    assert result.returncode in (2, 3)
    assert "Traceback" not in result.stderr
    assert result.stderr.startswith("grade: ")


def below(pid: int) -> list[int]:
    """Return all processes that descend from `pid`."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue
            if fields[0] != b"Z":
                parents[int(entry.name)] = int(fields[1])
    found = [pid]
    for known in found:
        found += [child for child, parent in parents.items() if parent == known]
    return found[1:]


def seconds_used(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@pytest.fixture
def start(course: Path) -> Iterator[Callable[[str, str], subprocess.Popen[str]]]:
    """Start the command on a submission with limits that nobody waits for."""
    settings = changed(tiny.EXERCISE, "seconds = 2", "seconds = 1000")
    settings = changed(settings, "cpu_seconds = 2", "cpu_seconds = 1000\ntotal_seconds = 2000")
    (course / tiny.SETTINGS).write_text(settings, encoding="utf-8")
    started: list[subprocess.Popen[str]] = []

    def begin(source: str, isolation: str) -> subprocess.Popen[str]:
        (course / tiny.STUB).write_text(source, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "grader", "3", "--isolation", isolation],
            cwd=course,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("isolation", ["process", "auto"])
@pytest.mark.parametrize(
    "source",
    ["while True: pass\n", changed(SOLUTION_SOURCE, "return np.asarray", "while True: pass #")],
    ids=["while it loads", "in a check"],
)
def test_ctrl_c_ends_with_a_sentence_and_leaves_no_process(
    start: Callable[[str, str], subprocess.Popen[str]], course: Path, source: str, isolation: str
) -> None:
    process = start(source, isolation)
    wait_for(lambda: any(seconds_used(pid) > 1.5 for pid in below(process.pid)))
    started = below(process.pid)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=DEADLINE)
    assert (process.returncode, out.strip()) == (130, "")
    assert err.strip() == "grade: Stopped. Nothing was recorded."
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started))
    assert not (course / "reports").exists()
