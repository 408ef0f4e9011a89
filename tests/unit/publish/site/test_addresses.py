"""An IRI has a place inside the site, whatever its path tries."""

import pytest

from coordgraph.publish.site.addresses import Addresses

BASE = "https://example.org/kg/"


@pytest.mark.parametrize(
    "path",
    [
        *("id/x/../../../etc/passwd", "id/%2e%2e/%2E%2E/x", "id/a\\..\\b", "id/a%00b"),
        *("/etc/passwd", "id//x", "x" * 3_000, "id/a%2Fb", "id/a%23b", "id/.hidden"),
    ],
)
def test_what_may_lead_out_or_stand_on_another_has_a_place_of_its_digest(path: str) -> None:
    folder, _, name = Addresses(BASE).place(BASE + path).partition("/")
    assert folder == "thing"
    assert len(name) == 16
    assert name.isalnum()


@pytest.mark.parametrize(
    "path",
    [
        *("id/CON", "id/aux/x", "id/nul.txt", "id/Lpt1.a.b", "id/COM9", "id/x.", "id/a./b"),
        *(
            "id/a%20",
            "id/a:b",
            "id/a*b",
            "id/a.ttl",
            "id/a.Html/b",
            "Assets/x",
            "index",
            "Void",
        ),
    ],
)
def test_what_some_disk_or_server_takes_for_something_else_has_one_too(path: str) -> None:
    assert Addresses(BASE).place(BASE + path).startswith("thing/")


@pytest.mark.parametrize(
    "path", ["id/console", "id/com10", "id/nula.x", "id/auxiliary", "dataset"]
)
def test_what_only_begins_so_stands_where_its_path_says(path: str) -> None:
    assert Addresses(BASE).place(BASE + path) == path


def test_a_place_that_tells_nothing_is_that_of_no_iri() -> None:
    assert list(Addresses(BASE).told("thing/é")) == []


def test_a_server_of_no_files_has_any_name_where_its_path_says() -> None:
    served = Addresses(BASE, "http://127.0.0.1/")
    assert served.place(f"{BASE}id/CON") == "id/CON"
