"""Outside: ``student``, the object a suite uses as if it were the student's module.

Every use becomes a request to a ``Session``: a worker, or, for trusted code and for visible
checks under plain pytest, a ``Host`` in this process. Arguments and results go through the wire
in both cases, so a suite sees the same thing: copies, never live objects.
"""

import secrets
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from grader.worker import wire
from grader.worker.connection import CallBack, Session, StudentError, checked_reply
from grader.worker.messages import Files
from grader.worker.serve import MODULE, CallbackRefused, Host

MAX_RECORDED = 20_000
MAX_RECORDED_BYTES = 16 << 20  # of one check; all checks' replies are kept until the diagnosis


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
        if type(value) is StudentObject:
            return value.handle_
        if callable(value):
            number = secrets.randbits(62)
            self._functions[number] = value
            return wire.Callback(number)
        return _mapped(self.prepare, value)

    def call(self, number: int, args: list[Any], kwargs: dict[str, Any]) -> Any:
        """Call a function of this request; whatever is no plain data becomes a token.

        A number from an earlier request, or an invented one, is a KeyError: the call is refused.
        """
        function = self._functions[number]
        result = self._tokens(function(*self.restore(args), **self.restore(kwargs)))
        wire.Writer(wire.refuse).plain(result, 0)
        return result

    def restore(self, value: Any) -> Any:
        """Put the judge's own objects in the place of tokens; an invented one is a KeyError."""
        if type(value) is wire.Token:
            return self._objects[value.number]
        return _mapped(self.restore, value)

    def _tokens(self, value: Any) -> Any:
        if type(value) in _NESTING:
            return _mapped(self._tokens, value)
        try:
            wire.Writer(wire.refuse).plain(value, 0)
        except wire.WireError:
            number = secrets.randbits(62)
            self._objects[number] = value
            return wire.Token(number)
        return value


class Exchange(msgspec.Struct, frozen=True):
    """One request and what came of it; the references are what its values refer to."""

    request: list[Any]
    references: References
    reply: list[Any] | None
    error: StudentError | None


class LocalSession:
    """Trusted code in this process, behind the same wire format as a worker."""

    def __init__(self, files: Files) -> None:
        self._host = Host(files, self._called_back)
        self._call_back: CallBack | None = None

    def ask(self, request: list[Any], call_back: CallBack) -> list[Any]:
        """Answer `request` from copies of its values."""
        self._call_back = call_back
        reply = self._host.answer(through_the_wire(request, wire.refuse))
        try:
            return checked_reply(through_the_wire(reply, self._host.refer))
        except wire.WireError as error:
            raise StudentError("unsendable", message=str(error)) from None

    def _called_back(self, callback: wire.Callback, args: list[Any], kwargs: dict[str, Any]) -> Any:
        assert self._call_back is not None
        given = through_the_wire(["callback", args, kwargs], self._host.refer)
        try:
            result = self._call_back(callback.number, given[1], given[2])
        except Exception:  # noqa: BLE001 - as a worker would be told
            raise CallbackRefused(CallbackRefused.__doc__) from None
        return through_the_wire(["return", result], wire.refuse)[1]


def through_the_wire(message: list[Any], refer: wire.Refer) -> list[Any]:
    """Return a copy of `message`, made as if it had crossed."""
    first, *body = wire.Writer(refer).frame(message)
    header = bytes(first)[wire.PREFIX_SIZE :]
    return wire.Reader(header, memoryview(bytearray().join(body))).message()


class Student:
    """The student's module: ``student.softmax(x)``, ``student.TwoLayerNet(2, 3, 2)``."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._busy = False
        self._room = MAX_RECORDED_BYTES
        self.exchanges_: list[Exchange] = []
        self.functions_used_: set[str] = set()

    def __getattr__(self, name: str) -> "StudentFunction":
        """Refer to a function or class of the module, without asking whether it exists."""
        if name.startswith("_"):
            raise AttributeError(name)
        return StudentFunction(self, MODULE, name, name)

    def rng(self, seed: int) -> "StudentObject":
        """Make ``numpy.random.default_rng(seed)`` in the worker; its twin is the judge's own."""
        value: StudentObject = self.ask_(["rng", seed])[1]
        return value

    def keep(self, value: Any) -> "StudentObject":
        """Put a value into the worker and refer to it there, to see what becomes of itself."""
        return StudentObject(self, self.ask_(["keep", value])[1].handle_, "a value", value)

    def write(self, name: str, text: str) -> "StudentObject":
        """Write a text file in the worker's temporary folder and refer to its path there."""
        return StudentObject(self, self.ask_(["write", name, text])[1].handle_, "a path", name)

    def load_(self) -> dict[str, Any]:
        """Load the submission; later requests need it."""
        reply = self.ask_(["load"])
        loaded = reply[1]
        return loaded if isinstance(loaded, dict) else {}

    def ask_(self, request: list[Any]) -> list[Any]:
        """Send one request and record it; student objects in the reply are wrapped."""
        if self._busy:
            raise StudentError("malformed", message="the submission was used inside a callback")
        references = References()
        prepared = [references.prepare(item) for item in request]

        def call_back(number: int, args: list[Any], kwargs: dict[str, Any]) -> Any:
            return references.call(number, self._wrap(args), self._wrap(kwargs))

        self._busy = True
        try:
            reply = self._session.ask(prepared, call_back)
            restored = references.restore(reply)
        except StudentError as error:
            self._record(Exchange(prepared, references, None, error))
            raise
        except KeyError:
            raise StudentError("malformed", message="a token of no object") from None
        finally:
            self._busy = False
        self._record(Exchange(prepared, references, reply, None))
        wrapped: list[Any] = self._wrap(restored)
        return wrapped

    def _record(self, exchange: Exchange) -> None:
        self._room -= wire.weight(exchange.reply)
        if self._room >= 0 and len(self.exchanges_) < MAX_RECORDED:
            self.exchanges_.append(exchange)

    def _wrap(self, value: Any) -> Any:
        kind = type(value)
        if kind is wire.Handle:
            return StudentObject(self, value, f"a {value.kind} object")
        if kind is wire.Callback:
            raise StudentError("malformed", message="a function of the judge's in a reply")
        return _mapped(self._wrap, value)


class _Callable:
    """What can be called in the worker."""

    def __init__(self, student: Student, target: int, attribute: str | None, name: str) -> None:
        self.student_ = student
        self.name_ = name
        self._target = target
        self._attribute = attribute

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it and return the result alone."""
        return self.call_(args, kwargs)[0]

    def call_(
        self, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[Any, list[Any], dict[str, Any]]:
        """Call it; return the result and the arguments as they are after the call."""
        self.student_.functions_used_.add(self.name_)
        request = ["call", self._target, self._attribute, list(args), kwargs]
        try:
            _value, result, after, after_named = self.student_.ask_(request)
        except StudentError as error:
            if error.kind in ("missing", "not_callable", "signature"):
                error.function = self.name_  # our word for it, not the worker's
            raise
        if len(after) != len(args) or after_named.keys() != kwargs.keys():
            raise StudentError("malformed", message="a reply without the arguments")
        positional = [
            old if new is wire.SAME else new for old, new in zip(args, after, strict=True)
        ]
        named = {k: kwargs[k] if v is wire.SAME else v for k, v in after_named.items()}
        return result, positional, named


class StudentFunction(_Callable):
    """A function or class of the student's module, by name."""


class StudentObject(_Callable):
    """An object that stays in the worker: attributes, items and calls reach it there.

    ``stands_for_`` is how messages show it: what the judge put into the worker, if it did.
    """

    def __init__(
        self, student: Student, handle: wire.Handle, name: str, stands_for: Any = None
    ) -> None:
        super().__init__(student, handle.number, None, name)
        self.handle_ = handle
        self.stands_for_ = stands_for

    def __repr__(self) -> str:
        """Return what it stands for, the same in every run."""
        return f"<{self.handle_.kind}>" if self.stands_for_ is None else repr(self.stands_for_)

    def __getattr__(self, name: str) -> Any:
        """Get an attribute: a copy of plain data, or another object of the worker."""
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            value = self.student_.ask_(["get", self._target, name])[1]
        except StudentError as error:
            if error.kind == "missing":
                error.function = name  # our word for it, not the worker's
            raise
        if type(value) is StudentObject:
            return StudentObject(self.student_, value.handle_, name)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute of the object in the worker."""
        if name.endswith("_") or name.startswith("_"):
            super().__setattr__(name, value)
        else:
            self.student_.ask_(["set", self._target, name, value])

    def __getitem__(self, key: Any) -> Any:
        """Get an item of the object in the worker."""
        return self.student_.ask_(["getitem", self._target, key])[1]

    def __setitem__(self, key: Any, value: Any) -> None:
        """Set an item of the object in the worker."""
        self.student_.ask_(["setitem", self._target, key, value])

    def __iter__(self) -> Iterator[Any]:
        """Refuse: an endless iterator is easily written by mistake."""
        raise TypeError("an object of the worker cannot be iterated here")


_NESTING = frozenset({list, tuple, dict})


def _mapped(function: Callable[[Any], Any], value: Any) -> Any:
    """Apply `function` to the items of a list, tuple or dict; return anything else as it is."""
    kind = type(value)
    if kind is list or kind is tuple:
        return kind(function(item) for item in value)
    if kind is dict:
        return {key: function(item) for key, item in value.items()}
    return value
