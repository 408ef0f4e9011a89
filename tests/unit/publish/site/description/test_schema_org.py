"""Search engines are told what the publisher states, in the language of the page."""

from pathlib import Path

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import read_about
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.schema_org import schema_org
from coordgraph.publish.site.dumps.writing import Dump, Dumps
from tests.unit.publish.site.description.releases import BASE, about_file


def test_a_page_embeds_the_dataset(tmp_path: Path) -> None:
    dumps = Dumps([Dump("dump/dataset.ttl.gz", "", "ttl", packed=True, size=5, sha256="0a")])
    about = read_about(about_file(tmp_path), base=BASE)
    release = Release(Addresses(BASE), about, dumps, {}, period=("1990", "1991-05-01"))
    found = schema_org(release, "es")
    assert found["name"] == "Nuestro"
    assert found["description"] == "What we know."
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["temporalCoverage"] == "1990/1991-05-01"
    assert found["distribution"][0]["contentUrl"] == f"{BASE}dump/dataset.ttl.gz"
    assert "keywords" not in found  # there are none in Spanish


def test_nothing_stated_is_nothing_told() -> None:
    found = schema_org(Release(Addresses(BASE), None, Dumps(), {}), "en")
    assert found.keys() == {"@context", "@type", "@id", "url", "isAccessibleForFree"}
