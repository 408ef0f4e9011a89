"""Compiled templates are kept, read again, and left where they do not fit."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from coordgraph.publish.site.compiled import Compiled


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _filled(package: Path, text: str) -> str:
    loader = DictLoader({"page.html": text})
    environment = Environment(loader=loader, autoescape=True, bytecode_cache=Compiled(package))
    return environment.get_template("page.html").render(name="<Ana>")


def test_what_was_compiled_is_read_again(tmp_path: Path) -> None:
    assert _filled(tmp_path, "{{ name }}!") == "&lt;Ana&gt;!"
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"!", b"?"))
    assert _filled(tmp_path, "{{ name }}!") == "&lt;Ana&gt;?"


def test_a_template_of_another_text_is_compiled_anew(tmp_path: Path) -> None:
    _filled(tmp_path, "{{ name }}!")
    assert _filled(tmp_path, "{{ name }}.") == "&lt;Ana&gt;."


@pytest.mark.parametrize("body", [b"", b"what?", b"cut short"])
def test_a_damaged_one_is_compiled_anew(tmp_path: Path, body: bytes) -> None:
    _filled(tmp_path, "{{ name }}!")
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:40] if body == b"cut short" else body)
    assert _filled(tmp_path, "{{ name }}!") == "&lt;Ana&gt;!"


def test_nothing_is_written_where_python_writes_no_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _filled(tmp_path, "{{ name }}") == "&lt;Ana&gt;"
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("in the way", encoding="utf-8")
    assert _filled(tmp_path, "{{ name }}") == "&lt;Ana&gt;"
