"""Whoever follows the signpost comes to the route that the framework finds by itself."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, Match

from api.app import application
from api.desk import Desk
from api.signpost import Signpost
from cheguan.registry import REGISTRY


def _router(name: str, *paths: str) -> APIRouter:
    router = APIRouter()
    for path in paths:

        def taken(told: str = f"{name} {path}") -> str:
            return told

        router.add_api_route(path, taken)
    return router


def _small() -> FastAPI:
    app = FastAPI(openapi_url=None)
    inner = APIRouter(prefix="/in")
    inner.include_router(_router("inner", "/{a}", "/fixed"))
    for router in (
        _router("first", "/a/fixed", "/a/{b}.csv"),
        _router("second", "/a/{b}", "/{x}/fixed", "/files/{rest:path}"),
        _router("third", "/a/other", "/files/own", "/z/"),
        inner,
    ):
        app.include_router(router)
    app.add_api_route("/alone/{c}", lambda: "alone")
    return app


def _signed() -> FastAPI:
    app = _small()
    app.router.middleware_stack = Signpost(app.router)
    return app


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        *("/a/fixed", "/a/x.csv", "/a/other", "/b/fixed", "/files/own", "/files/", "/files"),
        *("/files/a/b/c", "/in/fixed", "/in/x", "/alone/x", "/z", "/z/", "/a/", "/a/%7B%7D"),
        *("/", "//", "/a/b/c", "/nowhere", "/in", "/a/fixed/", "/alone/%2F"),
    ],
)
async def test_the_answer_is_that_of_the_framework(method: str, path: str) -> None:
    answers = []
    for app in (_small(), _signed()):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://a.example") as http:
            answer = await http.request(method, path)
            answers.append((answer.status_code, dict(answer.headers), answer.text))
    assert answers[0] == answers[1]


def test_every_path_of_the_product_leads_to_its_router() -> None:
    app = application(
        _nobody_asks_for_a_desk,
        aggregates=REGISTRY.aggregates,
        resources=REGISTRY.resources,
    )
    signpost = app.router.middleware_stack
    assert isinstance(signpost, Signpost)
    contexts = list(iter_route_contexts(app.routes))
    assert len(contexts) > 400
    for context in contexts:
        path = (context.path or "").replace("{", "").replace("}", "").replace(":path", "")
        for method in context.methods or ("GET",):
            few = signpost.leading_to(path)
            assert len(few) < 12, path
            found = _taken(app, few, method, path)
            assert found is not None
            assert found is _taken(app, app.router.routes, method, path)


def _nobody_asks_for_a_desk() -> AbstractAsyncContextManager[Desk]:
    raise AssertionError


def _taken(app: FastAPI, routes: Sequence[BaseRoute], method: str, path: str) -> BaseRoute | None:
    scope: dict[str, Any] = {"type": "http", "method": method, "path": path, "app": app}
    matching = (route for route in routes if route.matches(scope)[0] is Match.FULL)
    return next(matching, None)
