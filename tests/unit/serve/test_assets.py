"""What pages show beside their text is there without a worker."""

import gzip

from coordgraph.serve.workbench.assets import FOLDER, manifest
from tests.unit.serve.conftest import Client


def test_the_style_of_pages_is_given_and_kept(client: Client) -> None:
    answer = client.request("GET", "/assets/style.css")
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "max-age" in answer.headers["cache-control"]
    again = client.request(
        "GET", "/assets/style.css", {"If-None-Match": answer.headers["etag"]}
    )
    assert again.status == 304
    assert client.request("GET", "/assets/icon.svg").headers["content-type"] == "image/svg+xml"


def test_a_file_named_by_its_content_is_kept_for_good_and_packed(client: Client) -> None:
    name = manifest()["frame"]["css"]
    plain = client.request("GET", f"/static/{name}")
    packed = client.request("GET", f"/static/{name}", {"Accept-Encoding": "gzip"})
    assert "immutable" in plain.headers["cache-control"]
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    font = next(one.name for one in FOLDER.iterdir() if one.name.endswith(".woff2"))
    answer = client.request("GET", f"/static/{font}", {"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers


def test_nothing_else_is(client: Client) -> None:
    assert client.request("GET", "/assets/../app.py").status == 404
    assert client.request("GET", "/assets/none.css").status == 404
    assert client.request("POST", "/assets/style.css").status == 405
