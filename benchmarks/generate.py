"""
Write a coordination graph of any size, like real ones in what makes networks heavy or light.

Few actors take part in much and most in little (a Zipf law), and so it is with the number of
participants of a mechanism (a power law, cut at a size that does not grow with the graph, so
that the number of ties grows as the graph does).  The graph conforms to the shapes.  One seed
and one size give one graph, byte by byte.

Run `python benchmarks/generate.py --triples 100000 --out graph.nt`.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

CG = "https://w3id.org/coordgraph/ns#"
ID = "https://w3id.org/coordgraph/id/"
HERE = "https://example.org/bench/"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
TITLE = "<http://purl.org/dc/terms/title>"
SOURCE = f"<{HERE}source>"

KINDS = ("ministry", "social-security-institution", "tax-agency")
PLACES = ("arg", "bra", "mex", "ury", "pry", "chl")
ROLES = ("party", "lead", "implementer", "supporter")
MECHANISM_KINDS = ("joint-planning", "follow-up")
LEVELS = ("policy", "operational", "service-delivery")

LARGEST = 40
"""The most participants that a mechanism has."""

_STEEPNESS = 2.2
_POPULARITY = 0.6
_NO_LEVEL = 0.2
_BLOCK = 2_000
_MEMBERS, _NEAR = 4, 60
_TRIPLES_A_MECHANISM = 44.0
_MECHANISMS_AN_ACTOR = 1

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shape:
    """How many mechanisms and actors a graph of about so many triples has."""

    mechanisms: int
    actors: int

    @classmethod
    def of(cls, triples: int) -> "Shape":
        """Return the shape of a graph of about this many triples."""
        mechanisms = max(round(triples / _TRIPLES_A_MECHANISM), 1)
        return cls(mechanisms, max(mechanisms // _MECHANISMS_AN_ACTOR, LARGEST))


def lines(triples: int, *, seed: int = 0) -> Iterator[str]:
    """Yield the N-Triples of a graph, in blocks of lines."""
    shape = Shape.of(triples)
    numbers = np.random.default_rng(seed)
    yield f'{SOURCE} {TYPE} <{CG}Source> .\n{SOURCE} {TITLE} "Generated"@en .\n'
    for start in range(0, shape.actors, _BLOCK):
        yield "".join(map(_actor, range(start, min(start + _BLOCK, shape.actors))))
    popularity = np.cumsum(np.arange(1, shape.actors + 1) ** -_POPULARITY)
    popularity /= popularity[-1]
    for start in range(0, shape.mechanisms, _BLOCK):
        stop = min(start + _BLOCK, shape.mechanisms)
        yield "".join(_mechanisms(start, stop, popularity, numbers))


def _actor(number: int) -> str:
    name = f"<{HERE}actor/{number}>"
    return (
        f"{name} {TYPE} <{CG}Institution> .\n"
        f'{name} {LABEL} "Institution {number}"@en .\n'
        f"{name} <{CG}actorKind> <{ID}actor-kind/{KINDS[number % len(KINDS)]}> .\n"
        f"{name} <{CG}country> <{ID}place/{PLACES[number % len(PLACES)]}> .\n"
    )


def _mechanisms(
    start: int, stop: int, popularity: npt.NDArray[np.float64], numbers: np.random.Generator
) -> Iterator[str]:
    sizes = _sizes(stop - start, numbers)
    drawn = np.searchsorted(popularity, numbers.random(int(sizes.sum())))
    levels = numbers.random((stop - start, len(LEVELS))) < 1 / len(LEVELS)
    levels[numbers.random(stop - start) < _NO_LEVEL] = False
    for number, actors, at in zip(
        range(start, stop), np.split(drawn, np.cumsum(sizes)[:-1]), levels, strict=True
    ):
        yield _mechanism(
            number, np.unique(actors), [LEVELS[place] for place in np.flatnonzero(at)]
        )


def _sizes(count: int, numbers: np.random.Generator) -> Ints:
    """Draw how many participants mechanisms have: two at least, by a power law."""
    drawn = 2 * (1 - numbers.random(count)) ** (-1 / (_STEEPNESS - 1))
    return np.minimum(drawn, LARGEST).astype(np.int64)


def _mechanism(number: int, actors: Ints, levels: list[str]) -> str:
    name = f"<{HERE}mechanism/{number}>"
    kind = MECHANISM_KINDS[number % len(MECHANISM_KINDS)]
    parts = [
        f"{name} {TYPE} <{CG}Mechanism> .\n",
        f'{name} {TITLE} "Mechanism {number}"@en .\n',
        f"{name} <{CG}mechanismKind> <{ID}mechanism-kind/{kind}> .\n",
        f"{name} <{CG}evidence> {SOURCE} .\n",
        *(f"{name} <{CG}level> <{ID}level/{level}> .\n" for level in levels),
    ]
    for actor in actors.tolist():
        part = f"<{HERE}participation/{number}-{actor}>"
        role = ROLES[(number + actor) % len(ROLES)]
        parts.append(
            f"{name} <{CG}participation> {part} .\n"
            f"{part} {TYPE} <{CG}Participation> .\n"
            f"{part} <{CG}actor> <{HERE}actor/{actor}> .\n"
            f"{part} <{CG}role> <{ID}role/{role}> .\n"
            f"{part} <{CG}basis> <{CG}Explicit> .\n"
            f"{part} <{CG}evidence> {SOURCE} .\n"
        )
    return "".join(parts)


def network(path: Path, *, actors: int, ties: int) -> None:
    """Write a network in which actors meet those that are near, and now and then others."""
    numbers = np.random.default_rng(0)
    with path.open("w", encoding="utf-8") as file:
        file.write(f"<{HERE}source> {TYPE} <https://w3id.org/coordgraph/ns#Source> .\n")
        file.write(f'<{HERE}source> {TITLE} "Generated"@en .\n')
        file.writelines(_actor(number) for number in range(actors))
        pairs: set[tuple[int, int, str]] = set()
        number = 0
        while len(pairs) < ties - _MEMBERS**2:
            near = numbers.integers(0, actors) + numbers.integers(-_NEAR, _NEAR, _MEMBERS)
            near[0] = numbers.integers(0, actors)
            members = np.unique(near % actors)
            level = LEVELS[number % len(LEVELS)]
            file.write(_mechanism(number, members, [level]))
            pairs |= {
                (a, b, level) for a in members.tolist() for b in members.tolist() if a < b
            }
            number += 1


def write(path: Path, triples: int, *, seed: int = 0) -> int:
    """Write a graph to a file, block by block; return how many statements it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for block in lines(triples, seed=seed):
            file.write(block)
            count += block.count("\n")
    return count


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, required=True, help="about how many statements")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.nt")
    chosen = parser.parse_args()
    print(f"{write(chosen.out, chosen.triples, seed=chosen.seed):,} statements in {chosen.out}")


if __name__ == "__main__":
    main()
