"""Rules for nginx, in two files: maps for its ``http`` block, a place for its ``server``."""

from collections.abc import Iterator

from coordgraph.publish.site.dumps.writing import MEDIA
from coordgraph.publish.site.negotiation.patterns import FILE, exactly, forms, languages, short
from coordgraph.publish.site.negotiation.rules import ONTOLOGY, VERSION, Shape

__all__ = ["maps", "place"]


def maps(shape: Shape, *, root: str) -> str:
    """
    Return what to include in the ``http`` block.

    Parameters
    ----------
    shape
        What the site is like.
    root
        The path under which the site is served, such as ``/kg/``.
    """
    return "\n".join(_maps(shape, root)) + "\n"


def _maps(shape: Shape, root: str) -> Iterator[str]:
    yield "# Which file an IRI leads to, by what a client accepts: for the http block."
    yield "map $http_accept $coordgraph_form {"
    yield "    default none;"
    yield from (f"    {_key(pattern)} {form};" for pattern, form in forms())
    yield "}"
    yield "map $http_accept_language $coordgraph_tongue {"
    yield f"    default {shape.langs[0]};"
    yield from (f'    "~*{pattern}" {lang};' for pattern, lang in languages(shape))
    yield "}"
    yield "map $uri $coordgraph_way {"
    yield '    default "";'
    for path in shape.ways:
        yield f'    "~^{root}{exactly(path)}/?$" yes;'
    yield "}"
    yield "map $coordgraph_form:$uri $coordgraph_target {"
    yield '    "~^none:" none;'
    for path, there in shape.ways.items():
        tongue = "" if there.rpartition("/")[0] in shape.short else ".$coordgraph_tongue"
        yield f'    "~^html:{root}{exactly(path)}/?$" {root}{there}{tongue}.html;'
        yield f'    "~^[a-z]+:{root}{exactly(path)}/?$" {root}{there}.$coordgraph_form;'
    yield f'    "~^[a-z]+:{root}(?:\\.well-known/)?void/?$" {root}void.ttl;'
    yield f'    "~^[a-z]+:{root}prov/?$" {root}prov.ttl;'
    yield f'    "~^html:{root}$" {root}index.$coordgraph_tongue.html;'
    yield f'    "~^[a-z]+:{root}$" {root}dataset.$coordgraph_form;'
    version = VERSION.pattern.replace("(", "(?<version>", 1)
    for pattern, data in ((version, f"{ONTOLOGY}/$version"), (ONTOLOGY, "ns")):
        yield f'    "~^html:{root}{pattern}/?$" {root}ns.$coordgraph_tongue.html;'
        yield f'    "~^[a-z]+:{root}{pattern}/?$" {root}{data}.$coordgraph_form;'
    yield f'    "~^html:(?<short>{root}(?:{short(shape)})/[^/]+?)/?$" $short.html;'
    yield '    "~^html:(?<page>.+?)/?$" $page.$coordgraph_tongue.html;'
    yield '    "~^[a-z]+:(?<data>.+?)/?$" $data.$coordgraph_form;'
    yield "}"


def place(*, root: str) -> str:
    """Return what to include in the ``server`` block, whose ``root`` holds the site."""
    types = [f"    {media} {suffix};" for suffix, media in MEDIA.items()]
    return (
        "\n".join(
            [
                "# Which file an IRI leads to, by what a client accepts: for the server block.",
                f"location {root} {{",
                "    include mime.types;",
                *(f"    {line}" for line in ("types {", *types, "}")),
                "    charset utf-8;",
                "    charset_types text/turtle application/ld+json;",
                "    add_header Access-Control-Allow-Origin * always;",
                "    add_header Vary 'Accept, Accept-Language' always;",
                f"    error_page 404 {root}404.html;",
                f'    if ($uri !~ "(?:\\.{FILE}|/LICENSE|/SHA256SUMS)$") {{',
                "        set $coordgraph_go $coordgraph_target;",
                "    }",
                "    if ($coordgraph_way) { set $coordgraph_go $coordgraph_target; }",
                "    if ($coordgraph_go = none) { return 406; }",
                '    if ($coordgraph_go ~ ".") { return 303 $coordgraph_go; }',
                "}",
            ]
        )
        + "\n"
    )


def _key(pattern: str) -> str:
    """Return a pattern as a map has it, which tries none of them on what is empty."""
    return '""' if pattern == "^$" else f'"~*{pattern}"'
