"""What the simulated carrier serves: the contract of ``docs/carrier.openapi.json``."""

import hmac
from collections.abc import Awaitable, Callable
from typing import Final
from uuid import UUID

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cheguan.carrier.item_book import ItemBook, NoSuchOrder, NotNow
from domain.carriers.port import HandedItem, KnownItem, NumberedItem, WantedItem

_JSON: Final = "application/json"
Handled = Callable[[Request, UUID], Awaitable[Response]]


def carrier_app(book: ItemBook, token: str) -> Starlette:
    """The application. ``token`` is by what the carrier knows whoever sends items."""

    def known(handler: Handled) -> Callable[[Request], Awaitable[Response]]:
        async def checked(request: Request) -> Response:
            given = request.headers.get("authorization", "").encode()
            if not hmac.compare_digest(given, f"Bearer {token}".encode()):
                return Response(status_code=401)
            try:
                return await handler(request, UUID(request.path_params["key"]))
            except (msgspec.MsgspecError, ValueError):
                return Response(status_code=422)
            except NoSuchOrder:
                return Response(status_code=404)
            except NotNow:
                return Response(status_code=409)

        return checked

    async def create(request: Request, key: UUID) -> Response:
        wanted = msgspec.json.decode(await request.body(), type=WantedItem)
        return _told(NumberedItem(item_no=book.order(key, wanted)))

    async def hand_over(request: Request, key: UUID) -> Response:
        book.hand_over(key, msgspec.json.decode(await request.body(), type=HandedItem))
        return Response(status_code=204)

    async def cancel(request: Request, key: UUID) -> Response:
        book.cancel(key)
        return Response(status_code=204)

    async def query(request: Request, key: UUID) -> Response:
        if key not in book.orders:
            raise NoSuchOrder
        number, void = book.orders[key].item_no, key in book.void
        return _told(KnownItem(item_no=number, cancelled=void, scans=book.scans(key)))

    return Starlette(
        routes=[
            Route("/items/{key}", known(create), methods=["PUT"]),
            Route("/items/{key}", known(cancel), methods=["DELETE"]),
            Route("/items/{key}", known(query), methods=["GET"]),
            Route("/items/{key}/handover", known(hand_over), methods=["PUT"]),
        ]
    )


def _told(content: object) -> Response:
    return Response(msgspec.json.encode(content), media_type=_JSON)
