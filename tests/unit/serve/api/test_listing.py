"""The library is listed with all that a form needs."""

import coordgraph as cg
from coordgraph.queries import library
from coordgraph.serve.api.listing import listed


def test_each_question_is_listed_with_its_parameters() -> None:
    found = {one["name"]: one for one in listed(cg.load(), "es")}
    assert list(found) == list(library())
    parameter = found["practices/aspects"]["parameters"]["practice"]
    assert parameter["default"].startswith("<https://w3id.org/coordgraph/id/practice/")
    assert parameter["kind"] == "choice"
    assert parameter["says"]
