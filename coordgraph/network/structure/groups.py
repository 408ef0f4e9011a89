"""A network without the actors that are known only by kind, such as 'trade unions'."""

from dataclasses import replace

import numpy as np

from coordgraph.network.incidence import Incidence
from coordgraph.network.projection import Network, tie
from coordgraph.network.takings import Mask

__all__ = ["without_groups"]


def without_groups(network: Network) -> Network:
    """
    Return the network that the other actors make; the same one, if no actor is a group.

    Mechanisms in which only groups take part are left out with them.
    """
    kept = np.array([not actor.is_group for actor in network.actors.values()], dtype=np.bool_)
    if kept.all():
        return network
    incidence = _kept(network.incidence, kept)
    return replace(
        network,
        incidence=incidence,
        ties=tie(incidence, weight=network.weight),
        actors={iri: network.actors[iri] for iri in incidence.actors},
        selection=replace(network.selection, groups="drop"),
    )


def _kept(incidence: Incidence, kept: Mask) -> Incidence:
    """Return the rows of some of the actors."""
    rows = kept[incidence.actor]
    actors, actor = np.unique(incidence.actor[rows], return_inverse=True)
    mechanisms, mechanism = np.unique(incidence.mechanism[rows], return_inverse=True)
    return Incidence(
        tuple(incidence.actors[place] for place in actors),
        tuple(incidence.mechanisms[place] for place in mechanisms),
        incidence.levels,
        actor.astype(np.int64),
        mechanism.astype(np.int64),
        incidence.level[rows],
    )
