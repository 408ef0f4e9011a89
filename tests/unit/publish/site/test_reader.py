"""Terms stand on a page in its language, as links, dates and words."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from coordgraph.namespace import CG, ID, LEVELS, PREFIXES
from coordgraph.publish.site.citations import Citation
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.reader import Reader

XSD = PREFIXES["xsd"]
POLICY, NAME = "../level/policy.es.html", "nivel de políticas"


@pytest.fixture
def reader(knowledge: Knowledge) -> Reader:
    return Reader(knowledge, "es", "id/actor/afip.es.html")


def typed(value: str, kind: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + kind))


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        (
            NamedNode(ID + "place/arg"),
            '<a href="../place/arg.es.html" dir="auto">Argentina</a>',
        ),
        (
            NamedNode(LEVELS[0]),
            f'<a href="{POLICY}" dir="auto" class="level policy">{NAME}</a>',
        ),
        (
            NamedNode("https://ror.org/1"),
            '<a href="https://ror.org/1" dir="auto" rel="external">https://ror.org/1</a>',
        ),
        (NamedNode("javascript:alert(1)"), "<code>javascript:alert(1)</code>"),
        (BlankNode("b"), "<code>_:b</code>"),
        (
            typed("https://ror.org/1", "anyURI"),
            '<a href="https://ror.org/1" dir="auto" rel="external">https://ror.org/1</a>',
        ),
        (typed("1997-12-15", "date"), '<time datetime="1997-12-15">1997-12-15</time>'),
        (typed("1997-13", "gYearMonth"), '<span dir="auto">1997-13</span>'),
        (typed("true", "boolean"), "sí"),
        (Literal("a & b", language="en"), '<span dir="auto" lang="en">a &amp; b</span>'),
        (Literal("a", language="es"), '<span dir="auto">a</span>'),
    ],
)
def test_a_term_stands_so(
    term: Literal | NamedNode | BlankNode, shown: str, reader: Reader
) -> None:
    assert reader.show(term) == shown


def test_translations_are_left_out_and_other_values_stay(reader: Reader) -> None:
    terms = [Literal("yes", language="en"), Literal("sí", language="es"), typed("5", "integer")]
    assert reader.cell(terms) == (
        '<ul class="values"><li><span dir="auto">sí</span></li>'
        '<li><span dir="auto">5</span></li></ul>'
    )


def test_a_passage_of_no_source_stands_alone(reader: Reader) -> None:
    shown = reader.evidence([Citation("urn:passage", "", None, "")])
    assert shown == '<ul class="evidence"><li><code>urn:passage</code></li></ul>'


def test_a_full_cell_says_how_many_more_there_are(reader: Reader) -> None:
    terms = [typed(str(number), "integer") for number in range(20)]
    assert reader.cell(terms).endswith("<li>8 más</li></ul>")


def test_a_column_is_headed_shortly_in_the_language_of_the_page(reader: Reader) -> None:
    assert reader.head(CG + "actorKind") == "tipo"
    assert reader.head("word:counterpart") == "contraparte"
    assert reader.head("https://schema.org/foundingDate") == "fundado"


def test_links_of_a_page_for_any_address_begin_at_the_root(knowledge: Knowledge) -> None:
    assert Reader(knowledge, "en", "404.html", root="/kg/").to("a b.html") == "/kg/a%20b.html"
