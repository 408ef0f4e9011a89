"""The rules for servers, written with a site."""

from urllib.parse import urlsplit

from coordgraph.publish.site.negotiation import apache, nginx
from coordgraph.publish.site.negotiation.rules import Shape
from coordgraph.publish.site.output import Output

__all__ = ["write_rules"]


def write_rules(shape: Shape, output: Output, *, base: str, host: str | None) -> None:
    """
    Write the rules for Apache and nginx, and those of an address that redirects, if one does.

    Parameters
    ----------
    shape
        What the site is like.
    output
        The site.
    base
        What its IRIs begin with.
    host
        Where its files are served, if not at the base; both end in a slash.
    """
    root = urlsplit(host or base).path
    output.write(".htaccess", apache.beside(shape, root=root))
    output.write("server/nginx-http.conf", nginx.maps(shape, root=root))
    output.write("server/nginx-server.conf", nginx.place(root=root))
    if host is not None:
        output.write("server/redirect.htaccess", apache.redirecting(shape, host=host))
