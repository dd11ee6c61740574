"""What hidden suites are written with: ``expect``, ``common``, the fixtures and the mark.

See ``docs/authors.md``. The pytest plugin is ``grader.suite.plugin``.
"""

from grader.suite import common
from grader.suite.expect import expect

__all__ = ["common", "expect"]
