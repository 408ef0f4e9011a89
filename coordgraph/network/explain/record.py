"""An explanation as one record, for programs: numbers, ties, mechanisms, passages."""

from collections import defaultdict
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.network.explain.evidence import Mechanism, Part
from coordgraph.network.explain.explanation import Explanation

__all__ = ["record"]


def record(explanation: Explanation, *, top: int | None = None) -> dict[str, Any]:
    """
    Return an explanation as JSON knows it.

    Parameters
    ----------
    explanation
        What is told.
    top
        How many ties and parts, those that give most; all, if not given.  The others are
        counted in ``more_ties`` and ``more_parts``, with what they give together.
    """
    actor = explanation.actor
    found = {
        "actor": actor.iri,
        "label": actor.label,
        "measure": explanation.measure,
        "value": explanation.value,
        "rank": explanation.rank,
        "among": explanation.among,
        "base": explanation.base,
        "ties": _ties(explanation, top),
        "more_ties": _more(explanation.ties, top),
    }
    if explanation.parts is not None:
        found["parts"] = explanation.parts.slice(0, top).to_pylist()
        found["more_parts"] = _more(explanation.parts, top)
    return found


def _more(table: pa.Table, top: int | None) -> dict[str, Any]:
    rest = table.slice(table.num_rows if top is None else top)
    given = pc.sum(rest.column("contribution")).as_py()
    return {"number": rest.num_rows, "contribution": given if rest.num_rows else 0.0}


def _ties(explanation: Explanation, top: int | None) -> list[dict[str, Any]]:
    met: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in explanation.rows.to_pylist():
        mechanism = explanation.mechanisms[row["mechanism"]]
        met[row["counterpart"]].append(
            {
                **{name: row[name] for name in ("level", "mechanism", "title", "kind")},
                "practice": mechanism.practice,
                **{name: row[name] for name in ("weight", "contribution")},
                "own_part": _part(mechanism, explanation.actor.iri),
                "their_part": _part(mechanism, row["counterpart"]),
                "passages": [
                    place._asdict()
                    for place in mechanism.written(explanation.actor.iri, row["counterpart"])
                ],
            }
        )
    return [
        {**row, "mechanisms": met[row["counterpart"]]}
        for row in explanation.ties.slice(0, top).to_pylist()
    ]


def _part(mechanism: Mechanism, actor: str) -> dict[str, Any]:
    part = mechanism.parts.get(actor, Part())
    return {"roles": list(part.roles), "inferred": part.inferred}
