"""What the doctor knows by heart is so; what it finds out is tried in ``tests/fresh``."""

import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from grader import doctor

ROOT = Path(__file__).parents[2]


def test_every_extra_is_looked_for_by_what_is_imported_of_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras: dict[str, list[str]] = settings["project"]["optional-dependencies"]
    assert doctor.EXTRAS.keys() == extras.keys()
    given_by = metadata.packages_distributions()
    for extra, module in doctor.EXTRAS.items():
        assert [name for name in given_by[module] if extras[extra][0].startswith(name)] != []


@pytest.mark.parametrize(
    ("switch", "value", "said"),
    [
        ("_APPARMOR", "1\n", "kernel.apparmor_restrict_unprivileged_userns=0"),
        ("_MAX_NAMESPACES", "0\n", "user.max_user_namespaces=10000"),
        ("_APPARMOR", "0\n", "In a container"),
        ("_MAX_NAMESPACES", "127234\n", "In a container"),
    ],
)
def test_the_switch_that_forbids_namespaces_is_named(
    switch: str, value: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("_APPARMOR", "_MAX_NAMESPACES"):
        monkeypatch.setattr(doctor, each, tmp_path / each)
    (tmp_path / switch).write_text(value, encoding="utf-8")
    assert said in doctor._namespace_remedy()
