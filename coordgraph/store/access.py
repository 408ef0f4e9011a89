"""
Where an endpoint is and who asks it: an address without secrets, a login from elsewhere.

The login comes from the environment, ``COORDGRAPH_ENDPOINT_TOKEN`` or
``COORDGRAPH_ENDPOINT_USER`` with ``COORDGRAPH_ENDPOINT_PASSWORD``, else from the entry of
``~/.netrc`` for the very host.  It is never read from an address or the command line, where
other users of a machine see it.
"""

import netrc
import os
from base64 import b64encode
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from coordgraph.errors import CallError

__all__ = ["Address", "Login", "address", "login", "web_address"]

TOKEN = "COORDGRAPH_ENDPOINT_TOKEN"  # noqa: S105 - the name of a variable
USER = "COORDGRAPH_ENDPOINT_USER"
PASSWORD = "COORDGRAPH_ENDPOINT_PASSWORD"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class Address:
    """
    Where queries go.

    Attributes
    ----------
    url
        The address without its parameters.
    parameters
        What goes with each query, such as ``default-graph-uri``.
    """

    url: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Login:
    """
    Who asks; what is secret is never shown.

    Attributes
    ----------
    source
        Where it was found, for messages.
    user, password
        A name and its password, or
    token
        a bearer token.
    """

    source: str
    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @property
    def header(self) -> str:
        """The value of the header that carries it."""
        if self.token:
            return f"Bearer {self.token}"
        return f"Basic {b64encode(f'{self.user}:{self.password}'.encode()).decode()}"


def web_address(url: str) -> str:
    """
    Return an address as it is.

    Raises
    ------
    CallError
        If it is none of the web, or holds a name or password.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    del port
    if not host or parts.scheme not in {"http", "https"} or set(url) & set(" \t\r\n"):
        shown = url.rpartition("@")[2]
        raise CallError(
            _("{shown!r} is no web address; it starts with http:// or https://.").format(
                shown=shown
            )
        )
    if "@" in parts.netloc:
        raise CallError(
            _(
                "{scheme}://...@{host}: a name or password in an address is refused, as others "
                "can read it there. Set {user} and {password}, or {token}, or write them in "
                "~/.netrc."
            ).format(scheme=parts.scheme, host=host, user=USER, password=PASSWORD, token=TOKEN)
        )
    return url


def address(url: str) -> Address:
    """
    Return where an endpoint is, and the parameters that go with each query.

    >>> address("http://localhost:8890/sparql?default-graph-uri=urn:g")
    Address(url='http://localhost:8890/sparql', parameters=(('default-graph-uri', 'urn:g'),))
    """
    parts = urlsplit(web_address(url))
    parameters = tuple(parse_qsl(parts.query, keep_blank_values=True))
    if reserved := dict(parameters).keys() & {"query", "update"}:
        raise CallError(
            _("An endpoint's address holds no {name}=; leave it out.").format(
                name=min(reserved)
            )
        )
    return Address(parts._replace(query="", fragment="").geturl(), parameters)


def login(url: str) -> Login | None:
    """
    Return who asks an endpoint; None if nobody in particular.

    Raises
    ------
    CallError
        If what the environment or ``~/.netrc`` says cannot be used.
    """
    token, user, password = (os.environ.get(name, "") for name in (TOKEN, USER, PASSWORD))
    if token and (user or password):
        raise CallError(
            _("{token} and {user} exclude each other; unset one.").format(
                token=TOKEN, user=USER
            )
        )
    if bool(user) != bool(password):
        lacking = PASSWORD if user else USER
        raise CallError(
            _("{lacking} is not set; {user} and {password} go together.").format(
                lacking=lacking, user=USER, password=PASSWORD
            )
        )
    if token:
        return Login(TOKEN, token=token)
    if user:
        return Login(f"{USER} and {PASSWORD}", user=user, password=password)
    return _from_netrc(urlsplit(url).hostname or "")


def _from_netrc(host: str) -> Login | None:
    """Return the entry of this host; ``default`` would tell any host what is meant for one."""
    path = Path("~/.netrc").expanduser()
    try:
        entry = netrc.netrc().hosts.get(host)
    except FileNotFoundError:
        return None
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError):
        problem = _(
            "cannot be used: check its syntax, and that only you may read it (chmod 600)."
        )
        raise CallError(f"{path}: {problem}") from None
    if entry is None:
        return None
    user, _account, password = entry
    return Login(str(path), user=user, password=password or "")
