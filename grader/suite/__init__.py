"""What hidden suites are written with: ``expect``, ``Text``, ``common``, fixtures and the mark.

Figures are marked with ``figure`` and drawn on what ``grader.suite.picture`` offers.
See ``docs/authors.md``. The pytest plugin is ``grader.suite.plugin``.
"""

from grader.language import Text
from grader.suite import common
from grader.suite.expect import expect
from grader.suite.figures import figure

__all__ = ["Text", "common", "expect", "figure"]
