"""Where a reader waits until the read models have come as far as he asks.

He holds no connection meanwhile, and all who wait are served by one look every 20 ms. There are
few places, of which one client takes only some, so a stranger who waits keeps nobody out.
"""

import asyncio
import time
from collections import Counter
from typing import Final, LiteralString, NamedTuple

from domain.event_store.connection import Connect
from domain.event_store.questions import Questions
from projections.engine.joined import Joined
from projections.engine.standing import SLOWEST

_LOOK: Final[LiteralString] = f"""
SELECT (SELECT coalesce(max(notification_id), 0) FROM stored_events), ({SLOWEST})"""
PLACES: Final = 32
OF_EACH: Final = 8
_LOOK_EVERY_S: Final = 0.02
_REMEMBERED_S: Final = 1.0


class BeyondTheLog(Exception):
    """Nothing stands at this position yet, so no waiting helps. ``last`` is the last one."""

    def __init__(self, last: int) -> None:
        super().__init__(f"the log ends at {last}")
        self.last = last


class NotThereYet(Exception):
    """The read models have not come so far in time, or there is no place to wait for it."""


class _Seen(NamedTuple):
    last: int
    folded: int
    at: float


class WaitingRoom:
    """``places`` may wait at once for ``within_s`` seconds, of them ``of_each`` from one client."""

    def __init__(
        self,
        connect: Connect,
        *,
        places: int = PLACES,
        of_each: int = OF_EACH,
        within_s: float = 2.0,
    ) -> None:
        self._questions = Questions(connect)
        self._places, self._of_each, self._within_s = places, of_each, within_s
        self._seen = _Seen(0, 0, float("-inf"))
        self._look = Joined(self._ask)
        self._tick = Joined(self._look, after_s=_LOOK_EVERY_S)
        self._waiting: Counter[str] = Counter()

    async def reached(self, position: int, client: str) -> None:
        """Returns when every read model has folded the log up to ``position``.

        Raises :class:`BeyondTheLog` or :class:`NotThereYet`, each at once where no waiting
        helps, and ``StoreUnavailable``. What was seen in the last second is not looked up
        again, unless somebody would be refused by it.
        """
        if time.monotonic() < self._seen.at + _REMEMBERED_S and position <= self._seen.folded:
            return
        seen = await self._look()
        if position > seen.last:
            raise BeyondTheLog(seen.last)
        if position > seen.folded:
            await self._wait(position, client)

    async def _wait(self, position: int, client: str) -> None:
        if self._waiting.total() >= self._places or self._waiting[client] >= self._of_each:
            raise NotThereYet
        self._waiting[client] += 1
        try:
            async with asyncio.timeout(self._within_s):
                while (await self._tick()).folded < position:
                    pass
        except TimeoutError:
            raise NotThereYet from None
        finally:
            self._waiting[client] -= 1
            if not self._waiting[client]:
                del self._waiting[client]

    async def _ask(self) -> _Seen:
        last, folded = (await self._questions.rows(_LOOK))[0]
        self._seen = _Seen(last, folded or 0, time.monotonic())
        return self._seen

    async def close(self) -> None:
        await self._questions.close()
