"""A login comes from the environment or ~/.netrc, for the host that it is meant for."""

from base64 import b64encode
from pathlib import Path

import pytest

from coordgraph.errors import CallError
from coordgraph.store.access import Address, address, login, web_address

URL = "https://example.org/sparql"
SECRET = "s3cr3t"  # noqa: S105 - nobody's


def netrc(text: str, *, mode: int = 0o600) -> Path:
    path = Path("~/.netrc").expanduser()
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_without_a_login_nobody_asks() -> None:
    assert login(URL) is None
    netrc(f"machine example.net login ana password {SECRET}\ndefault login x password y\n")
    assert login(URL) is None


def test_a_login_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    netrc("machine example.org login other password other\n")
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_USER", "ana")
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_PASSWORD", f"{SECRET}:ñ")
    found = login(URL)
    assert found
    assert found.header == f"Basic {b64encode(f'ana:{SECRET}:ñ'.encode()).decode()}"
    assert SECRET not in repr(found)


def test_a_token_is_a_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_TOKEN", SECRET)
    found = login(URL)
    assert found
    assert found.header == f"Bearer {SECRET}"
    assert SECRET not in repr(found)


def test_the_entry_of_the_host_in_netrc_is_used() -> None:
    netrc(f"machine example.org login ana password {SECRET}\n")
    found = login(URL)
    assert found
    assert (found.user, found.password) == ("ana", SECRET)
    assert found.source.endswith("/.netrc")


@pytest.mark.parametrize(
    ("text", "mode"),
    [(f"machine example.org login a password {SECRET}", 0o644), (f"{SECRET} machine", 0o600)],
)
def test_a_netrc_that_cannot_be_used_is_named_and_not_shown(text: str, mode: int) -> None:
    path = netrc(text, mode=mode)
    with pytest.raises(CallError, match="chmod 600") as caught:
        login(URL)
    assert str(caught.value).startswith(str(path))
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"USER": "ana"}, "COORDGRAPH_ENDPOINT_PASSWORD is not set"),
        ({"PASSWORD": SECRET}, "COORDGRAPH_ENDPOINT_USER is not set"),
        ({"TOKEN": SECRET, "USER": "ana", "PASSWORD": "x"}, "exclude each other"),
    ],
)
def test_half_a_login_and_two_are_refused(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], message: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"COORDGRAPH_ENDPOINT_{name}", value)
    with pytest.raises(CallError, match=message) as caught:
        login(URL)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [f"http://ana:{SECRET}@example.org/sparql", f"https://{SECRET}@example.org"],
)
def test_a_login_in_an_address_is_refused_with_what_to_do_instead(url: str) -> None:
    with pytest.raises(CallError, match="Set COORDGRAPH_ENDPOINT_USER and") as caught:
        web_address(url)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "example.org/sparql",
        "ftp://example.org/",
        "http://",
        "http://[",
        "http://a:b",
        "http://a b/",
        f"ana:{SECRET}@example.org",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(CallError, match="is no web address") as caught:
        web_address(url)
    assert SECRET not in str(caught.value)


def test_parameters_of_an_address_go_with_each_query() -> None:
    found = address("http://example.org/sparql?default-graph-uri=urn%3Ag&x=#top")
    parameters = (("default-graph-uri", "urn:g"), ("x", ""))
    assert found == Address("http://example.org/sparql", parameters)
    with pytest.raises(CallError, match="holds no query="):
        address("http://example.org/sparql?query=ASK{}")
