"""Inside: sources made into code, once where that is possible."""

import types
from collections.abc import Callable, Sequence
from functools import lru_cache

Unit = tuple[str | bytes, str]
Compiled = list[types.CodeType | Exception]
Compile = Callable[[Sequence[Unit]], Compiled]


@lru_cache(256)  # a replay runs the same mistakes again and again
def _compiled(source: str | bytes, name: str) -> types.CodeType:
    return compile(source, name, "exec", dont_inherit=True)


def compile_units(units: Sequence[Unit]) -> Compiled:
    """Compile sources, each with its name; what cannot be compiled gives its exception."""
    found: Compiled = []
    for source, name in units:
        try:
            found.append(_compiled(source, name))
        except Exception as error:  # noqa: BLE001 - from the parser: null bytes, depth, syntax
            found.append(error)
    return found
