"""The carriers elsewhere by which documents are sent, as far as the settings name them."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from types import MappingProxyType
from typing import Final

import httpx

from api.routers.carrier_callbacks import path_of
from cheguan.carrier_secrets import carrier_token
from cheguan.settings import Settings, check_carriers
from domain.carriers.carrier import CarrierName
from domain.carriers.port import CarrierPort
from workers.carriers.outside_carrier import OutsideCarrier
from workers.outside_system import SECONDS

_CONNECTIONS: Final = 16


def carrier_urls(settings: Settings) -> Mapping[CarrierName, str]:
    """Where the carriers are that the settings name, in the order in which they are preferred."""
    known = {CarrierName.EMS: settings.ems_url, CarrierName.REGISTERED: settings.registered_url}
    return {carrier: url for carrier, url in known.items() if url is not None}


def notify_urls(settings: Settings) -> Mapping[CarrierName, str]:
    """Where each carrier tells of scans."""
    base = settings.notify_url or f"http://{settings.host}:{settings.port}"
    return {each: f"{base.rstrip('/')}{path_of(each)}" for each in CarrierName}


@asynccontextmanager
async def carriers_of(settings: Settings) -> AsyncIterator[Mapping[CarrierName, CarrierPort]]:
    """The carriers, while the context is open. No proxy of the surroundings sees a token."""
    check_carriers(settings)
    async with AsyncExitStack() as opened:
        ports: dict[CarrierName, CarrierPort] = {}
        for carrier, url in carrier_urls(settings).items():
            http = httpx.AsyncClient(
                base_url=f"{url.rstrip('/')}/",
                headers={"authorization": f"Bearer {carrier_token(settings, carrier)}"},
                timeout=SECONDS,
                limits=httpx.Limits(max_connections=_CONNECTIONS),
                trust_env=False,
            )
            ports[carrier] = OutsideCarrier(carrier, await opened.enter_async_context(http))
        yield MappingProxyType(ports)
