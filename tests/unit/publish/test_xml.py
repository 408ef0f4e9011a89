"""XML is written so that others read it, or not at all."""

from io import BytesIO

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat

from coordgraph.errors import DataError
from coordgraph.publish.xml import SoundXml, sink_for


@pytest.mark.parametrize("character", [*"\0\x07\x0b\x1b\x1f\ufffe\uffff"])
def test_a_character_that_xml_cannot_hold_is_named_even_where_it_is_cut(character: str) -> None:
    sink = SoundXml(BytesIO())
    *begun, last = f"<a>{character}".encode()
    for byte in begun:
        sink.write(bytes([byte]))
    with pytest.raises(DataError, match=f"U\\+{ord(character):04X}"):
        sink.write(bytes([last]))


def test_what_xml_holds_is_written_as_it_is_but_for_a_return() -> None:
    file = BytesIO()
    sink = SoundXml(file)
    for byte in "\t\n\r\x7f\x85\ufffd\U0001fffe\uf8ff".encode():
        assert sink.write(bytes([byte])) == 1
    assert file.getvalue().decode() == "\t\n&#13;\x7f\x85\ufffd\U0001fffe\uf8ff"


@pytest.mark.parametrize("form", [RdfFormat.TURTLE, QueryResultsFormat.CSV])
def test_other_formats_are_left_alone(form: RdfFormat | QueryResultsFormat) -> None:
    file = BytesIO()
    assert sink_for(form, file) is file
