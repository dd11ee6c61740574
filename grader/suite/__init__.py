"""What hidden suites are written with: ``expect``, ``Text``, ``common``, fixtures and the mark.

See ``docs/authors.md``. The pytest plugin is ``grader.suite.plugin``.
"""

from grader.language import Text
from grader.suite import common
from grader.suite.expect import expect

__all__ = ["Text", "common", "expect"]
