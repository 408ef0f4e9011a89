"""Labels stand beside their circles, and move away from what is in the way."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from coordgraph.publish.figures.labels import Node, draw_labels


def test_a_label_without_any_room_stands_to_the_right() -> None:
    figure = Figure(figsize=(1, 1))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    nodes = [Node("urn:a", (0.5, 0.5), 5, 0)]
    draw_labels(figure, axes, nodes, {"urn:a": "A"}, page=Bbox.from_extents(0, 0, 1, 1))
    (label,) = (text for text in axes.texts if isinstance(text, Annotation))
    across, up = label.get_position()
    assert across > 5
    assert up == 0
