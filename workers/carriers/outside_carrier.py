"""A carrier elsewhere, over HTTP, by the contract of ``docs/carrier.openapi.json`` (ADR 95).

Whom an item is for never stands in an address, so nobody's log of addresses tells it.
"""

import time
from collections.abc import Callable
from typing import Final, TypeVar
from uuid import UUID

import httpx
import msgspec

from domain.carriers.port import (
    CarrierAway,
    HandedItem,
    ItemRefused,
    KnownItem,
    NumberedItem,
    WantedItem,
)
from workers.outside_system import OutsideSystem
from workers.silence import CircuitBreaker

LONGEST: Final = 65_536
"""So many bytes an answer may have."""
T = TypeVar("T")


class OutsideCarrier:
    """A :class:`~domain.carriers.port.CarrierPort`. ``http`` knows its address and our token.

    ``name`` tells it from others in the log. ``clock`` only goes on.
    """

    def __init__(
        self, name: str, http: httpx.AsyncClient, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._there = OutsideSystem(name, http, CarrierAway, LONGEST)
        self._circuit = CircuitBreaker(CarrierAway, clock)

    async def create(self, key: UUID, wanted: WantedItem) -> str:
        async def ask() -> str:
            body = await self._there.told("PUT", f"items/{key}", wanted)
            return self._read(body, NumberedItem).item_no

        return await self._circuit.asked(ask)

    async def hand_over(self, key: UUID, handed: HandedItem) -> None:
        path = f"items/{key}/handover"
        await self._circuit.asked(lambda: self._there.ordered(path, handed, ItemRefused))

    async def cancel(self, key: UUID) -> None:
        path = f"items/{key}"
        await self._circuit.asked(lambda: self._there.ordered(path, None, ItemRefused, "DELETE"))

    async def known(self, key: UUID) -> KnownItem | None:
        async def ask() -> KnownItem | None:
            body = await self._there.found(f"items/{key}")
            return None if body is None else self._read(body, KnownItem)

        return await self._circuit.asked(ask)

    def _read(self, body: bytes, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError) as garbage:
            why = f"off the contract ({type(garbage).__name__})"
            raise self._there.unusable(why) from None
