"""
What an operating system says of files and addresses, in the reader's language.

The system knows the languages that were installed with it, which are seldom those of who reads.
"""

import errno
import os
import socket
from gettext import gettext as _
from urllib.error import HTTPError, URLError

__all__ = ["reason"]


def reason(error: Exception) -> str:
    """
    Return why something failed, as words that can stand within a sentence.

    What others say, also by the system's numbers, such as TLS, stays as they say it.

    Examples
    --------
    >>> reason(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'no such file or directory'
    """
    if isinstance(error, URLError) and not isinstance(error, HTTPError):
        within = error.reason
        return reason(within) if isinstance(within, Exception) else str(within)
    if not isinstance(error, OSError):
        return " ".join(str(error).split())
    said = error.strerror or str(error)
    told = said[:1].lower() + said[1:] if said[1:2].islower() else said
    if isinstance(error, socket.gaierror):
        return _of_hosts().get(error.errno, told)
    if error.errno is None:  # RocksDB, for one, has the system's words within its own
        words = (ours for number, ours in _said().items() if os.strerror(number) in said)
        return next(words, told)
    of_system = said.startswith(os.strerror(error.errno))
    return _said().get(error.errno, told) if of_system else told


def _said() -> dict[int, str]:
    return {
        errno.EACCES: _("permission denied"),
        errno.EADDRINUSE: _("address already in use"),
        errno.EADDRNOTAVAIL: _("this machine has no such address"),
        errno.EBADF: _("it is closed"),
        errno.EBUSY: _("it is in use"),
        errno.ECONNREFUSED: _("connection refused"),
        errno.ECONNRESET: _("the connection was ended from the other side"),
        errno.EDQUOT: _("no space left for this user"),
        errno.EEXIST: _("there is one already"),
        errno.EFBIG: _("larger than a file may be"),
        errno.EHOSTUNREACH: _("no way leads to this host"),
        errno.EIO: _("the device cannot read or write it"),
        errno.EISDIR: _("it is a folder"),
        errno.ELOOP: _("links that lead to each other"),
        errno.EMFILE: _("too many files are open"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.ENETUNREACH: _("no way leads to this network"),
        errno.ENFILE: _("too many files are open"),
        errno.ENOENT: _("no such file or directory"),
        errno.ENOSPC: _("no space left on device"),
        errno.ENOTDIR: _("what should be a folder is a file"),
        errno.ENOTEMPTY: _("the folder is not empty"),
        errno.EPERM: _("this is not permitted"),
        errno.EROFS: _("nothing can be written on this disk"),
        errno.ETIMEDOUT: _("no answer in time"),
    }


def _of_hosts() -> dict[int | None, str]:
    return {
        socket.EAI_AGAIN: _("names of hosts cannot be looked up now"),
        socket.EAI_FAIL: _("names of hosts cannot be looked up"),
        socket.EAI_NONAME: _("no host has this name"),
    }
