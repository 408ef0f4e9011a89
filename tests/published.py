"""The site of the shipped dataset, whole, for all tests of a run that look at it."""

import os
from pathlib import Path

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.publish.site.publishing import publish
from tests.sharing import made_once
from tests.unit.publish.site.vocabulary import with_concepts

__all__ = ["published"]


def published(factory: pytest.TempPathFactory) -> Path:
    """Return its folder, which COORDGRAPH_SITE names where it has been made already."""
    made = os.environ.get("COORDGRAPH_SITE")
    return Path(made) if made else made_once(factory, "published", _publish)


def _publish(folder: Path) -> None:
    with with_concepts():
        publish(load(), folder, about=ABOUT)
