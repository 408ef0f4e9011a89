"""The catalogues of messages hold all that is said, in Spanish and Portuguese."""

import gettext
import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

DOCS = Path(__file__).parents[2] / "docs"
_spec = importlib.util.spec_from_file_location("messages", DOCS / "messages.py")
assert _spec
assert _spec.loader
messages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(messages)

LANGUAGES, OF_CLICK = messages.LANGUAGES, messages.OF_CLICK
catalogue, place = messages.catalogue, messages.place
ADVICE = "Run `python docs/messages.py`, and translate what is empty in the .po files."
KEPT = (r"\{[^}]*\}", r"(?<![\w-])--[a-z-]+", r"`[^`]*`", r"\b[A-Z]{3,}_[A-Z_]+\b")
"""What stays in a translation as it is: blanks to fill, options, code, variables."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_what_the_code_says(language: str) -> None:
    with place(language, "po").open("rb") as file:
        kept = {_texts(message.id) for message in read_po(file, locale=language)}
    assert {_texts(message.id) for message in catalogue(language)} == kept, ADVICE


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated_with_the_same_blanks_options_and_code(language: str) -> None:
    for message in catalogue(language):
        asked, told = _texts(message.id), _texts(message.string)
        if not asked[0]:
            continue
        assert all(told), f"{asked[0]!r} is not translated. {ADVICE}"
        for one in told:
            matching = asked[0] if one == told[0] else asked[-1]
            for kept in KEPT:
                assert set(re.findall(kept, one)) == set(re.findall(kept, matching)), one


def _texts(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_gettext_reads_is_what_people_translate(language: str) -> None:
    with (
        place(language, "po").open("rb") as people,
        place(language, "mo").open("rb") as program,
    ):
        written, read = (
            _pairs(made) for made in (read_po(people, locale=language), read_mo(program))
        )
    assert read == written, ADVICE


def _pairs(made: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {_texts(one.id): _texts(one.string) for one in made if one.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_gettext_finds_the_catalogue(language: str) -> None:
    found = gettext.translation("messages", place(language, "mo").parents[2], [language])
    assert found.gettext("Usage:") == "Uso:"
    one, many = (found.ngettext(*_pair(), count) for count in (1, 2))
    assert one != many


def _pair() -> tuple[str, str]:
    return next(one for one in OF_CLICK if isinstance(one, tuple))
