"""Reading what a student handed in, as data: nothing here runs or imports any of it.

A folder, a module, a notebook or an archive becomes a ``Submission``: the contents of the
files the exercise allows, and notes about what was left out. Only regular files are read, every
size is counted while reading, and the place that is read is never written to.
"""

from grader.intake.student import identity
from grader.intake.submission import read_submission

__all__ = ["identity", "read_submission"]
