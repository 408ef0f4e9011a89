"""When a format cannot hold a dataset, and why."""

__all__ = ["Unable"]


class Unable(Exception):
    """A format cannot hold what is to be written; its dump is left out, and this is said."""
