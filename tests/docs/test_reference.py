"""The reference pages say what the code says."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
SAY = "run `uv run python docs/reference.py` and commit docs/reference/"


def test_the_reference_is_what_the_code_says() -> None:
    made = runpy.run_path(str(DOCS / "reference.py"))["pages"]()
    committed = {
        path.name: path.read_text(encoding="utf-8") for path in (DOCS / "reference").iterdir()
    }
    assert committed == made, SAY
