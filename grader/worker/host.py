"""Inside: load a submission and carry out requests about it, with values and never verdicts.

``Host`` holds one loaded module and the objects the judge has references to. The worker drives it
from the wire; the judge drives it directly to replay calls on trusted code (see ``proxy``).

Requests (lists, first item the operation)::

    ["load"]
    ["call", target, name, args, kwargs]      target 0 is the module; name None calls the target
    ["get", target, name]  ["set", target, name, value]
    ["getitem", target, key]  ["setitem", target, key, value]
    ["rng", seed]  ["keep", value]  ["write", file name, text]      the reply is a reference

Replies::

    ["value", value, args after the call, kwargs after the call]
    ["error", kind, type name, message, [[file, line, function], ...]]
    ["callback", number, args, kwargs]        the judge answers ["return", value] or ["raise"]
"""

import inspect
import linecache
import re
import sys
import traceback
import types
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from . import wire
from .changes import changed, snapshot
from .code import Compile, compile_units
from .messages import Files

MODULE = 0
MAX_HANDLES = 10_000
MAX_MESSAGE = 2000
MAX_FRAMES = 20
CELL = re.compile(rb"^# %% cell (\d+)[^\n]*\n", re.MULTILINE)

CallBack = Callable[[wire.Callback, list[Any], dict[str, Any]], Any]


def _takes(function: object, count: int) -> bool:
    """Tell whether a plain function takes so many arguments: most do, and `inspect` is slow."""
    if type(function) is types.MethodType:
        function, count = function.__func__, count + 1
    if type(function) is not types.FunctionType or vars(function):  # say, it wraps another
        return False
    code = function.__code__
    least = code.co_argcount - len(function.__defaults__ or ())
    return code.co_kwonlyargcount == 0 and least <= count <= code.co_argcount


class CallbackRefused(Exception):  # noqa: N818 - the student reads this name
    """The function you were given could not use the argument you passed."""


class Host:
    """One loaded submission and the objects the judge refers to by number."""

    def __init__(
        self, files: Files, call_back: CallBack, compile_all: Compile = compile_units
    ) -> None:
        self._files = files
        self._call_back = call_back
        self._compile_all = compile_all
        self.module = types.ModuleType(files.module)
        self._objects: list[Any] = [self.module]
        self._folder: Path | None = None
        self._operations: dict[str, Callable[..., list[Any]]] = {
            "load": self._load,
            "call": self._call,
            "get": self._get,
            "set": self._set,
            "getitem": self._get_item,
            "setitem": self._set_item,
            "rng": lambda seed: self._value(np.random.default_rng(seed)),
            "keep": lambda value: self._value(self.refer(self._resolve(value))),
            "write": self._write,
        }

    def answer(self, request: list[Any]) -> list[Any]:
        """Carry out one request; whatever the student's code does becomes a reply."""
        operation, *arguments = request
        try:
            return self._operations[operation](*arguments)
        except BaseException as error:  # noqa: BLE001 - even SystemExit is a reply
            return self._error(error)

    def refer(self, value: object) -> wire.Handle:
        """Keep `value` here and return a reference to it."""
        if len(self._objects) >= MAX_HANDLES:
            raise wire.WireError("more objects than the judge will refer to")
        self._objects.append(value)
        return wire.Handle(len(self._objects) - 1, type(value).__name__)

    def _load(self) -> list[Any]:
        source_name = f"{self._files.module}.py"
        path = f"{self._files.folder}/{source_name}"
        source = self._files.sources[source_name]
        self.module.__file__ = path
        text = source.decode("utf-8", "replace")
        linecache.cache[path] = (len(text), None, text.splitlines(keepends=True), path)
        if not self._files.is_notebook:
            (code,) = self._compile_all([(source, path)])
            self._run(code)
            return self._loaded([])
        failed: list[list[Any]] = []
        parts = CELL.split(source)[1:]
        numbers = [int(number) for number in parts[::2]]
        units = [
            (cell.decode(), f"{path}#cell {number}")
            for number, cell in zip(numbers, parts[1::2], strict=True)
        ]
        for number, code in zip(numbers, self._compile_all(units), strict=True):
            try:
                self._run(code)
            except BaseException as error:  # noqa: BLE001 - a broken cell costs only itself
                frames = self._frames(error)
                failed.append([number, type(error).__name__, frames[-1][1] if frames else 0])
        return self._loaded(failed)

    def _run(self, code: types.CodeType | Exception) -> None:
        if isinstance(code, Exception):
            raise code
        exec(code, self.module.__dict__)  # noqa: S102 - this is what a worker is for

    def _loaded(self, failed_cells: list[list[Any]]) -> list[Any]:
        pyplot: Any = sys.modules.get("matplotlib.pyplot")
        figures = len(pyplot.get_fignums()) if pyplot else 0
        return ["value", {"figures": figures, "cells": failed_cells}, [], {}]

    def _call(self, target: int, name: str | None, args: list[Any], kwargs: dict[str, Any]) -> Any:
        owner = self._objects[target]
        try:
            function = owner if name is None else getattr(owner, name)
        except AttributeError:
            return ["error", "missing", "", str(name), []]
        args = [self._resolve(value) for value in args]
        kwargs = {key: self._resolve(value) for key, value in kwargs.items()}
        if not callable(function):
            return ["error", "not_callable", type(function).__name__, str(name), []]
        if kwargs or not _takes(function, len(args)):
            try:
                signature = inspect.signature(function)
                signature.bind(*args, **kwargs)
            except TypeError:
                return ["error", "signature", "", f"{name}{signature}"[:MAX_MESSAGE], []]
            except ValueError:
                pass  # a builtin without a signature: the call itself will tell
        before = [snapshot(value) for value in args]
        before_named = {key: snapshot(value) for key, value in kwargs.items()}
        result = function(*args, **kwargs)
        after = [changed(old, new) for old, new in zip(before, args, strict=True)]
        after_named = {key: changed(before_named[key], kwargs[key]) for key in kwargs}
        return ["value", result, after, after_named]

    def _value(self, value: Any) -> list[Any]:
        return ["value", value, [], {}]

    def _get(self, target: int, name: str) -> list[Any]:
        try:
            return self._value(getattr(self._objects[target], name))
        except AttributeError:
            return ["error", "missing", type(self._objects[target]).__name__, name, []]

    def _set(self, target: int, name: str, value: Any) -> list[Any]:
        setattr(self._objects[target], name, self._resolve(value))
        return self._value(None)

    def _get_item(self, target: int, key: Any) -> list[Any]:
        return self._value(self._objects[target][key])

    def _set_item(self, target: int, key: Any, value: Any) -> list[Any]:
        self._objects[target][key] = self._resolve(value)
        return self._value(None)

    def _write(self, name: str, text: str) -> list[Any]:
        # Imported here, as what they import (three ways to compress) every fork would carry.
        import shutil  # noqa: PLC0415
        import tempfile  # noqa: PLC0415

        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp())
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return self._value(self.refer(str(path)))

    def _resolve(self, value: Any) -> Any:
        """Put the worker's objects in the place of references to them."""
        kind = type(value)
        if kind is wire.Handle:
            return self._objects[value.number]
        if kind is wire.Callback:
            return self._function(value)
        return wire.mapped(self._resolve, value)

    def _function(self, callback: wire.Callback) -> Callable[..., Any]:
        def f(*args: Any, **kwargs: Any) -> Any:
            return self._resolve(self._call_back(callback, list(args), kwargs))

        return f

    def _error(self, error: BaseException) -> list[Any]:
        name = type(error).__name__
        if isinstance(error, SyntaxError) and (file := self._own_file(error.filename or "")):
            place = [[file, error.lineno or 0, ""]]
            return ["error", "syntax", name, str(error.msg)[:MAX_MESSAGE], place]
        try:
            message = str(error)[:MAX_MESSAGE]
        except BaseException:  # noqa: BLE001 - __str__ is the student's too
            message = ""
        return ["error", "raised", name[:80], message, self._frames(error)]

    def _frames(self, error: BaseException) -> list[list[Any]]:
        frames: list[list[Any]] = []
        for frame, line in traceback.walk_tb(error.__traceback__):
            if file := self._own_file(frame.f_code.co_filename):
                frames.append([file, line, frame.f_code.co_name])
        return frames[-MAX_FRAMES:]

    def _own_file(self, path: str) -> str | None:
        """Return the name of a file of the submission, or None for any other."""
        folder = f"{self._files.folder}/"
        return path.removeprefix(folder) if path.startswith(folder) else None
