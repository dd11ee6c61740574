"""The student kit: complete for a student, and without anything that only the course may hold."""

import ast
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import nbformat
import pytest

from grader import language
from grader.authoring.handout import notebook
from grader.authoring.release import release
from grader.course import Course, load_course
from grader.errors import CourseError, UsageError
from grader.exercise import load_exercise
from grader.intake import read_submission
from grader.judge import Judge
from grader.records import Attempt, Feedback, Outcome
from grader.worker.cells import Nursery
from tests import tiny
from tests.tiny import changed

ROOT = Path(__file__).parents[2]
README = "# Sums\n\nTwo sums.\n\n## Task 1: Twice\n\nDouble it.\n\n## Task 2: Average\n\nAverage.\n"
IMPORTING = f"from reference import sums\n{tiny.VISIBLE_SOURCE}"
DONE = changed(tiny.STUB_SOURCE, "raise NotImplementedError", "return TypeError")
CANARY = "canary_that_only_the_course_may_hold"


def course_with(root: Path, changes: dict[str, str | None] | None = None) -> Course:
    tiny.write(root, {f"exercises/{tiny.NAME}/README.md": README, **(changes or {})})
    return load_course(root)


def made(course: Course, folder: Path) -> dict[str, str]:
    """Release the whole course; return the text of every file, a notebook's cells as one text."""
    release(course, course.exercises, folder)
    return {
        path.relative_to(folder).as_posix(): text(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def text(path: Path) -> str:
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return content
    return "\n\n".join(cell["source"] for cell in nbformat.reads(content, 4)["cells"])


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the kit of this repository's course."""
    return made(load_course(ROOT), tmp_path_factory.mktemp("kit"))


def test_a_kit_holds_what_a_student_needs_and_nothing_else(tmp_path: Path) -> None:
    leftovers = {
        f"exercises/{tiny.NAME}/{name}": CANARY
        for name in ("sums.py~", ".sums.py.swp", "notes.txt", "helper.py", "__pycache__/x.pyc")
    }
    kit = made(course_with(tmp_path / "course", dict(leftovers)), tmp_path / "kit")
    assert set(kit) == {
        ".gitignore", "README.md", "README.ko.md", "course.toml", "pyproject.toml",
        "exercises/exercise3/exercise.toml", "exercises/exercise3/sums.py",
        "exercises/exercise3/README.md", "exercises/exercise3/README.ko.md",
        "exercises/exercise3/test_sums.py", "notebooks/exercise3/sums.ipynb",
    }  # fmt: skip
    for name in ("sums.py", "README.md", "README.ko.md", "test_sums.py"):
        original = tmp_path / "course" / "exercises" / "exercise3" / name
        assert kit[f"exercises/exercise3/{name}"] == original.read_text(encoding="utf-8")


def test_nothing_of_the_hidden_places_is_in_a_kit(tmp_path: Path) -> None:
    course = course_with(tmp_path / "course")
    spoiled = [
        tmp_path / "course" / name
        for name in (
            tiny.SOLUTION, tiny.SUITE, f"{tiny.MISTAKES}/squared.py", "reference/sums.py",
            "tests/alternatives/exercise3/other.py", "tests/hidden/exercise3/figures.py",
            "solutions/exercise3/equivalent.toml", "gradebook.db", "reports/exercise3.json",
        )
    ]  # fmt: skip
    for path in spoiled:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n# {CANARY}\n")
    kit = made(course, tmp_path / "kit")
    assert [name for name, content in kit.items() if CANARY in content] == []


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def body_of(function: ast.FunctionDef) -> str:
    """Return what a function does, without docstring and layout, or nothing if it only stores."""
    body = function.body[bool(ast.get_docstring(function)) :]
    computes = (ast.BinOp, ast.Call, ast.Compare, ast.Subscript, ast.For, ast.comprehension)
    inner = [node for statement in body for node in ast.walk(statement)]
    given = any(isinstance(node, ast.Name) and node.id == "NotImplementedError" for node in inner)
    if given or not any(isinstance(node, computes) for node in inner):
        return ""
    return "\n".join(ast.unparse(statement) for statement in body)


def bodies(source: str) -> set[str]:
    return set(map(body_of, functions(ast.parse(source)))) - {""}


def given_bodies() -> set[str]:
    """Return what the stubs give; the solutions keep it."""
    stubs = [exercise.stub for exercise in load_course(ROOT).exercises]
    return {body for stub in stubs for body in bodies(stub.read_text(encoding="utf-8"))}


def secret_sources() -> dict[str, str]:
    folders = ("solutions", "tests/hidden", "tests/alternatives", "reference")
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
    }


def test_no_secret_function_is_in_the_kit_of_this_course(whole: dict[str, str]) -> None:
    secrets = {body: name for name, source in secret_sources().items() for body in bodies(source)}
    assert len(secrets) > 1000
    code = {name: source for name, source in whole.items() if name.endswith((".py", ".ipynb"))}
    assert len(code) > 2 * len(load_course(ROOT).names)
    released = {body for name in code if name.endswith(".py") for body in bodies(code[name])}
    assert sorted(secrets[body] for body in (released - given_bodies()) & secrets.keys()) == []
    # A body of several lines is looked for in every text, whatever its layout.
    squeezed = {name: "".join(content.split()) for name, content in whole.items()}
    long = {"".join(body.split()): name for body, name in secrets.items() if "\n" in body}
    found = [(long[body], name) for body in long for name in squeezed if body in squeezed[name]]
    assert found == []


def test_no_hidden_title_explanation_or_number_is_in_the_kit(whole: dict[str, str]) -> None:
    squeezed = {name: "".join(content.split()) for name, content in whole.items()}
    everything = "\n".join(squeezed.values())
    looked_for = 0
    for name, source in secret_sources().items():
        if not name.startswith("tests/hidden") and "/mistakes/" not in name:
            continue
        for node in ast.walk(ast.parse(source)):
            for said in said_by(node):
                looked_for += 1
                assert said not in everything, (name, said)
    assert looked_for > 2500


def said_by(node: ast.AST) -> Iterator[str]:
    """Yield the long paragraphs and the long numbers of a literal, without spaces."""
    match node:
        case ast.Constant(str(said)):
            paragraphs = ("".join(part.split()) for part in said.split("\n\n"))
            yield from (part for part in paragraphs if len(part) > 35)
        case ast.Constant(float(number)):
            digits = repr(number).replace(".", "").strip("0")
            if len(digits) > 6:
                yield repr(number)


def test_the_kit_of_this_course_has_every_exercise_in_both_forms(whole: dict[str, str]) -> None:
    for exercise in load_course(ROOT).exercises:
        stub = whole[f"exercises/{exercise.name}/{exercise.files[0]}"]
        cells = whole[f"notebooks/{exercise.name}/{exercise.module}.ipynb"]
        for task in exercise.tasks:
            assert f"## Task {task.number}: {task.title.en}" in cells
        lines = [line for line in stub.splitlines() if line.strip()]
        assert [line for line in lines if line not in cells] == []


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Return the kit of the tiny course, which is gone itself."""
    needy = 'needs = ["only_the_hidden_suite_does"]\n' + tiny.EXERCISE
    course = course_with(tmp_path / "course", {tiny.SETTINGS: needy})
    release(course, course.exercises, tmp_path / "kit")
    (tmp_path / "course").rename(tmp_path / "elsewhere")
    return tmp_path / "kit"


def grade(folder: Path, lib: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as on a student's machine: no ``reference`` can be imported there."""
    lib.mkdir()
    (lib / "grader").symlink_to(ROOT / "grader")
    places = [str(lib), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    program = (
        f"import sys; sys.path += {places!r}\n"
        "from importlib.util import find_spec; assert find_spec('reference') is None\n"
        "from grader.cli import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_student_grades_the_visible_checks_in_the_kit(kit: Path, tmp_path: Path) -> None:
    (kit / "exercises" / "exercise3" / "sums.py").write_text(tiny.SOLUTION_SOURCE)
    written = kit / "attempt.json"
    result = grade(kit, tmp_path / "lib", "exercise3", "--json", str(written))
    assert (result.returncode, result.stderr) == (0, "")
    assert "hidden ones run too" in " ".join(result.stdout.split())
    attempt = msgspec.json.decode(written.read_bytes(), type=Attempt)
    assert [check.outcome for check in attempt.checks] == [Outcome.PASSED]
    assert attempt.score == attempt.max_score == 1.0  # a visible check without points
    assert (kit / "reports" / "exercise3.html").is_file()


def test_a_stub_in_the_kit_says_what_is_to_do(kit: Path, tmp_path: Path) -> None:
    result = grade(kit, tmp_path / "lib", "exercise3", "--submission", "notebooks/exercise3")
    assert (result.returncode, result.stderr) == (1, "")
    assert "Task 1 is not done yet." in result.stdout


def test_the_overview_of_a_kit_shows_its_exercises(kit: Path, tmp_path: Path) -> None:
    result = grade(kit, tmp_path / "lib")
    assert (result.returncode, result.stderr) == (0, "")
    assert "exercise3" in result.stdout
    assert "Read exercises/exercise3/README.md" in result.stdout


@pytest.mark.parametrize(
    "command", ["batch {folder} --unsafe", "verify", "export gradescope-bundle exercise3"]
)
def test_what_needs_the_hidden_checks_is_refused_in_a_kit(
    kit: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "class" / "ann" / "exercise3").mkdir(parents=True)
    (tmp_path / "class" / "ann" / "exercise3" / "sums.py").write_text(tiny.SOLUTION_SOURCE)
    words = [word.format(folder=tmp_path / "class") for word in command.split()]
    result = grade(kit, tmp_path / "lib", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert "is of a kit" in result.stderr


def test_a_strange_value_is_the_students_fault_in_a_kit(
    tmp_path: Path, process_nursery: Nursery
) -> None:
    visible = changed(
        tiny.VISIBLE_SOURCE,
        "expect(student.double)",
        "len(student.double(3.0))\n    expect(student.double)",
    )
    course = course_with(tmp_path / "course", {tiny.VISIBLE: visible})
    release(course, course.exercises, tmp_path / "kit")
    exercise = load_exercise(tmp_path / "kit", tiny.NAME)
    source = tmp_path / "sums.py"
    source.write_text(tiny.SOLUTION_SOURCE)
    judge = Judge(exercise, process_nursery, Feedback.FULL)
    (check,) = judge.grade(read_submission(source, exercise, "ann"), 1).checks
    assert check.outcome is Outcome.FAILED
    assert "this check cannot use" in check.message


def graded(root: Path, path: Path, nursery: Nursery) -> list[tuple[str, Outcome, str, float]]:
    exercise = load_exercise(root, tiny.NAME)
    attempt = Judge(exercise, nursery, Feedback.FULL).grade(
        read_submission(path, exercise, "ann"), 7
    )
    return [(check.id, check.outcome, check.message, check.points) for check in attempt.checks]


def test_the_notebook_as_it_is_is_graded_like_the_stub(
    tmp_path: Path, process_nursery: Nursery
) -> None:
    course = course_with(tmp_path / "course")
    release(course, course.exercises, tmp_path / "kit")
    handed_in = tmp_path / "kit" / "notebooks" / "exercise3" / "sums.ipynb"
    stub = tmp_path / "course" / tiny.STUB
    as_stub = graded(course.root, stub, process_nursery)
    assert graded(course.root, handed_in, process_nursery) == as_stub
    assert {outcome for _id, outcome, _message, _points in as_stub} <= {
        Outcome.FAILED, Outcome.BLOCKED
    }  # fmt: skip


def test_a_filled_notebook_is_graded_like_the_solution(
    tmp_path: Path, process_nursery: Nursery
) -> None:
    course = course_with(tmp_path / "course")
    release(course, course.exercises, tmp_path / "kit")
    handed_in = tmp_path / "kit" / "notebooks" / "exercise3" / "sums.ipynb"
    book = nbformat.read(handed_in, 4)
    tree = ast.parse(tiny.SOLUTION_SOURCE)
    answers = {node.name: ast.unparse(node) for node in functions(tree)}
    for cell in book["cells"]:
        if "raise NotImplementedError" in cell["source"] and cell["cell_type"] == "code":
            names = [node.name for node in functions(ast.parse(cell["source"]))]
            cell["source"] = "\n\n".join(["import numpy as np", *map(answers.__getitem__, names)])
    handed_in.write_text(nbformat.writes(book))
    found = graded(course.root, handed_in, process_nursery)
    solution = course.root / tiny.SOLUTION
    assert found == graded(course.root, solution, process_nursery)
    assert {outcome for _id, outcome, _message, _points in found} == {Outcome.PASSED}


def test_a_notebook_has_each_section_before_its_code() -> None:
    stub = tiny.STUB_SOURCE.lstrip()
    book = nbformat.reads(
        notebook(stub, README + "\n## More\n\nRead on.\n", "exercise3").decode(), 4
    )
    first_lines = [cell["source"].splitlines()[0] for cell in book["cells"]]
    assert first_lines == [
        "# Sums", '"""Sums."""', "## Task 1: Twice", "def double(x):", "## Task 2: Average",
        "def average(x):", "## More",
        "Run the cells above, then this one: it grades what you have run.",
        "from grader import check",
    ]  # fmt: skip


def test_the_same_stub_makes_the_same_notebook() -> None:
    stub = tiny.STUB_SOURCE
    assert notebook(stub, README, "exercise3") == notebook(stub, README, "exercise3")


def test_a_notebook_speaks_the_language_of_the_run(tmp_path: Path) -> None:
    korean = "# 합\n\n## 과제 1: 두 배\n\n두 배입니다.\n"
    course = course_with(tmp_path / "course", {f"exercises/{tiny.NAME}/README.ko.md": korean})
    language.use("ko")
    try:
        kit = made(course, tmp_path / "kit")
    finally:
        language.use("en")
    cells = kit["notebooks/exercise3/sums.ipynb"]
    assert cells.index("## 과제 1: 두 배") < cells.index("def double")
    assert "## Task 1" not in cells


def test_only_the_exercises_asked_for_are_released(tmp_path: Path) -> None:
    course = load_course(ROOT)
    release(course, course.chosen(["1", "gradients"]), tmp_path / "kit")
    released = load_course(tmp_path / "kit")
    assert released.names == ("exercise1", "exercise3")
    assert released.title == course.title
    assert {path.name for path in (tmp_path / "kit" / "exercises").iterdir()} == {*released.names}
    assert all(exercise.kit for exercise in released.exercises)


def test_a_course_in_english_has_a_kit_in_english(tmp_path: Path) -> None:
    readme = f"exercises/{tiny.NAME}/README.ko.md"
    both = made(course_with(tmp_path / "both"), tmp_path / "kit")
    assert "README.ko.md" in both["README.md"]
    english = {"course.toml": f'language = "en"\n{tiny.COURSE}', readme: None}
    kit = made(course_with(tmp_path / "english", dict(english)), tmp_path / "english kit")
    assert [name for name in kit if name.endswith(".ko.md")] == []
    assert "README.ko.md" not in kit["README.md"]
    assert kit["README.md"].startswith("# Tiny\n\nYou need Python")


def test_a_kit_installs_the_grader_and_what_its_exercises_need(tmp_path: Path) -> None:
    course = load_course(ROOT)
    release(course, course.chosen(["3", "12"]), tmp_path / "kit", "deepgrade @ file:///wheel")
    project = tomllib.loads((tmp_path / "kit" / "pyproject.toml").read_text())["project"]
    assert project["dependencies"] == ["deepgrade @ file:///wheel", "numpy", "pandas"]


def test_a_file_the_exercise_names_as_data_is_released(tmp_path: Path) -> None:
    settings = changed(tiny.EXERCISE, "points = 10", 'points = 10\ndata = ["sums.csv"]')
    changes: dict[str, str | None] = {tiny.SETTINGS: settings}
    course = course_with(tmp_path / "course", changes)
    with pytest.raises(CourseError, match=r"sums\.csv is missing"):
        made(course, tmp_path / "kit")
    changes[f"exercises/{tiny.NAME}/sums.csv"] = "1,2\n"
    kit = made(course_with(tmp_path / "course", changes), tmp_path / "kit")
    assert kit["exercises/exercise3/sums.csv"] == "1,2\n"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({tiny.STUB: DONE}, "Is the task done"),
        ({tiny.SETTINGS: f"# TODO(author)\n{tiny.EXERCISE}"}, "is left, and students"),
        ({tiny.VISIBLE: f"# TODO(author)\n{tiny.VISIBLE_SOURCE}"}, "is left, and students"),
        ({tiny.VISIBLE: IMPORTING, "reference/sums.py": ""}, "imports reference"),
        ({tiny.VISIBLE: f"import solutions.exercise3\n{tiny.VISIBLE_SOURCE}"}, "imports solutions"),
        ({tiny.SETTINGS: f"kit = true\n{tiny.EXERCISE}"}, "is of a kit"),
    ],
)  # fmt: skip
def test_what_would_give_something_away_is_not_released(
    tmp_path: Path, changes: dict[str, str | None], said: str
) -> None:
    course = course_with(tmp_path / "course", changes)
    with pytest.raises(CourseError, match=said):
        release(course, course.exercises, tmp_path / "kit")
    assert not (tmp_path / "kit").exists()


def test_a_kit_is_written_over_nothing(tmp_path: Path) -> None:
    course = course_with(tmp_path / "course")
    with pytest.raises(UsageError, match="is not empty"):
        release(course, course.exercises, course.root)
