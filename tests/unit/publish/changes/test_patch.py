"""A patch makes the new version of the old one."""

from collections.abc import Callable

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat
from rdflib import Dataset

from coordgraph.changes.comparison import Difference, compare
from coordgraph.errors import CallError
from coordgraph.namespace import GRAPH, PREFIXES
from coordgraph.publish.changes.patch import as_patch, as_sparql, as_trig
from tests.unit.changes.graphs import difference, store
from tests.unit.publish.changes.applying import applied

OLD = '<urn:a> a <urn:x> . <urn:g> { <urn:a> <urn:p> "a \\"quoted\\"\\nline"@en , 1 }'
NEW = "<urn:a> a <urn:y> . <urn:g> { <urn:a> <urn:p> 1 } <urn:h> { <urn:b> <urn:p> <urn:c> }"


def test_sparql_update_makes_the_new_version() -> None:
    old, new = store(OLD), store(NEW)
    old.oxigraph.update(as_sparql(compare(old, new)))
    assert set(old.quads()) == set(new.quads())


def test_sparql_update_reads_so() -> None:
    assert as_sparql(difference("<urn:a> a <urn:x> .", "<urn:g> { <urn:a> a <urn:y> }")) == (
        "DELETE DATA\n{\n"
        "  <urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x> .\n"
        "} ;\nINSERT DATA\n{\n"
        "  <urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:y> .\n"
        "}\n"
    )


def test_an_rdf_patch_makes_the_new_version_in_rdflib() -> None:
    dataset = Dataset()
    dataset.parse(data=nquads(OLD), format="nquads")
    dataset.parse(data=as_patch(difference(OLD, NEW)), format="patch")
    assert set(dataset.quads()) == set(
        Dataset().parse(data=nquads(NEW), format="nquads").quads()
    )


def nquads(trig: str) -> str:
    return "".join(f"{quad} .\n" for quad in store(trig).quads())


def test_trig_makes_the_new_version() -> None:
    old, new = store(OLD), store(NEW)
    body = as_trig(compare(old, new), names=("old", "new"))
    assert applied(frozenset(old.quads()), body) == set(new.quads())


def test_trig_says_what_it_is_in_prov() -> None:
    body = as_trig(difference("<urn:g> { <urn:a> a <urn:x> }", NEW), names=("1.0", "1.1"))
    quads = set(pyoxigraph.parse(body, format=RdfFormat.TRIG))
    prov, label = PREFIXES["prov"], NamedNode(PREFIXES["rdfs"] + "label")
    called = {quad.subject: quad.object.value for quad in quads if quad.predicate == label}
    (revision,) = [quad for quad in quads if quad.predicate.value == f"{prov}wasRevisionOf"]
    assert [called[part] for part in (revision.subject, revision.object)] == ["1.1", "1.0"]
    removed = NamedNode(f"{GRAPH}removed/urn%3Ag")
    assert Quad(removed, NamedNode(f"{prov}wasQuotedFrom"), revision.object) in quads
    assert (
        Quad(removed, NamedNode(PREFIXES["dcterms"] + "isPartOf"), NamedNode("urn:g")) in quads
    )


def test_a_version_goes_by_the_digest_of_its_canonical_statements() -> None:
    one = as_trig(difference("[] a <urn:x> .", "<urn:a> a <urn:y> ."), names=("a", "b"))
    other = as_trig(difference("_:q a <urn:x> .", "<urn:a> a <urn:y> ."), names=("a", "b"))
    assert one == other
    assert b"ni:///sha-256;" in one


def test_nothing_to_do_is_no_revision() -> None:
    same = difference(OLD, OLD)
    assert b"wasRevisionOf" not in as_trig(same, names=("a", "b"))
    assert (as_sparql(same), as_patch(same)) == ("\n", "TX .\nTC .\n")


@pytest.mark.parametrize(("write", "form"), [(as_sparql, "SPARQL"), (as_patch, "RDF Patch")])
def test_blank_nodes_are_refused_where_they_cannot_be_named(
    write: Callable[[Difference], str], form: str
) -> None:
    found = difference("[] a <urn:x> .", "<urn:a> a <urn:x> .")
    with pytest.raises(CallError) as caught:
        write(found)
    assert str(caught.value) == (
        f"1 of the statements that differ have blank nodes, which {form} cannot name in "
        "another store. Ask for --format trig, or give the things IRIs."
    )
