"""``check("exercise3")`` in a notebook: grade what was run so far, and show the report below.

The kernel only asks and shows; a process of its own grades (``desk``), so that nothing of the
notebook reaches the judge, and nothing you wrote runs in the kernel a second time.
"""

import atexit
import os
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import IO

import msgspec

from grader import language
from grader.desk import Answer, Request
from grader.errors import UsageError
from grader.language import gettext as _
from grader.records import Attempt

_BOOT = "import sys; sys.path.append({root!r}); from grader.desk import main; main()"
_STYLE = "width: 100%; height: 40rem; border: 0; resize: vertical"
_PATIENCE = 5.0  # for an idle desk to end


def check(
    exercise: str | int,
    task: int | None = None,
    *,
    submission: str | os.PathLike[str] | None = None,
    lang: language.Language | None = None,
) -> "Result":
    """Grade your work on an exercise; a notebook shows the report below the cell.

    What is wrong with the question (say, no such exercise) is what the result says: no exception
    is raised for it.

    Parameters
    ----------
    exercise
        Its name (``exercise3``), number or short name.
    task
        Show this task alone; the whole exercise is graded all the same.
    submission
        A saved notebook, a module, a folder or an archive. By default the code cells you have run
        in this notebook so far are graded.
    lang
        ``en`` or ``ko``; by default the course's language.
    """
    language.use(lang or language.from_locale())
    try:
        cells = _cells() if submission is None else ()
    except UsageError as error:
        return Result(Answer(text=str(error)))
    request = Request(
        folder=str(Path.cwd()),
        exercise=str(exercise),
        task=task,
        submission=None if submission is None else os.fspath(submission),
        cells=cells,
        lang=lang,
    )
    return Result(_DESK.ask(request))


class Result:
    """What ``check`` found out.

    Attributes
    ----------
    attempt
        The record of the whole exercise, or None when nothing was graded.
    score, passed
        The points, and whether nothing is left to do: of the exercise, or of the one task asked
        for.
    """

    def __init__(self, answer: Answer) -> None:
        self.attempt: Attempt | None = answer.attempt
        self.score = answer.score
        self.passed = answer.passed
        self._text = answer.text
        self._page = answer.page

    def __repr__(self) -> str:
        """Return the score and the next step, or why there are none."""
        return self._text

    def _repr_html_(self) -> str:
        """Return the report in a frame: its styles and the notebook's never meet.

        The frame holds the text for viewers that show no frames.
        """
        text = escape(self._text)
        if not self._page:
            return f'<p style="white-space: pre-line">{text}</p>'
        title = escape(self._text.partition("\n")[0])
        page = escape(self._page)
        return f'<iframe title="{title}" sandbox srcdoc="{page}" style="{_STYLE}">{text}</iframe>'


class _Desk:
    """The process that grades for this kernel, started when first asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None

    def ask(self, request: Request) -> Answer:
        """Have the request answered; stopping the cell stops the grading."""
        with self._lock:
            try:
                line = self._exchange(msgspec.json.encode(request) + b"\n")
            except BaseException:
                self.end(0)
                raise
            if line:
                return msgspec.json.decode(line, type=Answer)
            return Answer(text=self._ended())

    def _exchange(self, question: bytes) -> bytes:
        if self._process is None or self._process.poll() is not None:
            self._start()
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(question)
            self._process.stdin.flush()
        return self._process.stdout.readline()

    def _start(self) -> None:
        self.end(0)
        boot = _BOOT.format(root=str(Path(__file__).parents[1]))
        # A backend for plots in the notebook would be looked for in vain.
        kept = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", boot],
            env=kept,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            start_new_session=True,  # interrupting the kernel is for the kernel to hear
        )

    def _ended(self) -> str:
        said = ""
        if self._errors is not None:
            self._errors.seek(0)
            said = self._errors.read()[-2000:].decode("utf-8", "replace").strip()
        self.end(0)
        return _("The grader ended without an answer. {said} Run the cell again.").format(
            said=said.splitlines()[-1] + "." if said else ""
        )

    def end(self, patience: float = _PATIENCE) -> None:
        """End the process, and with it its nursery."""
        if self._process is None or self._errors is None:
            return
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()
        self._process = self._errors = None


_DESK = _Desk()
atexit.register(_DESK.end)


def _cells() -> tuple[str, ...]:
    """Return the code cells run in this notebook so far, In [1] first."""
    from IPython.core.getipython import get_ipython  # noqa: PLC0415 - slow where there is no kernel

    shell = get_ipython()
    if shell is None or shell.history_manager is None:
        raise UsageError(
            _(
                "There is no notebook here to take your code from. Name what to grade: "
                'check(…, submission="your.ipynb").'
            )
        )
    return tuple(
        cell.encode("utf-8", "replace").decode()
        for cell in shell.history_manager.input_hist_raw[1:]
    )
