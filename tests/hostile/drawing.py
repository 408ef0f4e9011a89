"""How many examples of hostile input are drawn: few, or as many as ``COORDGRAPH_FUZZ`` says."""

import os

from hypothesis import HealthCheck, settings

__all__ = ["drawn"]


def drawn(few: int, *, part: int = 1) -> settings:
    """Return settings of few examples, always the same; or of as many others as asked for."""
    asked = os.environ.get("COORDGRAPH_FUZZ")
    return settings(
        max_examples=max(int(asked or few) // part, 1),
        derandomize=asked is None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
