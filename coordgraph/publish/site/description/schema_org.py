"""The dataset as search engines know it: schema.org's Dataset, as JSON-LD for pages."""

from typing import Any

from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.dumps.writing import MEDIA, Dump
from coordgraph.store import text

__all__ = ["schema_org"]


def schema_org(release: Release, lang: str) -> dict[str, Any]:
    """
    Return the dataset as a page in a language embeds it.

    What the publisher does not state is left out.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": release.dataset.value,
        "url": release.dataset.value,
        "isAccessibleForFree": True,
        "distribution": [
            _download(release, dump)
            for dump in (*release.dumps.files, *release.tables)
            if not dump.graph
        ],
        "temporalCoverage": "/".join(release.period) if release.period else None,
        "dateModified": release.moment,
    }
    if release.about:
        about = release.about
        keywords = [
            each.value for each in about.objects("dcat:keyword") if each.language == lang
        ]
        found |= {
            "name": about.text("dcterms:title", lang),
            "description": about.text("dcterms:description", lang),
            "inLanguage": lang,
            "keywords": keywords,
            "license": about.value("dcterms:license"),
            "version": about.value("dcat:version"),
            "creator": _agents(about.names("dcterms:creator")),
            "publisher": _agents(about.names("dcterms:publisher")),
            "dateCreated": about.value("dcterms:created"),
            "datePublished": about.value("dcterms:issued"),
            "dateModified": about.value("dcterms:modified") or release.moment,
            "spatialCoverage": [text(each) for each in about.objects("dcterms:spatial")],
        }
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _agents(names: list[str]) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in names]


def _download(release: Release, dump: Dump) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "contentUrl": release.url(dump.place).value,
        "encodingFormat": "application/gzip"
        if dump.packed
        else MEDIA.get(dump.suffix, "text/csv"),
        "contentSize": f"{dump.size} B",
        "sha256": dump.sha256,
    }
