"""
One exchange with an endpoint: a request, sent again while the server is busy, and its answer.

Whatever goes wrong is an error that says what to do.
"""

import os
import random
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from gettext import gettext as _
from http.client import HTTPException
from time import sleep
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from SPARQLWrapper import INSERT

from coordgraph.errors import CallError, EndpointError
from coordgraph.reasons import reason
from coordgraph.store.access import PASSWORD, TOKEN, USER, Address, Login
from coordgraph.store.body import Body
from coordgraph.store.client import Client, client
from coordgraph.store.forms import columns_of

__all__ = ["Exchange", "Patience", "patience"]

_TIMEOUT = "COORDGRAPH_ENDPOINT_TIMEOUT"
_LONGEST_TIMEOUT = 1e6
_BUSY = {429, 500, 502, 503, 504}
# What Virtuoso says of a query with HTTP 500 holds for the next time, too, save a deadlock.
_LASTING = re.compile(r" It says: Virtuoso (?!40001)")
_LONGEST_REFUSAL = 10_000


@dataclass(frozen=True, slots=True)
class Patience:
    """
    How long an answer is waited for.

    Attributes
    ----------
    timeout
        Seconds without a byte after which a request is given up.
    attempts
        How often a query is sent while the server says that it is busy.
    pause
        Seconds before the second attempt; doubled before each further one.
    longest
        Seconds of waiting that a server may ask for (``Retry-After``).
    wait
        What waits; told the seconds.
    """

    timeout: float = 60
    attempts: int = 4
    pause: float = 0.5
    longest: float = 60
    wait: Callable[[float], None] = sleep


def patience(*, wait: Callable[[float], None] = sleep) -> Patience:
    """
    Return how long to wait, as ``COORDGRAPH_ENDPOINT_TIMEOUT`` says if it is set.

    Raises
    ------
    CallError
        If that is no number of seconds.
    """
    said = os.environ.get(_TIMEOUT) or "60"
    try:
        timeout = float(said)
    except ValueError:
        timeout = 0
    if not 0 < timeout < _LONGEST_TIMEOUT:
        raise CallError(
            _("{timeout} is {said!r}, which is no number of seconds. Try 300.").format(
                timeout=_TIMEOUT, said=said
            )
        )
    return Patience(timeout=timeout, wait=wait)


@dataclass(frozen=True, slots=True)
class Exchange:
    """
    What requests to one endpoint have in common.

    Attributes
    ----------
    address
        Where queries and updates go.
    login
        Who asks; None if nobody in particular.
    patience
        How long an answer is waited for.
    """

    address: Address
    login: Login | None = None
    patience: Patience = Patience()

    def query(self, sparql: str, form: str, accept: str) -> Body:
        """
        Send a query of a form (``SELECT``, ...) and return what comes back, unread.

        Raises
        ------
        EndpointError
            If nothing comes back, or a refusal.
        """
        found = client(self.address, sparql, form=form, login=self.login, accept=accept)
        asked = columns_of(sparql) if form == "SELECT" else None
        for pause in self._pauses():
            try:
                return self._sent(found, asked)
            except HTTPError as error:
                said = _said(error)
                if error.code not in _BUSY or _LASTING.match(said):
                    raise self._refusal(error, said) from None
                if pause is None:
                    times = f"asked {self.patience.attempts} times"
                    raise self._refusal(error, said, times=times) from None
                self.patience.wait(self._asked_wait(error) or pause)
        raise AssertionError

    def update(self, sparql: str) -> None:
        """
        Send an update, once: the server may have carried out one that it did not confirm.

        Raises
        ------
        EndpointError
            If it is refused or not confirmed.
        """
        found = client(self.address, sparql, form=INSERT, login=self.login)
        try:
            with self._sent(found) as body:
                body.check_end()
        except HTTPError as error:
            raise self._refusal(error, _said(error)) from None

    def _pauses(self) -> Iterator[float | None]:
        """Yield how long to wait after each attempt; None after the last one."""
        pause = self.patience.pause
        for _attempt in range(self.patience.attempts - 1):
            yield pause * random.uniform(1, 1.25)  # noqa: S311 - so that clients fall out of step
            pause *= 2
        yield None

    def _sent(self, sender: Client, asked: frozenset[str] | None = None) -> Body:
        url, timeout = self.address.url, self.patience.timeout
        sender.seconds = timeout
        try:
            return Body(sender.query().response, url, timeout, asked=asked)
        except HTTPError:
            raise
        except (TimeoutError, HTTPException, OSError, ValueError) as error:
            raise EndpointError(url, _no_answer(error, timeout)) from None

    def _asked_wait(self, error: HTTPError) -> float | None:
        """Return how long the server asks to wait, if it does."""
        wait = _seconds(error.headers.get("Retry-After", ""))
        if wait is not None and wait > self.patience.longest:
            problem = _(
                "it is busy (HTTP {code}) and asks to wait {wait:.0f} s. Do so."
            ).format(code=error.code, wait=wait)
            raise EndpointError(self.address.url, problem) from None
        return wait

    def _refusal(self, error: HTTPError, said: str, *, times: str = "") -> EndpointError:
        url = self.address.url
        if error.code in {401, 403}:
            return EndpointError(url, f"{self._stranger(error.code)}{said}")
        if 300 <= error.code < 400:
            shown = error.headers.get("Location", "").partition("?")[0]
            if urlsplit(shown).scheme not in {"", "http", "https"}:
                problem = _("it points to {shown}, which is no web address.")
                return EndpointError(url, problem.format(shown=shown))
            problem = _("it points from address to address without end (HTTP {code}).").format(
                code=error.code
            )
            return EndpointError(url, problem)
        if problem := _refused(error.code):
            return EndpointError(url, f"{problem}{said}")
        problem = ", ".join(filter(None, (f"HTTP {error.code} {error.reason}", times)))
        return EndpointError(url, f"{problem}.{said}")

    def _stranger(self, code: int) -> str:
        if self.login is not None:
            return _("it does not accept the login of {source} (HTTP {code}).").format(
                source=self.login.source, code=code
            )
        return _(
            "it asks for a login (HTTP {code}). Set {user} and {password}, or {token}, or "
            "write them in ~/.netrc."
        ).format(code=code, user=USER, password=PASSWORD, token=TOKEN)


def _refused(code: int) -> str:
    """Return what a code of HTTP says; nothing for those that say no more than they are."""
    known = {
        400: _("it refuses the query (HTTP 400)."),
        404: _("there is nothing at this address (HTTP 404)."),
        406: _("it answers in none of the formats of SPARQL 1.1 (HTTP 406)."),
        414: _("it takes no query as long as this (HTTP 414)."),
    }
    return known.get(code, "")


def _no_answer(error: Exception, timeout: float) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return _("no answer within {timeout:g} s. Ask for less; {longer} waits longer.").format(
            timeout=timeout, longer=f"{_TIMEOUT}=300"
        )
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _(
            "its certificate is not trusted: {problem}. If it is a server of your own, name "
            "its certificate in SSL_CERT_FILE."
        ).format(problem=cause.verify_message)
    return _("no answer: {reason}. Is the address right, and the server up?").format(
        reason=reason(error)
    )


def _seconds(header: str) -> float | None:
    """Return the seconds that a Retry-After header asks for: a number, or a moment."""
    if header.strip().isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (zoned - datetime.now(UTC)).total_seconds())


def _said(error: HTTPError) -> str:
    """Return what a refusal says: its first lines, or the title of a page."""
    try:
        with error:
            body = error.read(_LONGEST_REFUSAL).decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
    if error.headers.get_content_type() == "text/html":
        title = re.search(r"<title[^>]*>([^<]+)", body, re.IGNORECASE)
        return _(" It says: {words}.").format(words=" ".join(title[1].split())) if title else ""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    return _(" It says: {words}").format(words=" ".join(lines[:3])[:500]) if lines else ""
