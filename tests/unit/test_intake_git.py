"""A git repository is read as data: whatever it holds or is set up to do, nothing of it runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.errors import MissingError, SubmissionError, UsageError
from grader.exercise import Exercise
from grader.intake import git as git_module
from grader.intake import read_submission
from grader.intake.class_folder import read_class_folder
from grader.intake.git import Repository
from grader.intake.roster import Roster
from grader.worker import sandbox
from tests import tiny
from tests.handed_in import contents
from tests.repository import Made

ROOT = Path(__file__).parents[2]
CODE = b"def double(x): return 2 * x\n"
OTHER = b"def double(x): return 3 * x\n"
STUDENTS = "refs/heads/students/*"


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return tiny.write(tmp_path / "course")


@pytest.fixture(params=["bare", "with a working tree"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Made:
    return Made(tmp_path / "repo", *(["--bare"] if request.param == "bare" else []))


def test_each_ref_is_a_student(made: Made, exercise: Exercise) -> None:
    made.commit("refs/heads/students/ann", {"exercise3/sums.py": CODE, "README.md": b""})
    made.commit("refs/heads/students/bob", {"exercises/exercise3/sums.py": OTHER})
    made.commit("refs/heads/students/김민수", {"sums.py": CODE})
    made.commit("refs/heads/students/dan", {"note.txt": b""})
    made.commit("refs/heads/students/eve/later", {"sums.py": OTHER})
    made.commit("refs/heads/main", {"sums.py": OTHER})
    made.git("symbolic-ref", "refs/heads/students/HEAD", "refs/heads/main")
    found = read_class_folder(made.path, [exercise], refs=STUDENTS)
    assert contents(found, exercise) == {"ann": CODE, "bob": OTHER, "김민수": CODE}
    [problem] = found.problems
    assert (problem.where, problem.is_missing) == ("dan · exercise3", True)


def test_the_student_is_where_the_star_is(made: Made) -> None:
    number = made.commit("refs/heads/class/kim-1/final", {"sums.py": CODE})
    made.commit("refs/heads/class/lee-2/draft", {"sums.py": CODE})
    repository = Repository(made.path)
    assert repository.refs("refs/heads/class/*/final") == {"kim-1": number}
    assert repository.refs("refs/heads/class/kim-*/final") == {"1": number}


def test_a_tag_is_a_student_too(made: Made, exercise: Exercise) -> None:
    made.git("tag", "-a", "-m", "done", "ann", made.commit("", {"sums.py": CODE}))
    found = read_class_folder(made.path, [exercise], refs="refs/tags/*")
    assert contents(found, exercise) == {"ann": CODE}


def test_a_roster_knows_the_students_of_refs(made: Made, exercise: Exercise) -> None:
    made.commit("refs/heads/students/Kim", {"sums.py": CODE})
    made.commit("refs/heads/students/lee", {"sums.py": CODE})
    found = read_class_folder(made.path, [exercise], Roster({"김민수": ("kim",)}), refs=STUDENTS)
    assert contents(found, exercise) == {"김민수": CODE}
    assert [problem.where for problem in found.problems] == ["lee"]


def test_two_refs_that_differ_in_case_are_one_student(tmp_path: Path, exercise: Exercise) -> None:
    made = Made(tmp_path / "repo", "--bare")
    number = made.commit("refs/heads/students/ann", {"sums.py": CODE})
    packed = f"{number} refs/heads/students/ANN\n{number} refs/heads/students/Bob\n"
    (made.path / "packed-refs").write_text(packed)  # as a system that tells them apart made it
    found = read_class_folder(made.path, [exercise], refs=STUDENTS)
    assert [entry.student for entry in found.handed_in] == ["Bob"]
    [problem] = found.problems
    assert problem.reason == "handed in more than once: ANN, ann. Keep one of them."


def test_one_folder_of_a_commit_is_read(made: Made) -> None:
    number = made.commit("", {"exercises/exercise3/sums.py": CODE, "exercises/x.py": b""})
    files = Repository(made.path).files(number, "exercises/exercise3")
    assert {name: read(1000) for name, read in files.items()} == {"sums.py": CODE}
    with pytest.raises(MissingError):
        Repository(made.path).files(number, "exercises/exercise4")


def test_links_and_submodules_are_refused_and_harm_nobody_else(
    made: Made, exercise: Exercise
) -> None:
    target = made.git("hash-object", "-w", "--stdin", given=b"/etc/passwd")
    made.commit("refs/heads/students/link", {"exercise3/sums.py": ("120000", target)})
    made.commit("refs/heads/students/folder", {"exercise3": ("120000", target)})
    made.commit("refs/heads/students/module", {"exercise3": ("160000", "1" * 40)})
    made.commit("refs/heads/students/gone", {"sums.py": ("100644", "2" * 40)})
    made.commit("refs/heads/students/ann", {"sums.py": CODE, "data": ("120000", target)})
    read = contents(read_class_folder(made.path, [exercise], refs=STUDENTS), exercise)
    assert read.pop("ann") == CODE
    assert "is a link or no regular file" in str(read["link"])
    assert "cannot read" in str(read["gone"])
    assert sorted(read) == ["folder", "gone", "link", "module"]
    assert not any(isinstance(said, bytes) for said in read.values())


def test_a_large_file_is_refused_before_it_is_read(
    made: Made, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit("refs/heads/students/ann", {"sums.py": bytes(3 << 20)})
    [entry] = read_class_folder(made.path, [exercise], refs=STUDENTS).handed_in
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(git_module, "_bounded", lambda command, *_rest: asked.append(command))
    with pytest.raises(SubmissionError, match="is larger than 1 MiB"):
        read_submission(entry.path, exercise, entry.student)
    assert asked == []


def test_what_git_says_is_bounded(made: Made) -> None:
    number = made.commit("", {f"file{n}.py": b"" for n in range(50)})
    repository = Repository(made.path)
    with pytest.raises(SubmissionError, match="cannot read"):
        repository.ask("ls-tree", "-r", "-z", "-l", number, most=1000)


def test_a_command_that_does_not_end_is_ended(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = made.commit("", {"sums.py": CODE})
    repository = Repository(made.path)
    monkeypatch.setattr(git_module, "SECONDS", 0.2)
    slow = tmp_path / "git"
    slow.write_text(f"#!{shutil.which('sh')}\nexec sleep 20\n")
    slow.chmod(0o755)
    repository._git = str(slow)
    with pytest.raises(SubmissionError, match="it takes too long"):
        repository.files(number)


def hostile(made: Made, mark: Path) -> None:
    """Set everything up that makes some git command run a program of the repository's choice."""
    touch = mark.parent / "touch.sh"
    touch.write_text(f"#!{shutil.which('sh')}\ntouch {mark}\n")
    touch.chmod(0o755)
    settings = {
        "core.repositoryFormatVersion": "1", "extensions.partialClone": "evil",
        "remote.evil.promisor": "true", "remote.evil.url": f"ext::{touch}",
        "remote.evil.uploadpack": str(touch), "protocol.ext.allow": "always",
        "protocol.allow": "always", "core.fsmonitor": str(touch), "core.sshCommand": str(touch),
        "core.pager": str(touch), "core.editor": str(touch), "core.askPass": str(touch),
        "core.alternateRefsCommand": str(touch), "core.gitProxy": str(touch),
        "pager.ls-tree": str(touch), "pager.cat-file": str(touch), "pager.for-each-ref": "true",
        "alias.ls-tree": f"!{touch}", "alias.cat-file": f"!{touch}",
        "alias.for-each-ref": f"!{touch}", "credential.helper": f"!{touch}",
        "diff.external": str(touch), "diff.evil.textconv": str(touch), "gpg.program": str(touch),
        "filter.evil.clean": str(touch), "filter.evil.smudge": str(touch),
        "filter.evil.process": str(touch), "filter.evil.required": "true",
        "merge.evil.driver": str(touch), "submodule.recurse": "true",
    }  # fmt: skip
    for key, value in settings.items():
        made.git("config", key, value)
    folder = made.path if (made.path / "HEAD").exists() else made.path / ".git"
    shutil.copy(touch, folder / "hooks" / "post-checkout")
    shutil.copy(touch, folder / "hooks" / "reference-transaction")
    attributes = "*.py filter=evil diff=evil merge=evil working-tree-encoding=utf-16\n"
    (folder / "info" / "attributes").write_text(attributes)


def test_a_hostile_repository_runs_nothing(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    attributes = b"*.py filter=evil diff=evil merge=evil\n"
    modules = b'[submodule "x"]\n\tpath = x\n\turl = ext::sh\n\tupdate = !touch\n'
    made.commit("refs/heads/students/ann", {
        "sums.py": CODE, ".gitattributes": attributes, ".gitmodules": modules,
        "x": ("160000", "1" * 40),
    })  # fmt: skip
    made.commit("refs/heads/students/bob", {"sums.py": ("100644", "2" * 40)})
    replaced = made.git("hash-object", "-w", "--stdin", given=OTHER)
    original = made.git("hash-object", "--stdin", given=CODE)
    made.git("replace", original, replaced)
    hostile(made, mark)
    found = read_class_folder(made.path, [exercise], refs=STUDENTS)
    read = contents(found, exercise)
    assert read["ann"] == CODE  # neither replaced, nor through a filter
    assert "cannot read" in str(read["bob"])  # and not fetched
    assert not mark.exists()
    subprocess.run(  # that the settings do run programs where nothing is done about it
        ["git", "cat-file", "--batch"], cwd=made.path, input=b"2" * 40 + b"\n",
        capture_output=True, check=False,
    )  # fmt: skip
    assert mark.exists()


def test_git_is_told_of_no_other_settings(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = made.commit("refs/heads/students/ann", {"sums.py": CODE})
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_TRACE", "GIT_CONFIG_PARAMETERS"):
        monkeypatch.setenv(name, str(tmp_path / "trace"))
    assert Repository(made.path).refs(STUDENTS) == {"ann": number}
    assert not (tmp_path / "trace").exists()


def test_a_broken_ref_is_listed_and_harms_nobody_else(made: Made, exercise: Exercise) -> None:
    made.commit("refs/heads/students/ann", {"sums.py": CODE})
    folder = made.path if (made.path / "HEAD").exists() else made.path / ".git"
    (folder / "refs/heads/students/bad").write_text("no number\n")
    (folder / "refs/heads/students/gone").write_text("1" * 40 + "\n")
    found = read_class_folder(made.path, [exercise], refs=STUDENTS)
    assert contents(found, exercise) == {"ann": CODE}
    said = {problem.where: problem.reason for problem in found.problems}
    assert "cannot read" in said.pop("gone")
    assert any("ignoring broken ref refs/heads/students/bad" in reason for reason in said.values())


def test_what_is_no_repository_or_no_pattern_is_one_line(made: Made, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no git repository"):
        Repository(tmp_path)
    for pattern in ("students", "refs/heads/*/*", "refs/heads/x", "--all*"):
        with pytest.raises(UsageError, match="is no pattern"):
            Repository(made.path).refs(pattern)
    with pytest.raises(SubmissionError, match="is no commit"):
        Repository(made.path).files("--help")


def test_grade_batch_grades_the_refs(tmp_path: Path, exercise: Exercise) -> None:
    made = Made(tmp_path / "class.git", "--bare")
    made.commit("refs/heads/students/ann", {"sums.py": tiny.SOLUTION_SOURCE.encode()})
    made.commit("refs/heads/students/bob", {"exercises/exercise3/sums.py": CODE})
    unsafe = [] if sandbox.find_bubblewrap() else ["--unsafe"]
    done = subprocess.run(
        [sys.executable, "-m", "grader", "batch", str(made.path), "--git", STUDENTS, *unsafe],
        cwd=exercise.root, capture_output=True, text=True, check=False, timeout=300,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "ann\texercise3\t10\t10\n" in done.stdout
    assert "2 graded, 0 unchanged, 0 not graded, 0 not handed in" in done.stdout
