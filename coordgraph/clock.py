"""When something is made: now, or when the environment says, so that it can be made again."""

import os
from datetime import UTC, datetime

from coordgraph.errors import CallError

__all__ = ["moment"]


def moment() -> datetime:
    """
    Return the time of ``SOURCE_DATE_EPOCH`` if it is set, else now, to the second, in UTC.

    The variable holds seconds since 1970, by the specification of reproducible builds [1]_.

    Raises
    ------
    CallError
        If it holds anything else.

    References
    ----------
    .. [1] Reproducible Builds (2017). *SOURCE_DATE_EPOCH specification*, version 1.1.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return datetime.now(tz=UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(said), tz=UTC)
    except (ValueError, OverflowError, OSError):
        problem = f"SOURCE_DATE_EPOCH is {said!r}, no number of seconds since 1970."
        raise CallError(f"{problem} Correct it, or unset it.") from None
