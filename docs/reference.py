"""Write the reference pages from the code: commands, TOML files, the JSON, the action.

    uv run python docs/reference.py

Every sentence on them stands in the code, in a command's help, in the ``Attributes`` section of
a record's docstring or in action.yml, and a test compares. So change it there, and run this.
"""  # noqa: INP001 - a script beside the pages it writes

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import msgspec
import yaml
from msgspec import inspect as shape

from grader.ci.result import ResultFile
from grader.cli import grade
from grader.cli.exercise import exercise_command
from grader.course import _CourseFile
from grader.exercise import _ExerciseFile
from grader.language import Text
from grader.records import Attempt

FOLDER = Path(__file__).parent / "reference"
TOML = {
    "text": "text",
    "table": "table",
    "moment": "date and time",
    "truth": "`true` or `false`",
    "none": "",
}
JSON = {"text": "string", "table": "object", "moment": "string", "truth": "boolean", "none": "null"}
_NAMES: dict[type, str] = {
    shape.StrType: "text",
    shape.StructType: "table",
    shape.DateTimeType: "moment",
    shape.BoolType: "truth",
    shape.NoneType: "none",
}
# What stands above the tables. Relative links start in docs/reference/.
COMMANDS = """# Commands

The exit code is 0 when all checks passed (`batch`: everything is graded), 1 when not, 2 when
the command or its input is wrong, 3 when the grader itself or its environment failed, 130 when
you stopped it, and 141 when what it prints is read no further (`grade batch CLASS | head`).
"""
COURSE_TOML = """# course.toml

A course is any folder with this file. It is read strictly: a key that is not listed here, or a
value of the wrong kind, is an error that names the place. A text in two languages is a table with
`en` and, optionally, `ko`. [Settings](../course.md) has examples.
"""
EXERCISE_TOML = """# exercise.toml

`exercises/NAME/exercise.toml`, read as strictly as [course.toml](course.md).
[Settings](../course.md) has examples, [Writing an exercise](../authors.md) the rest.
"""
RECORD = """# The JSON of an attempt

`grade exercise3 --json FILE` writes one object, UTF-8, every number finite. Keys may be added
within a schema version; none is renamed or removed. What a hidden check shows is set by `feedback`
in [course.toml](../course.md).
"""
RESULT = """# The JSON of a pull request

`grade ci` leaves `result.json` in its folder: numbers only, of which `grade ci-comment` writes the
comment. Beside it lies the [JSON of each attempt](json.md).
"""
ACTION = """# The action on GitHub

What may stand under `with:` in a workflow, and what the step puts out.
[Pull requests](../ci.md) has the workflows.
"""


def pages() -> dict[str, str]:
    """Return every reference page: file name to text."""
    return {
        "cli.md": COMMANDS + "".join(_commands("grade", grade)),
        "course.md": COURSE_TOML + _tables(_CourseFile, TOML),
        "exercise.md": EXERCISE_TOML + _tables(_ExerciseFile, TOML),
        "json.md": RECORD + _tables(Attempt, JSON),
        "result.md": RESULT + _tables(ResultFile, JSON),
        "action.md": ACTION + _action(FOLDER.parents[1] / "action.yml"),
    }


def _commands(name: str, command: click.Command) -> Iterator[str]:
    """Yield the section of a command, then those of its own commands."""
    yield _command(name, command)
    if not isinstance(command, click.Group):
        return
    if command is grade:
        yield _command("grade EXERCISE", exercise_command)
    for word, each in command.commands.items():
        yield from _commands(f"{name} {word}", each)


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    said = [inspect.cleandoc(command.help or ""), command.epilog or ""]
    options = [option for option in command.params if isinstance(option, click.Option)]
    table = [_row("option", "meaning", "default"), _row("---", "---", "---")]
    table += [_option(option, context) for option in options]
    parts = [f"## {name}", f"```text\n{usage}\n```", *filter(None, said)]
    return "\n" + "\n\n".join([*parts, "\n".join(table if options else [])]).rstrip() + "\n"


def _option(option: click.Option, context: click.Context) -> str:
    words = ", ".join([*option.opts, *option.secondary_opts])
    value = "" if option.is_flag else " " + option.make_metavar(context).replace(" RANGE", "")
    if isinstance(option.show_default, str):
        default = option.show_default
    else:
        default = f"`{option.default}`" if option.show_default else ""
    return _row(f"`{words}{value}`", option.help or "", default)


def _tables(record: type[msgspec.Struct], words: Mapping[str, str]) -> str:
    """Return the table of a record, then those of the records in it, each under its place."""
    parts, waiting = [], [("", record)]
    for place, kind in waiting:
        info = shape.type_info(kind)
        assert isinstance(info, shape.StructType)
        meanings = _attributes(kind)
        if missing := {field.name for field in info.fields} ^ set(meanings):
            raise SystemExit(f"{kind.__name__}: 'Attributes' and fields differ in {missing}.")
        rows = [_field(field, meanings[field.name], words) for field in info.fields]
        heads = ["key", "type", *(["default"] if words is TOML else []), "meaning"]
        head = f"\n## `{place}`\n\n" if place else "\n"
        parts.append(head + "\n".join([_row(*heads), _row(*["---"] * len(heads)), *rows]) + "\n")
        for field in info.fields:
            if inner := _record_in(field.type):
                listed = isinstance(field.type, shape.VarTupleType)
                waiting.append((_place(place, field.name, words, listed=listed), inner))
    return "".join(parts)


def _place(outer: str, key: str, words: Mapping[str, str], *, listed: bool) -> str:
    """Return how the file itself writes a table's place: ``[scoring.late]``, ``[[tasks]]``."""
    if words is JSON:
        return f"{key}[]" if listed else key
    path = f"{outer.strip('[]')}.{key}".lstrip(".")
    return f"[[{path}]]" if listed else f"[{path}]"


def _attributes(record: type[msgspec.Struct]) -> dict[str, str]:
    """Return what the docstring's ``Attributes`` section says of each field, in Markdown."""
    _before, found, section = inspect.cleandoc(record.__doc__ or "").partition("Attributes\n---")
    assert found, f"{record.__name__} has no section 'Attributes'"
    entries = re.findall(r"^(\w+)\n((?:    .*\n?)+)", section.partition("\n")[2], re.MULTILINE)
    return {name: " ".join(text.split()).replace("``", "`") for name, text in entries}


def _field(field: shape.Field, meaning: str, words: Mapping[str, str]) -> str:
    cells = [f"`{field.encode_name}`", _kind(field.type, words)]
    if words is TOML:
        cells.append(_default(field))
    return _row(*cells, meaning)


def _default(field: shape.Field) -> str:
    if field.required:
        return "required"
    if field.default is msgspec.NODEFAULT or isinstance(field.default, msgspec.Struct):
        return "see below" if _record_in(field.type) else "none"
    if field.default in (None, (), ""):
        return "none"
    return f"`{json.dumps(msgspec.to_builtins(field.default))}`"


def _kind(kind: shape.Type, words: Mapping[str, str]) -> str:
    """Put a type into words."""
    match kind:
        case shape.UnionType(types=types):
            return " or ".join(filter(None, (_kind(each, words) for each in types)))
        case shape.EnumType(cls=values) | shape.LiteralType(values=values):
            return " or ".join(f"`{json.dumps(value)}`" for value in values)
        case shape.VarTupleType(item_type=item):
            return f"list of {_several(_kind(item, words))}"
        case shape.DictType(key_type=key, value_type=value):
            return f"{words['table']}: {_kind(key, words)} to {_kind(value, words)}"
        case shape.IntType() | shape.FloatType():
            return _number(kind)
        case shape.StructType(cls=cls) if cls is Text:
            return f"{words['text']} in `en` and `ko`"
    return words[_NAMES[type(kind)]]


def _several(kind: str) -> str:
    first, space, rest = kind.partition(" ")
    return f"{first} {_several(rest)}" if first == "whole" else f"{first.rstrip(',')}s{space}{rest}"


def _number(kind: shape.IntType | shape.FloatType) -> str:
    name = "whole number" if isinstance(kind, shape.IntType) else "number"
    bounds = {"above": kind.gt, "from": kind.ge, "below": kind.lt, "to": kind.le}
    said = [f"{word} {bound:,.0f}" for word, bound in bounds.items() if bound is not None]
    return " ".join([f"{name},", *said]) if said else name


def _record_in(kind: shape.Type) -> type[msgspec.Struct] | None:
    if isinstance(kind, shape.VarTupleType):
        kind = kind.item_type
    if isinstance(kind, shape.UnionType) and kind.includes_none:
        kind = kind.types[0]
    if isinstance(kind, shape.StructType) and kind.cls is not Text:
        return kind.cls
    return None


def _action(path: Path) -> str:
    """Return the inputs and outputs of the action."""
    action = yaml.safe_load(path.read_text(encoding="utf-8"))
    inputs = [
        _row(f"`{name}`", said["description"], f"`{said['default']}`" if said["default"] else "")
        for name, said in action["inputs"].items()
    ]
    outputs = [_row(f"`{name}`", said["description"]) for name, said in action["outputs"].items()]
    tables = {
        "Inputs": [_row("input", "meaning", "default"), _row("---", "---", "---"), *inputs],
        "Outputs": [_row("output", "meaning"), _row("---", "---"), *outputs],
    }
    return "".join(f"\n## {head}\n\n" + "\n".join(rows) + "\n" for head, rows in tables.items())


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
