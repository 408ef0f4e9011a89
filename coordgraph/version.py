"""The version of the package; ontology and data have versions of their own."""

__all__ = ["__version__"]

__version__ = "0.1.0"
