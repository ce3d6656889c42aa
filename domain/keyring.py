"""Data keys at hand: new ones are made ahead of need (ADR 3), used ones remembered for a while."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Protocol
from uuid import UUID

from domain.vault import DataKey, SealBroken, new_keys
from domain.wrapping import KekUnknown, WrappedKey, Wrapping

_AHEAD: Final = 1024
_REMEMBERED: Final = 10_000
_REMEMBERED_S: Final = 300.0


class KeyErased(Exception):
    """The data key was deleted, so what it sealed is gone for good."""


class KekReplaced(Exception):
    """Another KEK has become the current one, and nothing may be wrapped by this one any more."""


class KeyTable(Protocol):
    """Where wrapped data keys are kept. It takes none that an old KEK has wrapped."""

    async def save(self, keys: Sequence[WrappedKey]) -> None: ...
    async def load(self, key_id: UUID) -> WrappedKey | None: ...


class Keyring:
    """Hands out new keys, which are durable before that, and finds old ones.

    An erased key serves for five minutes at most, in processes that had it at hand. A
    restart leaves some keys unused, which seal nothing. ``renewed`` gives the wrapping with the
    KEKs that were added since the process started.
    """

    def __init__(
        self,
        table: KeyTable,
        wrapping: Wrapping,
        *,
        renewed: Callable[[], Awaitable[Wrapping]] | None = None,
        ahead: int = _AHEAD,
    ) -> None:
        self._table = table
        self._wrapping = wrapping
        self._renewed = renewed
        self._ahead = ahead
        self._ready: list[DataKey] = []
        self._making: asyncio.Task[None] | None = None
        self._known: OrderedDict[UUID, tuple[float, DataKey]] = OrderedDict()
        self._sweeps = False

    async def new_key(self) -> DataKey:
        """Returns a key that nobody has used. Raises what the table raises when it is away."""
        if len(self._ready) <= self._ahead // 2:
            self._refill()
        while not self._ready:
            await asyncio.shield(self._refill())
        return self._ready.pop()

    def give_back(self, key: DataKey) -> None:
        """Takes back a key of :meth:`new_key` that has sealed nothing which is kept."""
        self._ready.append(key)

    async def key(self, key_id: UUID) -> DataKey:
        """Returns the key of this id.

        Raises :class:`KeyErased`, or :class:`~domain.vault.SealBroken` for a key that another
        key-encryption key has wrapped, or one that nobody knows of.
        """
        known = self._known.get(key_id)
        if known and known[0] > time.monotonic():
            return known[1]
        self._known.pop(key_id, None)
        wrapped = await self._table.load(key_id)
        if wrapped is None:
            raise KeyErased
        key = await self._unwrapped(wrapped)
        self.remember(key)
        return key

    def remember(self, key: DataKey) -> None:
        """Keeps a key at hand, because it will soon be asked for."""
        self._known[key.id] = (time.monotonic() + _REMEMBERED_S, key)
        self._known.move_to_end(key.id)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        if not self._sweeps:
            self._sweeps = True
            asyncio.get_running_loop().call_later(_REMEMBERED_S, self._sweep)

    def _sweep(self) -> None:
        """Drops the keys whose time is over, and comes back when that of the next is."""
        now = time.monotonic()
        until = next((until for until, _ in self._known.values()), None)
        while until is not None and until <= now:
            self._known.popitem(last=False)
            until = next((until for until, _ in self._known.values()), None)
        self._sweeps = until is not None
        if until is not None:
            asyncio.get_running_loop().call_later(until - now, self._sweep)

    def _refill(self) -> asyncio.Task[None]:
        """The one task that makes keys. Only whoever waits for it is told of a failure."""
        if self._making is None:
            self._making = asyncio.create_task(self._make())
            self._making.add_done_callback(_look_at)
        return self._making

    async def _make(self) -> None:
        try:
            keys = new_keys(self._ahead)
            try:
                await self._table.save(self._wrapping.wrap_all(keys))
            except KekReplaced:
                await self._renew()
                await self._table.save(self._wrapping.wrap_all(keys))
            self._ready.extend(keys)
        finally:
            self._making = None

    async def _unwrapped(self, wrapped: WrappedKey) -> DataKey:
        try:
            return self._wrapping.unwrap(wrapped)
        except KekUnknown:
            await self._renew()
        try:
            return self._wrapping.unwrap(wrapped)
        except KekUnknown as unknown:
            raise SealBroken from unknown

    async def _renew(self) -> None:
        if self._renewed is None:
            return
        self._wrapping = await self._renewed()


def _look_at(making: asyncio.Task[None]) -> None:
    """Looks at the failure of a refill, so that no log tells it. It is tried again anyway."""
    if not making.cancelled():
        making.exception()
