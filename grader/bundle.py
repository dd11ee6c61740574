"""Everything a platform needs to grade one exercise, in one zip: script, grader and course.

The grader goes along as a wheel of exactly the code that is running here, so that the platform
grades as this machine does. The course goes along with what grading reads of one exercise.
"""

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from grader.authoring.release import libraries
from grader.authoring.scaffold import filled
from grader.course import COURSE_FILE, Course, packed, refuse_kit
from grader.exercise import Exercise

GRADESCOPE, CLASSROOM50 = "gradescope", "classroom50"
_PYTHON = ">=3.11,<3.14"  # those that every library of the course has wheels for
_SCRIPTS = ("setup.sh", "run_autograder", "autograder.py")
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the same content is the same zip


def bundle(platform: str, course: Course, exercise: Exercise, isolation: str) -> bytes:
    """Return the zip for a platform; its scripts grade with `isolation`.

    Raises
    ------
    CourseError
        When the exercise is of a kit.
    """
    refuse_kit([exercise])
    name, content = wheel()
    values = {
        "wheel": name,
        "python": _PYTHON,
        "exercise": exercise.name,
        "isolation": isolation,
        "libraries": " ".join(libraries([exercise], with_suites=True)),
    }
    files = {place: text.encode() for place, text in filled(platform, values)}
    files |= {f"course/{place}": content for place, content in _course(course, exercise).items()}
    return _zipped(files | {name: content})


@cache
def wheel() -> tuple[str, bytes]:
    """Return the name and the content of a wheel of the grader that runs here."""
    installed = metadata.distribution("deepgrade")
    root = Path(__file__).parent
    files = {
        f"grader/{path.relative_to(root).as_posix()}": path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    info = f"deepgrade-{installed.version}.dist-info"
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: deepgrade\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    for name in ("METADATA", "entry_points.txt"):
        files[f"{info}/{name}"] = (installed.read_text(name) or "").encode()
    record = f"{info}/RECORD"
    lines = [f"{name},{_digest(data)},{len(data)}" for name, data in files.items()]
    files[record] = "\n".join([*lines, f"{record},,", ""]).encode()
    return f"deepgrade-{installed.version}-py3-none-any.whl", _zipped(files)


def _course(course: Course, exercise: Exercise) -> dict[str, bytes]:
    """Return the files of a course that grading one exercise reads."""
    folders = (exercise.folder, exercise.solution, exercise.suite)
    own = (folder.relative_to(course.root).as_posix() for folder in folders)
    return packed(course.root, (COURSE_FILE, *own, "reference"))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            # A wheel is a zip already.
            packed = name.endswith(".whl")
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if name in _SCRIPTS else 0o644) << 16
            archive.writestr(entry, content)
    return data.getvalue()


def _digest(content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
    return f"sha256={digest.decode()}"
