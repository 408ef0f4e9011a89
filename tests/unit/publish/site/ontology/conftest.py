"""A small dataset, whose ontology is that of this package, and its documentation."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.pages import write_ontology
from coordgraph.publish.site.output import Output
from tests.unit.publish.site.description.releases import BASE, DATA
from tests.unit.publish.site.dumps.dataset import store_of
from tests.unit.publish.site.vocabulary import with_concepts


@pytest.fixture(scope="package", autouse=True)
def _few_pages() -> Iterator[None]:
    """Keep the whole ontology, which these tests are about."""
    with with_concepts():
        yield


@pytest.fixture(scope="package")
def small() -> Knowledge:
    return Knowledge.of(store_of(DATA), Addresses(BASE), ("en", "es"))


@pytest.fixture(scope="package")
def folder(small: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("ontology") / "site"
    formats = Formats.of(Statements(small.store), Statements(small.vocabulary))
    write_ontology(small, formats, Output(out))
    return out
