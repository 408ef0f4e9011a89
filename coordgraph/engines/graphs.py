"""
Graphs as NetworkX has them, for whoever asks for one.

NetworkX is imported when the first is asked for, so that what needs none starts sooner; the
stub beside this file tells what is here.
"""

from importlib import import_module


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    value: object = getattr(import_module("coordgraph.engines.networkx"), name)
    globals()[name] = value
    return value
