"""Diagnosis by replay: which mistakes are named, and when none is."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from grader.errors import CourseError
from grader.exercise import Exercise
from grader.suite.diagnosis import Diagnosis, Evidence
from grader.suite.mistakes import load_mistakes
from grader.suite.replay import import_quietly, replay
from grader.worker.connection import StudentError
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student
from tests import tiny

X = np.array([[1.5, 2.0], [4.0, 0.25]])


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    return tiny.write(tmp_path)


def student(source: str) -> Student:
    student = Student(LocalSession(Files("sums", {"sums.py": source.encode()}, "/s")))
    student.load_()
    return student


def evidence(source: str, ask: Callable[[Student], object]) -> Evidence:
    """Record what `ask` asks of a student's code."""
    asked = student(source)
    with suppress(StudentError):  # recorded as well
        ask(asked)
    return Evidence(frozenset(asked.functions_used_), asked.exchanges_)


def named(
    exercise: Exercise, source: str, ask: Callable[[Student], object], *others: Evidence
) -> list[str]:
    failing = evidence(source, ask)
    diagnosis = Diagnosis(exercise, load_mistakes(exercise))
    return [mistake.name for mistake in diagnosis.name(failing, [failing, *others])]


def mistake(exercise: Exercise, name: str, body: str) -> None:
    text = f'"""You did {name}."""\nFAILS = "test_average"\n\n\n{body}\n'
    (exercise.mistakes / f"{name}.py").write_text(text, encoding="utf-8")


SUMMED = "import numpy as np\ndef average(x): return float(np.add.reduce(x, axis=None))"


def test_mistake_that_answers_as_you_did_is_named(exercise: Exercise) -> None:
    assert named(exercise, SUMMED, lambda s: s.average(X)) == ["summed"]


def test_rounding_does_not_hide_a_mistake(exercise: Exercise) -> None:
    source = SUMMED + " * (1 + 1e-12)"
    assert named(exercise, source, lambda s: s.average(X)) == ["summed"]


def test_rounding_of_float32_does_not_hide_a_mistake(exercise: Exercise) -> None:
    source = SUMMED.replace("float(", "np.float32(1 + 1e-5) * np.float32(")
    assert named(exercise, source, lambda s: s.average(X)) == ["summed"]
    assert named(exercise, source.replace("1e-5", "1e-3"), lambda s: s.average(X)) == []


@pytest.mark.parametrize("name", ["this", "no_such_module_at_all"])
def test_what_an_exercise_preloads_is_imported_without_a_word(
    name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "stdout", sys.__stderr__)
    import_quietly([name])
    assert (name in sys.modules) is (name == "this")
    os.write(2, b"still here")
    assert capfd.readouterr().err == "still here"


def test_value_no_mistake_gives_has_no_name(exercise: Exercise) -> None:
    assert named(exercise, SUMMED + " + 1", lambda s: s.average(X)) == []


def test_mistake_must_explain_every_call(exercise: Exercise) -> None:
    source = SUMMED + " + (np.size(x) == 1)"
    assert named(exercise, source, lambda s: s.average(X)) == ["summed"]
    assert named(exercise, source, lambda s: (s.average(X), s.average(np.ones(1)))) == []


def test_mistake_that_answers_as_the_solution_does_explains_nothing(exercise: Exercise) -> None:
    """On one number the sum is the average, so the sum is not what failed."""
    assert named(exercise, SUMMED, lambda s: s.average(np.ones(1))) == []


@pytest.mark.parametrize(
    "source",
    [
        "def average(x): return x.sum().astype('float32')",
        "def average(x): return x.sum(keepdims=True)",
        "def average(x): return [x.sum()]",
        "def average(x): return str(x.sum())",
        "def average(x): return int(x.sum())",
        "def average(x): raise ValueError",
    ],
)
def test_other_kind_of_value_is_another_mistake(exercise: Exercise, source: str) -> None:
    found = named(exercise, source, lambda s: s.average(X))
    assert found == (["summed"] if "float32" in source else [])


def test_same_exception_is_the_same_answer_whatever_it_says(exercise: Exercise) -> None:
    mistake(exercise, "raises", 'def average(x):\n    raise IndexError("a")')
    source = 'def average(x): raise IndexError("b")'
    assert named(exercise, source, lambda s: s.average(X)) == ["raises"]
    assert named(exercise, source.replace("Index", "Key"), lambda s: s.average(X)) == []


def test_changed_argument_is_part_of_the_answer(exercise: Exercise) -> None:
    mistake(exercise, "zeroes", "def average(x):\n    y = x.mean()\n    x[:] = 0\n    return y")
    source = "def average(x):\n    y = x.mean()\n    {}\n    return y"
    assert named(exercise, source.format("x -= x"), lambda s: s.average(X)) == ["zeroes"]
    assert named(exercise, source.format("x += 1"), lambda s: s.average(X)) == []


def test_what_you_did_with_a_function_is_replayed(exercise: Exercise) -> None:
    mistake(exercise, "slope", "def average(f):\n    return f(2.0) - f(1.0)")
    source = "def average(f):\n    low = f(1.0)\n    return f(2.0) - low"
    assert named(exercise, source, lambda s: s.average(lambda v: v**3)) == ["slope"]


def test_objects_are_replayed_by_what_they_answer(exercise: Exercise) -> None:
    body = "class Layer:\n    def forward(self, x):\n        return x * 3.0"
    mistake(exercise, "tripled", body)
    assert named(exercise, body, lambda s: s.Layer().forward(X)) == ["tripled"]
    assert named(exercise, body.replace("3.0", "4.0"), lambda s: s.Layer().forward(X)) == []


@pytest.fixture
def alike(exercise: Exercise) -> Exercise:
    """Three mistakes that differ only where entries are negative, or are one."""
    mistake(exercise, "absolute", "def average(x):\n    return np.abs(x).sum()")
    mistake(exercise, "clipped", "def average(x):\n    return np.maximum(x, 0).sum()")
    return exercise


ABSOLUTE = "def average(x): return abs(x).sum()"
SIGNED = np.array([-1.0, 3.0, 0.5])


def test_mistakes_that_agree_are_all_named(alike: Exercise) -> None:
    found = named(alike, ABSOLUTE, lambda s: s.average(X))
    assert found == ["absolute", "clipped", "summed"]


def test_another_check_of_the_function_decides(alike: Exercise) -> None:
    other = evidence(ABSOLUTE, lambda s: s.average(SIGNED))
    assert named(alike, ABSOLUTE, lambda s: s.average(X), other) == ["absolute"]


def test_check_of_another_function_decides_nothing(alike: Exercise) -> None:
    both = ABSOLUTE + "\ndef double(x): return x"
    other = evidence(both, lambda s: s.double(SIGNED))
    assert len(named(alike, both, lambda s: s.average(X), other)) == 3


def test_at_most_three_are_named(alike: Exercise) -> None:
    mistake(alike, "zz", "def average(x):\n    return x.sum()")
    assert named(alike, ABSOLUTE, lambda s: s.average(X)) == ["absolute", "clipped", "summed"]


@pytest.mark.parametrize("kind", ["seconds", "cpu", "callbacks", "memory", "output", "malformed"])
def test_call_that_ran_into_a_limit_tells_nothing(exercise: Exercise, kind: str) -> None:
    class Ended:
        def ask(self, request: list[Any], call_back: object) -> list[Any]:
            del request, call_back
            raise StudentError(kind)

    mistake(exercise, "endless", "def average(x):\n    raise SystemExit")
    asked = Student(Ended())
    with pytest.raises(StudentError):
        asked.average(X)
    failing = Evidence(frozenset({"average"}), asked.exchanges_)
    assert Diagnosis(exercise, load_mistakes(exercise)).name(failing, [failing]) == []


def passed(source: str, ask: Callable[[Student], object]) -> Evidence:
    return msgspec.structs.replace(evidence(source, ask), passed=True)


@pytest.fixture
def model(exercise: Exercise) -> Exercise:
    """A class with a method that need not return anything, and two mistakes in another."""
    with (exercise.solution / "sums.py").open("a", encoding="utf-8") as file:
        file.write(MODEL)
    mistake(exercise, "adds", f"{SUBCLASS}    def predict(self, x):\n        return x + self.mean")
    mistake(exercise, "keeps", f"{SUBCLASS}    def predict(self, x):\n        return x")
    return exercise


MODEL = """

class Model:
    def fit(self, x):
        self.mean = x.mean()

    def predict(self, x):
        return x - self.mean
"""
SUBCLASS = "class Model(Model):\n"
SUBTRACTS = "\n    def predict(self, x): return x - self.mean"
ADDS = "import numpy as np" + MODEL.replace("x - self", "x + self")
FLUENT = ADDS.replace("x.mean()", "x.mean()\n        return self")


def fit_and_predict(student: Student) -> None:
    model = student.Model()
    model.fit(X)
    model.predict(X)


def test_what_a_method_need_not_return_is_free(model: Exercise) -> None:
    """Returning ``self`` also gives the student's objects other numbers than the replay's."""
    assert named(model, ADDS, fit_and_predict) == ["adds"]
    assert named(model, FLUENT, fit_and_predict) == ["adds"]


def test_free_answer_of_a_check_that_passed_rules_nothing_out(model: Exercise) -> None:
    other = passed(FLUENT, lambda s: s.Model().fit(X))
    assert named(model, FLUENT, fit_and_predict, other) == ["adds"]


def test_what_became_of_the_arguments_is_not_free(model: Exercise) -> None:
    spoils = FLUENT.replace("return self", "x *= 2\n        return self")
    assert named(model, spoils, fit_and_predict) == []


def test_mistake_that_returns_what_you_do_comes_before_one_that_returns_nothing(
    model: Exercise,
) -> None:
    body = f"{SUBCLASS}    def fit(self, x):\n        self.mean = x.sum()\n        return {{}}"
    mistake(model, "sum", body.format("None"))
    mistake(model, "telling", body.format("self.mean"))
    source = "class Model:\n" + body.format("7").removeprefix(SUBCLASS) + SUBTRACTS
    assert named(model, source, fit_and_predict) == ["sum"]
    source = source.replace("return 7", "return self.mean")
    assert named(model, source, fit_and_predict) == ["telling"]


def test_random_draw_is_free(exercise: Exercise) -> None:
    draw = "\n\ndef draw():\n    return np.random.default_rng().random()\n"
    with (exercise.solution / "sums.py").open("a", encoding="utf-8") as file:
        file.write(draw)

    def ask(student: Student) -> None:
        student.draw()
        student.average(X)

    other = passed(SUMMED + draw, lambda s: (s.draw(), s.average(np.ones(1))))
    assert named(exercise, SUMMED + draw, ask, other) == ["summed"]
    assert named(exercise, SUMMED + " + 1" + draw, ask, other) == []


def test_right_answer_rules_out_a_mistake_that_would_not_give_it(exercise: Exercise) -> None:
    """Whether the check it comes from passed or failed for another reason."""
    source = "def average(x): return x.sum() if x.size == 4 else x.mean()\ndef double(x): return x"
    for other in (
        passed(source, lambda s: s.average(np.ones(3))),
        evidence(source, lambda s: (s.average(np.ones(3)), s.double(1.0))),
    ):
        assert named(exercise, source, lambda s: s.average(X), other) == []
    assert named(exercise, source, lambda s: s.average(X)) == ["summed"]


def test_wrong_answer_that_passed_rules_out_a_mistake_that_is_wrong_otherwise(
    exercise: Exercise,
) -> None:
    """A check that looks only at the shape says nothing of the value, but the value does."""
    source = "def average(x): return x.sum() if x.size == 4 else 5 * x.sum()"
    other = passed(source, lambda s: s.average(np.ones(3)))
    assert named(exercise, source, lambda s: s.average(X), other) == []


def test_answer_that_passed_rules_out_no_mistake_that_would_be_right(exercise: Exercise) -> None:
    """It may be as good as the solution's, as any of several best moves is."""
    body = "def average(x):\n    return np.sum(x) if np.size(x) == 4 else np.mean(x)"
    mistake(exercise, "summed_of_four", body)
    source = "def average(x): return x.sum() if x.size == 4 else x.mean() + 0.25"
    other = passed(source, lambda s: s.average(np.ones(3)))
    assert named(exercise, source, lambda s: s.average(X), other) == ["summed_of_four"]


@pytest.fixture
def refusing(exercise: Exercise) -> Exercise:
    """A mistake that goes wrong only where the array is empty."""
    body = "def average(x):\n    return np.sum(x) / np.size(x) if np.size(x) else None"
    mistake(exercise, "nothing_of_nothing", body)
    return exercise


NOTHING = "def average(x): pass"
EMPTY = np.ones(0)


def test_little_in_common_by_accident_is_no_mistake(refusing: Exercise) -> None:
    """Your function returns None everywhere, the mistake only where there is nothing to add."""
    other = evidence(NOTHING, lambda s: s.average(X))
    assert named(refusing, NOTHING, lambda s: s.average(EMPTY), other) == []
    mistake(refusing, "pass", "def average(x):\n    pass")
    assert named(refusing, NOTHING, lambda s: s.average(EMPTY), other) == ["pass"]


def test_two_mistakes_in_two_functions_are_both_named(refusing: Exercise) -> None:
    source = """import numpy as np
def double(x): return x ** 2
def average(x): return None if x.size == 0 else x.mean()
"""
    both = evidence(source, lambda s: (s.average(X), s.double(X)))
    alone = evidence(source, lambda s: s.double(SIGNED))
    assert named(refusing, source, lambda s: s.average(EMPTY), both) == ["nothing_of_nothing"]
    assert named(refusing, source, lambda s: s.double(SIGNED), both, alone) == ["squared"]


def test_mistake_is_named_beside_another_that_comes_later_in_most_checks(
    refusing: Exercise,
) -> None:
    source = """import numpy as np
def double(x): return x + 1.0
def average(x): return None if x.size == 0 else x.mean()
"""
    others = [
        evidence(source, lambda s: (s.average(EMPTY), s.double(X))),
        evidence(source, lambda s: (s.average(EMPTY), s.double(SIGNED))),
    ]
    assert named(refusing, source, lambda s: s.average(EMPTY), *others) == ["nothing_of_nothing"]


def test_two_mistakes_in_one_function_are_both_named(refusing: Exercise) -> None:
    source = "def average(x): return None if x.size == 0 else x.sum()"
    empty = evidence(source, lambda s: s.average(EMPTY))
    other = evidence(source, lambda s: s.average(X))
    assert named(refusing, source, lambda s: s.average(EMPTY), other) == ["nothing_of_nothing"]
    assert named(refusing, source, lambda s: s.average(X), empty) == ["summed"]


def test_digits_in_common_are_no_accident(exercise: Exercise) -> None:
    """Then what else is wrong is a second mistake, known or not."""
    source = "def average(x): return x.sum() if x.size > 1 else -7.123"
    other = evidence(source, lambda s: s.average(np.ones(1)))
    precise = X + 0.00001
    assert named(exercise, source, lambda s: s.average(precise), other) == ["summed"]


def test_digits_in_common_are_not_enough_where_most_is_wrong_otherwise(exercise: Exercise) -> None:
    source = "def average(x): return x.sum() if x.size > 3 else -7.123"
    others = [
        evidence(source, lambda s: s.average(np.ones(1))),
        evidence(source, lambda s: s.average(np.ones(2))),
    ]
    precise = X + 0.00001
    assert named(exercise, source, lambda s: s.average(precise), *others[:1]) == ["summed"]
    assert named(exercise, source, lambda s: s.average(precise), *others) == []


def test_task_that_is_not_done_says_nothing_against_a_mistake(refusing: Exercise) -> None:
    source = """def average(x):
    if x.size == 0: return None
    raise NotImplementedError("Task 2: average")"""
    other = evidence(source, lambda s: s.average(X))
    assert named(refusing, source, lambda s: s.average(EMPTY), other) == ["nothing_of_nothing"]


def test_replay_keeps_the_judges_own_arrays(exercise: Exercise) -> None:
    x = np.ones(3)
    seen = evidence("def average(x): return 1.0", lambda s: s.average(x))
    source = b"def average(x):\n    x[:] = 7\n    return 2.0\n"
    answers = list(replay(exercise, source, seen.exchanges))
    assert answers[-1][1] == 2.0  # type: ignore[index]
    assert x.tolist() == [1.0, 1.0, 1.0]


def test_explanation_speaks_the_language_of_the_run(exercise: Exercise) -> None:
    (squared, _summed) = load_mistakes(exercise)
    assert squared.described().explanation == "You squared `x`; twice `x` is `2 * x`."
    assert squared.explanation.ko.startswith("`x`를 제곱했습니다.")
    assert squared.fails == "test_double"
    assert squared.source.startswith(exercise.solution.joinpath("sums.py").read_bytes())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('FAILS = "test_x"\n', 'needs a docstring and a line FAILS = "test_…".'),
        ('"""You."""\n', 'needs a docstring and a line FAILS = "test_…".'),
        ('"""You."""\nFAILS = 3\n', 'needs a docstring and a line FAILS = "test_…".'),
        ('"""You."""\nFAILS = \n', "must be valid Python: invalid syntax (wrong.py, line 2)."),
    ],
)
def test_mistake_that_cannot_be_read_is_one_clear_line(
    exercise: Exercise, text: str, said: str
) -> None:
    path = exercise.mistakes / "wrong.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_mistakes(exercise)
    assert str(caught.value).startswith(f"{path}: a mistake ")
    assert said in str(caught.value)


def test_missing_solution_is_one_clear_line(exercise: Exercise) -> None:
    path = exercise.solution / "sums.py"
    path.unlink()
    with pytest.raises(CourseError) as caught:
        load_mistakes(exercise)
    assert str(caught.value).startswith(f"{path}: the solution cannot be read: No such file")
