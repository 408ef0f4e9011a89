"""The dumps of a dataset, written one after another as the statements are read."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path
from typing import IO, Protocol

from pyoxigraph import NamedNode, Quad

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.dumps.context import CONTEXT
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.jsonld import JsonLd
from coordgraph.publish.site.dumps.lines import Quads, Triples
from coordgraph.publish.site.dumps.packing import LARGEST, pack
from coordgraph.publish.site.dumps.statements import Graph, Node, Statements
from coordgraph.publish.site.dumps.turtle import Turtle
from coordgraph.publish.site.dumps.unable import Unable
from coordgraph.publish.site.dumps.xml import Xml
from coordgraph.publish.site.output import Output

__all__ = ["FOLDER", "MEDIA", "WHOLE", "Dump", "Dumps", "write_dumps"]

FOLDER = "dump"
WHOLE = f"{FOLDER}/dataset"
"""The place of the dumps of the whole dataset, without suffix."""

MEDIA = {
    "ttl": "text/turtle",
    "trig": "application/trig",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
"""The formats of dumps, and their media types."""

_NAMED = {"trig", "nq", "jsonld"}
_SORTED = {"nt", "nq"}
_MOST_GRAPHS = 100
_CHUNK = 1 << 20
_TOLD = 1_000

Progress = Callable[[str, int, int], None]


class Form(Protocol):
    """How a format writes a document, block by block; see `Turtle` for what each part is."""

    separator: str
    foot: str

    def head(self) -> str:
        """Return what stands first, asked for last."""
        ...

    def begin(self, graph: Graph | None) -> str:
        """Return what stands before the blocks of a graph."""
        ...

    def block(self, said: Sequence[Quad]) -> str:
        """Return what is said of one thing."""
        ...

    def end(self, graph: Graph | None) -> str:
        """Return what stands after the blocks of a graph."""
        ...


@dataclass(frozen=True, slots=True)
class Dump:
    """
    A file to download.

    Attributes
    ----------
    place
        Where it stands on the site.
    graph
        The IRI of the graph that it holds; empty for the whole dataset.
    suffix
        Its format, a key of `MEDIA`; ``csv`` for tables.
    packed
        Whether it is compressed.
    size
        How many bytes it has.
    sha256
        Their digest.
    """

    place: str
    graph: str
    suffix: str
    packed: bool
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Dumps:
    """
    What was written.

    Attributes
    ----------
    files
        All dumps.
    triples
        How many different triples the whole dataset has.
    quads
        How many statements each graph has, by IRI; the default graph's is empty.
    left_out
        Which dumps a format could not hold, and why.
    """

    files: list[Dump] = field(default_factory=list)
    triples: int = 0
    quads: dict[str, int] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A dump while it is written."""

    place: str
    graph: str
    suffix: str
    form: Form
    body: IO[bytes]
    started: bool = False
    reason: str = ""

    def open(self, graph: Graph | None) -> None:
        self._put((self.form.separator if self.started else "") + self.form.begin(graph))
        self.started = False

    def add(self, said: Sequence[Quad]) -> None:
        if self.reason:
            return
        try:
            block = self.form.block(said)
        except Unable as why:
            self.reason = str(why)
            return
        self._put((self.form.separator if self.started else "") + block)
        self.started = True

    def close(self, graph: Graph | None) -> None:
        self._put(self.form.end(graph))
        self.started = True

    def parts(self) -> Iterator[bytes]:
        self.body.seek(0)
        yield self.form.head().encode()
        while chunk := self.body.read(_CHUNK):
            yield chunk
        yield self.form.foot.encode()

    def _put(self, text: str) -> None:
        self.body.write(text.encode())


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total


@dataclass(frozen=True, slots=True)
class _Writing:
    """The dumps of one dataset while they are written."""

    statements: Statements
    formats: Formats
    output: Output
    folder: Path
    progress: Progress
    done: Dumps = field(default_factory=Dumps)

    def draft(self, place: str, suffix: str, graph: str = "") -> _Draft:
        body = tempfile.TemporaryFile(dir=self.folder)  # noqa: SIM115 - closed when finished
        return _Draft(place, graph, suffix, self._form(suffix), body)

    def _form(self, suffix: str) -> Form:
        if suffix in {"ttl", "trig"}:
            return Turtle(self.formats.prefixes)
        if suffix == "jsonld":
            return JsonLd(self.formats.context)
        if suffix == "rdf":
            return Xml(self.formats.prefixes)
        return Quads() if suffix == "nq" else Triples()

    def graph(self, graph: Graph, place: str, wholes: Sequence[_Draft]) -> None:
        """Write what a graph holds into its own dumps, and into some of the whole dataset."""
        name = graph.value if isinstance(graph, NamedNode) else ""
        own = {suffix: self.draft(place, suffix, name) for suffix in MEDIA} if place else {}
        subjects = self.statements.subjects(graph)
        pretty = [draft for suffix, draft in own.items() if suffix not in _SORTED]
        self.done.quads[name] = self.done.quads.get(name, 0) + self.fill(
            [*pretty, *wholes], subjects, graph
        )
        subjects.sort(key=str)
        self.fill(
            [draft for suffix, draft in own.items() if suffix in _SORTED], subjects, graph
        )
        self.finish(own.values())

    def whole(self) -> int:
        """
        Write the whole dataset in the formats whose order has nothing to do with graphs.

        Returns how many different triples it has.
        """
        subjects = self.statements.subjects()
        self.all(["ttl", "rdf"], subjects)
        subjects.sort(key=str)
        return self.all(["nt", "nq"], subjects)

    def all(self, suffixes: Sequence[str], subjects: Sequence[Node]) -> int:
        drafts = [self.draft(WHOLE, suffix) for suffix in suffixes]
        count = self.fill(drafts, subjects, None)
        self.finish(drafts)
        return count

    def fill(
        self, drafts: Sequence[_Draft], subjects: Sequence[Node], graph: Graph | None
    ) -> int:
        """Write what is said of some things, and return how many triples that is."""
        count = 0
        if not drafts:
            return count
        for draft in drafts:
            draft.open(graph if draft.suffix in _NAMED else None)
        for done, subject in enumerate(subjects):
            if done % _TOLD == 0:
                self.progress(_("dumps"), done, len(subjects))
            said = self.statements.said(subject, graph)
            count += len(said) if graph is not None else len({quad.triple for quad in said})
            for draft in drafts:
                draft.add(said)
        for draft in drafts:
            draft.close(graph if draft.suffix in _NAMED else None)
        return count

    def finish(self, drafts: Iterable[_Draft]) -> None:
        """Put dumps into their places, those that are too large compressed only."""
        for draft in drafts:
            with draft.body:
                if draft.reason:
                    self.done.left_out.append(f"{draft.place}.{draft.suffix}: {draft.reason}.")
                    continue
                plain, packed = self.folder / "plain", self.folder / "packed"
                size = pack(draft.parts(), plain, packed)
            if size <= LARGEST:
                self._adopt(draft, plain, packed=False)
            self._adopt(draft, packed, packed=True)

    def _adopt(self, draft: _Draft, path: Path, *, packed: bool) -> None:
        place = f"{draft.place}.{draft.suffix}{'.gz' if packed else ''}"
        size = path.stat().st_size
        self.output.adopt(place, path)
        digest = self.output.sums()[place]
        self.done.files.append(Dump(place, draft.graph, draft.suffix, packed, size, digest))


def write_dumps(
    statements: Statements,
    formats: Formats,
    addresses: Addresses,
    output: Output,
    progress: Progress = _silent,
) -> Dumps:
    """
    Write a dataset, whole and graph by graph, in every format that can hold it.

    Parameters
    ----------
    statements
        The dataset.  Each is read from the store as it is written.
    formats
        How data is written on the site.
    addresses
        Where graphs stand on the site; their dumps stand there below ``dump/``.
    output
        The site.
    progress
        Told how far it is.
    """
    output.write(CONTEXT, formats.context.text())
    with output.drafts() as folder:
        writing = _Writing(statements, formats, output, folder, progress)
        wholes = [writing.draft(WHOLE, suffix) for suffix in ("trig", "jsonld")]
        graphs = statements.graphs()
        for graph in graphs:
            place = _place(addresses, graph) if len(graphs) <= _MOST_GRAPHS else ""
            writing.graph(graph, place, wholes)
        writing.finish(wholes)
        triples = writing.whole()
    writing.done.files.sort(key=lambda dump: dump.place)
    return replace(writing.done, triples=triples)


def _place(addresses: Addresses, graph: Graph) -> str:
    """Return where the dumps of a graph stand; nowhere, if it has no name."""
    if not isinstance(graph, NamedNode):
        return ""
    return f"{FOLDER}/{addresses.place(graph.value)}"
