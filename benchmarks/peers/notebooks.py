"""Notebooks for the tools that grade nothing else."""

from pathlib import Path
from typing import Any

from nbformat import v4, write

Cell = Any  # nbformat's dictionaries


def code(source: str, **metadata: object) -> Cell:
    """Return a code cell."""
    return v4.new_code_cell(source, metadata=metadata)


def write_notebook(path: Path, *cells: Cell) -> None:
    """Write a notebook for Python."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.parent.mkdir(parents=True, exist_ok=True)
    write(v4.new_notebook(cells=list(cells), metadata={"kernelspec": kernel}), path)
