"""Data keys at hand: new ones made ahead of need, used ones remembered for a while."""

import asyncio
import time
from collections import OrderedDict
from os import urandom
from typing import Final
from uuid import UUID, uuid4

from domain.vault import DataKey, KeyTable, Wrapping

_AHEAD: Final = 1024
_REMEMBERED: Final = 10_000
_REMEMBERED_S: Final = 300.0


class KeyErased(Exception):
    """The data key was deleted: what it sealed is gone for good."""


class Keyring:
    """New keys are durable before they are handed out; :meth:`key` finds old ones.

    A restart leaves some keys unused; they seal nothing.
    """

    def __init__(self, table: KeyTable, wrapping: Wrapping, *, ahead: int = _AHEAD) -> None:
        self._table = table
        self._wrapping = wrapping
        self._ahead = ahead
        self._ready: list[DataKey] = []
        self._making: asyncio.Task[None] | None = None
        self._known: OrderedDict[UUID, tuple[float, DataKey]] = OrderedDict()

    async def new_key(self) -> DataKey:
        """A key nobody has used. Raises what the table raises when it is away."""
        if len(self._ready) <= self._ahead // 2 and self._making is None:
            self._making = asyncio.create_task(self._make())
        while not self._ready:
            making = self._making or asyncio.create_task(self._make())
            self._making = making
            await asyncio.shield(making)
        return self._ready.pop()

    async def key(self, key_id: UUID) -> DataKey:
        """Raises :class:`KeyErased` or :class:`~domain.vault.SealBroken`."""
        known = self._known.get(key_id)
        if known and known[0] > time.monotonic():
            return known[1]
        wrapped = await self._table.load(key_id)
        if wrapped is None:
            self._known.pop(key_id, None)
            raise KeyErased
        key = self._wrapping.unwrap(key_id, wrapped)
        self._known[key_id] = (time.monotonic() + _REMEMBERED_S, key)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return key

    async def _make(self) -> None:
        try:
            keys = [DataKey(uuid4(), urandom(32)) for _ in range(self._ahead)]
            await self._table.save([(key.id, self._wrapping.wrap(key)) for key in keys])
            self._ready.extend(keys)
        finally:
            self._making = None
