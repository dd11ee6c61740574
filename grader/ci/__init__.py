"""Grading a pull request where it is reviewed: the submissions from its head, the rest from us.

    event, or two commits ─► what it changes ─► submissions, as data ─► batch ─► attempts
                                                                                   │
          annotations, summary, outputs, pages, JUnit, code quality ◄──────────────┘

The head is read by names and objects and never checked out; course, suites and this code come from
a place the pull request cannot change. What its code says reaches a page or a log only as text.
"""
