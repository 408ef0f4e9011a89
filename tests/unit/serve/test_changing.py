"""The documents of a change are read part by part, and a form that is none is refused."""

import pytest
from pyoxigraph import NamedNode, Quad

from coordgraph.serve.changing import _read, _Refused
from coordgraph.serve.framing import Message

GRAPH = NamedNode("urn:g")
FORM = "multipart/form-data; boundary=x"
LINE = b"<urn:a> <urn:b> <urn:c> .\r\n"


def form(*headers: bytes, body: bytes = LINE) -> Message:
    told = b"".join(header + b"\r\n" for header in headers)
    return Message({"media": FORM}, b"--x\r\n" + told + b"\r\n" + body + b"--x--\r\n")


def test_the_parts_of_a_form_are_read() -> None:
    found = list(_read(form(b"Content-Type: text/turtle; charset=utf-8"), GRAPH))
    assert found == [Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"), GRAPH)]


DEEP = "".join(
    f"Content-Type: multipart/mixed; boundary=x{depth}\r\n\r\n--x{depth}\r\n"
    for depth in range(1_100)
)
BROKEN = {
    "a media type that is no text": (form(b"Content-Type: text/turtle\xff"), 415),
    "no media type": (form(), 415),
    "an encoding that is broken": (
        form(
            b"Content-Type: text/turtle",
            b"Content-Transfer-Encoding: x-uuencode",
            body=b"begin 666 a\r\n\x7f\x7f\x7f\r\n \r\nend\r\n",
        ),
        400,
    ),
    "parts in parts in parts": (Message({"media": FORM}, b"--x\r\n" + DEEP.encode()), 400),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_form_that_is_broken_is_refused(name: str) -> None:
    message, status = BROKEN[name]
    with pytest.raises(_Refused) as refused:
        list(_read(message, GRAPH))
    assert refused.value.reply.status == status
