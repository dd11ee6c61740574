"""Watch mode: grade again whenever you save, in a nursery that stays warm.

save ─┐
key ──┴─► one queue ─► grade, show, report ─► wait
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from rich.console import Console
from watchfiles import Change, watch

from grader.course import Course
from grader.errors import UsageError
from grader.exercise import Exercise
from grader.judge import Judge
from grader.records import Attempt
from grader.report.terminal import show_hint, show_keys, show_overview
from grader.single import (
    all_passed,
    first_unfinished,
    grade_and_publish,
    opened_judge,
    read_progress,
)
from grader.worker import sandbox

_SETTLED_MS = 40  # a save is several events; this long without one, it is over


class Event(Enum):
    """What can happen while you watch."""

    GRADE = "\r"
    HINT = "h"
    NEXT = "n"
    LIST = "l"
    OPEN = "o"
    QUIT = "q"


class Places(NamedTuple):
    """Where the reports of an exercise are kept."""

    html: Path
    json: Path


def watch_exercises(
    course: Course,
    exercise: Exercise,
    *,
    student: str,
    isolation: str,
    places: Callable[[Exercise], Places],
) -> bool:
    """Grade your work on an exercise on every save, until you quit; tell if all passed then."""
    events: SimpleQueue[Event] = SimpleQueue()
    with _keys(events):
        while True:
            launched = sandbox.begin(isolation, exercise.preload, [course.root])
            with (
                opened_judge(course, exercise, isolation, launched) as judge,
                _saves(exercise, events),
            ):
                watched = _Watched(course, exercise, judge, student, places)
                asked = watched.run(events)
            if asked is Event.QUIT:
                return watched.attempt is not None and all_passed(watched.attempt)
            exercise = _after(course, exercise)


class _Watched:
    """One exercise while you work on it."""

    def __init__(
        self,
        course: Course,
        exercise: Exercise,
        judge: Judge,
        student: str,
        places: Callable[[Exercise], Places],
    ) -> None:
        self.attempt: Attempt | None = None
        self._course = course
        self._exercise = exercise
        self._judge = judge
        self._student = student
        self._places = places
        self._console = Console()

    def run(self, events: "SimpleQueue[Event]") -> Event:
        """Serve events until you ask for another exercise or quit."""
        self._grade()
        while True:
            came = [events.get()]
            while not events.empty():
                came.append(events.get())
            for event in dict.fromkeys(came):  # what you saved twice is graded once
                if event in (Event.NEXT, Event.QUIT):
                    return event
                self._serve(event)

    def _serve(self, event: Event) -> None:
        html = self._places(self._exercise).html
        if event is Event.GRADE:
            self._grade()
        elif event is Event.HINT:
            number = first_unfinished(self.attempt, self._exercise)
            show_hint(self._exercise, self._exercise.task(number), self._console)
        elif event is Event.LIST:
            done = read_progress(self._course, lambda exercise: self._places(exercise).json)
            show_overview(self._course, done, self._console)
        elif event is Event.OPEN:
            _open_in_browser(html)

    def _grade(self) -> None:
        self._console.clear()
        places = self._places(self._exercise)
        try:
            self.attempt = grade_and_publish(
                self._judge,
                self._exercise,
                self._exercise.folder,
                student=self._student,
                seed=None,
                html=places.html,
                json=None,
                latest=places.json,
            )
        except UsageError as error:  # say, the file is gone while your editor writes it
            self.attempt = None
            self._console.print(str(error), markup=False, highlight=False)
        show_keys(self._console)


def _after(course: Course, exercise: Exercise) -> Exercise:
    """Return the next exercise of the course; after the last comes the first."""
    names = course.names
    return course.exercise(names[(names.index(exercise.name) + 1) % len(names)])


def _open_in_browser(path: Path) -> None:
    import webbrowser  # noqa: PLC0415 - few press the key

    with suppress(webbrowser.Error):
        webbrowser.open(path.resolve().as_uri())


@contextmanager
def _saves(exercise: Exercise, events: "SimpleQueue[Event]") -> Iterator[None]:
    """Put an event into the queue whenever you save a file of the exercise."""
    ended = threading.Event()
    thread = threading.Thread(target=_watch_files, args=(exercise, events, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _watch_files(exercise: Exercise, events: "SimpleQueue[Event]", ended: threading.Event) -> None:
    def is_yours(_change: Change, path: str) -> bool:
        return Path(path).name in exercise.files or path.endswith(".ipynb")

    with suppress(OSError):  # where a disk tells of no changes, Enter grades
        for _changes in watch(
            exercise.folder, watch_filter=is_yours, stop_event=ended, step=_SETTLED_MS,
            rust_timeout=200, recursive=False,
        ):  # fmt: skip
            events.put(Event.GRADE)


@contextmanager
def _keys(events: "SimpleQueue[Event]") -> Iterator[None]:
    """Put what you type into the queue, each key at once where the terminal can."""
    with _each_key_at_once() as at_once:
        threading.Thread(target=_read_keys, args=(events, at_once), daemon=True).start()
        yield


def _read_keys(events: "SimpleQueue[Event]", at_once: bool) -> None:  # noqa: FBT001 - a thread's argument
    while True:
        typed = os.read(0, 64).decode(errors="ignore") if at_once else sys.stdin.readline()
        if not typed:  # standard input has ended: nobody can quit any more
            events.put(Event.QUIT)
            return
        for key in typed if at_once else typed.strip()[:1] or "\n":
            with suppress(ValueError):
                events.put(Event("\r" if key == "\n" else key.lower()))


@contextmanager
def _each_key_at_once() -> Iterator[bool]:
    """Hand on keys without waiting for Enter; yield whether this terminal can."""
    try:
        import termios  # noqa: PLC0415 - not everywhere
        import tty  # noqa: PLC0415
    except ImportError:  # Windows
        yield False
        return
    try:
        before = termios.tcgetattr(0)
        tty.setcbreak(0)
    except termios.error:  # no terminal
        yield False
        return
    try:
        yield True
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)
