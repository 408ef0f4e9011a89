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
