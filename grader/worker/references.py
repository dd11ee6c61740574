"""Outside: what the values of one request refer to, on either side of the wire.

Functions and objects of the judge stay here and cross as numbers; objects of the worker stay
there and arrive as handles.
"""

import secrets
from collections.abc import Callable
from typing import Any

from grader.worker import wire
from grader.worker.connection import StudentError


class Remote:
    """An object of the worker as a suite holds it: its handle crosses in its place."""

    handle_: wire.Handle


Wrap = Callable[[wire.Handle], wire.Handle | Remote]
"""Makes what a suite gets in the place of a handle."""


def _as_it_is(handle: wire.Handle) -> wire.Handle:
    return handle


class References:
    """What of the judge's one request lets the worker refer to, by unguessable numbers.

    Functions it was given can be called; objects that such a function returned (say, a fitted
    model) cross as tokens, which the student's code can only hand back to another function.
    """

    def __init__(self) -> None:
        self._functions: dict[int, Callable[..., Any]] = {}
        self._objects: dict[int, Any] = {}

    def prepare(self, value: Any) -> Any:
        """Replace the judge's functions and the worker's objects by references to them."""
        if isinstance(value, Remote):
            return value.handle_
        if callable(value):
            number = secrets.randbits(62)
            self._functions[number] = value
            return wire.Callback(number)
        return wire.mapped(self.prepare, value)

    def call(
        self, number: int, args: list[Any], kwargs: dict[str, Any], wrap: Wrap = _as_it_is
    ) -> Any:
        """Call a function of this request; whatever cannot cross becomes a token.

        A number from an earlier request, or an invented one, is a KeyError: the call is refused.
        """
        function = self._functions[number]
        result = function(*self.restore(args, wrap), **self.restore(kwargs, wrap))
        try:
            _must_cross(result)
        except wire.WireError:
            result = self._tokens(result)
            _must_cross(result)
        return result

    def restore(self, value: Any, wrap: Wrap = _as_it_is) -> Any:
        """Put objects in the place of the references that came from the worker.

        Raises
        ------
        StudentError
            For a reference that the worker was never given, or that it only was to call.
        """
        kind = type(value)
        if kind is wire.Handle:
            return wrap(value)
        if kind is wire.Callback:
            raise StudentError("malformed", message="a function of the judge's in a reply")
        if kind is not wire.Token:
            return wire.mapped(lambda item: self.restore(item, wrap), value)
        if value.number not in self._objects:
            raise StudentError("malformed", message="a token of no object")
        return self._objects[value.number]

    def _tokens(self, value: Any) -> Any:
        if type(value) in wire.NESTING:
            return wire.mapped(self._tokens, value)
        try:
            _must_cross(value)
        except wire.WireError:
            number = secrets.randbits(62)
            self._objects[number] = value
            return wire.Token(number)
        return value


def _must_cross(value: Any) -> None:
    wire.Writer(wire.refuse).frame([value])
