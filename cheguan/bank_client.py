"""The bank elsewhere at which fees are paid, if the settings name one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from api.routers.callbacks import PATH
from cheguan.bank_secrets import bank_token
from cheguan.settings import Settings, check_bank
from cheguan.town.payer import TownPayer
from domain.payments.port import BankPort
from workers.banks.outside_bank import OutsideBank
from workers.outside_system import SECONDS

_CONNECTIONS = 16


@asynccontextmanager
async def bank_of(settings: Settings) -> AsyncIterator[OutsideBank | None]:
    """The bank, while the context is open. No proxy of the surroundings sees the token."""
    if settings.bank_url is None:
        yield None
        return
    check_bank(settings)
    async with httpx.AsyncClient(
        base_url=f"{settings.bank_url.rstrip('/')}/",
        headers={"authorization": f"Bearer {bank_token(settings)}"},
        timeout=SECONDS,
        limits=httpx.Limits(max_connections=_CONNECTIONS),
        trust_env=False,
    ) as http:
        yield OutsideBank(http)


@asynccontextmanager
async def payer_of(settings: Settings, bank: BankPort | None) -> AsyncIterator[TownPayer | None]:
    """Who pays at the bank for people of the town, while the context is open."""
    if bank is None:
        yield None
        return
    async with httpx.AsyncClient(timeout=SECONDS, trust_env=False) as http:
        base = settings.local_address
        yield TownPayer(bank, http, f"{base}{PATH}", f"{base}/mine")
