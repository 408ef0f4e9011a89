"""How a dataset is cited, and on which terms it is used."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from coordgraph.publish.site.description.about import About
from coordgraph.publish.site.description.release import Release

__all__ = ["citation", "licence", "spdx"]

_COMMONS = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)/?")
_OTHERS = {
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0-1.0",
    "https://opendatacommons.org/licenses/odbl/1-0/": "ODbL-1.0",
    "https://opendatacommons.org/licenses/by/1-0/": "ODC-By-1.0",
    "https://opendatacommons.org/licenses/pddl/1-0/": "PDDL-1.0",
}


def spdx(licence: str) -> str:
    """
    Return the SPDX name of a licence for data, or nothing if it is none of the usual ones.

    >>> spdx("https://creativecommons.org/licenses/by/4.0/")
    'CC-BY-4.0'
    >>> spdx("https://example.org/terms")
    ''
    """
    if found := _COMMONS.fullmatch(licence):
        return f"CC-{found[1].upper()}-{found[2]}"
    return _OTHERS.get(f"{licence.rstrip('/')}/".replace("http:", "https:"), "")


def citation(release: Release, about: About) -> str:
    """Return the ``CITATION.cff`` of a release (Citation File Format 1.2.0)."""
    name = spdx(about.value("dcterms:license"))
    creators = about.names("dcterms:creator") or about.names("dcterms:publisher")
    released = about.value("dcterms:issued") or about.value("dcterms:modified")
    said: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as follows.",
        "type": "dataset",
        "title": about.text("dcterms:title"),
        "abstract": about.text("dcterms:description"),
        "authors": [{"name": each} for each in creators],
        "version": about.value("dcat:version"),
        "date-released": released[:10],
        "license": name,
        "license-url": "" if name else about.value("dcterms:license"),
        "url": release.dataset.value,
        "keywords": [
            each.value
            for each in about.objects("dcat:keyword")
            if each.language in {"en", None, ""}
        ],
    }
    kept = {key: value for key, value in said.items() if value}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=96)


def licence(about: About) -> str:
    """Return the terms of use as a file says them."""
    return "\n".join(_terms(about)) + "\n"


def _terms(about: About) -> Iterator[str]:
    name = spdx(about.value("dcterms:license"))
    yield about.text("dcterms:title")
    yield ", ".join(about.names("dcterms:publisher"))
    yield ""
    yield f"Licence: {about.value('dcterms:license')}{f' ({name})' if name else ''}"
    if rights := about.text("dcterms:rights"):
        yield ""
        yield rights
