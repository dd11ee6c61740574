"""A plain process: what it does before any code of a student's is there."""

import importlib
import sys
from pathlib import Path

import pytest

from grader.worker.alone import warm_up


def test_bytecode_of_a_library_is_kept_and_that_of_a_submission_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("large_library", "students_module"):
        (tmp_path / f"{name}.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    warm_up(["large_library", "no_such_library"])
    importlib.import_module("students_module")
    written = [path.name for path in tmp_path.rglob("*.pyc")]
    assert len(written) == 1
    assert written[0].startswith("large_library.")
