#!/usr/bin/env bash
# Prints every figure of docs/performance.md as Markdown: `bash benchmarks/all.sh > figures.md`.
# Takes about half an hour on two processors that have nothing else to do.
set -euo pipefail
cd "$(dirname "$0")/.."

run() {
  printf '\n`uv run python -m %s`\n\n' "$*"
  uv run python -m "$@"
}

run benchmarks.peers --markdown
run benchmarks.throughput --markdown
run benchmarks.throughput --sizes 100 1000 10000 --markdown
run benchmarks.interactive exercise3 --markdown
run benchmarks.mnist --markdown
run benchmarks.reports --markdown
run benchmarks.layers --markdown
run benchmarks.profile --markdown
run benchmarks.soak --markdown
