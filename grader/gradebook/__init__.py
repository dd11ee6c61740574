"""The gradebook of a class: everything handed in, every attempt, every decision, kept forever."""

from grader.gradebook.book import Earned, Gradebook, Standing

__all__ = ["Earned", "Gradebook", "Standing"]
