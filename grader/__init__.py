"""Deepgrade: grade deep-learning exercises in a sandbox, and name the mistake."""
