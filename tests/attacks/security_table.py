"""The table of docs/security.md: ``uv run python -m tests.attacks.security_table`` rewrites it."""

from pathlib import Path

from tests.attacks.arena import BLOCKED, LAYERS, corpus
from tests.attacks.rows import ELSEWHERE, TESTED

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
BEGIN, END = "<!-- corpus -->", "<!-- end of corpus -->"


def table() -> str:
    """Return the corpus as Markdown: what each submission tries and what each layer does."""
    hostile = corpus()
    lines = ["| submission | it tries to | sandbox | process |", "|---|---|---|---|"]
    for each in hostile:
        tries = " ".join(each.tries.split()).replace("|", r"\|")
        lines.append(f"| `{each.name}` | {tries} | " + " | ".join(each.expected.values()) + " |")
    counts = [
        f"`{layer}`: {sum(each.expected[layer] == BLOCKED for each in hostile)} of {len(hostile)} "
        "blocked."
        for layer in LAYERS
    ]
    return "\n\n".join([*counts, "\n".join(lines), rows_table()])


def rows_table() -> str:
    """Return the rows that are no Python code, with their tests or the reason for none."""
    lines = ["| row | what | shown by |", "|---|---|---|"]
    for row, (what, tests) in sorted(TESTED.items()):
        names = ", ".join(f"`{test.partition('::')[2]}`" for test in tests)
        lines.append(f"| {row} | {what} | {names} |")
    lines += [f"| {row} | {reason} | |" for row, reason in sorted(ELSEWHERE.items())]
    return "\n".join(lines)


def page_with(text: str) -> str:
    """Return the page with `text` between its marks."""
    page = PAGE.read_text(encoding="utf-8")
    before, _mark, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page_with(table()), encoding="utf-8")
