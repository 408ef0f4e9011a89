"""Who has opened home finds the other views made."""

import asyncio
from typing import Any

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.workbench.ahead import Ahead
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
    assert sorted(found) == sorted(
        ["es/", "es/", "es/network", "es/data", "pt/", "pt/network", "pt/data"]
    )


def test_after_others_and_after_a_search_nothing_is() -> None:
    assert _asked(_Kept(), "es/data") == ["es/data"]
    assert _asked(_Kept(), "es/", search="q=a") == ["es/"]


def test_a_server_that_refuses_is_asked_no_more() -> None:
    assert _asked(_Kept(network=503), "es/") == ["es/", "es/network"]
