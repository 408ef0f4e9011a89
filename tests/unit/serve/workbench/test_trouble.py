"""A page that cannot be shown says so in the language of its address."""

import asyncio
from typing import Any

import pytest

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.workbench.trouble import Worded
from coordgraph.serve.worker import Reply, plain


class _Kept:
    limits = Limits()

    def __init__(self, reply: Reply) -> None:
        self._reply = reply

    async def ask(self, message: Message) -> Reply:
        del message
        return self._reply


def _page(reply: Reply, path: str) -> Reply:
    kept: Any = _Kept(reply)
    head = {"path": path, "search": "measure=degree", "root": "http://x/"}
    return asyncio.run(Worded(kept).ask(Message(head)))


@pytest.mark.parametrize(
    ("status", "words"),
    [(504, "tardó más"), (503, "está ocupado"), (507, "más memoria"), (500, "salió mal")],
)
def test_what_went_wrong_is_told(status: int, words: str) -> None:
    reply = _page(plain(status, "<b>Too bad.</b>", retry_after="2"), "es/measures")
    told = reply.body.decode()
    assert reply.status == status
    assert reply.headers["retry-after"] == "2"
    assert reply.headers["content-type"].startswith("text/html")
    assert words in told
    assert "&lt;b&gt;Too bad." in told
    assert 'href="/pt/measures?measure=degree"' in told
    assert 'href="?measure=degree"' in told


@pytest.mark.parametrize("status", [504, 507])
def test_what_took_too_much_leads_to_what_takes_little(status: int) -> None:
    told = _page(plain(status, "Too bad."), "pt/measures").body.decode()
    assert 'href="?measure=core"' in told
    assert 'href="?measure=strength"' in told
    for other in (
        _page(plain(status, "Too bad."), "pt/agreements"),
        _page(plain(503, "Busy."), "pt/measures"),
    ):
        assert 'href="?measure=core"' not in other.body.decode()


def test_a_page_passes_as_it_is() -> None:
    reply = Reply(200, {"content-type": "text/html; charset=utf-8"}, b"<p>x")
    assert _page(reply, "en/") is reply
