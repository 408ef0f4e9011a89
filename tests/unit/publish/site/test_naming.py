"""What has no name is called by the parts that tell it from others, in each language."""

import pytest

from coordgraph.namespace import ID
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.naming import called


@pytest.mark.parametrize(
    ("thing", "lang", "name"),
    [
        (
            "passage/article-t9-2",
            "en",
            "Table 9, item 2 (line 155): Multilevel social security",
        ),
        ("claim/lc-019", "es", "Sistema de Acuerdos Internacionales de Seguridad Social"),
        ("participation/m-siaci-2-state-arg", "pt", "Argentina: Acordo com a OISS como"),
        ("name/agesic-2", "en", "AGESIC"),
        ("event/adm-can-che-1994-entry-into-force", "en", "entry into force: 1995-10-01"),
        ("actor/afip", "en", "Federal Administration of Public Resources"),
    ],
)
def test_a_thing_is_called_so(thing: str, lang: str, name: str, knowledge: Knowledge) -> None:
    assert called(knowledge, ID + thing, lang).text.startswith(name)


def test_what_is_unknown_is_called_by_its_address(knowledge: Knowledge) -> None:
    assert called(knowledge, "https://example.org/a", "en").text == "https://example.org/a"
    homepage = called(knowledge, "http://xmlns.com/foaf/0.1/homepage", "es").text
    assert homepage == "página principal"
