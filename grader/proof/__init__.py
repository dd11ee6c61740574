"""The author's proof that an exercise is graded right: ``verify``, and what it tries.

``trials`` grades what is tried: ``hollow`` is code that does nothing; ``mutants`` are small slips
in the solution, ``survivors`` the slips that no check sees. ``examples`` are what READMEs and
docstrings show; ``written`` looks for what is missing, left over or not translated.
"""
