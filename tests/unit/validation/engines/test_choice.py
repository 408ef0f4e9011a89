"""One rule picks the engine, by the number of statements."""

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Triple

from coordgraph.errors import InvalidParameter, MissingEngine
from coordgraph.validation.engines import LARGE, choice, chosen
from coordgraph.validation.engines.shacl import reads
from coordgraph.validation.statements import Statements, written

FAR = Triple(
    NamedNode("urn:s"),
    NamedNode("urn:p"),
    Literal("9" * 19 + "-01-01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
)


def of(size: int, tmp_path: Path, text: str = "") -> Statements:
    file = tmp_path / "statements.nt"
    file.write_text(text or "\n", encoding="utf-8")
    return Statements(file, own=size, total=size)


def test_the_reference_checks_little_and_the_fast_engine_much(tmp_path: Path) -> None:
    assert chosen("auto", of(LARGE - 1, tmp_path))[0] == "pyshacl"
    assert chosen("auto", of(LARGE, tmp_path))[0] == "shacl"


def test_a_name_overrules_the_size(tmp_path: Path) -> None:
    assert chosen("pyshacl", of(LARGE, tmp_path))[0] == "pyshacl"
    assert chosen("shacl", of(0, tmp_path))[0] == "shacl"


def test_without_the_fast_engine_the_reference_checks_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(choice, "is_installed", lambda: False)
    assert chosen("auto", of(LARGE, tmp_path))[0] == "pyshacl"
    with pytest.raises(MissingEngine) as error:
        chosen("shacl", of(LARGE, tmp_path))
    remedy = "`pip install 'coordgraph[fast]'` installs it."
    assert str(error.value) == f"The engine shacl is not installed. {remedy}"


def test_there_are_no_other_engines(tmp_path: Path) -> None:
    told = r"^No engine is named 'jena'\. Known are: auto, pyshacl, shacl\.$"
    with pytest.raises(InvalidParameter, match=told):
        chosen("jena", of(1, tmp_path))


def test_the_reference_checks_dates_that_the_fast_engine_cannot_read() -> None:
    with written([FAR] * LARGE) as statements:
        assert chosen("auto", statements)[0] == "pyshacl"
        with pytest.raises(InvalidParameter) as error:
            chosen("shacl", statements)
    told = "The engine shacl reads no years of more than 18 digits, such as these data have;"
    assert str(error.value) == f"{told} pyshacl reads them."


def test_nothing_is_read_to_its_end() -> None:
    with written([]) as statements:
        assert reads(statements)
        assert chosen("shacl", statements)[1](statements, rdflib.Graph()) == []
