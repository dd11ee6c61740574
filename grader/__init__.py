"""Deepgrade: grade deep-learning exercises in a sandbox, and name the mistake.

In a notebook, ``from grader import check; check("exercise3")`` grades what you have run so far.
"""

from typing import TYPE_CHECKING

__all__ = ["check"]

if TYPE_CHECKING:
    from grader.notebook import check
else:

    def __getattr__(name: str) -> object:
        """Import ``check`` when it is asked for: every command imports this package."""
        if name != "check":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from grader.notebook import check  # noqa: PLC0415

        return check
