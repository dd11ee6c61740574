"""A real git repository for tests, written with git itself."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Made:
    """A real repository, written with git itself."""

    def __init__(self, path: Path, *words: str) -> None:
        self.path = path
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(path.parent), "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
            "GIT_ALLOW_PROTOCOL": "file",
        }  # fmt: skip
        self._environment = environment
        subprocess.run(["git", "init", "-q", *words, str(path)], env=environment, check=True)

    def git(self, *words: str, given: bytes = b"") -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.path, input=given, env=self._environment,
            capture_output=True, check=True,
        )  # fmt: skip
        return done.stdout.decode().strip()

    @contextmanager
    def own_index(self) -> Iterator[None]:
        """Give the commands meanwhile an index of their own, apart from the working tree's."""
        with tempfile.TemporaryDirectory() as folder:
            kept = self._environment
            self._environment = kept | {"GIT_INDEX_FILE": f"{folder}/index"}
            try:
                yield
            finally:
                self._environment = kept

    def commit(self, ref: str, files: dict[str, bytes | tuple[str, str]]) -> str:
        """Make `ref` a commit of files; a tuple is a mode and an object."""
        tree: dict[str, str] = {}
        nested: dict[str, dict[str, bytes | tuple[str, str]]] = {}
        for name, content in files.items():
            folder, _slash, rest = name.partition("/")
            if rest:
                nested.setdefault(folder, {})[rest] = content
            else:
                tree[name] = self._entry(name, content)
        lines = list(tree.values())
        lines += [f"040000 tree {self._tree(inner)}\t{name}" for name, inner in nested.items()]
        number = self.git("commit-tree", "-m", "work", self._written(lines))
        if ref:
            self.git("update-ref", ref, number)
        return number

    def _tree(self, files: dict[str, bytes | tuple[str, str]]) -> str:
        return self.git("rev-parse", self.commit("", files) + "^{tree}")

    def _entry(self, name: str, content: bytes | tuple[str, str]) -> str:
        if isinstance(content, bytes):
            number = self.git("hash-object", "-w", "--stdin", given=content)
            return f"100644 blob {number}\t{name}"
        mode, number = content
        return f"{mode} {'commit' if mode == '160000' else 'blob'} {number}\t{name}"

    def _written(self, lines: list[str]) -> str:
        return self.git(
            "mktree", "-z", "--missing", given="".join(f"{x}\0" for x in lines).encode()
        )
