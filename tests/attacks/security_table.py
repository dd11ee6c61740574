"""The table of docs/security.md: ``uv run python -m tests.attacks.security_table`` rewrites it."""

from pathlib import Path

from tests.attacks.arena import BLOCKED, LAYERS, corpus

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
    return "\n\n".join([*counts, "\n".join(lines)])


def page_with(text: str) -> str:
    """Return the page with `text` between its marks."""
    page = PAGE.read_text(encoding="utf-8")
    before, _mark, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page_with(table()), encoding="utf-8")
