"""A release as its checks see it."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from gettext import gettext as _
from typing import TypeVar

from pyoxigraph import Quad, RdfFormat, parse

from coordgraph.errors import ParseError
from coordgraph.ingest.rdf import FORMATS
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.audit.places import Place
from coordgraph.publish.site.dumps.context import CONTEXT
from coordgraph.publish.site.dumps.writing import WHOLE
from coordgraph.publish.site.negotiation.rules import Shape
from coordgraph.publish.site.output import MANIFEST, MARK

__all__ = ["Subject"]

Item = TypeVar("Item")


class Subject:
    """
    A release that is looked over.

    Attributes
    ----------
    place
        Where it is.
    sample
        How many files of one sort are opened at most; 0 for all.
    """

    def __init__(self, place: Place, *, sample: int) -> None:
        self.place, self.sample = place, sample

    @cached_property
    def mark(self) -> dict[str, object]:
        """What the release says of how it was published."""
        return self._object(MARK)

    @cached_property
    def addresses(self) -> Addresses:
        """Where its IRIs stand."""
        moved = self.mark.get("moved")
        return Addresses(
            str(self.mark.get("base", "")),
            moved=frozenset(map(str, moved)) if isinstance(moved, list) else frozenset(),
        )

    @cached_property
    def root(self) -> str:
        """The path under which it stands on its server."""
        return str(self.mark.get("root", "/"))

    @cached_property
    def shape(self) -> Shape:
        """Its languages, the folders whose things have one page, and ways to places."""
        langs, short, ways = (self.mark.get(name) for name in ("langs", "short", "ways"))
        return Shape(
            tuple(map(str, langs)) if isinstance(langs, list) and langs else ("en",),
            frozenset(map(str, short)) if isinstance(short, list) else frozenset(),
            {str(k): str(v) for k, v in ways.items()} if isinstance(ways, dict) else {},
        )

    @cached_property
    def sums(self) -> dict[str, str]:
        """The digests of its files, by place, as it lists them."""
        lines = (self.place.read(MANIFEST) or b"").decode("utf-8", "replace").splitlines()
        parts = (line.partition("  ") for line in lines)
        return {place: digest for digest, _, place in parts if place}

    def read(self, place: str) -> bytes:
        """
        Return the content of a file; that of a compressed copy, if only this is there.

        Raises
        ------
        ParseError
            If neither is there, or the copy is broken.
        """
        body = self.place.read(place)
        if body is not None:
            return body
        packed = self.place.read(f"{place}.gz")
        if packed is None:
            raise ParseError(place, _("this file is not there."))
        try:
            return gzip.decompress(packed)
        except (OSError, EOFError, zlib.error) as error:
            raise ParseError(
                f"{place}.gz", _("this file is broken: {error}.").format(error=error)
            ) from None

    def has(self, place: str) -> bool:
        """Say whether a file, or a compressed copy of it, is listed."""
        return place in self.sums or f"{place}.gz" in self.sums

    def quads(self, place: str) -> Iterator[Quad]:
        """
        Yield the statements of an RDF file, its JSON-LD context taken from the release.

        Raises
        ------
        ParseError
            If it does not follow the syntax of its format.
        """
        form = FORMATS[f".{place.rpartition('.')[2]}"]
        body = self.read(place)
        if form is RdfFormat.JSON_LD:
            body = self.with_context(place, body)
        base = self.addresses.url(place)
        try:
            yield from parse(body, format=form, base_iri=base, rename_blank_nodes=False)
        except (SyntaxError, ValueError) as error:
            raise ParseError(place, f"{error}.") from None

    def with_context(self, place: str, body: bytes) -> bytes:
        """
        Return a JSON-LD document with the context that it points to put into it.

        Raises
        ------
        ParseError
            If it is no JSON, or points to another context than that of the release.
        """
        document = self._object(place, body)
        named = document.get("@context")
        if not isinstance(named, str):
            return body
        depth = place.count("/")
        if named not in {"../" * depth + CONTEXT, self.addresses.url(CONTEXT)}:
            raise ParseError(
                place, _("the context {named} is not that of the release.").format(named=named)
            )
        context = self._object(CONTEXT).get("@context", {})
        return json.dumps({**document, "@context": context}, ensure_ascii=False).encode()

    @cached_property
    def whole(self) -> list[Quad]:
        """All statements, from the canonical dump."""
        return list(self.quads(f"{WHOLE}.nq"))

    def chosen(self, items: Iterable[Item]) -> Sequence[Item]:
        """Return what is looked at of many: all, or a sample spread evenly over them."""
        listed = list(items)
        if not self.sample or len(listed) <= self.sample:
            return listed
        return [listed[at * len(listed) // self.sample] for at in range(self.sample)]

    def _object(self, place: str, body: bytes | None = None) -> dict[str, object]:
        try:
            found = json.loads(self.read(place) if body is None else body)
        except (ValueError, RecursionError) as error:
            raise ParseError(
                place, _("this is no JSON: {error}.").format(error=error)
            ) from None
        if not isinstance(found, dict):
            raise ParseError(place, _("this is no JSON object."))
        return found
