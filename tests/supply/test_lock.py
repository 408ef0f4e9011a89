"""What is locked is what the package asks for, each release with its hashes."""

import re
from importlib.metadata import version
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply.installed import CORE, ROOT, needed

TEXT = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")


class Locked(NamedTuple):
    """A release, and how many files of it are known by their hashes."""

    requirement: Requirement
    hashes: int


def locked() -> list[Locked]:
    entries = TEXT.replace("\\\n", " ").splitlines()
    parted = [re.split(r"\s+--hash=", one) for one in entries if not one.startswith("#")]
    return [Locked(Requirement(release), len(hashes)) for release, *hashes in parted]


def here() -> dict[str, str]:
    """Return which release of what is for this system and this Python."""
    return {
        canonicalize_name(one.name): next(iter(one.specifier)).version
        for one, _ in locked()
        if one.marker is None or one.marker.evaluate()
    }


def test_all_that_the_package_asks_for_is_locked_within_its_bounds() -> None:
    for one in map(Requirement, CORE):
        assert one.specifier.contains(here()[canonicalize_name(one.name)]), one


def test_all_that_comes_with_it_is_locked() -> None:
    known = here()
    for one in CORE:
        names = needed([one])
        # Another release, which other packages may ask for, may need others.
        if all(version(name) == known.get(name, version(name)) for name in names):
            assert set(names) - set(known) == set(), one


def test_each_release_is_exact_and_has_its_hashes() -> None:
    assert len(locked()) > len(CORE)
    for requirement, hashes in locked():
        assert [one.operator for one in requirement.specifier] == ["=="], requirement
        assert hashes, requirement


def test_no_index_is_named() -> None:
    assert "://" not in TEXT
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links)\b", TEXT, re.MULTILINE)
