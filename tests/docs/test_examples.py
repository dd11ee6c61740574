"""Every example on the pages is run, or says why it is not."""

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import numpy as np
import pytest
import yaml
from nbclient import NotebookClient

from grader.course import _CourseFile
from grader.exercise import _ExerciseFile, load_exercise
from grader.proof.survivors import _EquivalentFile
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student
from grader.worker.sandbox import find_bubblewrap
from tests.docs.pages import PAGES, ROOT, Example, examples, not_fenced
from tests.docs.playground import write_course

TOML = {
    "course.toml": _CourseFile,
    "exercise.toml": _ExerciseFile,
    "equivalent.toml": _EquivalentFile,
}
WAIT = 300


class Reader:
    """Somebody who does what one page says, in a folder of their own, on a machine of theirs."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.environment = environment or _environment()
        self.known: dict[str, Any] = {"__name__": "example"}

    def follow(self, example: Example, *, writes: bool) -> None:
        """Run one example; where the reader `writes`, a block with a title becomes that file."""
        if writes and example.title:
            path = self.folder / example.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(example.text, encoding="utf-8")
            return
        assert example.language in FOLLOW, f"{example.place}: no way to run {example.language!r}"
        FOLLOW[example.language](self, example)

    def type(self, example: Example) -> None:
        """Run each command; what the page shows of its output must be there."""
        commands = re.split(r"^\$ ", example.text, flags=re.MULTILINE)
        assert commands[0] == "", f"{example.place}: a console block begins with `$ `"
        for number, typed in enumerate(commands[1:], start=1):
            command, shown = re.fullmatch(
                r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", typed, re.DOTALL
            ).groups()  # type: ignore[union-attr]
            code, output = self._run(command)
            wanted = int(example.said.get("exit", 0)) if number == len(commands) - 1 else 0
            assert code == wanted, f"{example.place}: {command}{output}"
            _compare(example.place, shown, output)

    def _run(self, command: str) -> tuple[int, str]:
        if moved := re.fullmatch(r"cd (\S+)\n", command):
            self.folder /= moved[1]
            return 0, ""
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=self.folder,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=WAIT,
            check=False,
        )
        return ran.returncode, ran.stdout

    def run_cell(self, example: Example) -> None:
        """Run Python as the last cell of a notebook; its report must show full marks."""
        exercise = load_exercise(self.folder, example.said["notebook"])
        cells = [(exercise.solution / exercise.files[0]).read_text("utf-8"), example.text]
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
        NotebookClient(
            notebook, timeout=WAIT, resources={"metadata": {"path": str(self.folder)}}
        ).execute(env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"})
        (output,) = notebook.cells[-1].outputs
        shown = output["data"]["text/plain"]
        assert re.search(rf"\b{exercise.points:g}\D+{exercise.points:g}\D", shown), shown

    def execute(self, example: Example) -> None:
        """Run Python in the page's own namespace, and the checks it defines."""
        if "notebook" in example.said:
            self.run_cell(example)
            return
        before = Path.cwd()
        given: dict[str, Any] = {}
        if name := example.said.get("student"):
            given = {"student": _solution_of(name), "rng": np.random.default_rng(1)}
            self.known |= {"np": np, **given}
        os.chdir(self.folder)
        try:
            old = set(self.known)
            exec(compile(example.text, example.place, "exec"), self.known)
            for each in set(self.known) - old:
                if each.startswith("test_") and given:
                    wanted = inspect.signature(self.known[each]).parameters
                    self.known[each](**{key: given[key] for key in wanted})
        finally:
            os.chdir(before)

    def parse_toml(self, example: Example) -> None:
        """Read it as the file it says it is."""
        assert example.title in TOML, f"{example.place}: say which file: ```toml title=…"
        msgspec.toml.decode(example.text, type=TOML[example.title])

    def parse_yaml(self, example: Example) -> None:
        """Read it as YAML."""
        assert list(yaml.safe_load_all(example.text)), example.place

    def parse_shell(self, example: Example) -> None:
        """Have the shell read a script without running it."""
        subprocess.run(["bash", "-n"], input=example.text.encode(), check=True)


def _leave(_reader: Reader, _example: Example) -> None:
    """A layout or a file's content: nothing to run."""


FOLLOW: dict[str, Callable[[Reader, Example], None]] = {
    "console": Reader.type,
    "python": Reader.execute,
    "toml": Reader.parse_toml,
    "yaml": Reader.parse_yaml,
    "bash": Reader.parse_shell,
    "text": _leave,
}


def _environment() -> dict[str, str]:
    """Return that of this run, with its own ``grade`` first."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {
        **kept,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "TERM": "dumb",  # no colours, whatever the tests were started with
    }


def _solution_of(name: str) -> Student:
    exercise = load_exercise(ROOT, name)
    sources = {each: (exercise.solution / each).read_bytes() for each in exercise.files}
    student = Student(LocalSession(Files(exercise.module, sources, str(exercise.solution))))
    student.load_()
    return student


def _compare(place: str, shown: str, output: str) -> None:
    """Compare an output with what a page shows of it: ``…`` is any text, alone it is any lines."""
    if not shown.strip():
        return
    pattern = ""
    for line in _lines(shown):
        words = (".*".join(map(re.escape, word.split("…"))) for word in line.split())
        pattern += "(?:.*\n)*?" if line == "…" else r" *".join(words) + "\n"
    found = "".join(f"{line}\n" for line in _lines(output))
    assert re.fullmatch(pattern, found), f"{place}: shown\n{shown}\nbut printed\n{output}"


def _lines(text: str) -> list[str]:
    """Return the lines that say something, without the space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_of_the_page_is_true(page: Path, tmp_path: Path) -> None:
    if find_bubblewrap() is None:
        if os.environ.get("CI"):
            pytest.fail("bubblewrap is not installed: in CI the commands of the pages must be run")
        pytest.skip("bubblewrap is not installed: the commands of the pages are not run")
    begins_with_nothing = page.name == "tutorial.md"
    if not begins_with_nothing:
        write_course(tmp_path)
    reader = Reader(tmp_path)
    for example in examples(page):
        if not example.said.keys() & {"not run", "machine"}:
            reader.follow(example, writes=begins_with_nothing)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_example_hides_in_an_indented_block(page: Path) -> None:
    assert list(not_fenced(page)) == []


def test_few_examples_are_not_run() -> None:
    every = [example for page in PAGES for example in examples(page)]
    left = [f"{each.place}: {each.said['not run']}" for each in every if "not run" in each.said]
    assert len(left) <= 15, left
    assert len(every) - len(left) >= 30
