"""What is installed with the package: by which extra, through what, and under which licence."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["CORE", "EXTRAS", "PROJECT", "ROOT", "absent", "allowed", "licences", "needed"]

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CORE: list[str] = PROJECT["project"]["dependencies"]
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]

_SPDX = get_spdx_licensing()

# How older metadata names a licence; all else is taken as an SPDX expression.
_WORDS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "GNU General Public License (GPL)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "CC0-1.0",
    "Python Software Foundation License": "PSF-2.0",
    "W3C License": "W3C",
    "W3C-20150513": "W3C-20150513",
    "BSD 3-Clause OR Apache-2.0": "BSD-3-Clause OR Apache-2.0",
}


def needed(requirements: Iterable[str]) -> list[str]:
    """Return the names of all that comes with requirements, in the order of the alphabet."""
    taken: set[tuple[str, str]] = set()
    waiting = [one for one in map(Requirement, requirements) if _applies(one, "")]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        for extra in {"", *one.extras} - {extra for known, extra in taken if known == name}:
            taken.add((name, extra))
            waiting += [each for each in _requirements(name) if _applies(each, extra)]
    return sorted({name for name, _ in taken})


@cache
def _requirements(name: str) -> tuple[Requirement, ...]:
    return tuple(map(Requirement, metadata.distribution(name).requires or []))


def _applies(one: Requirement, extra: str) -> bool:
    return one.marker is None or one.marker.evaluate({"extra": extra})


def absent(requirements: Iterable[str]) -> list[str]:
    """Return the names of those of the requirements that are not installed here."""
    here = _installed()
    named = [one for one in map(Requirement, requirements) if _applies(one, "")]
    return [one.name for one in named if canonicalize_name(one.name) not in here]


@cache
def _installed() -> frozenset[str]:
    return frozenset(canonicalize_name(each.name) for each in metadata.distributions())


def licences(name: str) -> list[str]:
    """Return the licences of a distribution as SPDX expressions, all of which hold."""
    told = metadata.metadata(name)
    (expression,) = told.get_all("License-Expression", [""])
    if expression:
        return [expression]
    entries = told.get_all("Classifier", [])
    ends = [one.rpartition(" :: ")[2] for one in entries if one.startswith("License :: ")]
    words = [end for end in ends if end != "OSI Approved"] or told.get_all("License", [""])
    return [_WORDS.get(word, word) for word in words]


def allowed(expression: str, names: Iterable[str]) -> bool:
    """Tell whether an SPDX expression can be met with licences of these names alone."""
    try:
        parsed = _SPDX.parse(expression, validate=True)
    except ExpressionError:
        return False
    if parsed is None:
        return False
    met = {one: _SPDX.TRUE for one in parsed.symbols if str(one) in set(names)}
    return parsed.subs(met, simplify=True) is _SPDX.TRUE
