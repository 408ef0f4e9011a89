"""
A dataset published: one call makes the site, or brings it up to date.

Each part of the site is a module with a function that writes it; this says in which order.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from gettext import gettext as _
from importlib.resources import files
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from coordgraph.names import LANGUAGES
from coordgraph.publish.site.addresses import Addresses, web_folder
from coordgraph.publish.site.apart import ways
from coordgraph.publish.site.canonical import canonical
from coordgraph.publish.site.changelog import CHANGELOG, Past, read_past, write_changes
from coordgraph.publish.site.crowd import write_things
from coordgraph.publish.site.description.about import About, read_about
from coordgraph.publish.site.description.examples import examples
from coordgraph.publish.site.description.pages import write_release_pages
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.writing import survey, write_description
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.dumps.writing import Dump, Dumps, write_dumps
from coordgraph.publish.site.home import write_home
from coordgraph.publish.site.indices import by_kind, write_indices
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.pages import write_library
from coordgraph.publish.site.missing import write_missing
from coordgraph.publish.site.negotiation.rules import Shape
from coordgraph.publish.site.negotiation.writing import write_rules
from coordgraph.publish.site.ontology.pages import write_ontology
from coordgraph.publish.site.output import MARK, Output
from coordgraph.publish.site.rebase import moving, rebased
from coordgraph.publish.site.search import write_search
from coordgraph.publish.site.shapes.pages import write_shapes
from coordgraph.publish.site.sitemap import write_sitemap
from coordgraph.publish.site.spreadsheets import write_spreadsheets
from coordgraph.store import EmbeddedStore
from coordgraph.version import __version__

__all__ = ["Published", "publish"]

_WAYS = 1000
"""To so many places rules lead that no path tells; a server reads all rules each time."""

_HELD = 3_000_000
"""More statements than these are moved to another base on disk, not in memory."""

Progress = Callable[[str, int, int], None]
"""Told what is being written, how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Published:
    """
    What was published.

    Attributes
    ----------
    folder
        The root of the site.
    files
        How many files it has.
    written
        How many of them were new or changed.
    things
        How many things have pages.
    left_out
        What could not be written in a format, and why.
    """

    folder: Path
    files: int
    written: int
    things: int
    left_out: Sequence[str] = ()


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total


def publish(  # noqa: PLR0913 - each is a choice of its own
    store: EmbeddedStore,
    out: Path,
    *,
    base: str | None = None,
    about: Path | None = None,
    host: str | None = None,
    since: str | None = None,
    langs: Sequence[str] = LANGUAGES,
    endpoints: Sequence[str] = (),
    progress: Progress = _silent,
) -> Published:
    """
    Publish a dataset as a folder of files.

    Parameters
    ----------
    store
        The dataset, with the ontology that it uses and what follows from it.
    out
        The folder: new, empty, or an earlier site, of which unchanged files stay as they are.
    base
        Under which address the site stands, if not under that of the shipped dataset.
    about
        A file that states what the dataset is: title, licence, publisher and so on.  Without
        it, the release says of itself only what can be counted.
    host
        The address at which the files are served, if the base redirects there.
    since
        The release before, to tell what changed: a published folder, or anything that
        `read_version` reads.
    langs
        The languages of its pages, the main one first.
    endpoints
        The addresses of SPARQL endpoints that answer for the dataset.
    progress
        Told how far it is.

    Raises
    ------
    UnwritableTarget
        If the folder holds something else, or cannot be written.
    CallError
        If the base, the host or an endpoint is no address.
    IncompleteAbout
        If what the dataset is about lacks facts that a release needs.
    DataError
        If the dataset has statements that no format of a release can hold.
    """
    addresses = Addresses.under(base)
    host = web_folder(host, option="--host") if host is not None else None
    for endpoint in endpoints:
        web_folder(endpoint, option="--endpoint")
    stated = _stated(store, about, addresses)
    past = read_past(since, base=addresses.base) if since is not None else None
    output = Output(out)
    with output.alone(), _settled(store, addresses.base, output) as dataset:
        knowledge = Knowledge.of(
            dataset,
            addresses,
            langs,
            titles=stated.texts("dcterms:title") if stated else None,
            licence=stated.value("dcterms:license") if stated else "",
        )
        formats = Formats.of(Statements(dataset), Statements(knowledge.vocabulary))
        addresses = knowledge.addresses
        root = urlsplit(host or addresses.base).path
        things = _write_pages(knowledge, formats, output, progress)
        write_missing(knowledge, output, root=root)
        progress(_("questions"), 0, 1)
        write_library(knowledge, output, endpoints)
        write_shapes(knowledge, output)
        unheld = write_ontology(knowledge, formats, output)
        dumps = write_dumps(Statements(dataset), formats, addresses, output, progress)
        progress(_("description"), 0, 1)
        sheets = write_spreadsheets(store, output, base=addresses.base)
        release = replace(
            _described(knowledge, stated, dumps, past),
            tables=_files(sheets.places, output),
            endpoints=endpoints,
        )
        write_description(release, output)
        _tell_changes(knowledge, release, past, output)
        write_release_pages(knowledge, release, output)
        shape, unled = _few(_shape(knowledge, output))
        write_rules(shape, output, base=addresses.base, host=host)
        _write_mark(knowledge, shape, root, output)
        output.finish()
    return Published(
        out,
        len(output.sums()) + 1,
        output.written,
        things,
        [*unheld, *dumps.left_out, *sheets.left_out, *unled],
    )


@contextmanager
def _settled(store: EmbeddedStore, base: str, output: Output) -> Iterator[EmbeddedStore]:
    """Yield a dataset under its base, its blank nodes named; on disk, if it is large."""
    with output.drafts() as folder:
        large = len(store.oxigraph) > _HELD
        moved = rebased(store, base, scratch=folder / "moved" if large else None)
        yield canonical(moved, scratch=folder / "canonical" if large else None)


def _described(
    knowledge: Knowledge, about: About | None, dumps: Dumps, past: Past | None
) -> Release:
    base = knowledge.addresses.base
    graphs = [graph.value for graph in _named(knowledge.store)]
    return Release(
        addresses=knowledge.addresses,
        about=about,
        dumps=dumps,
        examples=examples(knowledge),
        previous=past.previous if past else None,
        **survey(knowledge.store, graphs, base=base),
    )


def _files(places: Sequence[str], output: Output) -> list[Dump]:
    """Return tables as files to download."""
    sums = output.sums()
    return [
        Dump(
            place,
            "",
            "csv",
            packed=False,
            size=(output.folder / place).stat().st_size,
            sha256=sums[place],
        )
        for place in places
    ]


def _tell_changes(
    knowledge: Knowledge, release: Release, past: Past | None, output: Output
) -> None:
    """Write what changed since the release before, or keep what an earlier one told."""
    if past is None:
        output.keep(CHANGELOG)
    else:
        version = release.about.value("dcat:version") if release.about else ""
        write_changes(knowledge, past, version, output)


def _stated(store: EmbeddedStore, about: Path | None, addresses: Addresses) -> About | None:
    if about is None:
        return None
    return read_about(about, base=addresses.base, move=moving(store, addresses.base))


def _named(dataset: EmbeddedStore) -> list[NamedNode]:
    found = Statements(dataset).graphs()
    return [graph for graph in found if isinstance(graph, NamedNode)]


def _shape(knowledge: Knowledge, output: Output) -> Shape:
    """Return what servers need to know of a site."""
    short = knowledge.short or frozenset()
    led = ways(knowledge.addresses, knowledge.things(), output.sums())
    return Shape(tuple(knowledge.langs), short, led)


def _few(shape: Shape) -> tuple[Shape, list[str]]:
    """Return a site of which servers know a few ways, and what is left out, in words."""
    count = len(shape.ways)
    if count <= _WAYS:
        return shape, []
    words = _(
        "server: {count:,} IRIs do not tell their places; the rules lead to {most:,} of them."
    ).format(count=count, most=_WAYS)
    return replace(shape, ways=dict(islice(shape.ways.items(), _WAYS))), [words]


def _write_mark(knowledge: Knowledge, shape: Shape, root: str, output: Output) -> None:
    """Write by what a release is known, and what its checks and servers need to know of it."""
    mark: dict[str, object] = {
        "base": knowledge.addresses.base,
        "langs": list(shape.langs),
        "short": sorted(shape.short),
        "root": root,
        "generator": f"coordgraph {__version__}",
        "moved": sorted(knowledge.addresses.moved),
    }
    if shape.ways:
        mark["ways"] = shape.ways
    output.write(MARK, json.dumps(mark, indent=2) + "\n")


def _write_pages(
    knowledge: Knowledge, formats: Formats, output: Output, progress: Progress
) -> int:
    """Write all pages of things, and those that lead to them; return how many things."""
    for asset in sorted(files("coordgraph.publish.site").joinpath("assets").iterdir(), key=str):
        output.write(f"assets/{asset.name}", asset.read_bytes())
    things = write_things(knowledge, formats, output, tick=partial(progress, "pages"))
    listed = by_kind(knowledge)
    progress(_("lists"), 0, len(listed))
    write_indices(knowledge, listed, output)
    write_home(knowledge, listed, output)
    progress(_("search"), 0, 1)
    write_search(knowledge, listed, output)
    progress(_("sitemap"), 0, 1)
    write_sitemap(knowledge, listed, output)
    return things
