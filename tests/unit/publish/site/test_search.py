"""Whatever word a name has, one of few small files has the name."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.publish.site import search
from coordgraph.publish.site.search import Found, shards, words_of

_names = st.lists(
    st.text("abcñ ", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=60
)


def found(names: list[str]) -> list[Found]:
    return [Found(name, f"{place}.html", "actors", ()) for place, name in enumerate(names)]


@given(_names)
def test_every_name_is_in_a_file_for_each_beginning_of_its_words(names: list[str]) -> None:
    parts = shards(found(names))
    for place, name in enumerate(names):
        for word in words_of(name):
            for end in range(1, len(word) + 1):
                files = [
                    held
                    for prefix, held in parts.items()
                    if prefix.strip().startswith(word[:end])
                    or (prefix == prefix.strip() and word[:end].startswith(prefix))
                ]
                assert any(place in held for held in files)


def test_many_names_are_parted_by_more_letters() -> None:
    names = [f"Instituto {one}{two}" for one in "abcdef" for two in range(200)]
    parts = shards(found(names))
    assert len(parts["instituto"]) == 1200  # of these, the file has the first
    assert all(len(held) <= 400 for prefix, held in parts.items() if prefix != "instituto")


def test_a_word_that_begins_longer_ones_has_a_file_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "_SHARD", 1)
    assert shards(found(["ab", "abc", "abd"])) == {"ab ": [0], "abc": [1], "abd": [2]}


@pytest.mark.long
def test_the_files_are_scripts_of_one_call_each(site: Path) -> None:
    index = (site / "search/es.js").read_text("utf-8")
    match = re.fullmatch(r"coordgraphSearch\.index\(\.\.\.(.*)\);\n", index)
    assert match is not None
    listed, kinds = json.loads(match[1])
    assert kinds["actors"] == "Actores"
    for count, name in listed.values():
        assert count > 0
        assert (site / f"search/es/{name}.js").stat().st_size < 120_000


@pytest.mark.long
def test_an_acronym_finds_its_actor(site: Path) -> None:
    listed = json.loads((site / "search/es.js").read_text("utf-8")[26:-3])[0]
    prefix = next(one for one in listed if "afip".startswith(one))
    held = (site / f"search/es/{listed[prefix][1]}.js").read_text("utf-8")
    assert "id/actor/afip.es.html" in held
