"""Each thing has its pages; the ontology, which is documented as a whole, has others."""

from pathlib import Path

from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.model import ONTOLOGY
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.things import write_thing


def test_the_ontology_has_no_page_of_a_thing(knowledge: Knowledge, tmp_path: Path) -> None:
    output = Output(tmp_path)
    write_thing(knowledge, ONTOLOGY, output, Formats.of(Statements(knowledge.vocabulary)))
    assert output.sums() == {}
