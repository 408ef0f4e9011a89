"""
The client that sends a request: SPARQLWrapper, with what it leaves to chance decided.

It is told the form of a query, which it would guess; and it sends a login to the host that this
is meant for, and not to where a redirection leads.
"""

from gettext import gettext as _
from http.client import HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from SPARQLWrapper import INSERT, POST, SPARQLWrapper

from coordgraph.errors import EndpointError
from coordgraph.store.access import Address, Login
from coordgraph.store.wire import handlers
from coordgraph.version import __version__

__all__ = ["Client", "client"]

_LONGEST_GET = 2_000
_IN_UPDATES = {
    "default-graph-uri": "using-graph-uri",
    "named-graph-uri": "using-named-graph-uri",
}


class Client(SPARQLWrapper):
    """SPARQLWrapper, told what it guesses and sending through a door of its own."""

    form = "SELECT"
    login: Login | None = None
    seconds: float = 60

    def _parseQueryType(self, query: str) -> str:  # noqa: N802 - the name is SPARQLWrapper's
        del query
        return self.form

    def _query(self) -> tuple[HTTPResponse, str]:
        opener = _opener(self.endpoint, self.login)
        try:
            response = opener.open(self._request(self.login), timeout=self.seconds)
        except HTTPError as error:
            if error.code != 401 or self.login is None or "WWW-Authenticate" in error.headers:
                raise
            # Virtuoso asks for a digest only where nothing else is offered.
            error.close()
            response = opener.open(self._request(None), timeout=self.seconds)
        return response, self.returnFormat

    def _request(self, login: Login | None) -> Request:
        request = self._createRequest()
        if login is not None:
            # A redirection copies the other headers to wherever it leads.
            request.add_unredirected_header("Authorization", login.header)
        return request


def client(
    address: Address, sparql: str, *, form: str, login: Login | None, accept: str = "*/*"
) -> Client:
    """Return what sends a text of a form (``SELECT``, ..., ``INSERT`` for any update)."""
    found = Client(address.url, agent=f"coordgraph/{__version__}")
    found.form, found.login = form, login
    found.setQuery(sparql)
    found.setOnlyConneg(onlyConneg=True)
    found.addCustomHttpHeader("Accept", accept)
    for name, value in address.parameters:
        found.addParameter(_IN_UPDATES.get(name, name) if form == INSERT else name, value)
    if form == INSERT or len(sparql) > _LONGEST_GET:
        found.setMethod(POST)
    return found


def _opener(url: str, login: Login | None) -> OpenerDirector:
    """Return what sends requests; it answers a digest challenge of the same address."""
    if login is None or not login.user:
        return build_opener(*handlers(), _Redirects())
    known = HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, url, login.user, login.password)
    return build_opener(*handlers(), _Redirects(), HTTPDigestAuthHandler(known))


class _Redirects(HTTPRedirectHandler):
    """Follows a question that moved; what was posted does not follow."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """Return the request to where a server points, with the login if it is the same."""
        parts = urlsplit(newurl)
        shown, asked = newurl.partition("?")[0], req.full_url.partition("?")[0]
        if req.get_method() == "POST":
            fp.close()
            problem = _(
                "it points to {shown}, where a long query or an update does not follow. Use "
                "that address."
            ).format(shown=shown)
            raise EndpointError(asked, problem)
        if parts.scheme not in {"http", "https"}:
            fp.close()
            raise EndpointError(
                asked, _("it points to {shown}, which is no web address.").format(shown=shown)
            )
        found = super().redirect_request(req, fp, code, msg, headers, newurl)
        header = req.unredirected_hdrs.get("Authorization")
        if found is not None and header and _origin(newurl) == _origin(req.full_url):
            found.add_unredirected_header("Authorization", header)
        return found


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
