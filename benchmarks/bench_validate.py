"""
How long validation takes by each engine, and how much memory, on generated data of three sizes.

Run `python benchmarks/bench_validate.py [SIZE ...]`; it prints a table and writes
`benchmarks/results/validate.json` with the machine and the versions. Each run is a process of
its own: the whole command `coordgraph validate`, all shapes, all findings as JSON. At a million
statements the reference takes many minutes.
"""

import argparse
import hashlib
import json
import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000, 1_000_000)
ENGINES = ("pyshacl", "shacl")
SEED = 7

ID = "https://w3id.org/coordgraph/id/"
CG = "https://w3id.org/coordgraph/ns#"
A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
TITLE = "<http://purl.org/dc/terms/title>"
PART = "<http://purl.org/dc/terms/isPartOf>"


def thing(name: str) -> str:
    return f"<{ID}{name}>"


def term(name: str) -> str:
    return f"<{CG}{name}>"


def statements(size: int) -> Iterator[str]:
    """Yield about so many lines of N-Triples; a few hundredths of a percent are at fault."""
    dice = random.Random(SEED)  # noqa: S311 - no secret
    mechanisms = size // 28
    actors = mechanisms // 3
    yield f"{thing('source/s')} {A} {term('Source')}"
    yield f'{thing("source/s")} {TITLE} "Source"@en'
    for number in range(actors):
        yield from actor(number, dice)
    for number in range(mechanisms):
        yield from mechanism(number, actors, dice)


def actor(number: int, dice: random.Random) -> Iterator[str]:
    it = thing(f"actor/a{number}")
    yield f"{it} {A} {term('Institution')}"
    for lang in ("en", "es", "pt"):
        yield f'{it} {LABEL} "Institute number {number} {lang}"@{lang}'
    yield f"{it} {term('country')} {thing('place/bra')}"
    if dice.random() > 0.002:
        yield f"{it} {term('actorKind')} {thing('actor-kind/ministry')}"


def mechanism(number: int, actors: int, dice: random.Random) -> Iterator[str]:
    """Yield a mechanism of three actors, some of whom take part in very many."""
    it, passage = thing(f"mechanism/m{number}"), thing(f"passage/p{number}")
    yield f"{it} {A} {term('Mechanism')}"
    yield f'{it} {TITLE} "Mechanism {number}"@en'
    yield f"{it} {term('mechanismKind')} {thing('mechanism-kind/joint-planning')}"
    yield f"{it} {term('level')} {thing('level/policy')}"
    yield f"{it} {term('evidence')} {passage}"
    yield f"{passage} {A} {term('Passage')}"
    yield f"{passage} {PART} {thing('source/s')}"
    yield f'{passage} {term("locator")} "page {number}"'
    for place in range(3):
        taking = thing(f"participation/m{number}-{place}")
        who = thing(f"actor/a{int(actors * dice.random() ** 3)}")
        yield f"{it} {term('participation')} {taking}"
        yield f"{taking} {A} {term('Participation')}"
        yield f"{taking} {term('actor')} {who}"
        yield f"{taking} {term('role')} {thing('role/party')}"
        yield f"{taking} {term('evidence')} {passage}"
        if dice.random() > 0.001:
            yield f"{taking} {term('basis')} {term('Explicit')}"


def run(data: Path, engine: str, folder: Path) -> dict[str, object]:
    """Return seconds, peak memory in MB, and a digest of the findings of one run."""
    out = folder / f"{engine}.json"
    command = ["validate", str(data), "--engine", engine, "--format", "json", "--quiet"]
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.execv(sys.executable, [sys.executable, "-m", "coordgraph", *command])  # noqa: S606
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise SystemExit(f"{engine} failed")
    body = out.read_bytes()
    return {
        "seconds": round(seconds, 2),
        "peak_mb": used.ru_maxrss // 1024,
        "findings": len(json.loads(body)["findings"]),
        "digest": hashlib.sha256(body).hexdigest()[:16],
    }


def compared(size: int, folder: Path) -> dict[str, object]:
    """Return what both engines take for the same data, and the ratio."""
    data = folder / f"{size}.nt"
    with data.open("w", encoding="utf-8") as file:
        count = 0
        for count, line in enumerate(statements(size), 1):  # noqa: B007 - the last one is kept
            file.write(f"{line} .\n")
    runs = {engine: run(data, engine, folder) for engine in ENGINES}
    slow, fast = (runs[engine] for engine in ENGINES)
    if slow["digest"] != fast["digest"]:
        raise SystemExit(f"The engines differ at {size:,} statements.")
    ratios = {
        what: round(float(str(slow[what])) / float(str(fast[what])), 1)
        for what in ("seconds", "peak_mb")
    }
    return {"statements": count, "runs": runs, "pyshacl_to_shacl": ratios}


def main() -> None:
    """Compare the engines at each size and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for size in parser.parse_args().sizes:
            results.append(compared(size, Path(folder)))
            print(json.dumps(results[-1], indent=2), flush=True)
    packages = ("pyshacl", "shacl", "pyoxigraph", "rdflib")
    result = {
        "results": results,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }
    target = ROOT / "benchmarks" / "results" / "validate.json"
    target.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
