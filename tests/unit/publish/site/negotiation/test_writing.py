"""Apache and nginx lead where this package leads."""

import http.client
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from coordgraph.publish.site.negotiation.rules import Shape, negotiated
from coordgraph.publish.site.negotiation.writing import write_rules
from coordgraph.publish.site.output import MARK, Output
from tests.servers import free_port, running

WAYS = {
    "id/actor/CON": "thing/1",
    "id/actor/nul.txt": "thing/2",
    "id/año": "thing/3",
    'id/"a b"[.]$1%{x}\x27#': "thing/4",
    "other/x/y": "thing/5",
}
SHAPE = Shape(("en", "es", "pt"), frozenset({"id/tie", "id/participation"}), WAYS)
ROOT = "/kg/"

ACCEPTS = [
    "",
    "*/*",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "text/turtle",
    "Text/Turtle; q=1.0",
    "text/turtle;q=0.5, application/ld+json",
    "application/n-triples;q=0.1",
    "text/turtle;q=0, application/ld+json;q=0.4",
    "application/json",
    "image/png",
    "image/png, */*;q=0.1",
]
PATHS = [
    "",
    "id/actor/afip",
    "id/tie/t1",
    "ns",
    "ns/0.1.0",
    "ontology/",
    "ns/Actor",
    "graph/article",
    "void",
    "dataset",
    *WAYS,
    "id/actor/con",
    "id/actor/nulxtxt",
    "id/actor/CON/",
]
LANGUAGES = ["", "es-AR,es;q=0.9,en;q=0.8", "de,pt;q=0.5", "de"]


def site(folder: Path, host: str | None = None) -> Path:
    output = Output(folder)
    for name in ("LICENSE", "id/actor/afip.ttl", "id/actor/afip.en.html", "404.html"):
        output.write(name, name)
    output.write(MARK, "{}")
    write_rules(SHAPE, output, base=f"https://example.org{ROOT}", host=host)
    return folder


def test_rules_that_redirect_are_there_if_the_base_does(tmp_path: Path) -> None:
    assert not (site(tmp_path / "a") / "server/redirect.htaccess").exists()
    redirecting = site(tmp_path / "b", "https://host.org/x/") / "server/redirect.htaccess"
    rules = redirecting.read_text("utf-8")
    assert r"RewriteRule ^(.+?)/?$ https://host.org/x/$1.%{ENV:FORM} [R=303,L]" in rules
    assert "/x/404.html" in (tmp_path / "b/.htaccess").read_text("utf-8")


APACHE = """
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot {folder}/docs
<Directory {folder}/docs>
AllowOverride All
Require all granted
</Directory>
"""
NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{}}
http {{
    access_log off;
    include {folder}/docs/kg/server/nginx-http.conf;
    server {{
        listen 127.0.0.1:{port}; root {folder}/docs;
        include {folder}/docs/kg/server/nginx-server.conf;
    }}
}}
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def ask(port: int, path: str, accept: str, language: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Accept": accept, "Accept-Language": language}
    connection.request(
        "GET", ROOT + quote(path), headers={k: v for k, v in headers.items() if v}
    )
    answer = connection.getresponse()
    answer.read()
    connection.close()
    location = urlsplit(answer.headers.get("Location") or "").path
    return answer.status, location.removeprefix(ROOT)


def check(port: int) -> None:
    asked = [
        *((path, accept, "") for path in PATHS[:3] for accept in ACCEPTS),
        *((path, "text/html", language) for path in PATHS[:3] for language in LANGUAGES),
        *((path, accept, "") for path in PATHS[3:] for accept in ("text/turtle", "*/*")),
    ]
    for path, accept, language in asked:
        wanted = negotiated(path, accept, language=language, shape=SHAPE)
        assert ask(port, path, accept, language) == wanted, (path, accept, language)
    assert ask(port, "id/actor/afip.ttl", "text/html", "") == (200, "")
    assert ask(port, "LICENSE", "", "") == (200, "")
    assert ask(port, "id/actor/nobody.ttl", "", "")[0] == 404


@pytest.mark.webserver
def test_apache_leads_to_the_same_files(open_folder: Path) -> None:
    if not shutil.which("apache2"):
        pytest.skip("Apache is not there: `apt-get install apache2` installs it")
    site(open_folder / "docs/kg")
    port, modules = free_port(), "/usr/lib/apache2/modules"
    config = open_folder / "apache.conf"
    config.write_text(
        APACHE.format(folder=open_folder, port=port, modules=modules), encoding="utf-8"
    )
    with running(["apache2", "-DFOREGROUND", "-f", str(config)], port):
        check(port)


@pytest.mark.webserver
def test_nginx_leads_to_the_same_files(open_folder: Path) -> None:
    if not shutil.which("nginx"):
        pytest.skip("nginx is not there: `apt-get install nginx` installs it")
    site(open_folder / "docs/kg")
    port = free_port()
    config = open_folder / "nginx.conf"
    config.write_text(NGINX.format(folder=open_folder, port=port), encoding="utf-8")
    shutil.copyfile("/etc/nginx/mime.types", open_folder / "mime.types")
    with running(["nginx", "-c", str(config), "-p", str(open_folder)], port):
        check(port)
