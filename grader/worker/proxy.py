"""Outside: ``student``, the object a suite uses as if it were the student's module.

Every use becomes a request to a ``Session``: a worker or, for trusted code and for visible checks
under plain pytest, a ``LocalSession``.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from grader.worker import wire
from grader.worker.connection import Session, StudentError
from grader.worker.host import MODULE
from grader.worker.references import References, Remote

MAX_RECORDED = 20_000
MAX_RECORDED_BYTES = 16 << 20  # of one check; all checks' replies are kept until the diagnosis


class Exchange(msgspec.Struct, frozen=True):
    """One request and what came of it; the references are what its values refer to."""

    request: list[Any]
    references: References
    reply: list[Any] | None
    error: StudentError | None


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
            return references.call(number, args, kwargs, self._object)

        self._busy = True
        try:
            reply = self._session.ask(prepared, call_back)
            restored: list[Any] = references.restore(reply, self._object)
        except StudentError as error:
            self._record(Exchange(prepared, references, None, error))
            raise
        finally:
            self._busy = False
        self._record(Exchange(prepared, references, reply, None))
        return restored

    def _record(self, exchange: Exchange) -> None:
        self._room -= wire.weight(exchange.reply)
        if self._room >= 0 and len(self.exchanges_) < MAX_RECORDED:
            self.exchanges_.append(exchange)

    def _object(self, handle: wire.Handle) -> "StudentObject":
        return StudentObject(self, handle, f"a {handle.kind} object")


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


class StudentObject(_Callable, Remote):
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
