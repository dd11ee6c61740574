"""Rules about how a task is solved: what is seen, by whatever name, and what students are told."""

# ruff: noqa: E501 - a program on one line

import textwrap
from pathlib import Path

import msgspec
import nbformat
import pytest
from nbformat import v4

from grader.errors import CourseError
from grader.exercise import Exercise
from grader.intake import read_submission
from grader.judge import Judge
from grader.records import Attempt, CheckResult, Feedback, Outcome, Submission
from grader.suite.manner import LONGEST, Manner
from grader.worker.cells import Nursery
from tests import tiny
from tests.tiny import SOLUTION_SOURCE, changed

ROOT = Path(__file__).parents[2]
FORBIDDEN = ("np.gradient", "sorted", ".sort", "tf.GradientTape", "sklearn")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    return tiny.write(tmp_path_factory.mktemp("course"))


def of_task(exercise: Exercise, **rules: tuple[str, ...]) -> Exercise:
    """Give the rules to the exercise's first task, whose function is ``double``."""
    first, *others = exercise.tasks
    tasks = (msgspec.structs.replace(first, **rules), *others)
    return msgspec.structs.replace(exercise, tasks=tasks)


def broken(exercise: Exercise, source: str | bytes, **others: str) -> dict[int, str]:
    content = source if isinstance(source, bytes) else textwrap.dedent(source).encode()
    files = {"sums.py": content} | {f"{name}.py": text.encode() for name, text in others.items()}
    submission = Submission(student="ann", files=files, sha256="", origin="sums.py")
    return Manner(exercise).broken(submission, lambda file, line: f"({file}, line {line})")


SEEN = {
    "by its module": "import numpy\ndef double(x):\n    return numpy.gradient(x)",
    "by an alias": "import numpy as n\ndef double(x):\n    return n.gradient(x)",
    "imported": "from numpy import gradient\ndef double(x):\n    return gradient(x)",
    "imported as another": "from numpy import gradient as g\ndef double(x):\n    return g(x)",
    "by a star": "from numpy import *\ndef double(x):\n    return gradient(x)",
    "inside the function": "def double(x):\n    import numpy as n\n    return n.gradient(x)",
    "assigned": "import numpy as np\ng = np.gradient\ndef double(x):\n    return g(x)",
    "a second alias": "import numpy as np\nm = np\nk = m\ndef double(x):\n    return k.gradient(x)",
    "a pair": "import numpy as np\na, m = 1, np\ndef double(x):\n    return m.gradient(x)",
    "a default": "import numpy as np\ndef double(x, n=np):\n    return n.gradient(x)",
    "a walrus": "import numpy as np\ndef double(x):\n    return (m := np).gradient(x)",
    "a condition": "import numpy as np\ndef double(x):\n    return (np if x else np).gradient(x)",
    "getattr": "import numpy as np\ndef double(x):\n    return getattr(np, 'gradient')(x)",
    "getattr of parts": "import numpy as np\ndef double(x):\n    return getattr(np, 'gra' + 'dient')(x)",
    "its dictionary": "import numpy as np\ndef double(x):\n    return np.__dict__['gradient'](x)",
    "vars": "import numpy as np\ndef double(x):\n    return vars(np)['gradient'](x)",
    "__import__": "def double(x):\n    return __import__('numpy').gradient(x)",
    "import_module": "from importlib import import_module as i\ndef double(x):\n    return i('numpy').gradient(x)",
    "sys.modules": "import sys\ndef double(x):\n    return sys.modules['numpy'].gradient(x)",
    "its own place": "import numpy.lib.function_base as f\ndef double(x):\n    return f.gradient(x)",
    "another library": "import pandas\ndef double(x):\n    return pandas.core.nanops.np.gradient(x)",
    "written into numpy": "import numpy as np\nnp.mine = np.gradient\ndef double(x):\n    return np.mine(x)",
    "a helper": "import numpy as np\ndef help(x):\n    return np.gradient(x)\ndef double(x):\n    return help(x)",
    "a class": "import numpy as np\nclass A:\n    g = staticmethod(np.gradient)\ndef double(x):\n    return A.g(x)",
    "a lambda": "import numpy as np\ndouble = lambda x: np.gradient(x)",
    "a loop": "import numpy as np\nfor double in [np.gradient]:\n    pass",
    "a decorator": "import numpy as np\n@np.gradient\ndef double(x):\n    return x",
    "a builtin": "def double(x):\n    return sorted(x)",
    "a builtin by its module": "import builtins\ndef double(x):\n    return builtins.sorted(x)",
    "a builtin under its name": "sorted = sorted\ndef double(x):\n    return sorted(x)",
    "a builtin named within": "def double(x):\n    def f(sorted): pass\n    return sorted(x)",
    "a method": "def double(x):\n    x.sort()",
    "a method by getattr": "def double(x):\n    getattr(x, 'sort')()",
    "a class of a library": "import tensorflow as tf\ndef double(x):\n    with tf.GradientTape():\n        pass",
    "anything of a library": "from sklearn.model_selection import KFold\ndef double(x):\n    return KFold",
}  # fmt: skip


@pytest.mark.parametrize("source", SEEN.values(), ids=SEEN)
def test_a_forbidden_name_is_seen(plain: Exercise, source: str) -> None:
    said = broken(of_task(plain, forbid=FORBIDDEN), source)
    assert list(said) == [1]
    assert "Write that part yourself" in said[1]
    everywhere = broken(msgspec.structs.replace(plain, forbid=FORBIDDEN), source)
    assert list(everywhere) == [1, 2, 3]


HIDDEN = {
    "eval": "def double(x):\n    return eval('x')",
    "exec": "def double(x):\n    exec(x)",
    "globals": "import numpy as np\ndef double(x):\n    return globals()['np']",
    "a computed getattr": "import numpy as np\ndef double(x, name='gradient'):\n    return getattr(np, name)(x)",
    "a computed import": "def double(x, name='numpy'):\n    return __import__(name)",
    "a module passed on": "import numpy as np\ndef f(m):\n    return m.gradient\ndef double(x):\n    return f(np)(x)",
    "attrgetter": "import numpy as np\nimport operator\ndef double(x):\n    return operator.attrgetter('gradient')(np)(x)",
    "a module in a list": "import numpy as np\nMODULES = [np]\ndef double(x):\n    return MODULES[0].gradient(x)",
    "a module returned": "import numpy as np\ndef f():\n    return np\ndef double(x):\n    return f().gradient(x)",
    "all of its dictionary": "import numpy as np\ndef double(x):\n    return list(np.__dict__.values())",
    "a function's globals": "import numpy as np\ndef double(x):\n    return np.sum.__wrapped__.__globals__",
}  # fmt: skip


@pytest.mark.parametrize("source", HIDDEN.values(), ids=HIDDEN)
def test_what_hides_a_name_is_seen(plain: Exercise, source: str) -> None:
    said = broken(of_task(plain, forbid=("np.gradient",)), source)
    assert list(said) == [1]
    assert "nobody can see what is used" in said[1]


FINE = {
    "other names": "import numpy as np\ndef double(x):\n    return np.multiply(x, np.float64(2))",
    "in another task": "import numpy as np\ndef average(x):\n    return np.gradient(x)\ndef double(x):\n    return 2 * x",
    "imported for another": "from numpy import gradient, sum\ndef average(x):\n    return gradient(x)\ndef double(x):\n    return sum(x)",
    "one's own": "def gradient(x):\n    return x\ndef double(x):\n    return gradient(x)",
    "one's own sorted": "def sorted(x):\n    return x\ndef double(x):\n    return sorted(x)",
    "an argument": "def double(sorted):\n    return sorted[0]",
    "a comprehension": "def double(x):\n    return [sorted for sorted in x]",
    "tried at the end": "import numpy as np\ndef double(x):\n    return 2 * x\nif __name__ == '__main__':\n    print(np.gradient([1.0, 2.0]))",
    "a comment": "def double(x):\n    # np.gradient(x)\n    return 'np.gradient'",
    "a model's compile": "def double(model):\n    model.compile()\n    return model.__dict__",
}  # fmt: skip


@pytest.mark.parametrize("source", FINE.values(), ids=FINE)
def test_what_does_without_is_left_alone(plain: Exercise, source: str) -> None:
    assert broken(of_task(plain, forbid=FORBIDDEN), source) == {}


@pytest.mark.parametrize(
    ("source", "is_used"),
    [
        ("import numpy as n\ndef double(x):\n    return n.dot(x, 2)", True),
        ("import numpy as np\ndef f(x):\n    return np.dot(x, 2)\ndef double(x):\n    return f(x)", True),
        ("import numpy as np\ndef average(x):\n    return np.dot(x, 2)\ndef double(x):\n    return x", False),
        ("import numpy as np\ndef double(x):\n    return 2 * x", False),
    ],
)  # fmt: skip
def test_a_required_name_must_be_used_by_the_task(
    plain: Exercise, source: str, *, is_used: bool
) -> None:
    said = broken(of_task(plain, require=("np.dot",)), source)
    assert said == ({} if is_used else {1: said.get(1, "")})
    assert is_used or "to be solved with `np.dot`" in said[1]


def test_a_name_the_exercise_requires_may_be_used_anywhere(plain: Exercise) -> None:
    exercise = msgspec.structs.replace(plain, require=("np.dot",))
    assert broken(exercise, "import numpy as np\ndef average(x):\n    return np.dot(x, x)") == {}
    assert list(broken(exercise, "def average(x):\n    return x")) == [1, 2, 3]


def test_the_line_is_named(plain: Exercise) -> None:
    said = broken(of_task(plain, forbid=("np.gradient",)), SEEN["a helper"])
    assert "`np.gradient` (sums.py, line 3)" in said[1]


def test_further_files_are_looked_at_too(plain: Exercise) -> None:
    exercise = of_task(plain, forbid=("np.gradient",))
    source = "import more\ndef double(x):\n    return more.f(x)"
    said = broken(exercise, source, more="import numpy as np\nf = np.gradient\n")
    assert "(more.py, line 2)" in said[1]


@pytest.mark.parametrize(
    "source",
    [
        b"def double(x): return " + b"(" * 5000,
        b"def double(x): return np" + b".a" * 40_000,
        b"import numpy as np\ndef double(x): return " + b" + ".join([b"np.a"] * 20_000),
        b"x = 1\n" * (LONGEST // 6 + 1),
        b"def double(x): return '\xff'",
        b"import numpy as x\n" + b"".join(b"x = x.a%d\n" % n for n in range(100)),
        b"import numpy as np\ndef double(x): return \0",
    ],
    ids=["parentheses", "a chain", "a long sum", "too long", "no UTF-8", "meanings", "a null byte"],
)
def test_code_that_cannot_be_followed_breaks_the_rules(plain: Exercise, source: bytes) -> None:
    said = broken(of_task(plain, forbid=("np.gradient",)), source)
    assert list(said) == [1, 2, 3]
    assert "too long or too entangled" in said[1]


def test_without_rules_nothing_is_looked_at(plain: Exercise) -> None:
    assert broken(plain, b"(" * 5000) == {}


RULES = changed(
    tiny.EXERCISE, 'functions = ["average"]', 'functions = ["average"]\nforbid = ["np.sum"]'
)


def attempt(exercise: Exercise, path: Path, nursery: Nursery, feedback: Feedback) -> Attempt:
    return Judge(exercise, nursery, feedback).grade(read_submission(path, exercise, "ann"), 1)


def by_name(made: Attempt) -> dict[str, CheckResult]:
    return {check.id.partition("::")[2].partition("[")[0]: check for check in made.checks}


@pytest.mark.parametrize("feedback", [Feedback.RESULT, Feedback.FULL])
def test_a_broken_rule_fails_the_checks_of_its_task_and_no_others(
    tmp_path: Path, process_nursery: Nursery, feedback: Feedback
) -> None:
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: RULES})
    made = attempt(exercise, exercise.solution, process_nursery, feedback)
    checks = by_name(made)
    check = checks["test_average"]
    assert (check.outcome, check.points, check.mistake) == (Outcome.FAILED, 0.0, None)
    assert check.message == (
        "This is to be solved without `np.sum` (sums.py, line 11: "
        "`return np.sum(x) / np.size(x)`). Write that part yourself."
    )
    assert checks["test_double"].outcome is Outcome.PASSED
    assert checks["test_double_average"].outcome is Outcome.PASSED
    assert made.score == 6.0


def test_what_is_not_done_yet_breaks_no_rule(tmp_path: Path, process_nursery: Nursery) -> None:
    rules = changed(RULES, 'forbid = ["np.sum"]', 'require = ["np.mean"]')
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: rules})
    made = attempt(exercise, exercise.stub, process_nursery, Feedback.RESULT)
    assert by_name(made)["test_average"].message == "Task 2 is not done yet."


def test_what_the_exercise_requires_waits_until_every_task_is_begun(
    tmp_path: Path, process_nursery: Nursery
) -> None:
    settings = changed(tiny.EXERCISE, "points = 10", 'points = 10\nrequire = ["np.mean"]')
    exercise = tiny.write(tmp_path / "course", {tiny.SETTINGS: settings})
    source = tmp_path / "sums.py"
    body = 'raise NotImplementedError("Task 2: average")'
    source.write_text(changed(SOLUTION_SOURCE, "return np.sum(x) / np.size(x)", body))
    begun = attempt(exercise, source, process_nursery, Feedback.RESULT)
    assert by_name(begun)["test_double"].outcome is Outcome.PASSED
    done = attempt(exercise, exercise.solution, process_nursery, Feedback.RESULT)
    assert {check.message for check in done.checks} == {
        "This exercise is to be solved with `np.mean`, and your code does not use it."
    }


def test_a_mistake_is_named_beside_a_broken_rule(tmp_path: Path, process_nursery: Nursery) -> None:
    exercise = tiny.write(tmp_path / "course", {tiny.SETTINGS: RULES})
    source = tmp_path / "sums.py"
    source.write_text(f"{SOLUTION_SOURCE}\n{tiny.SUMMED}")
    made = attempt(exercise, source, process_nursery, Feedback.RESULT)
    check = by_name(made)["test_average"]
    assert check.mistake == "summed"
    assert check.message.startswith("This is to be solved without `np.sum`")


def test_the_line_of_a_notebook_is_that_of_its_cell(
    tmp_path: Path, process_nursery: Nursery
) -> None:
    exercise = tiny.write(tmp_path, {tiny.SETTINGS: RULES})
    cells = [
        v4.new_code_cell(part)
        for part in ("import numpy as np", "# %% cell 9\n\ndef average(x):\n    return np.sum(x)")
    ]
    path = tmp_path / "sums.ipynb"
    path.write_text(nbformat.writes(v4.new_notebook(cells=cells)))
    made = attempt(exercise, path, process_nursery, Feedback.RESULT)
    assert "(cell 2, line 4: `return np.sum(x)`)" in by_name(made)["test_average"].message


@pytest.mark.parametrize(
    "before",
    ["x = 1\x0c# %% cell 7\n", "# %% cell \u0663\n", "# %% cell 007\n", "\u2028# %% cell 1\n# \r"],
)
def test_a_line_can_be_named_whatever_stands_before_it(
    tmp_path: Path, process_nursery: Nursery, before: str
) -> None:
    exercise = tiny.write(tmp_path / "course", {tiny.SETTINGS: RULES})
    source = tmp_path / "sums.py"
    source.write_bytes(before.replace("\u2028", "# \u2028").encode() + SOLUTION_SOURCE.encode())
    made = attempt(exercise, source, process_nursery, Feedback.RESULT)
    assert by_name(made)["test_average"].message.startswith("This is to be solved without `np.sum`")


HONEST = [
    path
    for pattern in ("solutions/exercise*/*.py", "tests/alternatives/*/*.py", "reference/*.py")
    for path in sorted(ROOT.glob(pattern))
]


def test_honest_code_hides_nothing(plain: Exercise) -> None:
    """In every solution and alternative of this course each name is seen, or not used."""
    exercise = msgspec.structs.replace(plain, forbid=FORBIDDEN)
    assert len(HONEST) > 80
    said = {path: broken(exercise, path.read_bytes()).get(1, "") for path in HONEST}
    assert [path for path in HONEST if "nobody can see" in said[path]] == []
    assert [path for path in HONEST if "too entangled" in said[path]] == []
    assert any("without `sorted`" in each for each in said.values())


@pytest.mark.parametrize("name", ["np.", "a b", "f()", "", "1a"])
def test_what_is_no_name_is_refused_in_exercise_toml(tmp_path: Path, name: str) -> None:
    settings = changed(RULES, "np.sum", name)
    with pytest.raises(CourseError, match="must be a name as code has it"):
        tiny.write(tmp_path, {tiny.SETTINGS: settings})
