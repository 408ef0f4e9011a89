"""The typed links of a dataset, both ways, as programs that sign-post read them."""

import json
from typing import Any

from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.dumps.writing import MEDIA, Dump
from coordgraph.publish.site.frame import DATA
from coordgraph.publish.site.knowledge import Knowledge

__all__ = ["LINKSET", "linkset", "media_of"]

LINKSET = "linkset.json"


def media_of(dump: Dump) -> str:
    """Return the media type of a file to download."""
    return "application/gzip" if dump.packed else MEDIA[dump.suffix]


def linkset(knowledge: Knowledge, release: Release) -> str:
    """
    Return the typed links of the dataset as a link set [1]_ with relations of FAIR Signposting.

    From the page of the dataset to its files and descriptions, and from each file back.

    References
    ----------
    .. [1] RFC 9264: Linkset: Media Types and a Link Relation Type for Link Sets. IETF, 2022.
    """
    url, home = release.addresses.url, release.dataset.value
    described = [
        *((f"dataset.{suffix}", media) for suffix, media in DATA.items()),
        ("void.ttl", "text/turtle"),
    ]
    files = [(dump.place, media_of(dump)) for dump in release.dumps.files]
    whole: dict[str, Any] = {
        "anchor": url(f"dataset.{knowledge.langs[0]}.html"),
        "cite-as": [{"href": home}],
        "type": [{"href": "https://schema.org/Dataset"}],
        "describedby": [{"href": url(place), "type": media} for place, media in described],
        "item": [{"href": url(place), "type": media} for place, media in files],
    }
    if knowledge.licence:
        whole["license"] = [{"href": knowledge.licence}]
    back = [{"anchor": url(place), "collection": [{"href": home}]} for place, _ in files]
    return json.dumps({"linkset": [whole, *back]}, indent=1, ensure_ascii=False) + "\n"
