"""What pages of things show beside their text is there without a worker."""

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


def test_nothing_else_is(client: Client) -> None:
    assert client.request("GET", "/assets/../app.py").status == 404
    assert client.request("GET", "/assets/none.css").status == 404
    assert client.request("POST", "/assets/style.css").status == 405
