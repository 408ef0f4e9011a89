"""What is checked: one graph of statements, written to an N-Triples file of its own."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph
from pyoxigraph import BlankNode, Quad, RdfFormat, Triple

from coordgraph.errors import UnwritableTarget
from coordgraph.reasons import reason
from coordgraph.store import Term, text

__all__ = ["Statements", "term_of", "written"]


@dataclass(frozen=True, slots=True)
class Statements:
    """
    The union of all graphs, on disk, so that no engine needs a second copy in memory.

    Attributes
    ----------
    path
        An N-Triples file; a statement may stand in it twice.
    own
        How many of its lines, the first ones, are the data; the others are known besides.
    total
        How many lines it has.
    """

    path: Path
    own: int
    total: int

    def quads(self) -> Iterator[Quad]:
        """Yield every statement, in the default graph; blank nodes keep their labels."""
        return pyoxigraph.parse(path=self.path, format=RdfFormat.N_TRIPLES)

    def triples(self) -> Iterator[Triple]:
        """Yield every statement; blank nodes keep their labels."""
        return (quad.triple for quad in self.quads())

    def described(self, things: Collection[str]) -> set[str]:
        """Return which of some things (IRIs, labels of blank nodes) the data describes."""
        wanted = {_written(thing).encode(): thing for thing in things}
        found: set[str] = set()
        if not wanted:
            return found
        with self.path.open("rb") as lines:
            for line in islice(lines, self.own):
                if thing := wanted.get(line.partition(b" ")[0]):
                    found.add(thing)
        return found

    def said(self, blanks: Collection[str]) -> dict[str, set[tuple[str, str]]]:
        """Return what is said of blank nodes, but for their own blank nodes."""
        found: dict[str, set[tuple[str, str]]] = {blank: set() for blank in blanks}
        for triple in self.triples() if found else ():
            about = found.get(str(triple.subject))
            if about is not None and not isinstance(triple.object, BlankNode):
                about.add((triple.predicate.value, text(triple.object)))
        return found


def term_of(written: str) -> Term:
    """
    Return a term that is written in N-Triples.

    >>> term_of('"Acuerdo"@es')
    <Literal value=Acuerdo language=es>
    """
    line = f"<urn:s> <urn:p> {written} .\n"
    term: Term = next(pyoxigraph.parse(line, format=RdfFormat.N_TRIPLES)).object
    return term


def _written(thing: str) -> str:
    return thing if thing.startswith("_:") else f"<{thing}>"


@contextmanager
def written(own: Iterable[Triple], beside: Iterable[Triple] = ()) -> Iterator[Statements]:
    """
    Write statements to a file that lasts as long as the block.

    Parameters
    ----------
    own
        The data: findings are about what it describes.
    beside
        What is known besides.

    Raises
    ------
    UnwritableTarget
        If there is no room for temporary files.
    """
    try:
        temporary = TemporaryDirectory(prefix="coordgraph-")
    except OSError as error:
        raise _unwritable(error.filename or "statements.nt", error) from None
    with temporary as folder:
        path = Path(folder) / "statements.nt"
        try:
            counts = _write(path, (own, beside))
        except OSError as error:
            raise _unwritable(str(path), error) from None
        yield Statements(path, own=counts[0], total=sum(counts))


def _unwritable(path: str, error: OSError) -> UnwritableTarget:
    problem = _("cannot be written: {text}.").format(text=reason(error))
    told = _("{problem} TMPDIR names another place.").format(problem=problem)
    return UnwritableTarget(path, told)


def _write(path: Path, parts: Iterable[Iterable[Triple]]) -> list[int]:
    """Write statements to a file; return how many are of each part."""
    counts = []
    with path.open("wb") as file:
        for part in parts:
            counter = _Counter(part)
            pyoxigraph.serialize(counter, output=file, format=RdfFormat.N_TRIPLES)
            counts.append(counter.number)
    return counts


class _Counter:
    """Hands statements on and counts them."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._triples = triples
        self.number = 0

    def __iter__(self) -> Iterator[Triple]:
        for triple in self._triples:
            self.number += 1
            yield triple
