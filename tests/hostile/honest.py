"""Honest clients, who go on asking while others attack, and count what they are served."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from tests.faults.wire import Answer, NoAnswer, Wire
from tests.hostile.requests import Asking, Known, head
from tests.hostile.target import Target

_MIX: Final = (
    *("submit", "track", "queue", "page", "track"),
    *("submit", "track", "case", "queue", "health"),
)
"""What ten requests after one another are for."""
_GOOD: Final = {"submit": 201}
_KNOWN: Final = 12
"""So many applications are tracked by turns."""


@dataclass
class Asked:
    """One request. ``told`` is the status, or 0 without an answer, and None as long as it waits."""

    kind: str
    begun: float
    told: int | None = None

    @property
    def served(self) -> bool:
        return self.told == _GOOD.get(self.kind, 200)


class Honest:
    """Begins ``rate`` requests a second, whatever became of those before.

    Each has a connection of its own, from the address of another citizen or officer, and is
    served if it is answered as it should be within ``within_s``.
    """

    def __init__(self, target: Target, asking: Asking, rate: float, within_s: float) -> None:
        self.target, self.asking = target, asking
        self._rate, self._within_s = rate, within_s
        self.asked: list[Asked] = []
        self.known: list[Known] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._running: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Makes the applications that are tracked afterwards, and starts."""
        self.known = [await self.applied() for _ in range(_KNOWN)]
        self._running = asyncio.create_task(self._run())

    async def applied(self) -> Known:
        """One application more."""
        number = next(self.asking.numbers)
        content = (await self._answer("submit", self.asking.submission(number))).content
        return Known(content["reference"], content["id"], number)

    async def end(self) -> None:
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await asyncio.gather(*self._tasks)

    def between(self, since: float, until: float) -> list[Asked]:
        """What was begun in this time (monotonic)."""
        return [each for each in self.asked if since <= each.begun < until]

    async def back(self, since: float, within_s: float, calm_s: float) -> float | None:
        """Waits until everything that is begun in ``calm_s`` seconds is served.

        Returns how long after ``since`` that time began, or ``None`` if none has begun
        ``within_s`` later.
        """
        start = since
        while start - since <= within_s:
            end = start + calm_s
            await asyncio.sleep(max(0.0, end - time.monotonic()))
            window = self.between(start, end)
            await asyncio.gather(*self._tasks)
            failed = [each for each in window if not each.served]
            if window and not failed:
                return start - since
            start = failed[-1].begun + 1e-6 if failed else end
        return None

    async def _run(self) -> None:
        """Keeps to its times: a request that is late does not make the next one late."""
        started = time.monotonic()
        for turn in count():
            await asyncio.sleep(max(0.0, started + turn / self._rate - time.monotonic()))
            task = asyncio.create_task(self._one(turn))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _one(self, turn: int) -> None:
        kind = _MIX[turn % len(_MIX)]
        known = self.known[turn % len(self.known)]
        match kind:
            case "submit":
                request = self.asking.submission(next(self.asking.numbers))
            case "track":
                request = self.asking.tracking(known)
            case "queue":
                request = self.asking.by_clerk("/api/v1/cases?queue=all", turn)
            case "case":
                request = self.asking.by_clerk(f"/api/v1/cases/{known.case}", turn)
            case "page":
                request = head("GET /track")
            case _:
                request = head("GET /health/live")
        asked = Asked(kind, time.monotonic())
        self.asked.append(asked)
        try:
            asked.told = (await self._answer(kind, request, turn)).status
        except NoAnswer:
            asked.told = 0

    async def _answer(self, kind: str, request: bytes, turn: int = 0) -> Answer:
        wire = Wire(f"127.33.{turn // 250 % 250}.{turn % 250 + 1}")
        port = self.target.operators_port if kind == "health" else self.target.port
        try:
            return await wire.ask(port, request, self._within_s)
        finally:
            wire.close()


def share(asked: Sequence[Asked]) -> float:
    """The share that was served. Of nothing, everything is."""
    return sum(each.served for each in asked) / len(asked) if asked else 1.0


def refusals(asked: Sequence[Asked]) -> Iterator[str]:
    """What those were told that were not served, by kind."""
    told = Counter((each.kind, each.told or "nothing") for each in asked if not each.served)
    for (kind, status), number in sorted(told.items(), key=str):
        yield f"{number} × {kind}: {status}"
