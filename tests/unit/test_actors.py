"""An actor is found by slug, IRI, acronym or label."""

import pytest
from pyoxigraph import RdfFormat

from coordgraph.actors import Unread, actor_names, actors, find_actor, labels
from coordgraph.errors import AmbiguousActor, UnknownActor
from coordgraph.ingest.dataset import load
from coordgraph.store import FEW, EmbeddedStore, open_store

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


def test_a_few_actors_are_known_as_among_all(dataset: EmbeddedStore) -> None:
    names = list(actor_names(dataset))
    many = [*names, *(f"urn:x:{number}" for number in range(FEW))]
    for lang in ("en", "es", "pt"):
        sought = actors(dataset, many, lang=lang)
        assert actors(dataset, names, lang=lang) == {name: sought[name] for name in names}


def test_actors_are_read_when_they_are_asked_for(dataset: EmbeddedStore) -> None:
    names = list(actor_names(dataset))
    unread = Unread(dataset, names, lang="es")
    assert names[0] in unread
    assert "urn:x:nobody" not in unread
    unread.ahead(names[:2])
    assert unread == actors(dataset, names, lang="es")
    with pytest.raises(KeyError):
        unread["urn:x:nobody"]


def test_all_are_read_where_many_are_asked_for(
    dataset: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = list(actor_names(dataset))
    monkeypatch.setattr("coordgraph.actors.FEW", 1)
    unread = Unread(dataset, names, lang="es")
    unread.ahead(names[:2])
    assert len(unread._known) == len(names)


def test_whoever_takes_part_is_found_by_iri() -> None:
    store = open_store()
    store.oxigraph.load(
        "PREFIX cg: <https://w3id.org/coordgraph/ns#> "
        "<urn:x:p> cg:actor <urn:x:who> . <urn:x:other> a <urn:x:c> .",
        format=RdfFormat.TURTLE,
    )
    assert find_actor(store, "urn:x:who") == "urn:x:who"
    with pytest.raises(UnknownActor):
        find_actor(store, "urn:x:other")
