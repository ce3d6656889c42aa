"""Every route says who may use it; one that does not keeps the process from starting."""

from pathlib import Path
from typing import Annotated

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.staticfiles import StaticFiles

from api.answers import install
from api.demo_issuer import ISSUER, DemoIssuer
from api.identity import Identity, TokenVerifier
from api.permissions import (
    UndeclaredPermission,
    check_permissions,
    permissions,
    public,
    require,
)
from domain.people import Role

OFFICERS = require(Role.CLERK, Role.SUPERVISOR)


def application(secrets_dir: Path) -> tuple[FastAPI, DemoIssuer]:
    app = FastAPI(openapi_url=None)
    install(app)
    issuer = DemoIssuer(secrets_dir)
    app.state.verifier = TokenVerifier(issuer=ISSUER, keys=issuer, offices={"410100"})
    cases = APIRouter(prefix="/cases", dependencies=[Depends(OFFICERS)])

    @cases.get("/mine")
    async def mine(identity: Annotated[Identity, Depends(OFFICERS)]) -> str:
        return identity.actor.id

    @cases.post("/approve")
    async def approve(who: Annotated[Identity, Depends(require(Role.SUPERVISOR, Role.HQ))]) -> str:
        return who.actor.id

    outer = APIRouter(prefix="/api/v1")
    outer.include_router(cases)
    app.include_router(outer)

    @app.get("/", dependencies=[Depends(public())])
    async def page() -> str:
        return "page"

    return app, issuer


async def ask(app: FastAPI, method: str, path: str, *authorization: str) -> httpx.Response:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        headers = [("authorization", value) for value in authorization]
        return await client.request(method, path, headers=headers)


async def test_the_right_role_passes_and_the_route_learns_who_it_is(tmp_path: Path) -> None:
    app, issuer = application(tmp_path)
    token = issuer.token(role=Role.CLERK, subject="clerk-7", office="410100")
    assert (await ask(app, "GET", "/api/v1/cases/mine", f"Bearer {token}")).json() == "clerk-7"
    assert (await ask(app, "GET", "/api/v1/cases/mine", f"bearer {token}")).status_code == 200
    assert (await ask(app, "GET", "/")).json() == "page"


async def test_another_role_is_forbidden(tmp_path: Path) -> None:
    app, issuer = application(tmp_path)
    token = issuer.token(role=Role.CLERK, subject="clerk-7", office="410100")
    answer = await ask(app, "POST", "/api/v1/cases/approve", f"Bearer {token}")
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/forbidden")
    assert 'error="insufficient_scope"' in answer.headers["www-authenticate"]


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        ([], "unauthenticated"),
        ([""], "token-invalid"),
        (["Basic dTpw"], "token-invalid"),
        (["Bearer"], "token-invalid"),
        (["Bearer x", "Bearer y"], "token-invalid"),
    ],
)
async def test_without_a_valid_token_nobody_is_anybody(
    tmp_path: Path, authorization: list[str], code: str
) -> None:
    app, _ = application(tmp_path)
    answer = await ask(app, "GET", "/api/v1/cases/mine", *authorization)
    assert (answer.status_code, answer.json()["type"]) == (401, f"/problems/{code}")
    assert answer.headers["www-authenticate"].startswith('Bearer realm="cheguan"')


def test_the_permissions_of_an_application_are_a_table(tmp_path: Path) -> None:
    app, _ = application(tmp_path)
    assert permissions(app) == {
        "GET /api/v1/cases/mine": {Role.CLERK, Role.SUPERVISOR},
        "POST /api/v1/cases/approve": {Role.SUPERVISOR},
        "GET /": frozenset(),
    }
    check_permissions(app)


def test_a_forgotten_permission_keeps_the_process_from_starting(tmp_path: Path) -> None:
    app, _ = application(tmp_path)
    hidden = APIRouter()

    @hidden.get("/forgotten")
    async def forgotten() -> None: ...

    async def plain(request: Request) -> PlainTextResponse:
        return PlainTextResponse("plain")

    app.include_router(hidden, prefix="/api/v1")
    app.add_route("/plain", plain)
    app.mount("/static", StaticFiles(directory=tmp_path))
    with pytest.raises(UndeclaredPermission) as caught:
        check_permissions(app, open_paths={"/static"})
    assert str(caught.value) == "GET /api/v1/forgotten, GET /plain, HEAD /plain"


def test_a_permission_for_nobody_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one role"):
        require()


def test_the_api_description_shows_which_routes_want_a_token(tmp_path: Path) -> None:
    app, _ = application(tmp_path)
    description = app.openapi()
    assert description["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    assert description["paths"]["/api/v1/cases/mine"]["get"]["security"] == [{"bearer": []}]
    assert "security" not in description["paths"]["/"]["get"]
