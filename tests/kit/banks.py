"""A bank beside a service, in this process. Each is asked over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import httpx

from api.routers.callbacks import PATH
from cheguan.bank.app import bank_app
from cheguan.bank.courier import Courier
from cheguan.bank.ledger import Ledger
from cheguan.bank.mischief import Mischief
from domain.aggregates import CODEC
from domain.orders.state import order_of
from domain.payments.port import WantedPayment
from tests.kit import callbacks as kit
from tests.kit.served import NOW, Service, served
from workers.banks.outside_bank import OutsideBank
from workers.banks.refunds import refunds
from workers.concerned import CONCERNED
from workers.reactor import Reactor

TOKEN = "a-token-of-the-bank"
HONEST = Mischief()


class Line(httpx.ASGITransport):
    """The way to the bank. While it is ``cut`` nobody gets through."""

    cut = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            raise httpx.ConnectError("cut")
        return await super().handle_async_request(request)


@dataclass
class BankAndService:
    """``http`` talks to the bank as anybody may, ``port`` as we do. ``now`` is its clock."""

    service: Service
    ledger: Ledger
    courier: Courier
    http: httpx.AsyncClient
    port: OutsideBank
    line: Line
    now: datetime

    async def begun(self, case: UUID, amount_fen: int) -> str:
        """The address of the page on which a case is paid."""
        return await self.port.begin(wanted(case, amount_fen))

    async def pay(self, case: UUID, amount_fen: int) -> None:
        """Somebody presses the button of the bank."""
        answer = await self.http.post(await self.begun(case, amount_fen))
        assert answer.status_code == 200

    async def settle(self) -> None:
        """Days go by: callbacks are sent again, commands made, refunds asked for and told."""
        reactor = Reactor(
            self.service.url,
            CODEC,
            self.service.desk.door,
            CONCERNED,
            refunds(self.port),
        )
        at = datetime.now(UTC)
        for _ in range(4):
            at += timedelta(days=1)
            await self.courier.step(at)
            await kit.settled(self.service)
            await reactor.catch_up()
        await reactor.close()


def wanted(case: UUID, amount_fen: int) -> WantedPayment:
    return WantedPayment(
        order=order_of(case),
        amount_fen=amount_fen,
        subject="补换领机动车号牌",
        asked_at=NOW,
        notify_url=f"http://127.0.0.1{PATH}",
        return_url="http://127.0.0.1/apply",
    )


@asynccontextmanager
async def bank_and_service(
    url: str, folder: Path, mischief: Mischief = HONEST
) -> AsyncIterator[BankAndService]:
    ledger = Ledger(clock=lambda: both.now)
    app = Line(app=bank_app(ledger, TOKEN, mischief))
    known = {"authorization": f"Bearer {TOKEN}"}
    async with (
        httpx.AsyncClient(transport=app, base_url="http://bank") as anybody,
        httpx.AsyncClient(transport=app, base_url="http://bank", headers=known) as ours,
        served(url, folder, lambda made: replace(made, bank_port=OutsideBank(ours))) as service,
    ):
        courier = Courier(ledger, kit.secret(service.secrets), service.http, mischief)
        both = BankAndService(
            service, ledger, courier, anybody, OutsideBank(ours), app, datetime.now(UTC)
        )
        yield both
