"""When a release is made, if its maker says so: ``SOURCE_DATE_EPOCH``, and no clock."""

import os
from datetime import UTC, datetime
from gettext import gettext as _

from coordgraph.errors import CallError

__all__ = ["build_time"]


def build_time() -> str | None:
    """
    Return the moment that ``SOURCE_DATE_EPOCH`` gives, in UTC, or None if it is not set.

    Raises
    ------
    CallError
        If it is no number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise CallError(
            _("SOURCE_DATE_EPOCH {seconds!r} is no number of seconds since 1970.").format(
                seconds=seconds
            )
        ) from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
