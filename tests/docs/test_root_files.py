"""The files at the root that people and programs look for say what the project does."""

import re
import tomllib
from typing import Any

import yaml

from coordgraph.version import __version__
from tests.docs.pages import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CITATION: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_citation_has_what_its_format_requires() -> None:
    assert CITATION["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= CITATION.keys()
    assert CITATION["type"] in {"software", "dataset"}
    allowed = {
        *("abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi"),
        *("identifiers", "keywords", "license", "license-url", "message", "preferred-citation"),
        *("references", "repository", "repository-artifact", "repository-code", "title"),
        *("type", "url", "version"),
    }
    assert set(CITATION) - allowed == set()


def test_the_citation_says_what_the_package_says() -> None:
    assert str(CITATION["version"]) == __version__
    assert CITATION["license"] == PROJECT["project"]["license"].split(" AND ")[0]
    assert CITATION["keywords"] == PROJECT["project"]["keywords"]


def test_the_citation_names_no_date_before_there_is_a_release() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (of_version,) = re.findall(rf"^## {re.escape(__version__)} \((.+)\)$", log, re.MULTILINE)
    released = None if of_version == "unreleased" else of_version
    assert str(CITATION.get("date-released")) == str(released)


def test_the_citation_invents_no_person() -> None:
    assert CITATION["authors"] == [{"name": "coordgraph contributors"}]


def test_every_marker_of_the_tests_is_explained() -> None:
    markers = PROJECT["tool"]["pytest"]["ini_options"]["markers"]
    names = [marker.partition(":")[0] for marker in markers]
    explained = re.findall(r"^\| `(\w+)` \|", CONTRIBUTING, re.MULTILINE)
    assert sorted(explained) == sorted(names)


def test_the_floors_are_told_in_their_order() -> None:
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    names = [name for layer in layers for name in layer.split(" | ")]
    told = re.findall(
        r"`(\w+)`", CONTRIBUTING.partition("From the top:")[2].split("The list")[0]
    )
    assert [name for name in names if name in told] == told
    big = {name for layer in layers for name in layer.split(" | ") if layer.count("|") < 2}
    assert big <= set(told)


def test_the_security_policy_names_what_it_promises() -> None:
    policy = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for promise in ("SERVICE", "COORDGRAPH_SERVE_TOKEN", "private reporting"):
        assert promise in policy
