"""
The questions of the library as data, so that query editors find them as examples.

They are described as executables of SHACL [1]_, with the endpoint that answers them where it is
known, in the manner of collections of SPARQL examples [2]_.

References
----------
.. [1] H. Knublauch and D. Kontokostas (2017). *Shapes Constraint Language (SHACL)*, section
       5.2.1 on prefixes, and its vocabulary. W3C Recommendation.
.. [2] J. Bolleman et al. (2025). A large collection of bioinformatics question-query pairs over
       federated knowledge graphs: methodology and applications. *GigaScience* 14, giaf045.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.vocabulary import say
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.queries import Query

__all__ = ["PLACE", "collection", "executable", "place_of"]

PLACE = "queries"
"""Where the list of all questions stands."""

_PREFIX = re.compile(r"^PREFIX\s+(\w+):\s*<([^>]+)>", re.MULTILINE)


def place_of(name: str) -> str:
    """
    Return where a question stands, without suffix.

    >>> place_of("levels/ties")
    'queries/levels/ties'
    """
    return f"{PLACE}/{name}"


def executable(query: Query, addresses: Addresses, endpoints: Sequence[str]) -> Iterator[Quad]:
    """Yield what is said of one question, and of the prefixes that it uses."""
    prefixes = NamedNode(addresses.url(PLACE) + "#prefixes")
    yield from say(
        NamedNode(addresses.url(place_of(query.name))),
        rdf_type=("sh:SPARQLExecutable", "sh:SPARQLSelectExecutable"),
        rdfs_label=[Literal(query.said(lang).summary, language=lang) for lang in LANGUAGES],
        rdfs_comment=[Literal(query.said(lang).question, language=lang) for lang in LANGUAGES],
        sh_prefixes=prefixes,
        sh_select=Literal(query.sparql),
        schema_keywords=Literal(query.name.partition("/")[0]),
        schema_target=[NamedNode(endpoint) for endpoint in endpoints],
    )
    yield from _declared(_PREFIX.findall(query.sparql), prefixes)


def collection(
    queries: Iterable[Query], addresses: Addresses, endpoints: Sequence[str]
) -> list[Quad]:
    """Return what is said of all questions, each statement once."""
    said = (quad for query in queries for quad in executable(query, addresses, endpoints))
    return list(dict.fromkeys(said))


def _declared(found: Iterable[tuple[str, str]], prefixes: NamedNode) -> Iterator[Quad]:
    for name, space in sorted(found):
        one = NamedNode(f"{prefixes.value.partition('#')[0]}#prefix-{name}")
        yield from say(prefixes, rdf_type="owl:Ontology", sh_declare=one)
        yield from say(
            one,
            rdf_type="sh:PrefixDeclaration",
            sh_prefix=Literal(name),
            sh_namespace=Literal(space, datatype=NamedNode(PREFIXES["xsd"] + "anyURI")),
        )
