"""What is asked at an address is told to who answers it, up to a size."""

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.reading import Read
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.worker import Reply
from tests.unit.serve.asgi import request, sent


class _Told:
    """Answers with what it was told."""

    limits = Limits(body_bytes=4)

    async def ask(self, message: Message) -> Reply:
        head = message.head
        return Reply(200, {}, f"{head['job']} {head['path']} ".encode() + message.body)


READ = Read("api", "/api/", _Told(), Outgoing(100), posted=True)


def test_what_is_posted_is_told_up_to_a_size() -> None:
    scope = request("POST", "/api/ties")
    assert sent(READ, scope, [b"12", b"34"]) == Reply(
        200, {"content-length": "13"}, b"api ties 1234"
    )
    refused = sent(READ, scope, [b"123", b"45"])
    assert refused is not None
    assert refused.status == 413
    assert b"too large" in refused.body


def test_who_leaves_while_posting_is_sent_nothing() -> None:
    assert sent(READ, request("POST", "/api/ties"), []) is None
