"""Messages arrive as they were sent, whole or not at all."""

import socket

from hypothesis import given
from hypothesis import strategies as st

from coordgraph.serve.framing import PREFIX, Message, framed, received, sizes, unpacked


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text()), st.binary())
def test_a_message_is_the_same_on_the_other_side(head: dict[str, object], body: bytes) -> None:
    sent = framed(Message(head, body))
    head_size, body_size = sizes(sent)
    assert PREFIX.size + head_size + body_size == len(sent)
    rest = sent[PREFIX.size :]
    assert unpacked(rest[:head_size], rest[head_size:]) == Message(head, body)


def test_half_a_message_is_none() -> None:
    one, other = socket.socketpair()
    with other:
        with one:
            one.sendall(framed(Message({"job": "query"}, b"ASK {}"))[:-2])
        assert received(other) is None


def test_who_ends_without_reading_has_told_nothing() -> None:
    one, other = socket.socketpair()
    with other:
        with one:
            other.sendall(b"unread")
        assert received(other) is None
