"""Figures as SVG and PNG, the same each time: of the practices and of the agreements."""

import io
import re
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure

from coordgraph.files import write_file
from coordgraph.publish.figures.centrality import centrality_figure
from coordgraph.publish.figures.levels import levels_figure
from coordgraph.publish.figures.load import load_figure
from coordgraph.publish.figures.map import map_figure
from coordgraph.publish.figures.matrix import matrix_figure
from coordgraph.publish.figures.network import network_figure
from coordgraph.publish.figures.states import StateNetwork, state_network
from coordgraph.publish.figures.style import legible, said
from coordgraph.publish.figures.timeline import timeline_figure

__all__ = [
    "StateNetwork",
    "centrality_figure",
    "levels_figure",
    "load_figure",
    "map_figure",
    "matrix_figure",
    "network_figure",
    "said",
    "save",
    "state_network",
    "timeline_figure",
]

_NO_DATE: dict[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": "coordgraph"},
    "png": {"Software": "coordgraph"},
}
_PATH = re.compile(rb' d="[^"]+"')
_DIGITS = re.compile(rb"(\.\d\d)\d+")


def save(figure: Figure, stem: Path, *, title: str = "", description: str = "") -> list[Path]:
    """
    Write a figure as SVG, whose text stays text, and as PNG; return both paths.

    Title and description say what is to be seen to those who cannot see it.
    """
    written = []
    for suffix, metadata in _NO_DATE.items():
        buffer = io.BytesIO()
        with mpl.rc_context({"svg.hashsalt": "coordgraph", "svg.fonttype": "none"}):
            told = {"Title": title or stem.name, "Description": description}
            named = {**metadata, **{name: legible(words) for name, words in told.items()}}
            figure.savefig(buffer, format=suffix, metadata=named)
        path = stem.with_suffix(f".{suffix}")
        drawn = buffer.getvalue()
        write_file(
            path, _told(_rounded(drawn), legible(description)) if suffix == "svg" else drawn
        )
        written.append(path)
    return written


def _rounded(svg: bytes) -> bytes:
    """Return the drawing with paths to a hundredth of a point, which halves a map."""
    return _PATH.sub(lambda path: _DIGITS.sub(rb"\1", path[0]), svg)


def _told(svg: bytes, description: str) -> bytes:
    """Return the drawing as a picture with a description, which screen readers read aloud."""
    told = f"</title>\n <desc>{escape(description)}</desc>".encode()
    return svg.replace(b"<svg ", b'<svg role="img" ', 1).replace(b"</title>", told, 1)
