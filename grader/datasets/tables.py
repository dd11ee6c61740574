"""The small tables: the lecture's study hours, and Iris."""

import numpy as np
import numpy.typing as npt

from grader.errors import NotInstalledError
from grader.language import gettext as _

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def study_hours() -> tuple[Floats, Floats]:
    """Return hours of study (7,) and whether each student passed (7,)."""
    hours = np.array([2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0])
    passed = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0])
    return hours, passed


def study_hours_and_lessons() -> tuple[Floats, Floats]:
    """Return hours of study and tutoring lessons (7, 2), and who passed (7, 1)."""
    hours, passed = study_hours()
    lessons = np.array([3.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0])
    return np.column_stack([hours, lessons]), passed.reshape(-1, 1)


def load_iris() -> tuple[Floats, Integers]:
    """Return the four measures of 150 flowers (150, 4) and their species 0, 1, 2 (150,).

    Raises
    ------
    NotInstalledError
        When scikit-learn, which the data comes with, is not installed.
    """
    try:
        from sklearn import datasets  # noqa: PLC0415 - optional, and two seconds to import
    except ImportError:
        raise NotInstalledError(
            _("Iris comes with scikit-learn, which is missing. Run: pip install 'deepgrade[iris]'")
        ) from None
    iris = datasets.load_iris()
    return np.asarray(iris.data, dtype=np.float64), np.asarray(iris.target, dtype=np.int64)
