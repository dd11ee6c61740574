"""``expect``: which statements hold, and what is said where one does not."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader import language
from grader.errors import SuiteError
from grader.language import Language
from grader.suite import Text, expect
from grader.suite.expect import CheckFailure
from grader.worker.connection import StudentError
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student

SOURCE = b"""
import numpy as np

def double(x): return 2 * x
def same(x): return x
def nothing(x): pass
def pair(x): return x, [1.0]
def text(x): return "cat"
def spoilt(x): return x * np.nan
def refuses(x): raise ValueError("no")
def zero(x): return 1 / 0
def missing_key(x): return {}["k"]
def empties(x, *, out=None):
    x[:] = 0
    if out is not None: out.append(1)
    return 1.0
def apply(f, x): return f(x)
def apply_twice(make, use, x): return use(make(x), x)
def back(make): return make()
def forge(make, use):
    model = make()
    model.number += 1
    return use(model)
def call(make): return make()()
def double_items(d):
    for v in d.values(): v *= 2
def replace_items(d):
    for k in d: d[k] = d[k] * 2
def read(path):
    with open(path) as file: return file.read()
class Layer:
    def __init__(self): self.weight = 0.5
    def forward(self, x): return x * self.weight
"""


@pytest.fixture
def student() -> Student:
    student = Student(LocalSession(Files("m", {"m.py": SOURCE}, "/m")))
    student.load_()
    return student


def failure(statement: Callable[[], object]) -> CheckFailure:
    with pytest.raises(CheckFailure) as caught:
        statement()
    return caught.value


def test_true_statements_chain(student: Student) -> None:
    x = np.array([1.0, 2.0])
    answer = expect(student.double)(x)
    value = (
        answer.to_match(lambda x: 2 * x)
        .to_match(np.array([2.0, 4.0]))
        .to_have_shape((2,))
        .to_be_finite()
        .to_satisfy(lambda y: y.sum() == 6, "the sum is 6")
        .to_leave_arguments_unchanged()
        .value
    )
    assert value.tolist() == [2.0, 4.0]
    assert answer.arguments[0] is x


def test_false_match_has_call_values_and_place(student: Student) -> None:
    said = failure(lambda: expect(student.same)(np.array([1.0, 2.0])).to_match(lambda x: 2 * x))
    assert said.brief == "The result of same has 2 wrong values of 2."
    assert said.full == "First at index 0: 1, expected 2. The largest error is 2."
    assert (said.call, said.expected, said.actual) == ("same([1., 2.])", "[2., 4.]", "[1., 2.]")


def test_oracle_works_on_the_judges_own_copy(student: Student) -> None:
    def oracle(x: np.ndarray) -> float:
        return float(x.sum())

    x = np.array([1.0, 2.0])
    assert failure(lambda: expect(student.empties)(x).to_match(oracle)).expected == "3.0"
    assert x.tolist() == [1.0, 2.0]


def test_named_arguments_reach_the_student_and_the_oracle(student: Student) -> None:
    expect(student.double)(x=3.0).to_match(lambda x: 2 * x)
    assert failure(lambda: expect(student.same)(x=3.0).to_match(4.0)).call == "same(x=3.0)"


def test_tolerance_can_be_widened(student: Student) -> None:
    answer = expect(student.same)(1.0)
    answer.to_match(1.05, rtol=0.1)
    answer.to_match(1.05, atol=0.1)
    failure(lambda: answer.to_match(1.05))


@pytest.mark.parametrize(
    ("name", "given", "shape", "said"),
    [
        ("same", np.zeros(3), (4,), "is an array of shape (3,), expected an array of shape (4,)."),
        ("same", np.zeros(3), (), "is an array of shape (3,), expected a number."),
        ("same", 1.0, (1,), "is a number, expected an array of shape (1,)."),
        ("same", [1.0], (1,), "is a list, expected an array of shape (1,)."),
        ("nothing", 1.0, (), "is None, expected a number."),
        ("text", 1.0, (), "is a str, expected a number."),
    ],
)
def test_other_shape_is_told(
    student: Student, name: str, given: Any, shape: tuple[int, ...], said: str
) -> None:
    function = getattr(student, name)
    brief = failure(lambda: expect(function)(given).to_have_shape(shape)).brief
    assert brief == f"The result of {name} {said}"


@pytest.mark.parametrize("value", [1.0, 1, True, np.float64(1), np.array(1.0)])
def test_one_number_has_the_empty_shape(student: Student, value: Any) -> None:
    expect(student.same)(value).to_have_shape(())


def test_nan_is_not_finite(student: Student) -> None:
    said = failure(lambda: expect(student.spoilt)(np.ones(2)).to_be_finite())
    assert said.brief == "The result of spoilt contains NaN or infinity."
    said = failure(lambda: expect(student.text)(1).to_be_finite())
    assert said.brief == "The result of text is a str, expected numbers."
    expect(student.same)(3).to_be_finite()


def test_statement_is_quoted_where_it_does_not_hold(student: Student) -> None:
    answer = expect(student.same)(np.ones(2))
    said = failure(lambda: answer.to_satisfy(lambda y: y.sum() == 3, "the sum is 3"))
    assert said.brief == "The result of same does not fulfil: the sum is 3."


def test_value_the_predicate_cannot_take_does_not_satisfy_it(student: Student) -> None:
    answer = expect(student.nothing)(1)
    failure(lambda: answer.to_satisfy(lambda y: y["k"] > 0, "k is positive"))
    answer = expect(student.same)(np.ones(2))
    failure(lambda: answer.to_satisfy(lambda y: y > 0, "it is positive"))


def test_exception_asked_for_is_recognised_with_its_subclasses(student: Student) -> None:
    expect(student.refuses)(1).to_raise(ValueError)
    expect(student.zero)(1).to_raise(ArithmeticError)
    expect(student.missing_key)(1).to_raise(TypeError, LookupError)


def test_returning_instead_of_raising_is_told(student: Student) -> None:
    said = failure(lambda: expect(student.same)(1).to_raise(ValueError, TypeError))
    assert said.brief == "same returned a value, expected ValueError or TypeError to be raised."


@pytest.mark.parametrize("name", ["zero", "no_such_function"])
def test_other_exception_is_the_students_error(student: Student, name: str) -> None:
    with pytest.raises(StudentError) as caught:
        expect(getattr(student, name))(1).to_raise(ValueError)
    assert caught.value.call == f"{name}(1)"


@pytest.mark.parametrize(
    "state",
    [
        lambda answer: answer.value,
        lambda answer: answer.arguments,
        lambda answer: answer.to_match(1),
        lambda answer: answer.to_have_shape(()),
        lambda answer: answer.to_be_finite(),
        lambda answer: answer.to_satisfy(bool, "it is true"),
        lambda answer: answer.to_leave_arguments_unchanged(),
    ],
)
def test_no_statement_holds_of_a_call_that_raised(
    student: Student, state: Callable[[Any], object]
) -> None:
    with pytest.raises(StudentError) as caught:
        state(expect(student.refuses)(1))
    assert (caught.value.kind, caught.value.type_name) == ("raised", "ValueError")


def test_changed_argument_is_told_by_its_position(student: Student) -> None:
    said = failure(lambda: expect(student.empties)(np.ones(2)).to_leave_arguments_unchanged())
    assert said.brief == "empties changed its argument 1; work on a copy."
    zeros = np.zeros(2)
    said = failure(lambda: expect(student.empties)(zeros, out=[]).to_leave_arguments_unchanged())
    assert said.brief == "empties changed its argument 2; work on a copy."
    expect(student.empties)(zeros).to_leave_arguments_unchanged()


def test_arguments_are_those_after_the_call(student: Student) -> None:
    answer = expect(student.empties)(np.ones(2))
    assert answer.arguments[0].tolist() == [0.0, 0.0]


def test_function_given_is_called_back_and_shown_by_its_formula(student: Student) -> None:
    seen = []

    def f(x: float) -> float:
        """x² + 1"""
        seen.append(x)
        return x * x + 1

    said = failure(lambda: expect(student.apply)(f, 2.0).to_match(6.0))
    assert seen == [2.0]
    assert said.call == "apply(x² + 1, 2.0)"


def test_objects_stay_with_the_student(student: Student) -> None:
    layer = student.Layer()
    assert layer.weight == 0.5
    layer.weight = 2.0
    expect(layer.forward)(np.ones(2)).to_match(np.array([2.0, 2.0]))


def test_value_at_hand_is_called_by_its_name() -> None:
    value = expect.value(np.zeros(2), "path[0]").to_match(np.zeros(2)).value
    assert value.shape == (2,)
    said = failure(lambda: expect.value(np.zeros(2), "path[0]").to_match(np.ones(2)))
    assert said.brief == "path[0] has 2 wrong values of 2."
    assert said.call is None


def test_any_other_fact_is_said_in_its_words() -> None:
    expect.that(fulfilled=True, statement="f is called once")
    said = failure(lambda: expect.that(fulfilled=[], statement="f is called once"))
    assert said.brief == "This does not hold: f is called once."


@pytest.mark.parametrize(("spoken", "said"), [("en", "it is one"), ("ko", "1입니다")])
def test_statement_is_said_in_the_language_of_the_run(spoken: Language, said: str) -> None:
    words = Text("it is one", "1입니다")
    statements = [
        lambda: expect.that(fulfilled=False, statement=words),
        lambda: expect.value(2, "n").to_satisfy(lambda n: n == 1, words),
        lambda: expect.value(2, words).to_match(1),
    ]
    language.use(spoken)
    try:
        assert all(said in failure(statement).brief for statement in statements)
    finally:
        language.use("en")


def test_expect_of_a_value_is_the_suites_fault() -> None:
    with pytest.raises(SuiteError, match=r"use expect\.value\(\) for values"):
        expect(np.zeros(2))  # type: ignore[arg-type]


def test_long_calls_put_each_argument_on_its_own_line(student: Student) -> None:
    said = failure(lambda: expect(student.same)(np.ones((3, 3))).to_match(0.0))
    assert said.call == "same(\n    [[1., 1., 1.],\n     [1., 1., 1.],\n     [1., 1., 1.]],\n)"


def test_brief_holds_no_value_of_either_side(student: Student) -> None:
    said = failure(lambda: expect(student.same)(np.array([31.25])).to_match(np.array([47.5])))
    assert "31.25" not in said.brief
    assert "47.5" not in said.brief
    assert "31.25" in said.full
    assert "47.5" in said.full


class Model:
    """What a callback may return: no plain data."""

    def __init__(self, x: Any) -> None:
        self.x = x

    def __call__(self) -> float:
        return 1.0


def test_an_object_from_one_callback_reaches_another_and_nothing_else(student: Student) -> None:
    x = np.array([1.0, 2.0])
    assert student.apply_twice(Model, lambda model, y: (model.x * y).sum(), x) == 5.0
    made = Model(0)
    assert student.back(lambda: [made, 1.0]) == [made, 1.0]


@pytest.mark.parametrize("ask", ["forge", "call"])
def test_a_token_cannot_be_invented_or_used_otherwise(student: Student, ask: str) -> None:
    arguments = [lambda: Model(0), lambda model: model.x][: 2 if ask == "forge" else 1]
    with pytest.raises(StudentError) as caught:
        getattr(student, ask)(*arguments)
    assert caught.value.type_name == ("CallbackRefused" if ask == "forge" else "TypeError")


@pytest.mark.parametrize(("function", "seen"), [("double_items", 2.0), ("replace_items", 1.0)])
def test_a_kept_array_shows_whether_itself_was_changed(
    student: Student, function: str, seen: float
) -> None:
    kept = student.keep(np.ones(3))
    items = student.keep({"W": kept})
    getattr(student, function)(items)
    expect.value(items["W"], "W").to_match(np.full(3, 2.0))
    expect.value(kept.copy(), "W").to_match(np.full(3, seen))


def test_a_written_file_can_be_read_by_its_path(student: Student) -> None:
    path = student.write("table.csv", "a,b\n1,2\n")
    expect(student.read)(path).to_match("a,b\n1,2\n")
    called = failure(lambda: expect(student.read)(path).to_have_shape((2,)))
    assert called.call == "read('table.csv')"


@pytest.mark.parametrize("name", ["backward", "gradient"])
def test_what_an_object_does_not_have_is_named(student: Student, name: str) -> None:
    layer = student.Layer()
    with pytest.raises(StudentError) as caught:
        getattr(layer, name)
    assert (caught.value.kind, caught.value.function) == ("missing", name)


def test_nothing_is_told_by_what_was_forgotten(student: Student) -> None:
    returned = expect(student.nothing)(1.0)
    for statement in (lambda: returned.to_match(1.0), lambda: returned.to_satisfy(bool, "so")):
        assert "Did you forget to `return` the result?" in failure(statement).brief
    unset = expect.value(None, "dW")
    assert failure(lambda: unset.to_match(np.ones(2))).brief == (
        "dW is None. Did you forget to set it?"
    )
    expect.value(None, "dW").to_match(None).to_satisfy(lambda value: value is None, "so")
