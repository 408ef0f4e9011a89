"""The commands of the how-to on publishing work in their order, on a small dataset."""

import os
import re
import subprocess
import sys
from pathlib import Path

from coordgraph.cli.auditing import _WORDS
from coordgraph.publish.site.audit.auditing import CHECKS
from tests.unit.publish.site.description.releases import DATA
from tests.unit.publish.site.dumps.dataset import store_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "publish-a-dataset.md").read_text(encoding="utf-8")


def run(block: str, folder: Path) -> str:
    script = f'coordgraph() {{ "{sys.executable}" -m coordgraph "$@"; }}\n{block}'
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_page_can_be_followed(tmp_path: Path) -> None:
    blocks = re.findall(r"```sh\n(.+?)\n```", PAGE, flags=re.DOTALL)
    _, own, following, redirected, _ = blocks
    (about,) = re.findall(r"```turtle\n(.+?)\n```", PAGE, flags=re.DOTALL)
    (tmp_path / "about.ttl").write_text(about, encoding="utf-8")
    for name, value in (("mine", "B"), ("new", "Bee")):
        data = DATA.replace('"B"', f'"{value}"').replace("example.org", "data.example.org")
        store = store_of(data)
        body = "".join(f"{quad.triple} .\n" for quad in store.quads())
        (tmp_path / f"{name}.ttl").write_text(body, encoding="utf-8")
    assert "FAILS" not in run(own, tmp_path)
    run(following, tmp_path)
    assert "Bee" in (tmp_path / "next/CHANGELOG.md").read_text("utf-8")
    run(redirected.replace("publish ", "publish --data mine.ttl "), tmp_path)
    assert (tmp_path / "site/server/redirect.htaccess").is_file()


def test_every_check_is_explained() -> None:
    explained = re.findall(
        r"^\| ([^|]+?) \|", PAGE.partition("## Look a release over")[2], re.MULTILINE
    )
    assert explained[1:] == [_WORDS["en"][check] for check in CHECKS]
