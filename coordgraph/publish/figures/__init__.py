"""Figures as SVG and PNG, the same each time: network, level matrix, centrality chart."""

import io
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from coordgraph.files import write_file
from coordgraph.publish.figures.centrality import centrality_figure
from coordgraph.publish.figures.levels import levels_figure
from coordgraph.publish.figures.network import network_figure
from coordgraph.publish.figures.style import said

__all__ = ["centrality_figure", "levels_figure", "network_figure", "said", "save"]

_NO_DATE: dict[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": "coordgraph"},
    "png": {"Software": "coordgraph"},
}


def save(figure: Figure, stem: Path, *, title: str = "", description: str = "") -> list[Path]:
    """
    Write a figure as SVG, whose text stays text, and as PNG; return both paths.

    Title and description say what is to be seen to those who cannot see it.
    """
    written = []
    for suffix, metadata in _NO_DATE.items():
        buffer = io.BytesIO()
        with mpl.rc_context({"svg.hashsalt": "coordgraph", "svg.fonttype": "none"}):
            named = {**metadata, "Title": title or stem.name, "Description": description}
            figure.savefig(buffer, format=suffix, metadata=named)
        path = stem.with_suffix(f".{suffix}")
        write_file(path, buffer.getvalue())
        written.append(path)
    return written
