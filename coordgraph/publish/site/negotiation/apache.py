"""
Rules for Apache: beside the files, or at an address that redirects to them, as w3id.org's do.

They need ``mod_rewrite`` and that ``.htaccess`` files may say so (``AllowOverride FileInfo``).
"""

from collections.abc import Iterator

from coordgraph.publish.site.dumps.writing import MEDIA
from coordgraph.publish.site.negotiation.patterns import FILE, exactly, forms, languages, short
from coordgraph.publish.site.negotiation.rules import ONTOLOGY, VERSION, Shape

__all__ = ["beside", "redirecting"]

_VERSION = f"^{VERSION.pattern}/?$"


def beside(shape: Shape, *, root: str) -> str:
    """
    Return the ``.htaccess`` of the folder that holds the site.

    Parameters
    ----------
    shape
        What the site is like.
    root
        The path under which the folder is served, such as ``/kg/``.
    """
    types = [f"AddType {media} .{suffix}" for suffix, media in MEDIA.items()]
    charset = f"AddCharset UTF-8 {' '.join(f'.{suffix}' for suffix in MEDIA)} .html"
    files = [rf"RewriteRule (?:\.{FILE}|^LICENSE|^SHA256SUMS)$ - [L]"]
    head = [
        *("Options -MultiViews", "ErrorDocument 404 " + root + "404.html"),
        *types,
        charset,
        "Header always set Access-Control-Allow-Origin *",
    ]
    guarded = [*head[:-1], "<IfModule mod_headers.c>", head[-1], "</IfModule>"]
    return _text([*guarded, *_rules(shape, root, files)])


def redirecting(shape: Shape, *, host: str) -> str:
    """
    Return the ``.htaccess`` of an address that redirects to the site, such as one at w3id.org.

    Parameters
    ----------
    shape
        What the site is like.
    host
        The address of the folder that holds the site; ends in a slash.
    """
    files = [rf"RewriteRule ^(.+\.{FILE}|LICENSE|SHA256SUMS)$ {host}$1 [R=302,L]"]
    return _text(
        ["Header always set Access-Control-Allow-Origin *", *_rules(shape, host, files)]
    )


def _rules(shape: Shape, root: str, files: list[str]) -> Iterator[str]:
    yield "RewriteEngine On"
    for path, place in shape.ways.items():
        yield f"RewriteRule ^{exactly(path)}/?$ {place} [DPI]"
    yield from files
    yield rf"RewriteRule ^(?:\.well-known/)?void/?$ {root}void.ttl [R=303,L]"
    yield f"RewriteRule ^prov/?$ {root}prov.ttl [R=303,L]"
    yield from _marked("Accept", "FORM", forms())
    yield from _marked("Accept-Language", "TONGUE", languages(shape))
    yield 'RewriteCond %{ENV:TONGUE} =""'
    yield f"RewriteRule ^ - [E=TONGUE:{shape.langs[0]}]"
    yield 'RewriteCond %{ENV:FORM} =""'
    yield "RewriteRule ^ - [R=406,L]"
    yield "RewriteCond %{ENV:FORM} =html"
    yield f"RewriteRule ^$ {root}index.%{{ENV:TONGUE}}.html [R=303,L]"
    yield f"RewriteRule ^$ {root}dataset.%{{ENV:FORM}} [R=303,L]"
    for pattern, data in ((_VERSION, f"{ONTOLOGY}/$1"), (f"^{ONTOLOGY}/?$", "ns")):
        yield "RewriteCond %{ENV:FORM} =html"
        yield f"RewriteRule {pattern} {root}ns.%{{ENV:TONGUE}}.html [R=303,L]"
        yield f"RewriteRule {pattern} {root}{data}.%{{ENV:FORM}} [R=303,L]"
    yield "RewriteCond %{ENV:FORM} =html"
    yield f"RewriteRule ^((?:{short(shape)})/[^/]+?)/?$ {root}$1.html [R=303,L]"
    yield "RewriteCond %{ENV:FORM} =html"
    yield f"RewriteRule ^(.+?)/?$ {root}$1.%{{ENV:TONGUE}}.html [R=303,L]"
    yield f"RewriteRule ^(.+?)/?$ {root}$1.%{{ENV:FORM}} [R=303,L]"


def _marked(header: str, name: str, patterns: Iterator[tuple[str, str]]) -> Iterator[str]:
    for pattern, value in patterns:
        yield f'RewriteCond %{{ENV:{name}}} =""'
        yield f'RewriteCond %{{HTTP:{header}}} "{pattern}" [NC]'
        yield f"RewriteRule ^ - [E={name}:{value}]"


def _text(lines: list[str]) -> str:
    return "# Which file an IRI leads to, by what a client accepts.\n" + "\n".join(lines) + "\n"
