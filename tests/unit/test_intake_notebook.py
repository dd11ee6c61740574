"""A notebook becomes one module: its cells, in their places, without IPython's syntax."""

import json
import os
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.course import load_course
from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake import cells as cells_module
from grader.intake import read_submission
from grader.intake.cells import CellReader, LeftOutError
from grader.intake.notebook import MOST_NOTES, module_source
from grader.intake.selection import FILE_BYTES, MIB, NOTEBOOK_BYTES
from grader.judge import Judge
from grader.records import Feedback, Submission
from grader.worker.cells import Nursery
from tests import tiny
from tests.fuzz import fuzz

DEEP = 200_000


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """Return the one exercise of a small course: gradients.py, and weights.npz beside it."""
    root = tmp_path_factory.mktemp("course")
    folder = root / "exercises" / "exercise3"
    folder.mkdir(parents=True)
    (root / "course.toml").write_text('title = { en = "C" }\nexercises = ["exercise3"]\n')
    (folder / "exercise.toml").write_text(
        'title = { en = "Gradients" }\nslug = "gradients"\nmodule = "gradients"\n'
        'files = ["weights.npz"]\npoints = 1\n'
        '[[tasks]]\nnumber = 1\ntitle = { en = "T" }\npoints = 1\nhint = { en = "H" }\n'
    )
    (folder / "gradients.py").write_text("")
    (folder / "test_gradients.py").write_text("")
    return load_course(root).exercise("exercise3")


def notebook(*sources: str | list[str], **changes: object) -> bytes:
    """Return a notebook whose code cells have the given sources, a text cell before each."""
    cells: list[dict[str, object]] = []
    for source in sources:
        cells.append({"cell_type": "markdown", "metadata": {}, "source": "# Title"})
        cells.append(
            {
                "cell_type": "code",
                "execution_count": None,
                "metadata": {},
                "source": source,
                "outputs": [{"output_type": "stream", "name": "stdout", "text": "x = 99"}],
            }
        )
    content = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    return json.dumps(content | changes).encode()


def source_of(*sources: str | list[str]) -> str:
    return module_source(notebook(*sources), "a.ipynb")[0].decode()


def notes_of(*sources: str) -> tuple[str, ...]:
    return module_source(notebook(*sources), "a.ipynb")[1]


def refusal(raw: bytes) -> str:
    with pytest.raises(SubmissionError) as caught:
        module_source(raw, "a.ipynb")
    assert str(caught.value).isprintable()
    assert str(caught.value).startswith(("a.ipynb", "The code in a.ipynb"))
    return str(caught.value)


def plain(source: str) -> str:
    return CellReader().plain(source)


# From the file to the module


def test_a_notebook_becomes_the_module_of_the_exercise(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "HW 3.ipynb"
    path.write_bytes(notebook("x = 1", "def f():\n    return x"))
    read = read_submission(path, exercise, "hong")
    assert read.files == {
        "gradients.py": b"# %% cell 1\nx = 1\n# %% cell 2\ndef f():\n    return x\n"
    }
    assert read.origin == str(path)
    assert read.notes == ()


def test_the_origin_ends_in_small_letters(tmp_path: Path, exercise: Exercise) -> None:
    path = tmp_path / "A.IPYNB"
    path.write_bytes(notebook("x = 1"))
    assert read_submission(path, exercise, "hong").origin == f"{tmp_path}/A.ipynb"


def in_folder(folder: Path, exercise: Exercise, **files: bytes) -> Submission:
    for name, content in files.items():
        (folder / name.replace("_dot_", ".")).write_bytes(content)
    return read_submission(folder, exercise, "hong")


def test_the_only_notebook_of_a_folder_is_read(tmp_path: Path, exercise: Exercise) -> None:
    read = in_folder(tmp_path, exercise, hw_dot_ipynb=notebook("x = 1"), weights_dot_npz=b"w")
    assert read.files == {"gradients.py": b"# %% cell 1\nx = 1\n", "weights.npz": b"w"}
    assert read.origin == f"{tmp_path}/hw.ipynb"


def test_a_module_comes_before_a_notebook(tmp_path: Path, exercise: Exercise) -> None:
    read = in_folder(tmp_path, exercise, hw_dot_ipynb=notebook("x"), gradients_dot_py=b"y = 1")
    assert read.files == {"gradients.py": b"y = 1"}
    assert read.notes == (
        "gradients.py was graded; the notebook beside it was not read: hw.ipynb.",
    )


def test_among_notebooks_the_one_named_like_the_module_is_read(
    tmp_path: Path, exercise: Exercise
) -> None:
    read = in_folder(tmp_path, exercise, a_dot_ipynb=b"", gradients_dot_ipynb=notebook("x = 1"))
    assert read.origin.endswith("/gradients.ipynb")


def test_several_notebooks_are_not_guessed_between(tmp_path: Path, exercise: Exercise) -> None:
    with pytest.raises(SubmissionError, match=r"several notebooks: a\.ipynb, b\.ipynb"):
        in_folder(tmp_path, exercise, a_dot_ipynb=b"", b_dot_ipynb=b"")


def test_a_notebook_may_be_larger_than_a_module(tmp_path: Path, exercise: Exercise) -> None:
    picture = [{"output_type": "display_data", "data": {"image/png": "A" * (3 * MIB)}}]
    cell = {"cell_type": "code", "source": "x = 1", "outputs": picture}
    path = tmp_path / "a.ipynb"
    path.write_bytes(notebook(cells=[cell]))
    assert list(read_submission(path, exercise, "hong").files) == ["gradients.py"]
    os.truncate(path, NOTEBOOK_BYTES + 1)
    with pytest.raises(SubmissionError, match="larger than 64 MiB"):
        read_submission(path, exercise, "hong")


def test_reading_a_module_does_not_import_ipython() -> None:
    code = "import sys, grader.intake; sys.exit('IPython' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_cells_are_numbered_among_the_code_cells_and_empty_ones_count() -> None:
    assert source_of("a = 1", " \n", "b = 2") == "# %% cell 1\na = 1\n# %% cell 3\nb = 2\n"


def test_a_source_may_be_a_list_of_lines() -> None:
    assert source_of(["a = 1\n", "b = 2"]) == "# %% cell 1\na = 1\nb = 2\n"


def test_every_newline_becomes_one_kind() -> None:
    assert source_of("a = 1\r\nb = 2\rc = 3") == "# %% cell 1\na = 1\nb = 2\nc = 3\n"


def test_a_line_that_looks_like_a_marker_is_none() -> None:
    source = source_of('s = """\n# %% cell 7\n"""', "# %% cell 1")
    markers = [line for line in source.split("\n") if line.startswith("# %% cell")]
    assert markers == ["# %% cell 1", "# %% cell 2"]
    assert source.count("# %%  cell") == 2


def test_korean_text_is_kept() -> None:
    assert source_of("s = '기울기'") == "# %% cell 1\ns = '기울기'\n"


def test_a_byte_order_mark_is_passed_over() -> None:
    assert module_source(b"\xef\xbb\xbf" + notebook("x = 1"), "a.ipynb")[0]


def test_a_notebook_of_format_3_is_read() -> None:
    cells = [{"cell_type": "code", "input": ["x = 1\n", "%pylab"], "language": "python"}]
    raw = json.dumps({"nbformat": 3, "worksheets": [{"cells": cells}]}).encode()
    assert module_source(raw, "a.ipynb")[0] == b"# %% cell 1\nx = 1\npass\n\n"


# IPython's syntax


@pytest.mark.parametrize(
    ("cell", "python"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1\n"),
        ("!pip install numpy\nx = 1", "pass\nx = 1\n"),
        ("if True:\n    %time f(1)\n    !ls", "if True:\n    pass\n    pass\n"),
        ("files = !ls\nt = %timeit -o f()", "files = None\nt = None\n"),
        ("np.array?\n?np\nnp.array??", "pass\npass\npass\n"),
        ("%%time\nx = 1", "\nx = 1"),
        ("\n\n%%timeit -n 10\nx = 1", "\n\n\nx = 1"),
        ("%%capture out\n%%time\nx = 1\n!ls", "\n\nx = 1\npass\n"),
        ("\n\n!ls\nx = 1", "\n\npass\nx = 1\n"),
        ("!wget \\\n  a \\\n  b\nx = 1", "pass\n\n\nx = 1\n"),
        (">>> x = 1\n>>> !ls", "x = 1\npass\n"),
        ("get_ipython().run_line_magic('matplotlib', 'inline')", "pass"),
        ("x = f(get_ipython().getoutput('ls'), 2)", "x = f(None, 2)"),
        ("ip = get_ipython(); ip2 = get_ipython().kernel.x[0]()", "ip = None; ip2 = None"),
        ("한 = '한', get_ipython().a(get_ipython())", "한 = '한', None"),
        ("get_ipython().system(\n'ls'\n)\nx = 1", "pass\nx = 1"),
        ("s = '''\n%not magic\n!nor this\n'''", "s = '''\n%not magic\n!nor this\n'''"),
        ("y = 7 \\\n%3", "y = 7 \\\n%3"),
        ("# get_ipython()", "# get_ipython()"),
    ],
)
def test_what_only_ipython_knows_is_taken_out(cell: str, python: str) -> None:
    assert plain(cell) == python


def test_the_call_ipython_writes_is_not_found_inside_text() -> None:
    cell = "s = f'''\n{get_ipython().x()}'''"
    assert plain(cell) in {cell, cell.replace("get_ipython().x()", "None")}


@pytest.mark.parametrize("magic", ["bash", "javascript", "writefile gradients.py", "R"])
def test_a_cell_in_another_language_is_left_out(magic: str) -> None:
    note = f"Cell 1 was left out: it begins with %%{magic.partition(' ')[0]}."
    assert notes_of(f"%%{magic}\nx = 1", "x = 1") == (note,)


def test_a_cell_that_is_no_python_is_left_out_alone() -> None:
    source, notes = module_source(notebook("x = 1", "def f(:", "y = 2"), "a.ipynb")
    assert source == b"# %% cell 1\nx = 1\n# %% cell 3\ny = 2\n"
    assert notes == ("Cell 2 was left out: invalid syntax, line 1.",)


def test_the_line_of_a_mistake_is_the_line_in_the_cell() -> None:
    (note,) = notes_of("\n\n!wget \\\n x\n%cd\nx = = 1")
    assert note == "Cell 1 was left out: invalid syntax, line 6."


def test_many_cells_left_out_make_a_few_notes() -> None:
    notes = notes_of(*["1 +"] * (MOST_NOTES + 5))
    assert len(notes) == MOST_NOTES + 1
    assert notes[-1] == "5 more cells were left out."


def test_a_cell_that_warns_is_read() -> None:
    assert plain(r"s = '\d'; 1 is 1") == r"s = '\d'; 1 is 1"


# What is refused


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00",
        b"null",
        b"[]",
        b"{}",
        b"{",
        b'{"nbformat": 4, "cells": {}}',
        b'{"nbformat": "4", "cells": []}',
        b'{"nbformat": 4.5, "cells": []}',
        b'{"nbformat": 4, "cells": [1]}',
        b'{"nbformat": 4, "cells": [{}]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": 1}]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "\\u202e"}]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\\ud800"}]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\xff"}]}',
        b'{"nbformat": NaN}',
        b'{"nbformat": ' + b"9" * 5000 + b"}",
        b'{"nbformat": 1e999}',
        '{"nbformat": 4, "cells": []}'.encode("utf-16"),
        b"[" * DEEP,
        b"[" * DEEP + b"]" * DEEP,
        b'{"a":' * DEEP,
        b'{"nbformat": 4, "x": ' + b"[" * DEEP + b"]" * DEEP + b"}",
        b'{"nbformat": 4, "cells": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    ],
    ids=lambda raw: repr(raw[:40]),
)
def test_what_is_no_notebook_is_refused(raw: bytes) -> None:
    assert "is no readable notebook" in refusal(raw)


def test_huge_numbers_in_outputs_do_not_matter() -> None:
    raw = notebook("x = 1").replace(b'"x = 99"', b"9" * 5000)
    assert module_source(raw, "a.ipynb")[0]


@pytest.mark.parametrize("version", [-1, 0, 2, 5])
def test_another_format_is_named(version: int) -> None:
    assert f"is in notebook format {version}" in refusal(notebook("x", nbformat=version))


@pytest.mark.parametrize("sources", [(), ("",), (" \n\t", "\n")])
def test_a_notebook_without_code_is_refused(sources: tuple[str, ...]) -> None:
    assert "has no code cells" in refusal(notebook(*sources))


def test_too_much_code_is_refused() -> None:
    assert "is larger than 1 MiB" in refusal(notebook(*["x = 1\n" * 10_000] * 20))
    assert "is larger than 1 MiB" in refusal(notebook(*["# " + "가" * (FILE_BYTES // 30)] * 11))


def test_too_many_cells_are_refused() -> None:
    assert "has more than 2000 code cells" in refusal(notebook(*["("] * 2001))


# Cells that keep a parser busy, or break it


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("-" * 100_000 + "1", ""),  # what a parser says of these differs between versions
        ("x" + ".a" * 50_000, ""),
        ("+".join(["x"] * 50_000), ""),
        ("if x:\n pass\n" + "elif x:\n pass\n" * 7000, ""),
        ("(" * 100_000, "too many nested parentheses, line 1"),
        ("x = " + "9" * 5000, "Exceeds the limit"),
        ("x = 1\x00", "null bytes"),
        ("x" * (cells_module.CELL_LENGTH + 1), "it is longer than 128 KiB"),
        ("%%\u202e\nx", "it begins with %%"),
    ],
    ids=lambda text: text[:20],
)
def test_a_cell_that_breaks_a_parser_is_left_out(cell: str, reason: str) -> None:
    with pytest.raises(LeftOutError) as caught:
        plain(cell)
    assert reason in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "cell",
    [
        "!ls\n" * 30_000,
        "/" * 100_000,
        "/f\n" * 40_000,
        "a" * 60_000 + " a?",
        ("a" * 500 + " a?\n") * 240,
        "a." * 60_000 + "?",
        "%%time\n" * 18_000,
        "\n" * 120_000 + "%x",
        "'''" + "\n%x" * 40_000,
        "!\\\n" * 40_000,
        ">>> " * 30_000,
        "x = %a\n" * 18_000,
        "(" * 190 + "\n%x" * 40_000,
    ],
    ids=lambda text: text[:10],
)
def test_a_cell_cannot_keep_ipython_busy(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells_module, "WORK", cells_module.WORK // 5)  # and so the time
    started = time.process_time()
    module_source(notebook(*[cell[: cells_module.CELL_LENGTH]] * 7), "a.ipynb")
    assert time.process_time() - started < 6


def test_ordinary_cells_after_a_busy_one_are_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells_module, "WORK", 100_000)
    source, notes = module_source(notebook("!ls\n" * 3000, "y = 2"), "a.ipynb")
    assert source == b"# %% cell 2\ny = 2\n"
    (note,) = notes
    assert note.startswith("Cell 1 was left out: invalid syntax, line 1; it is too long, or has")


def test_a_long_honest_notebook_is_well_within_the_bound() -> None:
    cell = "%matplotlib inline\n!pip install numpy\n" + "x = [1, 2, 3]\n" * 200 + "x?\n"
    assert notes_of(*[cell] * 40) == ()


# Anything at all

FRAGMENTS = [
    *["%", "%%", "!", "?", "\n", "\n    ", " ", "\\\n", "'''", '"', "(", ")", "[", "]", ",", ";"],
    *["/", "x", " = ", "get_ipython()", ".y", "f'{", "}'", "if x:", "def f():", "time\n", "#"],
    *["\r", "\x0c", "\x00", "\u2028", "가", "1", ">>> ", "In [1]: ", "# %% cell 1", "lambda:"],
]


@fuzz
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join) | st.text(max_size=60))
@example("time\n\r\r%")
def test_any_cell_becomes_python_or_is_left_out(cell: str) -> None:
    try:
        source = plain(cell)
    except LeftOutError as error:
        assert str(error).isprintable()  # noqa: PT017 - most cells are left out, some are not
        return
    compile(source, "cell", "exec", flags=0x0400, dont_inherit=True)  # ast.PyCF_ONLY_AST


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
CELL = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "other"]) | JSON,
        "source": st.text(max_size=30) | st.lists(st.text(max_size=10), max_size=3) | JSON,
        "outputs": JSON,
    },
)
NOTEBOOK = st.fixed_dictionaries(
    {},
    optional={
        "nbformat": st.sampled_from([3, 4]) | JSON,
        "cells": st.lists(CELL, max_size=4) | JSON,
        "worksheets": st.lists(st.fixed_dictionaries({"cells": st.lists(CELL)}), max_size=2) | JSON,
    },
)


@fuzz
@given(NOTEBOOK.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=100))
def test_any_file_is_read_or_refused(raw: bytes) -> None:
    try:
        source, notes = module_source(raw, "a.ipynb")
    except SubmissionError as error:
        assert str(error).isprintable()  # noqa: PT017 - most files are refused, some are not
        return
    assert all(note.isprintable() for note in notes)
    source.decode()


# Notebooks as they are in courses


def test_fifty_megabytes_of_outputs_are_never_built(tmp_path: Path, exercise: Exercise) -> None:
    """What is read is in memory once; decoded, it would be there several times."""
    picture = {"output_type": "display_data", "data": {"image/png": "A" * (25 * MIB)}}
    rows = {"output_type": "stream", "name": "stdout", "text": ["0.123456\n"] * (2 * MIB)}
    cell = {"cell_type": "code", "source": "x = 1", "outputs": [picture, rows]}
    path = tmp_path / "a.ipynb"
    path.write_bytes(notebook(cells=[cell]))
    size = path.stat().st_size
    assert 50 * MIB < size < NOTEBOOK_BYTES
    del cell, picture, rows
    read_submission(path, exercise, "hong")  # IPython is imported now
    tracemalloc.start()
    try:
        read = read_submission(path, exercise, "hong")
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert read.files == {"gradients.py": b"# %% cell 1\nx = 1\n"}
    assert peak < NOTEBOOK_BYTES + 4 * MIB


EVERYDAY = [
    "%matplotlib inline\n%load_ext autoreload\n%autoreload 2",
    "!pip install numpy\nfiles = !ls",
    "import numpy as np\nnp.sum?",
    "import ipywidgets_that_are_not_here as widgets\nslider = widgets.IntSlider()\nslider",
    "interact(lambda x: x, x=slider)",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3])\nplt.show()",
    "def double(x):\n    return np.asarray(x) * 2.0\n\ndisplay(double(3))",
    "def unfinished(:\n    pass",
    "%%time\ndef average(x):\n    return np.sum(x) / np.size(x)",
    "%%bash\nls",
    "name = input('Who are you?')",
    "print(double(2)); double_average",
    "def double_average(x):\n    return double(average(x))",
    "from grader import check\ncheck('exercise3')",
]


def test_an_everyday_notebook_is_graded_for_what_it_defines(
    tmp_path: Path, nursery: Nursery
) -> None:
    tiny_exercise = tiny.write(tmp_path / "course")
    path = tmp_path / "sums.ipynb"
    path.write_bytes(notebook(*EVERYDAY))
    submission = read_submission(path, tiny_exercise, "hong")
    attempt = Judge(tiny_exercise, nursery, Feedback.RESULT).grade(submission, 1)
    assert attempt.score == attempt.max_score
    assert attempt.notes == (
        "Cell 8 was left out: invalid syntax, line 1.",
        "Cell 10 was left out: it begins with %%bash.",
        "Cell 4 stopped with ModuleNotFoundError in line 1.",
        "Cell 5 stopped with NameError in line 1.",
        "Cell 11 stopped with EOFError in line 1.",
        "Cell 12 stopped with NameError in line 1.",
    )
