"""The oracle: the course's formulas in small, readable numpy, one topic a module.

Written apart from ``solutions/`` and from ``grader/``; hidden suites compare with it.
"""
