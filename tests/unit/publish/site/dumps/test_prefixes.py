"""Prefixes are those that a dataset has use for, and only names that every parser reads."""

from coordgraph.publish.site.dumps.prefixes import Shortener, prefixes_for


def test_a_namespace_of_one_thing_gets_no_prefix() -> None:
    assert "actor" not in prefixes_for(["https://example.org/actor/a"])


def test_two_namespaces_of_one_name_do_not_share_a_prefix() -> None:
    iris = [f"https://{host}.org/actor/{name}" for host in "ab" for name in "xyz"]
    assert prefixes_for(iris)["actor"] == "https://a.org/actor/"


def test_common_prefixes_and_reserved_names_stay_free() -> None:
    iris = [
        f"https://example.org/{space}/{n}" for space in ("skos", "xmlns", "http") for n in "ab"
    ]
    found = prefixes_for(iris)
    assert found["skos"] == "http://www.w3.org/2004/02/skos/core#"
    assert not {"xmlns", "http"} & found.keys()


def test_only_what_was_used_is_kept() -> None:
    shortener = Shortener({"a": "urn:x/a/", "b": "urn:x/b/"})
    assert shortener.short("urn:x/a/one") == "a:one"
    assert shortener.short("urn:x/b/o.ne.") == "<urn:x/b/o.ne.>"
    assert shortener.used == {"a": "urn:x/a/"}
