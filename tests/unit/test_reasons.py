"""What the operating system refuses is said in the reader's language."""

import errno
import os
import socket
import ssl
from email.message import Message
from gettext import bindtextdomain
from http.client import IncompleteRead
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from coordgraph.reasons import reason
from coordgraph.resources import LOCALE

LONGER_THAN_A_NAME = "x" * 300


def refusal(path: str) -> OSError:
    with pytest.raises(OSError) as refused:
        Path(path).read_bytes()
    return refused.value


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("none.ttl", "no such file or directory"),
        (".", "it is a folder"),
        ("file/none.ttl", "what should be a folder is a file"),
        (LONGER_THAN_A_NAME, "the name is too long"),
        ("circle", "links that lead to each other"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    place: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    Path("circle").symlink_to("circle")
    assert reason(refusal(place)) == words


def test_reasons_are_told_in_the_language_of_who_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    bindtextdomain("messages", str(LOCALE))
    found = []
    for language in ("es", "pt"):
        monkeypatch.setenv("LANGUAGE", language)
        found.append(reason(missing))
    assert found == ["no existe tal archivo o carpeta", "não existe tal arquivo ou pasta"]


def test_a_port_in_use_is_said_to_be_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError) as refused:
        socket.create_server(taken.getsockname()).close()
    assert reason(refused.value) == "address already in use"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (socket.EAI_NONAME, "no host has this name"),
        (socket.EAI_AGAIN, "names of hosts cannot be looked up now"),
        (socket.EAI_FAIL, "names of hosts cannot be looked up"),
        (socket.EAI_FAMILY, "of another kind"),
    ],
)
def test_a_host_that_is_not_found_says_why(number: int, words: str) -> None:
    assert reason(socket.gaierror(number, "Of another kind")) == words


def test_what_has_no_words_of_ours_is_said_as_the_system_does() -> None:
    assert (
        reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "invalid cross-device link"
    )
    assert reason(OSError("Not a gzipped file")) == "not a gzipped file"


def test_words_of_the_system_within_those_of_a_store_are_the_reason() -> None:
    words = "IO error: While mkdir if missing: db/next: Permission denied"
    assert reason(OSError(words)) == "permission denied"
    assert reason(OSError("IO error: No space left on device: x")) == "no space left on device"


def test_what_a_web_address_failed_by_is_the_reason() -> None:
    refused = ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
    assert reason(URLError(refused)) == "connection refused"
    assert reason(URLError("no host given")) == "no host given"
    missing = HTTPError("http://example.org/", 404, "Not Found", Message(), None)
    assert reason(missing) == "HTTP Error 404: Not Found"
    assert reason(IncompleteRead(b"", 4)) == "IncompleteRead(0 bytes read, 4 more expected)"


def test_a_number_of_others_is_not_taken_for_one_of_the_system() -> None:
    assert errno.EPERM == ssl.SSL_ERROR_SSL
    unsafe = ssl.SSLError(ssl.SSL_ERROR_SSL, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
    assert reason(unsafe) == "[SSL: WRONG_VERSION_NUMBER] wrong version number"
