"""nbgrader: a notebook each, ``nbgrader autograde``.

It grades a class one after the other, so the class is in two courses that are graded at once.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from nbformat import read

from benchmarks import light
from benchmarks.cost import Command, run_all
from benchmarks.peers.environments import install, variables
from benchmarks.peers.forty import HandedIn
from benchmarks.peers.notebooks import code, write_notebook
from benchmarks.peers.tool import JOBS, LIMIT

NOTEBOOK = "light/light.ipynb"
HANGS = 600  # seconds after which a whole course is given up
_SETTINGS = f"""
c = get_config()
c.CourseDirectory.course_id = "light"
c.Execute.timeout = {LIMIT}
"""
_SCORES = """
import json
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as book:
    found = {
        submission.student.id: [grade.name for grade in notebook.grades if grade.auto_score]
        for submission in book.assignment_submissions("light")
        for notebook in submission.notebooks
        if all(grade.auto_score is not None for grade in notebook.grades)
    }
print(json.dumps(found))
"""


class Nbgrader:
    """``nbgrader autograde`` of two courses at a time."""

    name = "nbgrader 0.9.6"
    copies = 1

    def __init__(self, place: Path) -> None:
        commands = install("nbgrader")
        self._command, self._python = commands / "nbgrader", commands / "python"
        self._variables = variables(commands, place)
        self._course = place / "nbgrader"
        self._write_course()

    def _write_course(self) -> None:
        """Write the source notebook, and have nbgrader make the students' of it."""
        solution = f"### BEGIN SOLUTION\n{light.module(light.FUNCTIONS)}### END SOLUTION"
        checks = (
            code(f"### BEGIN HIDDEN TESTS\n{piece}\n### END HIDDEN TESTS", nbgrader=_graded(name))
            for name, piece in light.pieces().items()
        )
        source = self._course / "source" / NOTEBOOK
        write_notebook(
            source, code(solution, nbgrader=_SOLUTION), code("import numpy as np"), *checks
        )
        (self._course / "nbgrader_config.py").write_text(_SETTINGS)
        self._run("generate_assignment", "light")

    def _run(self, *words: str) -> None:
        subprocess.run(
            [self._command, *words], cwd=self._course, env=self._variables, check=True,
            capture_output=True,
        )  # fmt: skip

    def lay_out(self, folder: Path, handed_in: Sequence[HandedIn]) -> None:
        """Write each student's notebook into one of two courses."""
        notebook = read(self._course / "release" / NOTEBOOK, as_version=4)
        for number, one in enumerate(handed_in):
            course = folder / str(number % JOBS)
            if not course.exists():
                shutil.copytree(self._course, course)
            notebook.cells[0].source = one.source
            write_notebook(course / "submitted" / one.student / NOTEBOOK, *notebook.cells)

    def grade(self, folder: Path) -> None:
        """Grade both courses."""
        command = [str(self._command), "autograde", "light"]
        courses = sorted(folder.iterdir())
        run_all([Command(command, self._variables, course) for course in courses], JOBS, HANGS)

    def passed(self, folder: Path) -> dict[str, frozenset[str]]:
        """Ask each course's gradebook; a notebook that could not be run has no scores there."""
        found: dict[str, frozenset[str]] = {}
        for course in folder.iterdir():
            said = subprocess.run(
                [self._python, "-c", _SCORES], cwd=course, env=self._variables, check=True,
                capture_output=True,
            ).stdout  # fmt: skip
            found |= {student: frozenset(names) for student, names in json.loads(said).items()}
        return found


_CELL = {"schema_version": 3, "task": False}
_SOLUTION = {**_CELL, "grade": False, "solution": True, "locked": False, "grade_id": "solution"}


def _graded(name: str) -> dict[str, object]:
    return {
        **_CELL,
        "grade": True,
        "solution": False,
        "locked": True,
        "points": 1,
        "grade_id": name,
    }
