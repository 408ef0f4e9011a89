"""A difference as programs read it."""

import csv
import io

from coordgraph.namespace import CG
from coordgraph.publish.changes.rows import COLUMNS, as_csv, as_document, as_rows
from tests.unit.changes.graphs import BASE, M, difference

SIGNED = 'agreement:m cg:signedOn "1990"^^xsd:gYear ; rdfs:comment "so" .'


def test_a_row_says_what_changed_by_iri_and_label() -> None:
    (row,) = as_rows(difference(BASE, BASE + SIGNED))
    assert tuple(row) == COLUMNS
    assert row == {
        "group": "dates",
        "change": "added",
        "thing": M,
        "label": "Mm",
        "property": f"{CG}signedOn",
        "language": None,
        "other": None,
        "other_label": None,
        "level": None,
        "before": [],
        "after": ["1990"],
    }


def test_a_document_counts_all_and_lists_what_is_untold_if_asked() -> None:
    found = difference(BASE, BASE + SIGNED)
    document = as_document(found)
    assert document["statements"] == {"added": 2, "removed": 0}
    assert document["graphs_left_aside"] is False
    assert document["other"] == [
        {
            "about": f"{CG}Agreement",
            "property": "http://www.w3.org/2000/01/rdf-schema#comment",
            "added": 1,
            "removed": 0,
        }
    ]
    assert "untold" not in document
    (statement,) = as_document(found, everything=True)["untold"]["added"]
    assert statement == f'<{M}> <http://www.w3.org/2000/01/rdf-schema#comment> "so" .'


def test_what_came_has_details() -> None:
    (row,) = as_document(
        difference(BASE, BASE + "actor:d a cg:State ; cg:country place:arg .")
    )["changes"]
    assert list(row["details"]) == [f"{CG}country"]


def test_several_values_share_a_cell() -> None:
    many = BASE + 'actor:a skos:altLabel "one two" , "three" .'
    (row,) = csv.DictReader(io.StringIO(as_csv(difference(BASE, many))))
    assert row["after"] == "one two; three"
