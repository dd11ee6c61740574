"""``expect``: statements about what the student's code returned, raised or changed.

``expect(student.softmax)(x).to_match(reference.softmax)`` reads like the sentence it checks; when
it is false, the message has the call, what came back, what was expected and where they differ.
"""

from collections.abc import Callable
from typing import Any, Self

import numpy as np

from grader.errors import SuiteError
from grader.language import Text
from grader.language import gettext as _
from grader.records import ErrorMap
from grader.suite import compare as comparison
from grader.suite.describe import describe, show
from grader.worker.connection import StudentError
from grader.worker.proxy import StudentFunction, StudentObject


class CheckFailure(Exception):  # noqa: N818 - it is how a check says no, not an error of ours
    """A statement about the student's code is false.

    Attributes
    ----------
    brief
        What is wrong, without a value; may be shown for a hidden check.
    full
        Where and by how much.
    call, expected, actual
        The call with its input, the oracle's value, the student's value, as texts.
    errors
        Where a larger array differs.
    """

    def __init__(
        self,
        brief: str,
        full: str = "",
        *,
        call: str | None = None,
        expected: str | None = None,
        actual: str | None = None,
        errors: ErrorMap | None = None,
    ) -> None:
        super().__init__(brief)
        self.brief = brief
        self.full = full
        self.call = call
        self.expected = expected
        self.actual = actual
        self.errors = errors


class Answer:
    """What a call returned, or raised, and the arguments before and after it.

    A value that no call gave, has nothing `given`. The call is put in words only where a message
    needs them: most answers are right.
    """

    def __init__(
        self,
        name: str,
        value: Any,
        *,
        error: StudentError | None = None,
        given: tuple[tuple[Any, ...], dict[str, Any]] | None = None,
        after: tuple[list[Any], dict[str, Any]] = ([], {}),
    ) -> None:
        self._name = name
        self._value = value
        self._error = error
        self._is_call = given is not None
        self._given = given or ((), {})
        self._after = after

    @property
    def value(self) -> Any:
        """What the call returned; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._value

    @property
    def arguments(self) -> list[Any]:
        """The positional arguments as they are after the call."""
        if self._error is not None:
            raise self._error
        return self._after[0]

    def to_match(
        self, oracle: Any, rtol: float = comparison.RTOL, atol: float = comparison.ATOL
    ) -> Self:
        """State that the value is the oracle's: a value, or a function of the same arguments."""
        expected = oracle(*self._given[0], **self._given[1]) if callable(oracle) else oracle
        if expected is not None:
            self._refuse_nothing()
        difference = comparison.compare(self.value, expected, rtol=rtol, atol=atol)
        if difference is not None:
            self._fail(
                difference.brief, difference.full, expected=show(expected), errors=difference.errors
            )
        return self

    def to_have_shape(self, shape: tuple[int, ...]) -> Self:
        """State that the value is an array (or a number, for ``()``) of that shape."""
        value = self.value
        is_array = isinstance(value, np.ndarray | np.generic | bool | int | float | complex)
        if not is_array or np.shape(value) != shape:
            expected = describe(np.empty(shape))
            found = describe(value, shape)
            self._fail(
                _("is {actual}, expected {expected}.").format(actual=found, expected=expected)
            )
        return self

    def to_be_finite(self) -> Self:
        """State that the value has no NaN and no infinity."""
        value = self.value
        if not isinstance(value, np.ndarray | np.generic | int | float | complex):
            self._fail(_("is {actual}, expected numbers.").format(actual=describe(value, ())))
        if np.asarray(value).dtype.kind in "fc" and not np.isfinite(value).all():
            self._fail(_("contains NaN or infinity."))
        return self

    def to_satisfy(self, predicate: Callable[[Any], Any], statement: str | Text) -> Self:
        """State that ``predicate(value)`` is true; `statement` says so in words."""
        value = self.value
        try:
            fulfilled = bool(predicate(value))
        except Exception:  # noqa: BLE001 - a value the predicate cannot take does not satisfy it
            fulfilled = False
        if not fulfilled:
            self._refuse_nothing()
            self._fail(_("does not fulfil: {statement}.").format(statement=statement))
        return self

    def to_raise(self, *kinds: type[Exception]) -> Self:
        """State that the call raised one of these exceptions."""
        wanted = " or ".join(kind.__name__ for kind in kinds)
        error = self._error
        if error is None:
            self._fail(
                _("returned a value, expected {wanted} to be raised.").format(wanted=wanted),
                about_call=True,
            )
        elif error.kind != "raised" or error.type_name not in _names_below(kinds):
            raise error
        return self

    def to_leave_arguments_unchanged(self) -> Self:
        """State that the call changed none of its arguments."""
        if self._error is not None:
            raise self._error
        before = [*self._given[0], *self._given[1].values()]
        after = [*self._after[0], *self._after[1].values()]
        for position, (old, new) in enumerate(zip(before, after, strict=True), start=1):
            if old is not new and comparison.compare(new, old, rtol=0, atol=0) is not None:
                self._fail(
                    _("changed its argument {position}; work on a copy.").format(position=position),
                    about_call=True,
                )
        return self

    def _refuse_nothing(self) -> None:
        """Say what is most often forgotten where there is no value at all."""
        if self.value is None:
            forgotten = (
                _("is None. Did you forget to `return` the result? `print` only shows it.")
                if self._is_call
                else _("is None. Did you forget to set it?")
            )
            self._fail(forgotten)

    def _fail(self, brief: str, full: str = "", *, about_call: bool = False, **found: Any) -> None:
        is_result = self._is_call and not about_call
        subject = _("The result of {name}").format(name=self._name) if is_result else self._name
        actual = None if self._error is not None else show(self._value)
        call = call_text(self._name, *self._given) if self._is_call else None
        raise CheckFailure(f"{subject} {brief}", full, call=call, actual=actual, **found)


class Asker:
    """A function of the student's, waiting for its arguments."""

    def __init__(self, function: StudentFunction | StudentObject) -> None:
        self._function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Answer:
        """Call the function; an exception becomes part of the answer."""
        name = self._function.name_
        try:
            value, positional, named = self._function.call_(args, kwargs)
        except StudentError as error:
            error.call = call_text(name, args, kwargs)
            return Answer(name, None, error=error, given=(args, kwargs))
        return Answer(name, value, given=(args, kwargs), after=(positional, named))


class Expect:
    """The entry point: ``expect(function)``, ``expect.value(…)``, ``expect.that(…)``."""

    def __call__(self, function: StudentFunction | StudentObject) -> Asker:
        """Make statements about calls of `function`."""
        if not isinstance(function, StudentFunction | StudentObject):
            raise SuiteError(
                "expect() takes a function of the student's; use expect.value() for values"
            )
        return Asker(function)

    def value(self, value: Any, name: str | Text) -> Answer:
        """Make statements about a value you already have; `name` is how a message calls it."""
        return Answer(str(name), value)

    def that(self, fulfilled: object, statement: str | Text) -> None:
        """State any other fact about the student's code."""
        if not bool(fulfilled):
            raise CheckFailure(_("This does not hold: {statement}.").format(statement=statement))


expect = Expect()


def call_text(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return the call as a person would write it, arrays below it where they are long."""
    texts = [show(value) for value in args]
    texts += [f"{key}={show(value)}" for key, value in kwargs.items()]
    line = f"{name}({', '.join(texts)})"
    if len(line) <= 100 and "\n" not in line:
        return line
    inner = ",\n".join("    " + text.replace("\n", "\n    ") for text in texts)
    return f"{name}(\n{inner},\n)"


def _names_below(kinds: tuple[type[Exception], ...]) -> set[str]:
    """Return the names of `kinds` and of their subclasses: types do not cross, names do."""
    names: set[str] = set()
    todo: list[type[BaseException]] = list(kinds)
    while todo:
        kind = todo.pop()
        names.add(kind.__name__)
        todo += kind.__subclasses__()
    return names
