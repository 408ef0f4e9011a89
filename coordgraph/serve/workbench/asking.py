"""What a page is asked of the network: the API's own parameters, as a form sends them."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from coordgraph.network.selection import Selection
from coordgraph.network.weights import Weight
from coordgraph.serve.api.operations import selected
from coordgraph.serve.api.parameters import SELECTION, WEIGHT, Parameter, parsed
from coordgraph.serve.workbench.view import Asked

__all__ = ["Choice", "chosen", "fields"]

_WEIGHTED = Parameter("weighted", "", kind="boolean", default=False)
_KNOWN = (*SELECTION, WEIGHT, _WEIGHTED)
_ORDER = ("network", "weight", "between", "groups", "lift_to", "undated", "subsidiary")
_NAMES = {one.name for one in _KNOWN}


class Choice(NamedTuple):
    """
    What a page looks at.

    Attributes
    ----------
    selection, weight, weighted
        As `coordgraph.project` and `coordgraph.centrality` take them.
    given
        What the address says of it: the parameters that the API takes.
    """

    selection: Selection
    weight: Weight
    weighted: bool
    given: Mapping[str, str]

    def address(self, path: str, **further: str) -> str:
        """Return the address of the same choice elsewhere."""
        search = urlencode({**self.given, **further})
        return f"{path}?{search}" if search else path


def chosen(asked: Asked) -> Choice:
    """
    Return what the address of a page chooses; fields that were left empty choose nothing.

    Raises
    ------
    CallError
        If a value is none of its parameter.
    """
    given = {name: value for name, value in asked.search.items() if name in _NAMES and value}
    since, until = (asked.search.get(name, "").strip() for name in ("since", "until"))
    if since or until:
        given["during"] = f"{since}/{until}"
    values = parsed(_KNOWN, given.items())
    return Choice(selected(values), values["weight"], values["weighted"], given)


def fields(said: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the fields of a form that offer a few values: their names and those of each."""
    offered = {one.name: one for one in (*SELECTION, WEIGHT)}
    return [(name, _offered(offered[name], said)) for name in _ORDER]


def _offered(field: Parameter, said: Mapping[str, str]) -> list[tuple[str, str]]:
    values = [(value, said[f"{field.name}_{value}"]) for value in field.choices]
    nothing = [] if field.default else [("", said[f"{field.name}_any"])]
    return nothing + values
