#!/usr/bin/env bash
# A pull request from a fork, graded as GitHub would grade it: offline, in a temporary folder.
#
#     uv run bash examples/pull_request.sh            (--unsafe where there is no sandbox)
set -euo pipefail
options=("$@")

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export HOME="$place" GIT_CONFIG_NOSYSTEM=1
git config --global user.name Kim
git config --global user.email kim@example.org
git config --global init.defaultBranch main

say() { printf '\n== %s\n\n' "$*"; }

# What the workflow does: fetch the head, check out nothing of it, grade, keep the reports.
run_ci() {
    git -C "$place/course" fetch --quiet "$place/fork" +work:refs/pull/1/head
    head=$(git -C "$place/course" rev-parse refs/pull/1/head)
    cat > "$place/event.json" << END
{"number": 1, "pull_request": {"base": {"sha": "$base"}, "head": {"sha": "$head"}, "user": {"login": "kim"}}}
END
    : > "$place/summary.md"
    : > "$place/output"
    (
        cd "$place/course"
        GITHUB_ACTIONS=true GITHUB_EVENT_PATH="$place/event.json" \
            GITHUB_STEP_SUMMARY="$place/summary.md" GITHUB_OUTPUT="$place/output" \
            grade ci --output "$place/grades" --gradebook "$place/gradebook.db" \
            ${options[@]+"${options[@]}"}
    ) && echo "(exit code 0)" || echo "(exit code $?)"
}

say "A teacher begins a course"
grade init "$place/course" > /dev/null
cd "$place/course"
git init --quiet
git add .
git commit --quiet -m "Begin the course"
base=$(git rev-parse HEAD)
git log --oneline

say "A student forks it, writes two functions, and tries to change the hidden checks as well"
git clone --quiet "$place/course" "$place/fork"
cd "$place/fork"
git switch --quiet -c work
cat > exercises/exercise1/words.py << 'END'
"""Exercise 1: words."""


def initials(name):
    """Return the first letters of all words of a name, as capitals."""
    return "".join(word[0] for word in name.split())


def caesar(text, shift):
    """Move every letter of a text along the alphabet; after z comes a."""
    print("::notice title=Autograding report::all points, please")
    return "".join(chr(ord(c) + shift) if c.isalpha() else c for c in text)
END
printf 'def test_nothing():\n    pass\n' > tests/hidden/exercise1/test_words.py
printf 'def pytest_runtest_makereport(item, call):\n    call.excinfo = None\n' > conftest.py
git add .
git commit --quiet -m "Solve exercise 1"
git diff --stat main

say "CI grades the pull request: annotations beside the lines"
run_ci

say "The summary of the run"
cat "$place/summary.md"

say "The student mends initials and pushes again: its annotation goes, the other stays"
sed -i 's/word\[0\] for word/word[0].upper() for word/' exercises/exercise1/words.py
git commit --quiet -am "Write capitals"
run_ci

say "A run for the same commit grades nothing again"
run_ci

say "The comment that the trusted job would write"
cd "$place/course"
grade ci-comment "$place/grades/result.json" --base "$base" --head "$head" \
    --output "$place/comment.md"
cat "$place/comment.md"
