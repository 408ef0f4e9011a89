"""
How files of a site may be named, so that every disk and every web server takes each for itself.

Windows has names that are devices, whatever follows their first dot, and drops a dot at the end
of a name ("Naming Files, Paths, and Namespaces", Microsoft).
"""

import re

__all__ = ["SUFFIXES", "is_file_name", "is_name"]

SUFFIXES = (
    *("html", "css", "js", "json", "xml", "txt", "svg", "png", "ico", "woff2", "webmanifest"),
    *("ttl", "trig", "nt", "nq", "jsonld", "rdf", "rq", "ru", "rdfp", "csv", "xlsx"),
    *("md", "cff", "conf", "htaccess", "gz"),
)
"""How the names of files end; nothing else on a site does."""

_LONGEST = 120
_SAFE = re.compile(r"[A-Za-z0-9~_@()+,=-][A-Za-z0-9.~_@()+,=-]*")
_NOT_OF_FILES = re.compile(
    rf"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?|.*(?:\.|\.(?:{'|'.join(SUFFIXES)}))",
    re.IGNORECASE,
)


def is_name(step: str) -> bool:
    """
    Say whether a step of an IRI's path can be one of an address.

    >>> is_name("afip"), is_name(".."), is_name("a/b")
    (True, False, False)
    """
    return bool(_SAFE.fullmatch(step)) and len(step) <= _LONGEST


def is_file_name(step: str) -> bool:
    """
    Say whether a file or a folder can have the name of such a step as well.

    >>> is_file_name("conference"), is_file_name("CON"), is_file_name("nul.x")
    (True, False, False)
    >>> is_file_name("a."), is_file_name("a.ttl")
    (False, False)
    """
    return is_name(step) and not _NOT_OF_FILES.fullmatch(step)
