"""An actor is found by slug, IRI, acronym or label."""

import pytest

from coordgraph.actors import actors, find_actor, labels
from coordgraph.errors import AmbiguousActor, UnknownActor
from coordgraph.ingest.dataset import load
from coordgraph.store import EmbeddedStore

ID = "https://w3id.org/coordgraph/id/"


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    return load(derived=False)


@pytest.mark.parametrize(
    "name",
    [
        "afip",
        "AFIP",
        "actor/afip",
        f"{ID}actor/afip",
        "Administración Federal de Ingresos Públicos",
        "administracion federal de ingresos publicos",
        "  Federal  Administration of Public Resources ",
    ],
)
def test_one_actor_has_many_names(dataset: EmbeddedStore, name: str) -> None:
    assert find_actor(dataset, name) == f"{ID}actor/afip"


def test_an_erroneous_name_finds_its_actor(dataset: EmbeddedStore) -> None:
    assert find_actor(dataset, "Instituto de Seguridad Social de México") == f"{ID}actor/imss"


def test_homonyms_are_listed(dataset: EmbeddedStore) -> None:
    with pytest.raises(AmbiguousActor) as caught:
        find_actor(dataset, "social security secretariat")
    assert [iri for iri, _ in caught.value.candidates] == [
        f"{ID}actor/sss-ar",
        f"{ID}actor/sss-br",
    ]


def test_a_near_name_is_suggested(dataset: EmbeddedStore) -> None:
    with pytest.raises(UnknownActor, match="Did you mean 'mteyss'"):
        find_actor(dataset, "mteys")


def test_labels_fall_back_to_another_language(dataset: EmbeddedStore) -> None:
    iri = f"{ID}actor/cnav-fr"
    assert labels(dataset, [iri], lang="pt") == {
        iri: "Caisse nationale de l'assurance vieillesse"
    }


def test_an_undescribed_actor_is_called_by_its_slug(dataset: EmbeddedStore) -> None:
    (actor,) = actors(dataset, ["urn:x:nobody"]).values()
    assert (actor.label, actor.kind, actor.country) == ("urn:x:nobody", "", "")


def test_attributes_are_short(dataset: EmbeddedStore) -> None:
    (actor,) = actors(dataset, [f"{ID}actor/afip"], lang="es").values()
    assert actor.label == "Administración Federal de Ingresos Públicos"
    assert (actor.kind, actor.country, actor.is_group, actor.is_state) == (
        "tax-agency",
        "ARG",
        False,
        False,
    )
