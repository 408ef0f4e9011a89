"""How figures look: colours the colour-blind tell apart, sizes that print, three languages."""

import re
import textwrap
from collections.abc import Mapping
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from coordgraph.namespace import LEVELS
from coordgraph.publish.figures.words import WORDS

__all__ = [
    "INK",
    "PAPER",
    "Stroke",
    "blank",
    "legible",
    "level_name",
    "name_line",
    "said",
    "strokes",
]

INK = "#222222"
PAPER = "#ffffff"

_POINTS = 7.5


class Stroke(NamedTuple):
    """How the ties of one level are drawn: a colour of Okabe and Ito's, and a line style."""

    colour: str
    style: Any
    width: float


strokes: Mapping[str, Stroke] = {
    LEVELS[0]: Stroke("#0072B2", "solid", 1.6),
    LEVELS[1]: Stroke("#D55E00", (0, (5, 2)), 1.6),
    LEVELS[2]: Stroke("#009E73", (0, (1, 1.4)), 2.0),
    "": Stroke("#999999", "solid", 0.8),
}

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "network_described": "{0} actors, {1} ties.",
        "levels_described": "{0} practices; the parts disagree in {1} cells.",
        "centrality_described": "Strongest: {0}.",
        "load": "How much coordination does each actor have to carry?",
        "load_described": "Most loaded: {0}.",
        "load_note": (
            "A bar: counterparts at each level. "
            "Beside it the load: counterparts × levels × countries."  # noqa: RUF001 - it is a product
        ),
        "network": "Who coordinates with whom",
        "levels": "At which levels are practices coordinated? What the article says where",
        "centrality": "How central are the actors?",
        LEVELS[0]: "policy",
        LEVELS[1]: "operational",
        LEVELS[2]: "service delivery",
        "": "no level stated",
        "group": "group known only by kind",
        "actor": "actor",
        "size": "size: sum of shared mechanisms",
        "isolates": "{0} actors without a tie are left out.",
        "empty": "No ties to draw.",
        "table_2": "Table 2",
        "headings": "section headings",
        "introduction": "introduction",
        "detail_tables": "detail tables",
        "yes": "says yes",
        "no": "says no, or does not list it",
        "conflict": "the parts disagree",
        "strength": "strength (shared mechanisms)",
        "betweenness": "betweenness",
        "pagerank": "PageRank",
    },
    "es": {
        "network_described": "{0} actores, {1} vínculos.",
        "levels_described": "{0} prácticas; las partes no concuerdan en {1} celdas.",
        "centrality_described": "Los más fuertes: {0}.",
        "load": "¿Cuánta coordinación tiene que llevar cada actor?",
        "load_described": "Los más cargados: {0}.",
        "load_note": (
            "Cada barra: contrapartes en cada nivel. "
            "Al lado, la carga: contrapartes × niveles × países."  # noqa: RUF001 - it is a product
        ),
        "network": "Quién se coordina con quién",
        "levels": "¿En qué niveles se coordinan las prácticas? Qué dice el artículo y dónde",
        "centrality": "¿Qué tan centrales son los actores?",
        LEVELS[0]: "políticas",
        LEVELS[1]: "operativo",
        LEVELS[2]: "prestación de servicios",
        "": "sin nivel indicado",
        "group": "grupo conocido solo por su tipo",
        "actor": "actor",
        "size": "tamaño: suma de mecanismos compartidos",
        "isolates": "Se omiten {0} actores sin vínculos.",
        "empty": "No hay vínculos que dibujar.",
        "table_2": "tabla 2",
        "headings": "títulos de sección",
        "introduction": "introducción",
        "detail_tables": "tablas de detalle",
        "yes": "dice que sí",
        "no": "dice que no, o no lo enumera",
        "conflict": "las partes no concuerdan",
        "strength": "fuerza (mecanismos compartidos)",
        "betweenness": "intermediación",
        "pagerank": "PageRank",
    },
    "pt": {
        "network_described": "{0} atores, {1} vínculos.",
        "levels_described": "{0} práticas; as partes não concordam em {1} células.",
        "centrality_described": "Os mais fortes: {0}.",
        "load": "Quanta coordenação cabe a cada ator?",
        "load_described": "Os mais carregados: {0}.",
        "load_note": (
            "Cada barra: contrapartes em cada nível. "
            "Ao lado, a carga: contrapartes × níveis × países."  # noqa: RUF001 - it is a product
        ),
        "network": "Quem se coordena com quem",
        "levels": "Em que níveis se coordenam as práticas? O que diz o artigo e onde",
        "centrality": "Quão centrais são os atores?",
        LEVELS[0]: "políticas",
        LEVELS[1]: "operacional",
        LEVELS[2]: "prestação de serviços",
        "": "sem nível indicado",
        "group": "grupo conhecido apenas pelo tipo",
        "actor": "ator",
        "size": "tamanho: soma de mecanismos compartilhados",
        "isolates": "Omitem-se {0} atores sem vínculos.",
        "empty": "Não há vínculos a desenhar.",
        "table_2": "tabela 2",
        "headings": "títulos de seção",
        "introduction": "introdução",
        "detail_tables": "tabelas de detalhe",
        "yes": "diz que sim",
        "no": "diz que não, ou não o lista",
        "conflict": "as partes não concordam",
        "strength": "força (mecanismos compartilhados)",
        "betweenness": "intermediação",
        "pagerank": "PageRank",
    },
}


def said(word: str, lang: str) -> str:
    """Return a word or sentence of a figure in a language."""
    return _WORDS[lang].get(word) or WORDS[lang][word]


def level_name(level: str, lang: str) -> str:
    """Return the short name of a level; of one that is not the dataset's, its last part."""
    other = legible(level.rpartition("/")[2]).replace("$", r"\$")  # or it would be a formula
    return _WORDS[lang].get(level, other)


def legible(text: str) -> str:
    """Return a text without what no figure shows: controls, and turns of direction."""
    return _NEVER_SHOWN.sub("", text)


def blank(width: float, height: float) -> Figure:
    """Return an empty figure, its size in inches, drawn without a screen."""
    figure = Figure(figsize=(width, height), dpi=150, facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure


FONT: dict[str, Any] = {"fontsize": _POINTS, "color": INK, "parse_math": False}
"""The font of labels: 7.5 points when printed on A4; a name with two ``$`` is no formula."""

_NEVER_SHOWN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def name_line(axes: Axes, line: int, name: str) -> None:
    """Write a name left of a line of a chart, in two lines at most."""
    axes.annotate(
        "\n".join(textwrap.wrap(legible(name), 48)[:2]),
        (0, line),
        xycoords=("axes fraction", "data"),
        xytext=(-8, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        linespacing=0.95,
        **FONT,
    )
