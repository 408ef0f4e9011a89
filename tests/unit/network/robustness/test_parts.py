"""What only one source says goes with it; what two say, or nobody, stays."""

import numpy as np
import pytest
from rdflib import DCTERMS, Graph, URIRef

import coordgraph as cg
from coordgraph.network.robustness.parts import parts
from coordgraph.store import Store, as_store

CG = "https://w3id.org/coordgraph/ns#"


def written(*takings: tuple[str, str, tuple[str, ...]]) -> Graph:
    """Return actors in mechanisms, each said by passages or sources."""
    graph = Graph()
    graph.add((URIRef("urn:passage"), DCTERMS.isPartOf, URIRef("urn:s")))
    for place, (actor, mechanism, places) in enumerate(takings):
        part = URIRef(f"urn:part{place}")
        graph.add((URIRef(mechanism), URIRef(f"{CG}participation"), part))
        graph.add((part, URIRef(f"{CG}actor"), URIRef(actor)))
        for one in places:
            graph.add((part, URIRef(f"{CG}evidence"), URIRef(one)))
    return graph


@pytest.mark.parametrize(
    ("places", "goes"),
    [
        (("urn:passage",), True),
        (("urn:s",), True),
        (("urn:passage", "urn:s"), True),
        (("urn:passage", "urn:t"), False),
        ((), False),
    ],
)
def test_a_participation_goes_with_its_only_source(
    places: tuple[str, ...], *, goes: bool
) -> None:
    graph = written(("urn:a", "urn:m", places), ("urn:b", "urn:m", ("urn:s",)))
    store = as_store(graph)
    (part,) = parts(cg.project(store), "source", store)
    assert (part.iri, part.gone.tolist()) == ("urn:s", [goes, True])


def test_who_is_in_a_mechanism_by_two_participations_needs_both_to_go() -> None:
    graph = written(
        ("urn:a", "urn:m", ("urn:s",)), ("urn:a", "urn:m", ()), ("urn:b", "urn:m", ("urn:s",))
    )
    store = as_store(graph)
    (part,) = parts(cg.project(store), "source", store)
    assert part.gone.tolist() == [False, True]


def test_mechanisms_practices_and_groups_are_those_of_the_network(dataset: Store) -> None:
    store = dataset
    network = cg.project(store, network="practices")
    mechanisms = parts(network, "mechanism", store)
    assert [part.iri for part in mechanisms] == list(network.incidence.mechanisms)
    assert np.sum([part.gone for part in mechanisms], axis=0).tolist() == [1] * len(
        network.incidence.actor
    )
    of_practices = parts(network, "practice", store)
    assert sum(part.gone.sum() for part in of_practices) == len(network.incidence.actor)
    groups = [part.iri for part in parts(network, "group", store)]
    assert groups == [iri for iri, actor in network.actors.items() if actor.is_group]
