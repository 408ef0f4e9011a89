"""When something is made: as the environment says, or today."""

import os
from datetime import UTC, date, datetime
from gettext import gettext as _

from coordgraph.errors import CallError

__all__ = ["stated_time", "today"]


def stated_time() -> datetime | None:
    """
    Return the time of ``SOURCE_DATE_EPOCH``, in UTC; None if it is not set.

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
        return None
    try:
        return datetime.fromtimestamp(int(said), tz=UTC)
    except (ValueError, OverflowError, OSError):
        problem = _("SOURCE_DATE_EPOCH is {said!r}, no number of seconds since 1970.").format(
            said=said
        )
        raise CallError(
            _("{problem} Correct it, or unset it.").format(problem=problem)
        ) from None


def today() -> date:
    """Return the day of the stated time, if there is one, else that of the clock, in UTC."""
    return (stated_time() or datetime.now(tz=UTC)).date()
