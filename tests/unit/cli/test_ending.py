"""However a command ends, it says so in words, and with a code of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ASK = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 5000"
COMMAND = [sys.executable, "-m", "coordgraph", "query", "-", "--format", "csv", "--data"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("data") / "data.nt"
    lines = (f"<urn:s{n}> <urn:p> <urn:o{n}> .\n" for n in range(5_000))
    path.write_text("".join(lines), encoding="ascii")
    return str(path)


def shell(command: str, data: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the shell, in which "$@" answers with much."""
    return subprocess.run(
        ["bash", "-c", command, "bash", *COMMAND, data],
        input=ASK,
        capture_output=True,
        text=True,
        check=False,
    )


def test_who_reads_no_more_needs_no_word(data: str) -> None:
    done = shell('"$@" | head -1; echo ${PIPESTATUS[0]}', data)
    assert (done.stdout, done.stderr) == ("s,p,o\n0\n", "")


@pytest.mark.parametrize(
    ("where", "problem"),
    [("/dev/full", "no space left on device"), ("&-", "it is closed")],
)
def test_an_answer_that_cannot_be_written_is_told(data: str, where: str, problem: str) -> None:
    done = shell(f'"$@" >{where}', data)
    told = f"coordgraph: standard output: cannot be written: {problem}.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


ROOM = """
import resource, sys
import click
from coordgraph.cli.ending import ended, write_whole
write_whole()
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, limits[1]))
code = ended(lambda: click.echo("x" * 100_000))
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
sys.exit(code)
"""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_is_cut_short_is_told(tmp_path: Path, unbuffered: str) -> None:
    with (tmp_path / "answer").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", ROOM],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    told = "standard output: cannot be written: larger than a file may be."
    assert (done.returncode, done.stderr) == (2, f"coordgraph: {told}\n")


RAISE = """
import os, sys
import click
from coordgraph.cli.ending import ended
def command():
    raise {error}
sys.exit(ended(command))
"""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("click.ClickException('No.')", "Error: No."),
        ("OSError(2, os.strerror(2), 'a.ttl')", "a.ttl: no such file or directory."),
        ("OSError(5, os.strerror(5))", "something cannot be read: the device cannot read or"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence(error: str, told: str) -> None:
    command = [sys.executable, "-c", RAISE.format(error=error)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.removeprefix("coordgraph: ").startswith(told)
    assert (done.returncode, done.stdout) == (1 if told.startswith("Error") else 2, "")


def test_what_is_said_to_nobody_is_no_error(data: str) -> None:
    done = shell('"$@" 2>&-', data)
    assert (done.returncode, done.stdout[:6]) == (0, "s,p,o\n")


def test_standard_input_that_is_closed_is_empty(data: str) -> None:
    done = shell('"$@" <&-', data)
    assert done.returncode == 2
    assert done.stderr.startswith("coordgraph: The query is not SPARQL 1.1: ")


WAIT = """
import signal, sys, time
from pathlib import Path
from coordgraph.cli.ending import ended
from coordgraph.files import new_folder
def command():
    with new_folder(Path(sys.argv[1]), mark="mark"):
        print("at work", flush=True)
        time.sleep(60)
signal.signal(int(sys.argv[2]), signal.SIG_DFL)  # it may be ignored where tests run
sys.exit(ended(command))
"""


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (signal.SIGINT, 130, "interrupted"),
        (signal.SIGTERM, -signal.SIGTERM, "ended by SIGTERM"),
        (signal.SIGHUP, -signal.SIGHUP, "ended by SIGHUP"),
    ],
)
def test_what_a_signal_ends_is_cleared_away(
    tmp_path: Path, number: signal.Signals, code: int, words: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAIT, str(tmp_path / "out"), str(int(number))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "at work\n"
        process.send_signal(number)
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    told = f"coordgraph: {words}. Files are as they were, or new and whole.\n"
    assert (process.returncode, said) == (code, told)
    assert list(tmp_path.iterdir()) == []


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.mark.parametrize(
    ("number", "words"),
    [(signal.SIGINT, "interrupted"), (signal.SIGTERM, "ended by SIGTERM")],
)
def test_a_question_without_end_is_ended(
    data: str, tmp_path: Path, number: signal.Signals, words: str
) -> None:
    probe = (
        "import signal; from coordgraph.__main__ import main;"
        "from coordgraph.cli import ending; ending._GRACE = 0.5;"
        "from coordgraph.store import EmbeddedStore; answer = EmbeddedStore.answer;"
        "asked = lambda *given: (print('asked', flush=True), answer(*given))[1];"
        "EmbeddedStore.answer = asked;"
        # They may be ignored where tests run, or handled by what counts lines.
        f"signal.signal({number:d}, signal.SIG_DFL);"
        "main()"
    )
    (tmp_path / "endless.rq").write_text(ENDLESS, encoding="ascii")
    with subprocess.Popen(
        [sys.executable, "-c", probe, "query", tmp_path / "endless.rq", "--data", data],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "asked\n"
        time.sleep(0.5)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    told = f"coordgraph: {words}. Files are as they were, or new and whole.\n"
    assert (process.returncode, said) == (128 + number, told)


def test_others_may_take_their_time_to_end(tmp_path: Path) -> None:
    probe = (
        "import signal, sys, time; from coordgraph.cli import ending; ending._GRACE = 0.3;"
        "signal.signal(signal.SIGTERM, signal.SIG_DFL);"
        "late = lambda *_: (time.sleep(1), print('drained'), sys.exit(7));"
        "up = lambda: print('up', flush=True);"
        "work = lambda: (signal.signal(signal.SIGTERM, late), up(), time.sleep(60));"
        "sys.exit(ending.ended(work))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", probe], stdout=subprocess.PIPE, text=True, cwd=tmp_path
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    assert (process.returncode, said) == (7, "drained\n")


def test_a_fork_that_is_told_to_end_ends_alone() -> None:
    probe = (
        "import os, signal, sys, time; from coordgraph.cli import ending\n"
        "ending._GRACE = 0.3\n"
        "def work():\n"
        "    pid = os.fork()\n"
        "    if pid == 0:\n"
        "        signal.signal(signal.SIGTERM, lambda *_: os._exit(3))\n"
        "        time.sleep(60)\n"
        "    time.sleep(0.5)\n"
        "    os.kill(pid, signal.SIGTERM)\n"
        "    _, status = os.waitpid(pid, 0)\n"
        "    time.sleep(1)\n"
        "    print(os.waitstatus_to_exitcode(status))\n"
        "sys.exit(ending.ended(work))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    assert done.stdout == "3\n"


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        probe = (
            "import signal; from coordgraph.cli.ending import ended;"
            "ended(lambda: print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN))"
        )
        done = subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True
        )
    finally:
        signal.signal(signal.SIGHUP, before)
    assert done.stdout == "True\n"
