"""``check()`` in a real kernel: graded in a process of its own, shown below the cell."""

import html
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

import grader
from grader.intake import read_submission
from grader.intake.cells import CellReader
from grader.judge import Judge
from grader.records import Attempt, Feedback, Outcome
from grader.worker.cells import Nursery
from tests import tiny

ROOT = Path(__file__).parents[2]
IMPORT = "from grader import check"
RIGHT = tiny.SOLUTION_SOURCE
SQUARED = "import numpy as np\ndef double(x):\n    return np.asarray(x) ** 2.0\n"
WITH_MAGICS = (
    "%matplotlib inline\n%load_ext autoreload\n!echo hello\nimport matplotlib.pyplot as plt",
    "plt.plot([1, 2])\nplt.show()",
    "this is no Python",
    "1 / 0",
)


class Kernel:
    """A notebook that is run cell by cell in the folder of the course."""

    def __init__(self, client: NotebookClient) -> None:
        self._client = client

    def run(self, *sources: str) -> list[dict[str, Any]]:
        """Run cells, and return the outputs of the last one."""
        for source in sources:
            cells = self._client.nb.cells
            cells.append(nbformat.v4.new_code_cell(source))
            last = self._client.execute_cell(cells[-1], len(cells) - 1)
        return [dict(output) for output in last.outputs]

    def shown(self, *sources: str) -> tuple[str, str]:
        """Run cells, and return the last one's result as text and as HTML."""
        (output,) = self.run(*sources)
        assert output["output_type"] == "execute_result", output
        return output["data"]["text/plain"], output["data"]["text/html"]

    def value(self, expression: str) -> str:
        """Return an expression's value as the kernel writes it."""
        (output,) = self.run(f"print({expression})")
        return str(output["text"]).strip()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Kernel]]:
    """Open one kernel for the whole file: a kernel takes a second to start."""
    folder = tmp_path_factory.mktemp("course")
    tiny.write(folder)
    client = NotebookClient(nbformat.v4.new_notebook(), allow_errors=True, timeout=120)
    client.km = client.create_kernel_manager()
    assert isinstance(client.km, KernelManager)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    with client.setup_kernel(cwd=str(folder), env=environment):
        yield folder, Kernel(client)


@pytest.fixture
def course(opened: tuple[Path, Kernel]) -> Path:
    return opened[0]


@pytest.fixture
def kernel(opened: tuple[Path, Kernel]) -> Kernel:
    """Return the kernel as if it had just been started: nothing was run."""
    _folder, kernel = opened
    kernel.run("%reset -f\n%reset -f in")
    return kernel


def report(shown: str) -> str:
    """Return the page inside the frame."""
    assert shown.startswith("<iframe ")
    assert " sandbox srcdoc=" in shown
    return html.unescape(shown.split(' srcdoc="')[1].split('"', maxsplit=1)[0])


def results(attempt: Attempt) -> list[tuple[str, Outcome, float, str | None]]:
    return [(each.id, each.outcome, each.points, each.mistake) for each in attempt.checks]


def test_what_was_run_is_graded_and_shown_as_the_report(kernel: Kernel) -> None:
    before = int(kernel.value("len(In) - 1"))
    text, shown = kernel.shown(*WITH_MAGICS, IMPORT, SQUARED, "check('3')")
    assert text.startswith("exercise3 · Sums: ")
    assert "of 10 points" in text
    assert f"Cell {before + 3} was left out" in text
    assert f"Cell {before + 4} stopped with ZeroDivisionError" in text
    assert "Next step: Task 1: Twice" in text
    page = report(shown)
    assert page.startswith("<!doctype html>")
    assert "squared" in page
    assert "check(&#34;exercise3&#34;)" in page


def test_a_mended_function_gets_full_marks_in_the_same_process(kernel: Kernel) -> None:
    kernel.run(IMPORT, SQUARED, "first = check('3')")
    desk = kernel.value("__import__('grader.notebook').notebook._DESK._process.pid")
    text, shown = kernel.shown(RIGHT, "check('3')")
    assert text.startswith("exercise3 · Sums: 10 of 10 points")
    assert "Everything passes" in report(shown)
    assert (
        kernel.value("first.passed, first.score < 10, _.passed, _.score") == "False True True 10.0"
    )
    assert kernel.value("__import__('grader.notebook').notebook._DESK._process.pid") == desk


def test_definitions_and_check_may_share_a_cell(kernel: Kernel) -> None:
    text, _shown = kernel.shown(f"{IMPORT}\n{RIGHT}\nresult = check('3')\nresult")
    assert "10 of 10" in text
    assert "Note" not in text


def test_one_task_is_shown_alone_and_the_whole_is_graded(kernel: Kernel) -> None:
    mixed = RIGHT.replace("* 2.0", "** 2.0")
    text, shown = kernel.shown(IMPORT, mixed, "check('3', task=2)")
    assert text.startswith("exercise3 · Sums: 4 of 4 points")
    assert "Task 1" not in report(shown)
    assert kernel.value("_.passed, _.score, _.attempt.max_score") == "True 4.0 10.0"


def test_the_kernel_is_left_as_it_was(kernel: Kernel) -> None:
    spy = "calls = 0\ndef double(x):\n    global calls\n    calls += 1\n    print('seen')\n"
    kernel.run(IMPORT, "import sys, numpy as np\nnp.seterr(all='raise')\nnp.mean = None", spy)
    kernel.run("known = set(sys.modules)")
    text, _shown = kernel.shown("check('3')")  # one output: nothing was printed
    assert "of 10 points" in text
    assert kernel.value("calls") == "0"
    assert kernel.value("sorted({'pytest', 'reference', 'jinja2'} & set(sys.modules))") == "[]"
    kernel.run("import importlib\nimportlib.reload(np)")


def test_hostile_functions_end_neither_the_kernel_nor_the_grading(kernel: Kernel) -> None:
    hostile = "import os\ndef double(x):\n    os._exit(0)\ndef average(x):\n    while True: pass\n"
    text, _shown = kernel.shown(IMPORT, hostile, "check('3')")
    assert "0 of 10 points" in text
    outcomes = kernel.value("[str(each.outcome) for each in _.attempt.checks if each.task == 2]")
    assert outcomes == "['timed_out']"
    assert "10 of 10" in kernel.shown(RIGHT, "check('3')")[0]


def test_a_grader_that_was_killed_is_started_again(kernel: Kernel) -> None:
    kernel.run(IMPORT, RIGHT, "check('3')")
    kernel.run("import grader.notebook as n\nn._DESK._process.kill()\nn._DESK._process.wait()")
    assert "10 of 10" in kernel.shown("check('3')")[0]


def test_a_saved_notebook_gets_what_its_module_gets(
    kernel: Kernel, course: Path, nursery: Nursery
) -> None:
    path = course / "homework.ipynb"
    sources = ("%time x = 1", "1 / 0", IMPORT, tiny.SOLUTION_SOURCE, SQUARED, "check('3')")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    nbformat.write(notebook, path)
    kernel.run(IMPORT, "result = check('3', submission='homework.ipynb')")
    module = course / "sums.py"
    module.write_text(f"{RIGHT}\n{SQUARED}", encoding="utf-8")
    exercise = tiny.load(course)
    submission = read_submission(module, exercise, "hong")
    expected = Judge(exercise, nursery, Feedback.FULL).grade(submission, 1)
    got = kernel.value("__import__('msgspec').json.encode(result.attempt).decode()")
    attempt = msgspec.json.decode(got, type=Attempt)
    assert results(attempt) == results(expected)
    assert 0 < attempt.score < attempt.max_score
    assert attempt.notes == ("Cell 2 stopped with ZeroDivisionError in line 1.",)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("check('nope')", "There is no exercise 'nope'"),
        ("check('3')", "No cell you have run defines double, average"),
        ("check('3', task=9, submission='.')", "has no task 9"),
        ("check('3', lang='fr', submission='.')", "Invalid enum value 'fr' - at `$.lang`"),
        ("check('3', submission='gone.ipynb')", "gone.ipynb does not exist"),
        ("import os; os.chdir('/'); check('3')", "No course.toml in /"),
    ],
)
def test_a_slip_is_one_sentence(kernel: Kernel, course: Path, call: str, sentence: str) -> None:
    text, shown = kernel.shown(IMPORT, call)
    kernel.run(f"import os; os.chdir({str(course)!r})")
    assert sentence in text
    assert html.escape(sentence) in shown
    assert "<iframe" not in shown
    assert "Traceback" not in text


def test_korean_is_spoken_when_asked_for(kernel: Kernel) -> None:
    text, shown = kernel.shown(IMPORT, RIGHT, "check('3', lang='ko')")
    assert "합" in text
    assert '<html lang="ko">' in report(shown)


def run_python(code: str, folder: Path) -> str:
    """Run a program that is no notebook; return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    (folder / "program.py").write_text(code, encoding="utf-8")
    command = [sys.executable, str(folder / "program.py")]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


def test_a_program_names_what_to_grade(course: Path) -> None:
    said = run_python(
        f"{IMPORT}\nprint(check('3'))\n"
        f"print(check('3', submission='solutions/exercise3', lang='en'))\n",
        course,
    )
    assert said.startswith("There is no notebook here")
    assert "10 of 10 points" in said


def test_without_a_sandbox_the_result_says_so(course: Path, tmp_path: Path) -> None:
    code = f"import os\nos.environ['PATH'] = {str(tmp_path)!r}\n{IMPORT}\n"
    said = run_python(code + "print(check(3, submission='solutions/exercise3'))", course)
    assert "10 of 10 points" in said
    assert "There is no sandbox here" in said


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, grader; print({n.partition('.')[0] for n in sys.modules} & LARGE)"
    code = code.replace("LARGE", "{'numpy', 'jinja2', 'msgspec', 'IPython', 'pytest'}")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
    other = "grade"
    with pytest.raises(AttributeError, match="has no attribute 'grade'"):
        getattr(grader, other)


@pytest.mark.parametrize(
    "cell",
    [
        "from grader import check\ncheck('3', task=2).score",
        "from grader import check as c; c(3)",
        "from grader import (\n    check,\n)\nassert not check('3').passed",
        "import grader\nprint(grader.check('3'))",
        "import math, grader as g\ng.check(round(math.pi)).attempt",
        "if True: from grader import check; check('3')",
    ],
)
def test_a_cell_that_calls_check_does_no_harm_where_it_is_graded(cell: str) -> None:
    plain = CellReader().plain(f"{cell}\nleft = 1")
    assert plain.count("\n") == cell.count("\n") + 1
    names: dict[str, Any] = {}
    exec(compile(plain, "cell", "exec"), names)
    assert names["left"] == 1
    assert "grader.notebook" not in plain


def test_other_imports_of_the_grader_stay() -> None:
    for cell in ("from grader import suite", "import graders", "from .grader import check"):
        assert CellReader().plain(cell) == cell
