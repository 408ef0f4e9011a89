"""
Draw what the benchmarks measured, from their results.

Run `python benchmarks/chart.py`; it writes `docs/images/performance/times.svg`, or the file
that it is given.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes

from coordgraph.publish import figures
from coordgraph.publish.figures.style import FONT, INK, blank

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
CHART = ROOT / "docs" / "images" / "performance" / "times.svg"
TITLE = "How long it takes, by size"
LINES = {
    "coordgraph": ("coordgraph", "#0072B2", "o", "solid"),
    "by_hand": ("script by hand", "#009E73", "s", "dashed"),
    "plain": ("rdflib and NetworkX", "#D55E00", "^", "dotted"),
    "shacl": ("coordgraph, fast engine", "#0072B2", "o", "solid"),
    "pyshacl": ("coordgraph, pySHACL", "#D55E00", "^", "dotted"),
}

Points = dict[str, list[tuple[int, float]]]


def read(name: str) -> Any:
    """Return the results of a benchmark."""
    return json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))


def panels() -> dict[str, Points]:
    """Return the points of each panel: statements and seconds, by stack or engine."""
    found: dict[str, Points] = {}
    for step in ("load", "ties", "centrality"):
        for size in read("network")["sizes"].values():
            for stack in ("coordgraph", "by_hand", "plain"):
                if stack in size:
                    point = (size["statements"], size[stack]["seconds"][step])
                    found.setdefault(step, {}).setdefault(stack, []).append(point)
    for result in read("validate")["results"]:
        for engine, run in result["runs"].items():
            point = (result["statements"], run["seconds"])
            found.setdefault("validate", {}).setdefault(engine, []).append(point)
    return found


def draw(axes: Axes, title: str, points: Points) -> None:
    """Draw one panel: seconds over statements, both by powers of ten."""
    for name, listed in points.items():
        label, colour, marker, style = LINES[name]
        sizes, seconds = zip(*sorted(listed), strict=True)
        axes.plot(sizes, seconds, color=colour, marker=marker, linestyle=style, label=label)
    axes.set(xscale="log", yscale="log", ylim=(0.01, 30_000))
    axes.set_title(title, loc="left", fontsize=9, fontweight="bold", color=INK)
    axes.set_xlabel("statements", **FONT)
    axes.tick_params(labelsize=7.5, colors=INK)
    axes.grid(visible=True, color="#dddddd", linewidth=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=7, frameon=False, loc="upper left")


def described(found: dict[str, Points]) -> str:
    """Return what the chart shows, for those who cannot see it: the largest size of each."""
    told = []
    for step, points in found.items():
        last = [(LINES[name][0], *max(listed)) for name, listed in points.items()]
        each = ", ".join(f"{label} {seconds:g} s at {size:,}" for label, size, seconds in last)
        told.append(f"{step}: {each}")
    return "; ".join(told) + " statements."


def chart(target: Path) -> None:
    """Write the chart as SVG."""
    found = panels()
    figure = blank(9, 2.9)
    for place, (title, points) in enumerate(found.items(), 1):
        axes = figure.add_subplot(1, len(found), place)
        draw(axes, title, points)
        if place == 1:
            axes.set_ylabel("seconds", **FONT)
    figure.tight_layout()
    with tempfile.TemporaryDirectory() as folder:
        figures.save(figure, Path(folder) / "times", title=TITLE, description=described(found))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((Path(folder) / "times.svg").read_bytes())


if __name__ == "__main__":
    chart(Path(sys.argv[1]) if len(sys.argv) > 1 else CHART)
