"""Turtle puts terms before concepts before things, and classes before what else is said."""

from pathlib import Path

from tests.unit.publish.site.dumps.dataset import dump, store_of

SMALL = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/kg/id/actor/b> cg:level <https://example.org/kg/id/level/x> ; a cg:Unit .
<https://example.org/kg/id/actor/a> a cg:Unit ; cg:lastLine 7 , 12 ; cg:asserted false .
<https://example.org/kg/id/level/x> a skos:Concept .
<https://example.org/kg/id/zoo> a <http://www.w3.org/2002/07/owl#Class> .
"""


def test_a_document_reads_from_terms_to_things(tmp_path: Path) -> None:
    dump(store_of(SMALL), tmp_path)
    assert (tmp_path / "dump/dataset.ttl").read_text("utf-8") == (
        """\
@prefix actor: <https://example.org/kg/id/actor/> .
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://example.org/kg/id/zoo>
    a owl:Class .

<https://example.org/kg/id/level/x>
    a skos:Concept .

actor:a
    a cg:Unit ;
    cg:asserted false ;
    cg:lastLine 12, 7 .

actor:b
    a cg:Unit ;
    cg:level <https://example.org/kg/id/level/x> .
"""
    )
