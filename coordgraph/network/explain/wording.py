"""An explanation in words: English, Spanish or Portuguese."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["WORDS", "Said", "heading", "more"]

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "ranked": "{label}: {measure} {value}, rank {rank} of {among}",
        "unranked": "{label}: {measure} {value}",
        "undefined": "{label}: {measure} is not defined, as the actor has no tie",
        "base": "Of it, {base} comes from no tie.",
        "more": "and {number} more",
        "more-giving": "and {number} more, which give {contribution}",
        "ties": "Ties",
        "actors": "Actors that are reached",
        "pairs": "Pairs with a shortest path through the actor",
        "degree": "The number of counterparts: each tie gives 1.",
        "strength": "The sum of the weights of the ties.",
        "betweenness": "The share of the shortest paths between two others that pass through "
        "the actor; each path counts half for each of the two ties by which it passes.",
        "closeness": "The reciprocal mean distance to those that are reached, times the share "
        "of actors that are. Each gives what reaching it changes, less the farther it is, and "
        "a tie gives what is reached by it first.",
        "harmonic": "The sum of the reciprocal distances; a tie gives what is reached by it "
        "first.",
        "eigenvector": "In proportion to the sum of the values of the counterparts, times the "
        "weight of the ties.",
        "pagerank": "What counterparts pass on of their values, in proportion to the weights "
        "of their ties, and an equal part for every actor.",
        "constraint": "The sum over the counterparts of the square of what each takes of the "
        "ties, directly and by other counterparts.",
        "effective_size": "The number of counterparts, each less the part of the ties that "
        "leads to it as well.",
        "katz": "A part of the values of the counterparts, times the weight of the ties, and "
        "an equal part for every actor.",
        "efficiency": "Effective size by the number of counterparts.",
        "hierarchy": "How unequal the parts of the counterparts in the constraint are: those "
        "above the mean add to it, those below take from it.",
        "clustering": "The share of the pairs of counterparts that are tied to each other; "
        "each pair counts half for each of the two ties.",
        "core": "The largest k for which the actor has k ties within a group where all have; "
        "these ties count.",
        "community": "The number of the community, 1 being the largest; ties within it count.",
    },
    "es": {
        "ranked": "{label}: {measure} {value}, puesto {rank} de {among}",
        "unranked": "{label}: {measure} {value}",
        "undefined": "{label}: {measure} no está definida, pues el actor no tiene vínculos",
        "base": "De ello, {base} no viene de ningún vínculo.",
        "more": "y {number} más",
        "more-giving": "y {number} más, que aportan {contribution}",
        "ties": "Vínculos",
        "actors": "Actores alcanzados",
        "pairs": "Pares con un camino más corto que pasa por el actor",
        "degree": "El número de contrapartes: cada vínculo aporta 1.",
        "strength": "La suma de los pesos de los vínculos.",
        "betweenness": "La parte de los caminos más cortos entre otros dos que pasan por el "
        "actor; cada camino cuenta la mitad para cada uno de los dos vínculos que usa.",
        "closeness": "El recíproco de la distancia media a los alcanzados, por la parte de los "
        "actores que lo son. Cada uno aporta lo que cambia al alcanzarlo, menos cuanto más "
        "lejos está, y un vínculo aporta lo que se alcanza primero por él.",
        "harmonic": "La suma de los recíprocos de las distancias; un vínculo aporta lo que se "
        "alcanza primero por él.",
        "eigenvector": "En proporción a la suma de los valores de las contrapartes, por el "
        "peso de los vínculos.",
        "pagerank": "Lo que las contrapartes pasan de sus valores, en proporción a los pesos "
        "de sus vínculos, y una parte igual para cada actor.",
        "constraint": "La suma, sobre las contrapartes, del cuadrado de lo que cada una toma "
        "de los vínculos, directamente y a través de otras contrapartes.",
        "effective_size": "El número de contrapartes, cada una menos la parte de los vínculos "
        "que también lleva a ella.",
        "katz": "Una parte de los valores de las contrapartes, por el peso de los vínculos, y "
        "una parte igual para cada actor.",
        "efficiency": "El tamaño efectivo por el número de contrapartes.",
        "hierarchy": "Cuán desiguales son las partes de las contrapartes en la restricción: "
        "las mayores que la media suman, las menores restan.",
        "clustering": "La parte de los pares de contrapartes que están vinculadas entre sí; "
        "cada par cuenta la mitad para cada uno de los dos vínculos.",
        "core": "El mayor k con el que el actor tiene k vínculos dentro de un grupo donde "
        "todos los tienen; esos vínculos cuentan.",
        "community": "El número de la comunidad, 1 la mayor; cuentan los vínculos dentro de "
        "ella.",
    },
    "pt": {
        "ranked": "{label}: {measure} {value}, posição {rank} de {among}",
        "unranked": "{label}: {measure} {value}",
        "undefined": "{label}: {measure} não está definida, pois o ator não tem vínculos",
        "base": "Disso, {base} não vem de nenhum vínculo.",
        "more": "e mais {number}",
        "more-giving": "e mais {number}, que dão {contribution}",
        "ties": "Vínculos",
        "actors": "Atores alcançados",
        "pairs": "Pares com um caminho mais curto que passa pelo ator",
        "degree": "O número de contrapartes: cada vínculo dá 1.",
        "strength": "A soma dos pesos dos vínculos.",
        "betweenness": "A parte dos caminhos mais curtos entre outros dois que passam pelo "
        "ator; cada caminho conta metade para cada um dos dois vínculos por que passa.",
        "closeness": "O recíproco da distância média aos alcançados, vezes a parte dos atores "
        "que o são. Cada um dá o que muda ao alcançá-lo, menos quanto mais longe está, e um "
        "vínculo dá o que se alcança primeiro por ele.",
        "harmonic": "A soma dos recíprocos das distâncias; um vínculo dá o que se alcança "
        "primeiro por ele.",
        "eigenvector": "Em proporção à soma dos valores das contrapartes, vezes o peso dos "
        "vínculos.",
        "pagerank": "O que as contrapartes passam dos seus valores, em proporção aos pesos "
        "dos seus vínculos, e uma parte igual para cada ator.",
        "constraint": "A soma, sobre as contrapartes, do quadrado do que cada uma toma dos "
        "vínculos, diretamente e por outras contrapartes.",
        "effective_size": "O número de contrapartes, cada uma menos a parte dos vínculos que "
        "também leva a ela.",
        "katz": "Uma parte dos valores das contrapartes, vezes o peso dos vínculos, e uma "
        "parte igual para cada ator.",
        "efficiency": "O tamanho efetivo pelo número de contrapartes.",
        "hierarchy": "Quão desiguais são as partes das contrapartes na restrição: as maiores "
        "que a média somam, as menores subtraem.",
        "clustering": "A parte dos pares de contrapartes que estão vinculadas entre si; cada "
        "par conta metade para cada um dos dois vínculos.",
        "core": "O maior k com que o ator tem k vínculos dentro de um grupo onde todos os têm; "
        "esses vínculos contam.",
        "community": "O número da comunidade, 1 a maior; contam os vínculos dentro dela.",
    },
}
"""What is said, by language."""


class Said(NamedTuple):
    """A value, as an `Explanation` has it."""

    label: str
    measure: str
    value: float | None
    rank: int | None
    among: int
    base: float


def heading(said: Said, lang: str) -> Iterator[str]:
    """Yield whose value it is and how high, what it means, and what comes from no tie."""
    words, told = WORDS[lang], said._asdict()
    if said.value is None:
        yield words["undefined"].format(**told)
        return
    told["value"] = f"{said.value:.4g}"
    yield words["unranked" if said.rank is None else "ranked"].format(**told)
    yield words[said.measure]
    if said.base:
        yield words["base"].format(base=f"{said.base:.4g}")


def more(table: pa.Table, shown: int, lang: str) -> str:
    """
    Return how many rows come after those that are shown and what they give; empty if none do.

    Parameters
    ----------
    table
        With a column ``contribution``.
    shown
        How many rows are shown.
    lang
        The language.
    """
    rest = table.slice(shown)
    if not rest.num_rows:
        return ""
    given = pc.sum(rest.column("contribution")).as_py()
    if given is None:
        return WORDS[lang]["more"].format(number=rest.num_rows)
    return WORDS[lang]["more-giving"].format(number=rest.num_rows, contribution=f"{given:.4g}")
