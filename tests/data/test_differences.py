"""Edits of the shipped dataset are told as what they are, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.changes.comparison import compare
from coordgraph.infer import derive
from coordgraph.ingest.dataset import load
from coordgraph.namespace import PREFIXES, graph, term, thing
from coordgraph.publish.changes.patch import as_sparql, as_trig
from coordgraph.publish.changes.wording import as_text
from coordgraph.store import EmbeddedStore, open_store
from tests.examples import examples
from tests.unit.publish.changes.applying import applied

MERCOSUR = thing("agreement", "multi-mercosur-1997")
TREATY = thing("agreement", "bil-can-dnk-1986")
AGREEMENTS = graph("agreements")
TYPE = NamedNode(PREFIXES["rdf"] + "type")


@pytest.fixture(scope="module")
def shipped() -> EmbeddedStore:
    return load()


def copy(store: EmbeddedStore) -> EmbeddedStore:
    found = open_store()
    found.oxigraph.bulk_extend(store.quads())
    return found


def date(text: str) -> Literal:
    name = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
    return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + name))


def told(old: EmbeddedStore, new: EmbeddedStore) -> list[str]:
    """Return what is told of two versions, derived anew, before the other statements."""
    for side in (old, new):
        derive(side)
    found = compare(old, new)
    assert {rest.about for rest in found.rest} <= {"derived"}
    body = as_text(found).partition("\n\n")[2].partition("\nOther statements")[0]
    return body.strip("\n").splitlines()


def replaced(store: EmbeddedStore, old: Literal, new: Literal, *, about: str) -> None:
    for quad in list(store.oxigraph.quads_for_pattern(None, None, old, AGREEMENTS)):
        if about in str(quad.subject):
            store.oxigraph.remove(quad)
            store.oxigraph.add(Quad(quad.subject, quad.predicate, new, AGREEMENTS))


def test_a_date_made_more_precise(shipped: EmbeddedStore) -> None:
    old = copy(shipped)
    replaced(old, date("1997-12-15"), date("1997-12"), about="multi-mercosur-1997")
    agreement = "MERCOSUR Multilateral Agreement on Social Security"
    assert told(old, copy(shipped)) == [
        "Dates (1)",
        f"  ~ {agreement} [agreement/multi-mercosur-1997]",
        "      signed on 1997-12-15, was 1997-12 (more precise)",
    ]


def test_an_institution_added_to_an_agreement(shipped: EmbeddedStore) -> None:
    new, part = copy(shipped), thing("participation", "new")
    for subject, name, value in (
        (TREATY, "participation", part),
        (part, "actor", thing("actor", "arca")),
        (part, "role", thing("role", "liaison-body")),
        (part, "basis", term("Explicit")),
        (part, "evidence", thing("source", "pages-194211")),
    ):
        new.oxigraph.add(Quad(subject, term(name), value, AGREEMENTS))
    new.oxigraph.add(Quad(part, TYPE, term("Participation"), AGREEMENTS))
    arca = "Agencia de Recaudación y Control Aduanero [actor/arca]"
    treaty = "Canada - Denmark agreement on social security [agreement/bil-can-dnk-1986]"
    assert told(copy(shipped), new) == [
        "Agreements and other mechanisms (1)",
        f"  ~ {treaty}",
        f"      {arca} joins as liaison body",
        "",
        "Ties (2)",
        f"  + {arca} - Canada [actor/state-can]: through {treaty}",
        f"  + {arca} - Denmark [actor/state-dnk]: through {treaty}",
    ]


def test_a_treaty_ended(shipped: EmbeddedStore) -> None:
    new = copy(shipped)
    status = term("agreementStatus")
    for quad in list(new.oxigraph.quads_for_pattern(TREATY, status, None)):
        new.oxigraph.remove(quad)
    new.oxigraph.add(Quad(TREATY, status, thing("agreement-status", "superseded"), AGREEMENTS))
    new.oxigraph.add(Quad(TREATY, term("endedOn"), date("2005-06"), AGREEMENTS))
    act = thing("event", "new")
    for name, value in (
        ("ofAgreement", TREATY),
        ("eventKind", thing("event-kind", "termination")),
        ("happenedOn", date("2005-06")),
    ):
        new.oxigraph.add(Quad(act, term(name), value, AGREEMENTS))
    new.oxigraph.add(Quad(act, TYPE, term("AgreementEvent"), AGREEMENTS))
    treaty = "Canada - Denmark agreement on social security [agreement/bil-can-dnk-1986]"
    assert told(copy(shipped), new) == [
        "Agreements and other mechanisms (1)",
        f"  ~ {treaty}",
        "      status: superseded, was in force",
        "",
        "Dates (1)",
        f"  ~ {treaty}",
        "      ended on 2005-06 (added)",
    ]


def test_the_other_claim_preferred(shipped: EmbeddedStore) -> None:
    new, signed = copy(shipped), term("signedOn")
    new.oxigraph.remove(Quad(MERCOSUR, signed, date("1997-12-15"), AGREEMENTS))
    new.oxigraph.add(Quad(MERCOSUR, signed, date("1997-12-14"), AGREEMENTS))
    assert told(copy(shipped), new)[-1] == (
        "      signed on 1997-12-14, was 1997-12-15 (another claim is preferred)"
    )


def test_an_institution_replaced_by_another(shipped: EmbeddedStore) -> None:
    old = copy(shipped)
    event = thing("event", "ev-02")
    for quad in list(old.oxigraph.quads_for_pattern(event, None, None)):
        old.oxigraph.remove(quad)
    afip = "Federal Administration of Public Resources [actor/afip]"
    arca = "Agencia de Recaudación y Control Aduanero [actor/arca]"
    assert told(old, copy(shipped)) == [
        "Actors (1)",
        f"  + replacement: {afip} -> {arca}, 2024-10-25",
    ]


@pytest.mark.long
@given(data=st.data())
@examples(8)
def test_a_patch_of_random_edits_applies(shipped: EmbeddedStore, data: st.DataObject) -> None:
    quads = sorted(shipped.quads(), key=str)
    gone = data.draw(st.lists(st.sampled_from(quads), max_size=30, unique_by=str))
    come = [
        Quad(one.subject, other.predicate, other.object, one.graph_name)
        for one, other in data.draw(
            st.lists(st.tuples(st.sampled_from(quads), st.sampled_from(quads)), max_size=30)
        )
    ]
    new = open_store()
    new.oxigraph.bulk_extend((frozenset(quads) - set(gone)).union(come))
    found = compare(shipped, new)
    assert as_text(found)
    trig = as_trig(found, names=("old", "new"))
    assert applied(frozenset(quads), trig) == set(new.quads())
    patched = copy(shipped)
    if found:
        patched.oxigraph.update(as_sparql(found))
    assert set(patched.quads()) == set(new.quads())
