"""Bring exercises here from other graders: a notebook becomes stub, checks and solution.

Nothing of a notebook is run. ``cells`` reads the file; ``nbgrader`` and ``otter`` (with
``otter_tests``) find its questions as an ``assignment``; ``module`` (with ``stub``), ``checks``
(with ``rewrite``), ``suites`` and ``pages`` write the files of an ``exercise``, and remarks on what
a person must look at.
"""

from grader.importing.exercise import Imported, import_exercise

__all__ = ["Imported", "import_exercise"]
