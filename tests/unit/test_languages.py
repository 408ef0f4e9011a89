"""What is said in one language is said in all three, with the same blanks to fill."""

import re
from collections.abc import Mapping

import pytest

from coordgraph.cli import build
from coordgraph.network.explain import wording
from coordgraph.network.structure import wording as wording_of_structure
from coordgraph.publish import workbook
from coordgraph.publish.figures import style, words
from coordgraph.publish.site.description import words as described
from coordgraph.publish.site.library.words import WORDS as LIBRARY_WORDS
from coordgraph.publish.site.ontology.words import WORDS as ONTOLOGY_WORDS
from coordgraph.publish.site.shapes.words import WORDS as SHAPE_WORDS
from coordgraph.publish.site.words import WORDS as SITE_WORDS
from coordgraph.validation import formats

Words = Mapping[str, Mapping[object, str]]


@pytest.mark.parametrize(
    "spoken",
    [
        build._WORDS,
        style._WORDS,
        words.WORDS,
        formats._WORDS,
        workbook._WORDS,
        described.WORDS,
        wording.WORDS,
        SITE_WORDS,
        LIBRARY_WORDS,
        SHAPE_WORDS,
        ONTOLOGY_WORDS,
        wording_of_structure.WORDS,
    ],
)
def test_three_languages_say_the_same_things(spoken: Words) -> None:
    assert set(spoken) == {"en", "es", "pt"}
    for lang in ("es", "pt"):
        assert spoken[lang].keys() == spoken["en"].keys()
        for key, phrase in spoken["en"].items():
            blanks = sorted(re.findall(r"{\w*}", phrase))
            assert sorted(re.findall(r"{\w*}", spoken[lang][key])) == blanks
