"""From submissions to fingerprints: each text is tokenised in a confined process of its own.

A text can be hostile to a tokeniser (200 kB of empty rows keep it busy for minutes), so the worker
that runs students' code reads them too: the same isolation, limits and wire, and plain data back.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, TypeGuard

import numpy as np

from grader.errors import GraderError, SubmissionError
from grader.exercise import Exercise
from grader.language import gettext as _
from grader.records import Submission
from grader.worker import sandbox
from grader.worker.cells import Nursery, start_nursery
from grader.worker.connection import StudentError
from grader.worker.messages import Bounds
from grader.worker.proxy import Student

LENGTH = 25  # characters of code in a fingerprint: copydetect's own choice, about a line
WINDOW = 6  # of so many neighbours one is kept: 30 equal characters are always found
MOSTLY_OWN = 0.75

LONGEST = 200_000  # characters of text
SECONDS = 30.0
BOUNDS = Bounds(cpu_seconds=5, memory_mb=1024, output_mb=1, disk_mb=1, processes=32)

_INSIDE = Path(__file__).with_name("inside.py")
_PRELOAD = ("numpy", "pygments.lexers.python")
_TOO_MUCH = ("seconds", "cpu", "memory")


class Prints(NamedTuple):
    """The fingerprints of one submission.

    Attributes
    ----------
    student, rows
        Whose, and the lines of the text.
    hashes, starts
        The fingerprints, and the character of the code at which each starts, in order.
    own, lines
        Of each character of the code: whether it is the student's own and not given, and the
        number of its line, from 1.
    """

    student: str
    rows: list[str]
    hashes: np.ndarray
    starts: np.ndarray
    own: np.ndarray
    lines: np.ndarray


class Reader:
    """Reads submissions of one exercise, each in a cell of its own; from any thread."""

    def __init__(self, exercise: Exercise, nursery: Nursery, bounds: Bounds) -> None:
        self._exercise = exercise
        self._nursery = nursery
        self._bounds = bounds
        self._sources = {_INSIDE.name: _INSIDE.read_bytes()}
        paths = sorted(exercise.folder.glob("*.py"))  # the stub, and what comes with it
        texts = [path.read_text(encoding="utf-8") for path in paths]
        self._rows = sorted({row.strip() for text in texts for row in text.split("\n")})
        self._hashes = np.unique(
            np.concatenate([self._ask("given", text, LENGTH) for text in texts])
        )

    def read(self, submission: Submission) -> Prints:
        """Return the fingerprints of a submission.

        Raises
        ------
        SubmissionError
            When its text is too long, or keeps the tokeniser busy for too long.
        """
        text = _text(submission, self._exercise)
        if len(text) > LONGEST:
            raise SubmissionError(
                _("its code is longer than {most} characters.").format(most=LONGEST)
            )
        try:
            reply = self._ask(
                "fingerprints", text, self._hashes, self._rows, LENGTH, WINDOW, MOSTLY_OWN
            )
        except StudentError as error:
            if error.kind in _TOO_MUCH:
                reason = _("its text takes too long to read, as no ordinary program does.")
            else:
                reason = _("its text cannot be read as a program.")
            raise SubmissionError(reason) from None
        return _checked(reply, submission.student, text.split("\n"))

    def _ask(self, name: str, *arguments: object) -> Any:
        """Call a function of `inside` in a fresh process."""
        cell = self._nursery.open(_INSIDE.stem, self._sources, self._bounds, is_notebook=False)
        with closing(cell), closing(cell.check(SECONDS)) as connection:
            worker = Student(connection)
            try:
                worker.load_()
            except StudentError as error:  # no student's text was there yet
                raise GraderError(
                    _("Submissions cannot be compared here: {reason}").format(reason=error)
                ) from None
            return getattr(worker, name)(*arguments)


@contextmanager
def open_reader(exercise: Exercise, bounds: Bounds = BOUNDS) -> Iterator[Reader]:
    """Start a worker that reads submissions of an exercise, and end it afterwards.

    Raises
    ------
    GraderError
        When copydetect, which is an extra, is not installed.
    """
    if find_spec("copydetect") is None:
        raise GraderError(
            _(
                "grade similarity needs copydetect. Install it: pip install "
                "'deepgrade[similarity]', or in a clone: uv sync --extra similarity."
            )
        )
    launched = sandbox.begin("auto", _PRELOAD, (exercise.root,))
    with closing(start_nursery("auto", launched, _PRELOAD)) as nursery:
        yield Reader(exercise, nursery, bounds)


def _text(submission: Submission, exercise: Exercise) -> str:
    """Return all modules of a submission as one text, with the same ends of lines everywhere."""
    contents = [
        submission.files[name]
        for name in exercise.files
        if name.endswith(".py") and name in submission.files
    ]
    texts = [content.decode("utf-8", "replace").removeprefix("\ufeff") for content in contents]
    return "\n".join(texts).replace("\r\n", "\n").replace("\r", "\n")


def _checked(reply: object, student: str, rows: list[str]) -> Prints:
    """Return what a worker answered if it is of the right form: a text may have taken it over."""
    match reply:
        case [hashes, starts, own, lines] if (
            _is_list(hashes, "<i8")
            and _is_list(starts, "<i8")
            and _is_list(own, "|b1")
            and _is_list(lines, "<i8")
            and len(hashes) == len(starts) <= len(own) == len(lines) <= LONGEST + 1
            and np.all(np.diff(starts) > 0)
            and np.all((starts >= 0) & (starts <= len(own) - LENGTH))
            and np.all((lines >= 1) & (lines <= len(rows)))
        ):
            return Prints(student, rows, hashes, starts, own, lines)
    raise SubmissionError(_("its text cannot be read as a program."))


def _is_list(part: object, kind: str) -> TypeGuard[np.ndarray]:
    return type(part) is np.ndarray and part.ndim == 1 and part.dtype.str == kind
