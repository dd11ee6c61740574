"""Notebooks of nbgrader and otter become exercises that are proven, and nothing of them is run."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from click.testing import CliRunner

from grader.authoring.scaffold import add_exercise, new_course
from grader.cli import grade
from grader.course import find_course, load_course
from grader.errors import UsageError
from grader.importing import Imported, import_exercise
from grader.importing.otter_tests import resolved
from grader.proof.trials import Trials
from grader.proof.verify import verify
from tests import assignments
from tests.assignments import code, markdown, raw, solution

ASSIGNMENTS = {
    "words": ("nbgrader", assignments.NBGRADER),
    "numbers": ("otter", assignments.OTTER),
    "doubles": ("otter", assignments.OTTER_FUNCTIONS),
}


def imported(folder: Path, kind: str, cells: Sequence[Any], name: str = "homework") -> Imported:
    path = assignments.write(folder / "notebook.ipynb", [*cells])
    return import_exercise(path, kind, name)


def graded(tests: str, points: float = 1) -> list[Any]:
    """Return a notebook of nbgrader with one answer and one cell of tests."""
    answer = "def f(x):\n    ### BEGIN SOLUTION\n    return x + 1\n    ### END SOLUTION"
    return [solution(answer, "f"), assignments.tests(tests, "tests_of_f", points)]


def visible(found: Imported) -> str:
    return found.files["exercises/homework/test_homework.py"]


def hidden(found: Imported) -> str:
    return found.files["tests/hidden/homework/test_homework.py"]


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_an_imported_exercise_is_proven(name: str, tmp_path: Path, trials: Trials) -> None:
    new_course(tmp_path / "course")
    settings = tmp_path / "course" / "course.toml"
    given = settings.read_text(encoding="utf-8")
    settings.write_text(f'language = "en"\n{given}', encoding="utf-8")  # nothing is translated
    found = imported(tmp_path, *ASSIGNMENTS[name])
    add_exercise(load_course(tmp_path / "course"), "homework", found.files)
    exercise = find_course(tmp_path / "course").exercise("homework")
    lines = list(verify(exercise, trials, seeds=2))
    assert {line.subject for line in lines} >= {"stub", "returns 0", "solution"}
    assert [(line.subject, line.problems) for line in lines if line.problems] == []


def test_points_functions_and_order_are_kept(tmp_path: Path) -> None:
    found = imported(tmp_path, "nbgrader", assignments.NBGRADER)
    settings = found.files["exercises/homework/exercise.toml"]
    assert settings.startswith('title = { en = "Words in Python" }')
    assert "points = 5\n" in settings
    assert 'functions = ["count_vowels", "vowels_of_initials"]\nafter = [1]' in settings
    readme = found.files["exercises/homework/README.md"]
    assert "## Task 1: Part A: Initials\n\nReturn the first letters of all words." in readme
    assert "Explain what a vowel is" not in readme


def test_what_was_hidden_stays_hidden(tmp_path: Path) -> None:
    for kind, cells in ASSIGNMENTS.values():
        found = imported(tmp_path, kind, cells)
        given = "".join(text for path, text in found.files.items() if path.startswith("exercises"))
        secrets = ["* count", "upper()", "findall", "-5", "6.25", "1.414", "abab", "sqrt(total)"]
        assert [secret for secret in secrets if secret in given] == []
        # Nor does a hidden check say in its message what it expects.
        assert "'what the test expects'" in hidden(found)
        assert "test_" in visible(found)


def test_every_cell_that_is_not_taken_over_is_named(tmp_path: Path) -> None:
    remarks = "\n".join(imported(tmp_path, "nbgrader", assignments.NBGRADER).remarks)
    assert "Cell 13 (points: 0.5) was left out: it sets or deletes `initials`." in remarks
    assert "Cell 15 is graded by hand (points: 3) and is no task here." in remarks
    assert "Cell 6: `initials('ada lovelace')` is not taken over" in remarks
    remarks = "\n".join(imported(tmp_path, "otter", assignments.OTTER).remarks)
    assert "`nine` was a variable and is a function: adapt what asks for it." in remarks
    assert "Question q3 is graded by hand" in remarks


@pytest.mark.parametrize(
    ("tests", "reason"),
    [
        ("assert f(1) in {2, 3} and f(2) == {3}", "it compares sets"),
        ("assert f.__name__ == 'f'", "it looks into `f.__name__`"),
        ("assert list(map(f, [1])) == [2]", "it passes `f` on"),
        ("assert f(1) == somewhere", "it uses `somewhere`, which no cell of the exercise defines"),
        (
            "try:\n    f('')\nexcept TypeError:\n    print('good')",
            "it catches what students' code raises",
        ),
        ("from nose.tools import eq_\neq_(f(1), 2)", "it uses nose"),
        ("assert True", "it says nothing about a function that students write"),
    ],
)
def test_tests_that_cannot_be_checks_are_left_out(tests: str, reason: str, tmp_path: Path) -> None:
    cells = [*graded("assert f(2) == 3"), assignments.tests(tests, "more", 7)]
    found = imported(tmp_path, "nbgrader", cells)
    assert f"Cell 3 (points: 7) was left out: {reason}" in "\n".join(found.remarks)
    assert "points = 1\n" in found.files["exercises/homework/exercise.toml"]


def test_a_helper_of_the_notebook_is_the_suites_own_and_not_the_students(tmp_path: Path) -> None:
    helper = code(
        "import math\nLIMIT = sum([i for i in range(3)])\n"
        "def near(a, b):\n    return math.isclose(a, b) and a < LIMIT"
    )
    found = imported(tmp_path, "nbgrader", [helper, *graded("assert near(f(1), 2)")])
    suite = visible(found)
    assert suite.index("import math") < suite.index("LIMIT = sum(") < suite.index("def near(a, b):")
    assert "lambda value: near(value, 2)" in suite


def test_a_file_that_given_code_reads_is_named(tmp_path: Path) -> None:
    table = code("import numpy as np\ntable = np.loadtxt('heights.csv')")
    found = imported(tmp_path, "nbgrader", [table, *graded("assert f(1) == 2")])
    assert "Cell 1 reads `heights.csv`, which is not there" in "\n".join(found.remarks)
    assert "loadtxt" not in "".join(found.files.values())


def test_a_helper_that_calls_students_code_is_left_to_a_person(tmp_path: Path) -> None:
    helper = code("def agrees(a, b):\n    return f(a) == b")
    cells = [*graded("assert f(1) == 2"), helper, assignments.tests("assert agrees(1, 2)", "g", 1)]
    found = imported(tmp_path, "nbgrader", cells)
    assert "it uses `agrees`, which depends on `f`" in "\n".join(found.remarks)


def test_an_answer_without_a_marked_region_is_a_solution_as_a_whole(tmp_path: Path) -> None:
    answer = (
        "class Account:\n    'An account.'\n    rate = 2\n"
        "    def interest(self, amount):\n        'Return it.'\n        return amount * self.rate\n"
        "def one(): return 1"
    )
    tests = assignments.tests("account = Account()\nassert account.interest(3) == 6", "interest", 1)
    found = imported(tmp_path, "nbgrader", [solution(answer, "account"), tests])
    stub = found.files["exercises/homework/homework.py"]
    assert "amount * self.rate" not in stub
    assert '        raise NotImplementedError("Task 1: write interest")' in stub
    assert 'def one():\n    raise NotImplementedError("Task 1: write one")' in stub
    assert "account = student.Account()" in visible(found)


def test_variables_that_students_set_become_functions(tmp_path: Path) -> None:
    answer = "three = 3\nnine = three * three\na, b = 1, 2\ndef half():\n    return nine / 2"
    tests = assignments.tests("assert nine == 9 and three\nassert half() == 4.5", "nine", 1)
    more = assignments.tests("assert a == 1", "a", 2)
    found = imported(tmp_path, "nbgrader", [solution(answer, "answer"), tests, more])
    assert "    return three() * three()" in found.files["solutions/homework/homework.py"]
    stub = found.files["exercises/homework/homework.py"]
    assert 'def nine():\n    """Return `nine`."""\n    raise NotImplementedError("Task 1' in stub
    assert "student.nine() == 9 and student.three()" in visible(found)
    remarks = "\n".join(found.remarks)
    assert "`half` reads `nine`, which is a function here: write `nine()`." in remarks
    assert "it reads the variable `a`" in remarks


def test_tests_without_an_answer_belong_to_the_question_before(tmp_path: Path) -> None:
    first = [*assignments.OTTER_FUNCTIONS[1:5], raw("# END QUESTION")]
    more = [raw("# BEGIN QUESTION\nname: q9"), raw("# BEGIN TESTS"), code("double(4)", "8")]
    ends = [raw("# END TESTS"), raw("# END QUESTION")]
    found = imported(tmp_path, "otter", [*first, *more, *ends])
    assert "@pytest.mark.task(1, points=1)" in visible(found)


def test_what_otter_cannot_compare_or_nobody_gets_is_left_out(tmp_path: Path) -> None:
    cells = assignments.OTTER_FUNCTIONS[1:]
    cells[2] = code(
        "# BEGIN IGNORE\nprint('mine')\n# END IGNORE\ndouble = lambda x: 2 * x # IGNORE\n"
        "def double(x):\n    return 2 * x # SOLUTION"
    )
    cells[5:7] = [
        code("double(1)", "2"),
        code("print(double(1), 3)", printed="2 3"),
        code("str(print(double(1)))", "'None'", "2"),
    ]
    found = imported(tmp_path, "otter", cells)
    assert "mine" not in "".join(found.files.values())
    assert "lambda" not in found.files["solutions/homework/homework.py"]
    remarks = "\n".join(found.remarks)
    assert "Cell 7 was left out: it prints in a way that a check cannot follow." in remarks
    assert "Cell 8 was left out: it prints and has a value" in remarks


@pytest.mark.parametrize(
    ("total", "points", "worth"),
    [
        (None, [None, None], [0.5, 0.5]),
        (None, [2, None], [2, 0]),
        (3, [1, None, None], [1, 1, 1]),
        ([1, 0.5], [None, None], [1, 0.5]),
        ({"each": 2}, [None, None], [2, 2]),
        (1, [None, None, None], [0.3333, 0.3333, 0.3334]),
    ],
)
def test_points_are_shared_as_otter_shares_them(
    total: object, points: list[float | None], worth: list[float]
) -> None:
    assert resolved(total, points) == worth


def test_what_a_function_asserts_is_a_statement_too(tmp_path: Path) -> None:
    """Raised in a bare call, the student would be told that a value cannot be used."""
    tests = "from numpy import testing\ntesting.assert_allclose(f(1), 2)\nassert f(2) == 3"
    cell = imported(tmp_path, "nbgrader", graded(tests))
    condition = "testing.assert_allclose(value, 2) is None"
    said = f"expect(student.f)(1).to_satisfy(lambda value: {condition}, '{condition}')"
    assert said in visible(cell)


@pytest.mark.parametrize("kind", ["nbgrader", "otter"])
def test_a_notebook_without_marks_is_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no marks of"):
        imported(tmp_path, kind, [markdown("# Hello"), code("def f():\n    return 1")])


def test_a_notebook_that_gives_no_task_is_refused_with_the_reasons(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"nothing here that can be graded[^$]*sets or deletes `f`"
    ):
        imported(tmp_path, "nbgrader", graded("f = None\nassert f is None"))


def test_nothing_of_a_notebook_is_run(tmp_path: Path) -> None:
    flag = tmp_path / "was_run"
    act = f"open({str(flag)!r}, 'w')"
    cells = [code(act), code(f"FLAG = {act}"), *graded(f"{act}\nassert f(1) == {act}")]
    cells += [raw(f"# BEGIN QUESTION\nname: !!python/object/apply:os.system ['touch {flag}']")]
    imported(tmp_path, "nbgrader", cells)
    with pytest.raises(UsageError, match="no YAML"):
        imported(tmp_path, "otter", cells)
    assert not flag.exists()


def test_settings_that_grow_when_they_are_written_out_are_not(tmp_path: Path) -> None:
    lines = ["# BEGIN QUESTION", "a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    cells = [*assignments.OTTER_FUNCTIONS]
    cells[1] = raw("\n".join([*lines, "name: *a11"]))
    assert "test_cell_10_1" in visible(imported(tmp_path, "otter", cells))


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    nasty = 'a"""\nimport os\n\\" \x1b[31m \u202e \x7f ${x} {y} \'\'\''
    cells = [markdown(f"# {nasty}"), *graded("assert f(1) == 2, " + repr(nasty))]
    cells[-1].metadata["nbgrader"]["grade_id"] = nasty
    found = imported(tmp_path, "nbgrader", [markdown(f"# {nasty}"), *cells])
    for path, text in found.files.items():
        if path.endswith(".py"):
            compile(text, path, "exec")
            assert "import os" not in text.splitlines()
        assert "\x1b" not in text
    assert all("\n" not in remark and "\x1b" not in remark for remark in found.remarks)


def test_a_large_or_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notebook.ipynb"
    for text, said in (("{", "no readable notebook"), ('{"nbformat": 3}', "format 3")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=said):
            import_exercise(path, "otter", "homework")
    assignments.write(path, [code("x" * 2_000_000)])
    with pytest.raises(UsageError, match="too long"):
        import_exercise(path, "otter", "homework")


@pytest.mark.parametrize(
    "deep", ["(" * 150 + "f(1)" + ")" * 150, "-" * 900 + "f(1)", "f" + "(1)" * 900]
)
def test_code_that_is_nested_deeply_is_taken_or_refused(deep: str, tmp_path: Path) -> None:
    cells = [*graded("assert f(1) == 2"), assignments.tests(f"assert {deep} == 2", "deep", 3)]
    try:
        found = imported(tmp_path, "nbgrader", cells)
    except UsageError as error:
        assert str(error).endswith("is nested too deeply.")  # noqa: PT017 - either is right
    else:
        taken = "points=3" in visible(found)
        assert taken != any(remark.startswith("Cell 3 ") for remark in found.remarks)


def test_long_lines_take_no_time_that_grows_with_their_square(tmp_path: Path) -> None:
    blank = " " * 100_000
    cells = [
        markdown(f"# a{blank}x"),
        markdown(f"# ({blank}1 point"),
        code(f"x = 1{blank}# SOLUTION."),
    ]
    with pytest.raises(UsageError, match="nothing here that can be graded"):
        imported(
            tmp_path, "otter", [*cells, raw("# BEGIN QUESTION\nname: a"), raw("# END QUESTION")]
        )


def test_outputs_cost_nothing(tmp_path: Path) -> None:
    cells = graded("assert f(1) == 2")
    picture = {"image/png": "A" * 20_000_000, "text/plain": "a picture"}
    cells[0].outputs = [nbformat.v4.new_output("display_data", data=picture)]
    assert "test_tests_of_f" in visible(imported(tmp_path, "nbgrader", cells))


def test_the_command_lists_files_and_what_to_look_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_course(tmp_path / "course")
    assignments.write(tmp_path / "Problem Set 1.ipynb", assignments.NBGRADER)
    monkeypatch.chdir(tmp_path / "course")
    said = CliRunner().invoke(grade, ["import", "nbgrader", "../Problem Set 1.ipynb"])
    assert said.exit_code == 0, said.output
    assert "problem_set_1/problem_set_1.py" in said.output
    assert "7 things to look at:" in said.output
    assert said.output.endswith("Then prove it: grade verify problem_set_1\n")
    assert "problem_set_1" in find_course(Path.cwd()).names
