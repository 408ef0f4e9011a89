"""Where ontology, data, queries and translations lie, in a checkout or installed."""

from pathlib import Path

__all__ = ["DATA", "LOCALE", "ONTOLOGY", "QUERIES"]

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

ONTOLOGY = _ROOT / "ontology"
DATA = _ROOT / "data"
QUERIES = _ROOT / "queries"
LOCALE = _PACKAGE / "locale"
