"""The Korean catalogue: complete, without leftovers, compiled, and true to the placeholders."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo

from grader import language
from grader.language import Text, gettext, ngettext

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "grader" / "locale" / "ko" / "LC_MESSAGES" / "deepgrade.po"
UPDATE = "run the commands for translators in CONTRIBUTING.md"

Id = str | tuple[str, ...]


def extracted() -> dict[Id, str]:
    """Find every sentence in grader/, with the file that says it."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = extract_from_dir(str(ROOT / "grader"), methods, options)
    return {message: file for file, _line, message, _comments, _context in found}


@pytest.fixture(scope="module")
def korean() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file, locale="ko")


@pytest.fixture
def speak() -> Iterator[None]:
    yield
    language.use("en")


def messages(catalogue: Catalog) -> dict[Id, Message]:
    named = [message for message in catalogue if message.id]
    return {m.id if isinstance(m.id, str) else tuple(m.id): m for m in named}


def translations(message: Message) -> tuple[str, ...]:
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def test_grep_finds_every_sentence_by_its_first_words() -> None:
    for key, file in extracted().items():
        source = (ROOT / "grader" / file).read_text(encoding="utf-8")
        for said in [key] if isinstance(key, str) else key:
            own = [part.split() for part in re.split(r"\{.*?\}|%\(\w+\)s|\n", said)]
            first = next((words for words in own if words), [])
            assert " ".join(first[:4]) in source, f"{file} breaks the line in: {said}"


def test_every_sentence_has_a_translation(korean: Catalog) -> None:
    known = messages(korean)
    missing = {
        key: file
        for key, file in extracted().items()
        if key not in known or not all(translations(known[key]))
    }
    assert not missing, f"not translated; {UPDATE}"


def test_no_translation_is_unused(korean: Catalog) -> None:
    assert not set(messages(korean)) - set(extracted()), f"said nowhere; {UPDATE}"
    assert not korean.obsolete


def test_no_translation_is_a_guess(korean: Catalog) -> None:
    assert not [message.id for message in korean if message.id and message.fuzzy]


def placeholders(text: str) -> set[str]:
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return braces | set(re.findall(r"%\((\w+)\)", text))


def test_placeholders_and_code_survive_translation(korean: Catalog) -> None:
    for key, message in messages(korean).items():
        source = key if isinstance(key, str) else key[-1]
        for text in filter(None, translations(message)):
            assert placeholders(text) == placeholders(source), source
            assert set(re.findall("`[^`]+`", text)) == set(re.findall("`[^`]+`", source)), source
            assert text[:1].isspace() == source[:1].isspace(), source
            # Korean also ends a subject so: particles would depend on the name before them.
            assert text.endswith(":") or not source.endswith(":"), source


def test_compiled_catalogue_is_current(korean: Catalog) -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    written = {key: translations(message) for key, message in messages(korean).items()}
    assert {key: translations(message) for key, message in messages(compiled).items()} == {
        key: texts for key, texts in written.items() if all(texts)
    }, f"the .mo file is stale; {UPDATE}"


@pytest.mark.usefixtures("speak")
def test_use_chooses_the_language_of_everything() -> None:
    title = Text(en="Gradients", ko="기울기")
    language.use("ko")
    assert language.current() == "ko"
    assert (gettext("passed"), str(title), str(Text(en="only"))) == ("통과", "기울기", "only")
    assert ngettext("{count} check", "{count} checks", 1) == "검사 {count}개"
    language.use("en")
    assert (gettext("passed"), str(title)) == ("passed", "Gradients")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko"}, "ko"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_language_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.from_locale() == expected
