"""Begin a course, or an exercise in it, from the templates that come with the grader.

A new course holds one small exercise that is complete and proven. A new exercise is small and
complete too, and says where its author goes on: ``grade verify`` finds each place that is left.
"""

import keyword
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from string import Template

import msgspec

from grader.course import COURSE_FILE, Course
from grader.errors import UsageError
from grader.exercise import Name
from grader.language import gettext as _

TODO = "TODO(author)"
README, README_KO = "README.md", "README.ko.md"

_TEMPLATES = Path(__file__).parents[1] / "templates"
_SUFFIX = ".tmpl"  # so that no tool takes them for the project's own code
_LIST = re.compile(r"^(exercises\s*=\s*\[)([^\]#]*?)(\s*)\]", re.MULTILINE)


def new_course(folder: Path) -> list[Path]:
    """Write a course with one exercise into `folder`; return the files, in their order.

    Raises
    ------
    UsageError
        When there is something already, or nothing can be written.
    """
    refuse_full(folder)
    return list(written({folder / name: text for name, text in filled("course", {})}))


def new_exercise(
    course: Course, name: str, module: str | None = None, taken: Collection[str] = ()
) -> list[Path]:
    """Write a new exercise and add it to course.toml; return the files, in their order.

    Parameters
    ----------
    course
        Where it belongs.
    name
        Its folder.
    module
        Its stub, and its short name; the same as the folder where it is left out.
    taken
        Words that mean something else to ``grade``.

    Raises
    ------
    UsageError
        When a name cannot be used, there is something already, or nothing can be written.
    """
    module = module or name
    refuse_names(course, name, module, taken)
    texts = dict(filled("exercise", {"name": name, "module": module}))
    if course.language == "en":
        texts.pop(f"exercises/{name}/{README_KO}")
    return add_exercise(course, name, texts)


def add_exercise(course: Course, name: str, texts: Mapping[str, str]) -> list[Path]:
    """Write the files of a new exercise and add it to course.toml; return them, in their order.

    Raises
    ------
    UsageError
        When there is something already, or nothing can be written.
    """
    files = {course.root / place: text for place, text in texts.items()}
    if there := next((path for path in files if path.exists()), None):
        raise UsageError(
            _("{path} is there already. Choose another name, or move it away.").format(path=there)
        )
    made = list(written(files))
    settings = course.root / COURSE_FILE
    listed = _with_exercise(settings.read_text(encoding="utf-8"), name)
    if listed is None:
        raise UsageError(
            _("The exercise is written. Now add {name!r} to 'exercises' in {path} by hand.").format(
                path=settings, name=name
            )
        )
    return [*made, *written({settings: listed})]


def refuse_names(course: Course, name: str, module: str, taken: Collection[str]) -> None:
    """Refuse what cannot be the name of a new exercise and of its stub.

    Raises
    ------
    UsageError
        When one is no name, or means something else already.
    """
    for word in dict.fromkeys((name, module)):
        _refuse_name(course, word, taken)
    if keyword.iskeyword(module) or module in sys.stdlib_module_names:
        raise UsageError(
            _(
                "{module!r} means something in Python itself, so no stub can be called that. "
                "Choose another name for it."
            ).format(module=module)
        )


def _refuse_name(course: Course, name: str, taken: Collection[str]) -> None:
    try:
        msgspec.convert(name, Name)
    except msgspec.ValidationError:
        raise UsageError(
            _(
                "{name!r} cannot be the name of an exercise: use small letters, digits and _, and "
                "begin with a letter."
            ).format(name=name)
        ) from None
    if name in taken:
        raise UsageError(
            _("'grade {name}' means something else already. Choose another name.").format(name=name)
        )
    exercises = course.exercises
    if name in {*course.names, *(e.slug for e in exercises), *(e.module for e in exercises)}:
        raise UsageError(_("The course has an exercise {name!r} already.").format(name=name))


def _with_exercise(text: str, name: str) -> str | None:
    """Return the text of course.toml with one more exercise, or None where it is not understood."""
    match = _LIST.search(text)
    if match is None:
        return None
    listed = match[2].rstrip().rstrip(",")
    if "\n" in match[2] + match[3]:
        more = f'{"," * bool(listed)}\n    "{name}",\n'
    else:
        more = f'{", " * bool(listed)}"{name}"'
    return text[: match.end(1)] + listed + more + text[match.end() - 1 :]


def refuse_full(folder: Path) -> None:
    """Refuse a folder that holds something: nothing is written over."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            _("{folder} is not empty. Name a folder that does not exist yet.").format(folder=folder)
        )


def filled(template: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each file of a template.

    ``$name`` in a text stands for a value, and ``NAME`` in a place.
    """
    top = _TEMPLATES / template
    for path in sorted(top.rglob(f"*{_SUFFIX}")):
        place = path.relative_to(top).as_posix().removesuffix(_SUFFIX)
        for key, value in values.items():
            place = place.replace(key.upper(), value)
        if place == "gitignore":  # a dot would hide the template from packaging tools
            place = ".gitignore"
        yield place, Template(path.read_text(encoding="utf-8")).substitute(values)


def written(files: Mapping[Path, str | bytes]) -> Iterator[Path]:
    """Write files and yield their paths.

    Raises
    ------
    UsageError
        When one cannot be written.
    """
    for path, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise UsageError(
                _("{path} cannot be written: {reason}. Choose another folder.").format(
                    path=path, reason=error.strerror or error
                )
            ) from None
        yield path
