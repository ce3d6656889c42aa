"""The keys of a running process, which takes in those that an operator adds."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

import psycopg

from api.private_file import KeyFileUnsafe
from cheguan.key_check import WrongSecrets
from domain.event_store.key_table import PostgresKeyTable
from domain.event_store.pending import StoreUnavailable
from domain.secret_keys import SecretKind, Secrets
from domain.vault import BlindIndex
from domain.wrapping import Wrapping

_EVERY_S: Final = 10.0
_LOG: Final = logging.getLogger(__name__)


class LiveKeys:
    """Knows which keys the vault names, and reads them again when it names another.

    ``read`` gives the keys of the data, or raises what :func:`~cheguan.key_check.checked` does.
    """

    def __init__(self, read: Callable[[], Secrets], table: PostgresKeyTable) -> None:
        self._read = read
        self._table = table
        self._take(read())
        self.index = BlindIndex(*self._indexes)
        self.names = BlindIndex(self._secrets.name)

    @property
    def wrapping(self) -> Wrapping:
        return self._wrapping

    async def follow(self) -> None:
        """Takes in the keys that were added since the last time.

        Raises :class:`~domain.event_store.pending.StoreUnavailable` if the vault is away, or if
        one of them is not at hand. The log then says what an operator has to bring.
        """
        if await self._table.secrets() <= self._secrets.keys.keys():
            return
        try:
            self._take(await asyncio.to_thread(self._read))
        except (WrongSecrets, KeyFileUnsafe, OSError) as wrong:
            _LOG.error("A key was added, and this process cannot have it. %s", wrong)
            raise StoreUnavailable("keys") from wrong
        except psycopg.Error as away:
            raise StoreUnavailable(type(away).__name__) from away
        self.index.renew(*self._indexes)
        _LOG.warning("The keys that were added are in use here.")

    async def followed(self) -> Wrapping:
        """The wrapping after :meth:`follow`."""
        await self.follow()
        return self._wrapping

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Follows every ten seconds, while the context is open."""
        task = asyncio.create_task(self._follow_for_ever())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _follow_for_ever(self) -> None:
        while True:
            await asyncio.sleep(_EVERY_S)
            with suppress(StoreUnavailable):
                await self.follow()

    def _take(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._wrapping = Wrapping(secrets.of(SecretKind.KEK))
        self._indexes = list(secrets.of(SecretKind.INDEX).values())
