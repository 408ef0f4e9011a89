"""Who has opened home finds the other views made."""

import asyncio
from typing import Any

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.reading import Read
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.speech import asked_in, speaking
from coordgraph.serve.workbench.ahead import Ahead, drawn
from coordgraph.serve.worker import Reply, plain


class _Kept:
    """Counts what it is asked."""

    limits = Limits()

    def __init__(self, **status: int) -> None:
        self.asked: list[Any] = []
        self._status = status

    async def ask(self, message: Message) -> Reply:
        self.asked.append(message.head["path"])
        view = message.head["path"].partition("/")[2]
        await asyncio.sleep(0)
        return plain(self._status.get(view, 200), view)


def _asked(kept: _Kept, *paths: str, search: str = "") -> list[str]:
    async def run() -> None:
        ahead = Ahead(kept, ["network", "data"])
        for path in paths:
            head = {"path": path, "search": search, "root": "http://x/"}
            assert (await ahead.ask(Message(head))).body
        await asyncio.sleep(0.01)

    asyncio.run(run())
    found: list[str] = kept.asked
    return found


def test_after_home_the_other_views_are_asked_for_once_a_language() -> None:
    found = _asked(_Kept(), "es/", "es/", "pt/")
    views = [f"{lang}/{one}" for lang in ("es", "pt") for one in ("network", "data")]
    assert sorted(found) == sorted(["es/", "es/", "pt/", "graph", "graph", *views])


def test_after_others_and_after_a_search_nothing_is() -> None:
    assert _asked(_Kept(), "es/data") == ["es/data"]
    assert _asked(_Kept(), "es/", search="q=a") == ["es/"]


def test_the_picture_is_asked_for_with_the_page_of_the_network() -> None:
    assert sorted(_asked(_Kept(), "es/network", search="size=none")) == ["es/network", "graph"]
    assert _asked(_Kept(), "es/network", search="year=1990&reading=all") == ["es/network"]


def test_the_picture_is_asked_for_as_the_script_of_the_page_asks() -> None:
    heard: list[Message] = []

    class Hearing(_Kept):
        async def ask(self, message: Message) -> Reply:
            heard.append(message)
            return plain(200, "")

    async def sent(_: object) -> None:
        await asyncio.sleep(0)

    async def received() -> dict[str, str]:
        return {"type": "http.disconnect"}

    told = {"sources": ["a.ttl"]}
    shared = [(b"host", b"x"), (b"accept-encoding", b"gzip, br")]
    script = [(b"accept", b"application/json"), (b"accept-language", b"es")]
    browser = [(b"accept", b"text/html"), (b"accept-language", b"de")]

    def scope(path: str, search: bytes, headers: list[tuple[bytes, bytes]]) -> dict[str, Any]:
        return {
            "method": "GET",
            "path": path,
            "query_string": search,
            "headers": [*shared, *headers],
        }

    async def run() -> None:
        outgoing = Outgoing(1000)
        page = Read("page", "/", Hearing(), outgoing, alike=True, told=told)
        api = Read("api", "/api/", Hearing(), outgoing, told=told)
        search = b"subsidiary=keep&lang=es"
        for answer, asked in (
            (page, scope("/es/network", b"", browser)),
            (api, scope("/api/graph", search, script)),
        ):
            with speaking(asked_in(asked)):
                await answer(asked, received, sent)

    asyncio.run(run())
    assert drawn(heard[0].head, "es") == heard[1]


def test_a_server_that_refuses_is_asked_no_more() -> None:
    assert _asked(_Kept(network=503), "es/") == ["es/", "es/network"]
