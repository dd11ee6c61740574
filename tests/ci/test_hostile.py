"""A pull request that attacks gets what it would get without, and commands nothing."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from grader.worker import sandbox
from tests import tiny
from tests.ci.project import OTHER, WRONG, Content, Project, make_project
from tests.ci.runner import Command

STUB = tiny.STUB
EVIL = "EVIL-7c1f"
LINE = f"::error title={EVIL}::{EVIL}"
# Everything that some sink would obey, in one text that reaches messages, values and output.
INJECTED = (
    f"{LINE}\n\n{LINE}\r{LINE}\r\n##[error]{EVIL}\n  ##[set-env name=PATH;]{EVIL}\n"
    f"::add-path::{EVIL}\n::set-output name=score::{EVIL}\n::stop-commands::{EVIL}\n"
    f"%0A::error::{EVIL}\n````\n```\n~~~\n</details></pre><img src=x onerror={EVIL}>"
    f"<script>{EVIL}</script>\n# {EVIL}\n[{EVIL}](https://example.org)\n![{EVIL}](//example.org)\n"
    f"https://example.org/{EVIL} www.example.org @everyone @org/team #1 a@example.org\n"
    f"| {EVIL} | {EVIL} |\n|---|---|\n<!-- {EVIL}\n\x1b]8;;http://example.org\x07\u202e"
)
HOSTILE = f'''"""Sums."""
import sys

INJECTED = {INJECTED!r}
print(INJECTED)
print(INJECTED, file=sys.stderr)
sys.stdout.flush()


class Odd(Exception):
    def __str__(self):
        return INJECTED


Odd.__name__ = Odd.__qualname__ = INJECTED


def double(x):
    print(INJECTED)
    raise Odd(INJECTED)


def average(x):
    return INJECTED


def double_average(x):
    raise ValueError(INJECTED)
'''
OURS = {"error", "warning", "notice"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path / "course")


def traps(project: Project, mark: Path) -> dict[str, Content]:
    """Return everything in a commit that makes some tool run or follow it."""
    touch = project.root.parent / "touch.sh"
    touch.write_text(f"#!{shutil.which('sh')}\ntouch {mark}\ncat\n")
    touch.chmod(0o755)
    settings = {
        "filter.evil.smudge": str(touch), "filter.evil.clean": str(touch),
        "filter.evil.process": str(touch), "filter.evil.required": "true",
        "diff.evil.textconv": str(touch), "diff.evil.command": str(touch),
        "merge.evil.driver": str(touch), "core.fsmonitor": str(touch),
    }  # fmt: skip
    for key, value in settings.items():
        project.made.git("config", key, value)
    for hook in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction"):
        shutil.copy(touch, project.root / ".git" / "hooks" / hook)
    link = project.made.git("hash-object", "-w", "--stdin", given=b"/etc/passwd")
    forge = f"import pathlib\npathlib.Path({str(mark)!r}).touch()\n".encode()
    passing = (
        b"import pytest\n@pytest.mark.task(1, points=10)\ndef test_all(student):\n    '''A.'''\n"
    )
    return {
        ".gitattributes": b"* filter=evil diff=evil merge=evil eol=crlf ident\n",
        ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = ext::{touch}\n'.encode(),
        "x": ("160000", "1" * 40),
        f"exercises/{tiny.NAME}/data": ("120000", link),
        f"exercises/{tiny.NAME}/conftest.py": forge,
        tiny.SETTINGS: tiny.changed(tiny.EXERCISE, "points = 4", "points = 9").encode(),
        f"exercises/{tiny.NAME}/sitecustomize.py": forge,
        "conftest.py": b"def pytest_runtest_makereport(item, call):\n    ...\n" + forge,
        "pytest.ini": b"[pytest]\naddopts = --collect-only\n",
        "pyproject.toml": b"[tool.pytest.ini_options]\naddopts = '--collect-only'\n",
        "course.toml": tiny.COURSE.replace('feedback = "full"', 'feedback = "none"').encode(),
        ".github/workflows/autograde.yml": b"on: pull_request_target\n",
        "action.yml": b"runs: {using: composite, steps: []}\n",
        tiny.SUITE: passing, tiny.VISIBLE: b"", tiny.SOLUTION: tiny.STUB_SOURCE.encode(),
        "reference/__init__.py": forge, "grader/__init__.py": forge, "numpy.py": forge,
        "sitecustomize.py": forge, "git": ("100755", project.made.git(
            "hash-object", "-w", "--stdin", given=touch.read_bytes())),
    }  # fmt: skip


def test_what_else_a_pull_request_changes_gains_nothing(project: Project, tmp_path: Path) -> None:
    honest = project.grade(project.propose({STUB: WRONG.encode()}))
    mark = tmp_path / "was-run"
    evil = traps(project, mark)
    head = project.propose({STUB: WRONG.encode(), **evil})
    mark.unlink(missing_ok=True)  # git ran its traps while it made the commit
    before = project.made.git("status", "--porcelain", "-uall")
    mark.unlink(missing_ok=True)
    ran = project.grade(head)
    assert not mark.exists()
    assert ran.outputs == honest.outputs == {"score": "2", "max_score": "10", "passed": "false"}
    not_read = ("notice", STUB, 1, f"{tiny.NAME}: Sums")
    assert [each for each in ran.annotations() if each != not_read] == honest.annotations()
    assert project.made.git("status", "--porcelain", "-uall") == before
    assert "These changes have no effect on the grading" in ran.summary
    assert f"\n{tiny.SUITE}\n" in ran.summary
    with suppress(subprocess.CalledProcessError):
        project.made.git("checkout", head)
    assert mark.exists()  # what a checkout of the head would have done


@pytest.mark.parametrize("kind", ["link", "folder is a link", "folder is a module", "deleted"])
def test_what_is_no_regular_file_is_no_submission(project: Project, kind: str) -> None:
    solution = f"solutions/{tiny.NAME}"
    link = project.made.git("hash-object", "-w", "--stdin", given=f"../../{solution}".encode())
    folder = f"exercises/{tiny.NAME}"
    away: dict[str, Content] = dict.fromkeys(
        name for name in tiny.FILES if name.startswith(f"{folder}/")
    )
    kinds: dict[str, dict[str, Content]] = {
        "link": {STUB: ("120000", link)},
        "folder is a link": {**away, folder: ("120000", link)},
        "folder is a module": {**away, folder: ("160000", "1" * 40)},
        "deleted": {STUB: None},
    }
    ran = project.grade(project.propose(kinds[kind]))
    assert ran.outputs == {"score": "0", "max_score": "10", "passed": "false"}
    assert ran.code == 1
    [(level, file, line, _title)] = ran.annotations()
    assert (level, file, line) == ("error", STUB, 1)
    assert str(project.root) not in ran.log


def test_a_name_that_no_disk_could_hold_stops_nothing(project: Project) -> None:
    names = ("a" * 300, "한 글" * 100 + ".py", "b/" * 3_000 + "c.py")
    added: dict[str, Content] = {f"exercises/{tiny.NAME}/{name}": b"" for name in names}
    ran = project.grade(project.propose({STUB: WRONG.encode(), **added}))
    assert (ran.code, ran.outputs["score"]) == (1, "2")
    assert str(project.root) not in ran.log


def test_what_a_submission_says_commands_nothing(project: Project) -> None:
    folder = f"exercises/{tiny.NAME}"
    evil_names: dict[str, Content] = {
        f"{folder}/##[error]{EVIL}.ipynb": b"{}",
        f"{folder}/::error::{EVIL}.py": b"",
        f"{folder}/\n::error::{EVIL}.py": b"",
        f"{folder}/\udcff{EVIL}.ipynb": b"",
        f"exercises/{OTHER}/##[error]{EVIL}.ipynb": b"not json",
        f"exercises/{OTHER}/{tiny.MODULE}.py": None,
        f"`````\n\n@{EVIL} <img src=x> [x](example.org)": b"",
    }
    ran = project.grade(project.propose({STUB: HOSTILE.encode(), **evil_names}))
    assert ran.outputs == {"score": "0", "max_score": "20", "passed": "false"}
    assert {command.name for command in ran.commands} <= OURS
    assert len(ran.commands) == len(ran.annotations()) > 3
    for command in ran.commands:
        assert EVIL not in "".join([command.properties["title"], *command.properties])
        assert not command.properties["file"].startswith(f"exercises/{tiny.NAME}/") or (
            command.properties["file"] == STUB
        )
    assert any(EVIL in command.data for command in ran.commands)  # it is told, as text
    assert_only_text(ran.summary)
    assert_only_text((ran.reports / "summary.md").read_text())


WRITER = """import os

def double(x):
    for path in (*os.environ.values(), {output!r}, {summary!r}):
        try:
            with open(path, "a") as file:
                file.write("score=10\\n")
        except OSError:
            pass
    return len(os.environ)
"""


def test_a_submission_cannot_write_what_the_service_reads(project: Project) -> None:
    if sandbox.find_bubblewrap() is None:
        if os.environ.get("CI"):
            pytest.fail("bubblewrap is not installed: in CI the sandbox must be tested")
        pytest.skip("bubblewrap is not installed: the sandbox is not tested")
    files = {name: str(project.root.parent / name) for name in ("output", "summary.md")}
    source = WRITER.format(output=files["output"], summary=files["summary.md"])
    ran = project.grade(project.propose({STUB: source.encode()}))
    assert ran.outputs == {"score": "0", "max_score": "10", "passed": "false"}
    assert "score=10" not in (project.root.parent / "output").read_text() + ran.summary


def assert_only_text(markdown: str) -> None:
    """Assert that what a student wrote is in code, and makes nothing of it."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    inside = [
        token for block in parser.parse(markdown) for token in [block, *(block.children or [])]
    ]
    kinds = {token.type for token in inside}
    assert not kinds & {"html_block", "html_inline", "link_open", "image"}
    code = [token for token in inside if token.type in ("fence", "code_inline", "code_block")]
    assert any(EVIL in token.content for token in code)
    prose = [token.content for token in inside if token.type == "text"]
    assert not [text for text in prose if EVIL in text or "example.org" in text or "@" in text]
    assert "\x1b" not in markdown
    assert "\u202e" not in markdown


def test_the_log_of_a_failure_commands_nothing(project: Project) -> None:
    name = f"##[error]{EVIL}\n::error::{EVIL}"
    ran = project.grade(project.base, "--head", name)
    assert ran.code == 2
    assert ran.commands == [
        Command(
            "error",
            {"title": "Nothing was graded"},
            ran.commands[0].data,
        )
    ]
