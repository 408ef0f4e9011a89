"""The commands of the how-to on publishing work in their order, on a small dataset."""

import re
from pathlib import Path

import pytest

from coordgraph.cli.auditing import _WORDS
from coordgraph.publish.site.audit.auditing import CHECKS
from tests.docs.telling import run
from tests.unit.publish.site.description.releases import DATA
from tests.unit.publish.site.dumps.dataset import store_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "publish-a-dataset.md").read_text(encoding="utf-8")


@pytest.mark.long
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
    assert "FAILS" not in run(own, tmp_path).said
    run(following, tmp_path)
    assert "Bee" in (tmp_path / "next/CHANGELOG.md").read_text("utf-8")
    run(redirected.replace("publish ", "publish --data mine.ttl "), tmp_path)
    assert (tmp_path / "site/server/redirect.htaccess").is_file()


def test_every_check_is_explained() -> None:
    explained = re.findall(
        r"^\| ([^|]+?) \|", PAGE.partition("## Look a release over")[2], re.MULTILINE
    )
    assert explained[1:] == [_WORDS["en"][check] for check in CHECKS]
