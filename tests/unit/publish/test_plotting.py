"""A network is drawn with a title and a legend, the same way each time, if it can be seen."""

import io

import pytest

import coordgraph as cg
from coordgraph.errors import TooLarge
from coordgraph.network.projection import Network
from coordgraph.publish import plotting
from coordgraph.publish.plotting import plot


@pytest.fixture(scope="module")
def network() -> Network:
    return cg.project(cg.load(derived=False), practice="digital-payroll")


def drawn(network: Network) -> bytes:
    buffer = io.BytesIO()
    plot(network).savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def test_the_title_is_ones_own_or_says_what_is_drawn(network: Network) -> None:
    assert "Payroll" in {text.get_text() for text in plot(network, title="Payroll").texts}
    assert plot(network, lang="es").texts[0].get_text() != plot(network).texts[0].get_text()


def test_it_is_drawn_the_same_twice(network: Network) -> None:
    assert drawn(network) == drawn(network)


def test_what_no_eye_can_tell_apart_is_not_drawn(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plotting, "MOST", 2)
    with pytest.raises(TooLarge, match="3 actors have ties"):
        plot(network)
