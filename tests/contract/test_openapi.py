"""The API is as it describes itself to programs, whatever a client makes of the description."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import coordgraph_served

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
OPERATIONS = (
    r"^/(api/(search|ties|explain|path)|reconcile|sparql|store|dump|resolve)"
    r"|^/queries/(actors/names|levels/ties)$"
)


@pytest.mark.long
def test_the_api_keeps_to_its_description(tmp_path: Path) -> None:
    with coordgraph_served() as root:
        command = [sys.executable, "-m", "schemathesis.cli", "run", f"{root}api/openapi.json"]
        command += ["--phases=fuzzing", "--max-examples=4", "--generation-deterministic"]
        command += [f"--checks={','.join(CHECKS)}", f"--include-path-regex={OPERATIONS}"]
        command += ["--no-color", "--request-timeout=60"]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=tmp_path
        )
    assert done.returncode == 0, done.stdout + done.stderr
    selected = re.search(r"Selected: (\d+)/", done.stdout)
    assert selected is not None
    assert int(selected[1]) >= 20
