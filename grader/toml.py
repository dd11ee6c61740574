"""Read a TOML file strictly, and say in one line what is wrong with it, where, and what fits.

What may be in a file is said by its record (``course``, ``exercise``, ``proof/survivors``); this
module only finds the words for what is not.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import EnumType
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from grader.errors import CourseError
from grader.language import gettext as _

T = TypeVar("T")

_WRONG = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<where>[^`]*)`)?")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_TYPE = re.compile(r"Expected `([\w |]+)`, got `(\w+)`")
_BOUND = re.compile(r"Expected `\w+` (>=|>|<=|<) ([\d.]+)")
_PATTERN = re.compile(r"Expected `str` matching regex '(.*)'")
_LENGTH = re.compile(r"Expected `str` of length <= (\d+)")
_VALUE = re.compile(r"Invalid enum value (.*)")
_ITEM = re.compile(r"(\w+)\[(\d+)\]")


def read_toml(path: Path, kind: type[T]) -> T:
    """Read `path` as a `kind`.

    Raises
    ------
    CourseError
        When it is missing, no TOML, or has a wrong key or value; the text is one line.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        raise CourseError(
            _("{path} is missing. Add it, or take its folder out of the course.").format(path=path)
        ) from None
    except msgspec.ValidationError as error:
        said = _explained(str(error), kind)
    except msgspec.DecodeError as error:
        said = _("this is not valid TOML: {reason}.").format(reason=error)
    except UnicodeDecodeError:
        said = _("this is not UTF-8 text. Save it as UTF-8.")
    except OSError as error:
        said = _("cannot be read: {reason}.").format(reason=error.strerror)
    raise CourseError(f"{path}: {said}")


def _explained(said: str, kind: type) -> str:
    """Put msgspec's finding into the words of someone who writes the file."""
    found = _WRONG.fullmatch(said)
    what, where = (found["what"], found["where"] or "") if found else (said, "")
    task, key = _place(where)
    if match := _UNKNOWN.fullmatch(what):
        known = [field.encode_name for field in msgspec.structs.fields(_type_at(kind, where))]
        return task + _unknown(_joined(key, match[1]), match[1], known)
    if match := _MISSING.fullmatch(what):
        return task + _("'{key}' is missing. Add it.").format(key=_joined(key, match[1]))
    quoted = f"'{key}' " if key else ""
    return f"{task}{quoted}{_wrong_value(what, kind, where)}"


def _unknown(full: str, key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    hint = _(" Did you mean '{name}'?").format(name=close[0]) if close else ""
    return _("there is no key '{key}'.{hint} The keys here are: {known}.").format(
        key=full, hint=hint, known=", ".join(known)
    )


def _wrong_value(what: str, kind: type, where: str) -> str:
    names = {
        "array": _("a list"),
        "bool": _("true or false"),
        "float": _("a number"),
        "int": _("a whole number"),
        "object": _("a table, { key = value }"),
        "str": _("a text in quotes"),
    }
    if match := _TYPE.fullmatch(what):
        wanted = match[1].split(" | ")[0]
        return _("must be {wanted}, not {found}.").format(
            wanted=names.get(wanted, wanted), found=names.get(match[2], match[2])
        )
    if match := _BOUND.fullmatch(what):
        return _("must be {relation} {bound:g}.").format(relation=match[1], bound=float(match[2]))
    if match := _LENGTH.fullmatch(what):
        return _("must have at most {most} characters.").format(most=match[1])
    if match := _PATTERN.fullmatch(what):
        return _wrong_name(match[1])
    if match := _VALUE.fullmatch(what):
        known = ", ".join(_choices(_type_at(kind, where)))
        return _("cannot be {value}. It may be: {known}.").format(value=match[1], known=known)
    return what


def _wrong_name(pattern: str) -> str:
    if pattern.startswith("^[a-z]"):
        return _("must be small letters, digits and _, and begin with a letter.")
    if pattern.startswith("^("):
        return _("must be a name as code has it: np.gradient, sorted or .sort.")
    return _("must be the name of a file beside exercise.toml, without a folder or a space.")


def _joined(*keys: str) -> str:
    return ".".join(filter(None, keys))


def _place(where: str) -> tuple[str, str]:
    """Split ``tasks[0].hint`` into ``task 1: `` and ``hint``; a person counts from one."""
    text = _ITEM.sub(lambda item: f"{item[1]}[{int(item[2]) + 1}]", where)
    match = re.fullmatch(r"tasks\[(\d+)\]\.?(.*)", text)
    if match is None:
        return "", text
    return _("task {number}: ").format(number=match[1]), match[2]


def _type_at(kind: Any, where: str) -> Any:
    """Find what the records of a file allow at `where`."""
    for step in filter(None, re.sub(r"\[\d+\]", "", where).split(".")):
        inner = get_type_hints(kind)[step]
        kind = get_args(inner)[0] if get_origin(inner) is tuple else inner
    return kind


def _choices(kind: Any) -> Iterator[str]:
    """Yield the words that an enumeration or a ``Literal`` allows."""
    if isinstance(kind, EnumType):
        yield from map(str, kind.__members__.values())
    for argument in get_args(kind):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _choices(argument)
