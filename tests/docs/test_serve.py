"""What the page on serving shows is asked of a server as it is written."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import coordgraph_served

pytestmark = pytest.mark.long

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "serve.md"
BLOCKS = re.findall(r"^```sh\n((?:(?!```).*\n)*)", PAGE.read_text("utf-8"), re.MULTILINE)
CURL = re.compile(r"^curl (?:'[^']*'|[^'\n]|(?<=\\)\n)*", re.MULTILINE)
COMMANDS = [
    command
    for block in BLOCKS
    for command in CURL.findall(block)
    if "Authorization" not in command
]


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed.")
    with coordgraph_served() as found:
        yield found


@pytest.mark.parametrize("command", COMMANDS, ids=range(len(COMMANDS)))
def test_a_question_of_the_page_is_answered(command: str, root: str) -> None:
    written = command.replace("http://127.0.0.1:7878/", root)
    asked = re.sub(r"^curl ", "curl -sS --fail --max-time 60 ", written)
    done = subprocess.run(["sh", "-c", asked], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), asked
    assert done.stdout.strip()


def test_files_are_asked_together_with_the_data(root: str) -> None:
    (command,) = [command for command in COMMANDS if "together" in command]
    asked = command.replace("http://127.0.0.1:7878/", root)
    done = subprocess.run(["sh", "-c", asked], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["s,p,o", "urn:a,urn:b,c"]


def test_all_that_the_page_asks_is_tried() -> None:
    shown = sum(block.count("curl ") for block in BLOCKS)
    assert len(COMMANDS) == shown - 1
