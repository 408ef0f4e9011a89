"""What the operating system refuses is said in the reader's language."""

import errno
import os
import socket
import ssl
from gettext import bindtextdomain
from pathlib import Path

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


def test_a_number_of_others_is_not_taken_for_one_of_the_system() -> None:
    assert errno.EPERM == ssl.SSL_ERROR_SSL
    unsafe = ssl.SSLError(ssl.SSL_ERROR_SSL, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
    assert reason(unsafe) == "[SSL: WRONG_VERSION_NUMBER] wrong version number"
