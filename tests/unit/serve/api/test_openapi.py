"""Programs find every address of the server in its description, and nothing else there."""

import json
import re
from collections.abc import Iterator
from typing import Any, cast

import pytest
from starlette.routing import Route

from coordgraph.queries import library
from coordgraph.serve.api.openapi import openapi
from coordgraph.serve.api.operations import OPERATIONS
from coordgraph.serve.app import application
from coordgraph.serve.crew import Crew
from coordgraph.serve.limits import Limits
from coordgraph.serve.nursery import Nursery
from tests.unit.serve.conftest import Client

PATHS: dict[str, dict[str, Any]] = openapi("http://x/")["paths"]
FOR_PEOPLE = re.compile(r"/|/(assets|static|en|es|pt)(/.*)?|/\{name:path\}")
"""Pages, what they load, and things, which are found by following IRIs."""


def _routes() -> Iterator[Route]:
    crew = Crew(cast("Nursery", None), Limits())
    for route in application(crew).routes:
        assert isinstance(route, Route)
        if not FOR_PEOPLE.fullmatch(route.path):
            yield route


@pytest.mark.parametrize("route", list(_routes()), ids=lambda route: str(route.path))
def test_what_stands_at_an_address_is_described(route: Route) -> None:
    same = route.path_regex
    assert any(same.fullmatch(path) or same.fullmatch(f"{path}/") for path in PATHS)


def test_each_operation_and_question_is_described() -> None:
    assert {f"/api/{one.name}" for one in OPERATIONS} <= PATHS.keys()
    assert {f"/queries/{name}" for name in library()} <= PATHS.keys()
    operations = [one for path in PATHS.values() for one in path.values()]
    ids = [one["operationId"] for one in operations]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[\w-]+", one) for one in ids)


def test_a_path_has_the_parameters_that_it_names() -> None:
    for path, methods in PATHS.items():
        for one in methods.values():
            known = [told["name"] for told in one["parameters"] if told["in"] == "path"]
            assert sorted(known) == sorted(re.findall(r"\{(\w+)\}", path)), path


VALUES = {
    "/store/{name}": "/store/x",
    "/dump/{name}": "/dump/dataset.nq",
    "/queries/{group}/{name}.{suffix}": "/queries/levels/ties.rq",
}


def _asked() -> Iterator[tuple[str, str]]:
    for path, methods in PATHS.items():
        for method in methods:
            if not path.startswith("/queries/") or "ties" in path or "{" in path:
                yield path, method


@pytest.mark.parametrize(("path", "method"), list(_asked()))
def test_what_is_described_is_answered_as_it_says(
    client: Client, path: str, method: str
) -> None:
    found = client.request(method.upper(), VALUES.get(path, path))
    assert str(found.status) in PATHS[path][method]["responses"]
    assert found.status != 404 or path == "/store/{name}"


def test_the_server_describes_itself_under_its_own_address(client: Client) -> None:
    found = json.loads(client.request("GET", "/api/openapi.json").body)
    assert found["servers"] == [{"url": client.root.rstrip("/")}]
    assert found["paths"].keys() == PATHS.keys()
