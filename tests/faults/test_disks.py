"""Where nothing can be written, a command says so, and what was there stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coordgraph.store import open_read_only
from tests.faults.warm import files

pytestmark = pytest.mark.faults

COORDGRAPH = f"{sys.executable} -m coordgraph"
OLD = "<urn:s> <urn:p> <urn:o> .\n"
MUCH = "".join(f'<urn:s{n}> <urn:p{n % 7}> "{n} {"x" * 80}" .\n' for n in range(60_000))
COMMANDS = {
    "load": f"{COORDGRAPH} load $1/much.nt --store db",
    "import": f"{COORDGRAPH} import $1/tables --no-check --out old.ttl",
    "network": f"{COORDGRAPH} network --quiet --out old.gexf",
    "export": f"{COORDGRAPH} export --quiet --out old.xlsx",
    "tables": f"{COORDGRAPH} export --quiet --out tables",
    "publish": f"{COORDGRAPH} publish --quiet --data $1/old.nt --out site",
}
LEFT = {"export": 40_000, "tables": 40_000}
"""Bytes that are left on a full disk; 400,000 for the others: each writes more than that."""

ROOM = """
mount -t tmpfs -o size={size}k none {mount} && cd {mount} && cp -a {old}/. . || exit 77
[ "$2" != full ] || head -c 100000000 /dev/zero >filler 2>/dev/null
[ "$2" != full ] || truncate -s -{left} filler
[ "$2" != readonly ] || mount -o remount,ro {mount}
{command}
code=$?
cp -a . {result}
exit $code
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "old.nt").write_text(OLD, encoding="ascii")
    (folder / "much.nt").write_text(MUCH, encoding="ascii")
    tables = folder / "tables"
    tables.mkdir()
    rows = (f"law{n},Law {n} {'x' * 80},official-legal-text" for n in range(3000))
    text = "\n".join(("id,title,class", *rows))
    (tables / "sources.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def old(sources: Path) -> Path:
    """What is there before: a store, and files."""
    folder = sources / "old"
    folder.mkdir()
    load = [*COORDGRAPH.split(), "load", str(sources / "old.nt"), "--store", str(folder / "db")]
    subprocess.run(load, check=True, capture_output=True)
    for suffix in ("ttl", "gexf", "xlsx"):
        (folder / f"old.{suffix}").write_text("old", encoding="ascii")
    (folder / "tables").mkdir()
    (folder / "tables" / "coordgraph-tables.json").touch()
    return folder


@pytest.mark.parametrize("trouble", ["full", "readonly"])
@pytest.mark.parametrize("verb", COMMANDS)
def test_a_disk_that_takes_nothing_is_told_and_nothing_is_lost(
    verb: str, trouble: str, sources: Path, old: Path, tmp_path: Path
) -> None:
    mount, result = tmp_path / "mount", tmp_path / "result"
    mount.mkdir()
    result.mkdir()
    script = ROOM.format(
        size=20_000,
        left=LEFT.get(verb, 400_000),
        mount=mount,
        old=old,
        result=result,
        command=COMMANDS[verb],
    )
    if not shutil.which("unshare"):
        pytest.skip("unshare is not there: `apt-get install util-linux`")
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(sources), trouble],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if done.returncode in {1, 77} and "coordgraph: " not in done.stderr:
        pytest.skip(f"a disk cannot be mounted here: {done.stderr}")
    assert done.returncode == 2, done.stderr
    told = done.stderr.splitlines()[-1]
    assert told.startswith("coordgraph: ")
    assert "cannot be" in told
    assert "Traceback" not in done.stderr
    (result / "filler").unlink(missing_ok=True)
    if verb == "publish":
        shutil.rmtree(result / "site", ignore_errors=True)  # it goes on there next time
    assert sum(1 for _ in open_read_only(result / "db").quads()) == 1
    left = {path.name for path in result.iterdir()}
    assert left == {"db", "old.ttl", "old.gexf", "old.xlsx", "tables"}
    for name in ("old.ttl", "old.gexf", "old.xlsx"):
        assert (result / name).read_text(encoding="ascii") == "old"
    assert files(result / "tables").keys() == {"coordgraph-tables.json"}


@pytest.mark.parametrize(
    ("verb", "named"),
    [
        ("load", "db"),
        ("import", "old.ttl"),
        ("network", "old.gexf"),
        ("tables", "tables"),
        ("publish", "site"),
    ],
)
def test_who_may_not_write_is_told(
    verb: str, named: str, sources: Path, old: Path, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    shutil.copytree(old, here)
    powerless = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere, and setpriv is not there")
        powerless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    for path in (here / "db", here):
        path.chmod(0o555)
    before = kept(here)
    done = subprocess.run(
        [*powerless, "sh", "-c", COMMANDS[verb], "sh", str(sources)],
        capture_output=True,
        text=True,
        check=False,
        cwd=here,
    )
    for path in (here, here / "db"):
        path.chmod(0o755)
    assert done.returncode == 2, done.stderr
    told = done.stderr.splitlines()[-1]
    assert told.startswith(f"coordgraph: {named}")
    assert "permission denied" in told
    assert kept(here) == before


def kept(folder: Path) -> dict[str, str]:
    """Return what a folder holds, but for who locked its store last."""
    return {name: digest for name, digest in files(folder).items() if name != "db/loading.lock"}
