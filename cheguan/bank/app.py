"""What the simulated bank serves: pages to whoever pays, and a contract to whoever is paid."""

import hmac
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final
from uuid import UUID

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from cheguan.bank import pages
from cheguan.bank.ledger import Ledger, NotTaken
from cheguan.bank.mischief import Mischief
from cheguan.bank.statement import statement
from domain.payments.port import WantedPayment, WantedRefund

_JSON: Final = "application/json"
Handler = Callable[[Request], Awaitable[Response]]


def bank_app(ledger: Ledger, token: str, mischief: Mischief) -> Starlette:
    """The application. ``token`` is by what the bank knows whoever is paid."""

    def known(handler: Handler) -> Handler:
        async def checked(request: Request) -> Response:
            given = request.headers.get("authorization", "").encode()
            if not hmac.compare_digest(given, f"Bearer {token}".encode()):
                return Response(status_code=401)
            try:
                return await handler(request)
            except (msgspec.MsgspecError, ValueError):
                return Response(status_code=422)

        return checked

    async def begin(request: Request) -> Response:
        wanted = msgspec.json.decode(await request.body(), type=WantedPayment)
        return _told({"url": f"{request.base_url}pay/{ledger.begin(wanted)}"})

    async def order(request: Request) -> Response:
        return _told(ledger.known(UUID(request.path_params["order"])))

    async def refund(request: Request) -> Response:
        id = UUID(request.path_params["id"])
        wanted = msgspec.json.decode(await request.body(), type=WantedRefund)
        try:
            ledger.give_back(id, wanted, mischief.failure(str(id)))
        except NotTaken:
            return Response(status_code=409)
        return Response(status_code=204)

    async def day(request: Request) -> Response:
        of = date.fromisoformat(request.path_params["day"])
        return Response(statement(ledger, of), media_type="text/csv; charset=utf-8")

    async def page(request: Request) -> Response:
        try:
            id = UUID(request.path_params["id"])
            opened = ledger.opened[id]
        except (ValueError, KeyError):
            return HTMLResponse(pages.unknown(), 404)
        if request.method == "POST":
            return HTMLResponse(pages.thanking(opened, ledger.pay(id)))
        before = len(ledger.known(opened.wanted.order).payments)
        return HTMLResponse(pages.asking(id, opened, before))

    return Starlette(
        routes=[
            Route("/payments", known(begin), methods=["POST"]),
            Route("/orders/{order}", known(order)),
            Route("/refunds/{id}", known(refund), methods=["PUT"]),
            Route("/statements/{day}", known(day)),
            Route("/pay/{id}", page, methods=["GET", "POST"]),
        ]
    )


def _told(content: object) -> Response:
    return Response(msgspec.json.encode(content), media_type=_JSON)
