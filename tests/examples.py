"""How many examples a test draws: a part of them by default, all under the profile ``many``."""

from typing import Any

from hypothesis import settings

__all__ = ["ALL", "examples"]

ALL = 100
"""How many there are under ``many``, where a test does not say so itself."""


def examples(most: int, **more: Any) -> settings:
    """Return settings of at most so many examples, or as large a part of them as of `ALL`."""
    return settings(max_examples=-(-most * settings().max_examples // ALL), **more)
