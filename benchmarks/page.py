"""Put measured figures into docs/performance.md.

    bash benchmarks/all.sh > figures.md
    uv run python -m benchmarks.page figures.md

What a benchmark printed replaces what stands between ``<!-- figures: NAME -->`` and the next
``<!-- end -->`` on the page; the rest of the page, and what was not measured, stays.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_COMMAND = re.compile(r"^`uv run python -m (benchmarks\.\w+).*`$", re.MULTILINE)


def measured(figures: str) -> dict[str, str]:
    """Return what each benchmark printed, all its runs together, each with its command."""
    starts = [*_COMMAND.finditer(figures)]
    ends = [*(match.start() for match in starts[1:]), len(figures)]
    printed: dict[str, list[str]] = defaultdict(list)
    for match, end in zip(starts, ends, strict=True):
        text = figures[match.start() : end].strip()
        printed[match[1]].append(re.sub("\n{3,}", "\n\n", text))
    return {name: "\n\n".join(texts) for name, texts in printed.items()}


def main() -> None:
    """Replace the figures, and say which there were."""
    text = PAGE.read_text(encoding="utf-8")
    for name, printed in measured(Path(sys.argv[1]).read_text(encoding="utf-8")).items():
        before, mark, rest = text.partition(f"<!-- figures: {name} -->\n")
        _old, end, after = rest.partition("<!-- end -->")
        if mark and end:
            text = f"{before}{mark}\n{printed}\n\n{end}{after}"
        print(f"{name}: {'replaced' if mark and end else 'has no place on the page'}")
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
