"""Clients that ask without end, write a journal and repeat what was not answered."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from typing import Any, Final, Literal

from domain.case.stage import Stage
from tests.faults.errands import Errand, Errands, Step, body_hash
from tests.faults.journal import Journal, Line
from tests.faults.wire import WITHIN_S, Answer, NoAnswer, Wire

CLIENTS: Final = 12
_ATTEMPTS: Final = 4
_PAUSE_S: Final = (0.02, 0.1)
_NEXT: Final = {Step.SUBMIT: Step.PAY, Step.PAY: Step.ACCEPT}
_REST_S: Final = 0.3
_KNOWS_WITHIN_S: Final = 3.0
_LOOK_EVERY_S: Final = 0.05
FOLLOWED: Final = 3
"""Every third case is paid for and accepted, as long as officers are at work."""


class Load:
    """The clients. ``ports`` gives the processes to talk to; after a failure another is tried."""

    def __init__(
        self,
        journal: Journal,
        errands: Errands,
        ports: Callable[[], Sequence[int]],
        seed: int,
        clients: int = CLIENTS,
    ) -> None:
        self._at_once = clients
        self._journal, self._errands, self._ports = journal, errands, ports
        self._random = random.Random(seed)
        self._numbers = count()
        self._news = asyncio.Event()
        self._stopping = False
        self._officers, self._rest_s = True, 0.0
        self._clients: list[asyncio.Task[None]] = []
        self.acknowledged = 0
        self.failed = 0
        self.submitted = 0
        self.last_ack = 0.0
        self.slowest = 0.0

    def start(self) -> None:
        self._clients = [asyncio.create_task(self._client(index)) for index in range(self._at_once)]

    async def stop(self) -> None:
        """Stops every client when it has finished what it does."""
        self._stopping = True
        await asyncio.gather(*self._clients)

    def slow_down(self) -> None:
        """From now on there are only applicants, who take their time."""
        self._officers, self._rest_s = False, _REST_S

    async def abandon(self) -> None:
        """Makes the clients leave whatever they do."""
        for client in self._clients:
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    async def more(self, acknowledgements: int, within_s: float = 40.0) -> None:
        """Returns after so many more acknowledgements, or raises ``TimeoutError``."""
        wanted = self.acknowledged + acknowledgements
        await self._until(lambda: self.acknowledged >= wanted, within_s)

    async def failures(self, count: int, within_s: float = 40.0) -> None:
        """Returns after so many more attempts that were answered with 503 or not at all."""
        wanted = self.failed + count
        await self._until(lambda: self.failed >= wanted, within_s)

    async def reaches(self, submissions: int) -> None:
        """Returns when so many submissions have been acknowledged in all."""
        await self._until(lambda: self.submitted >= submissions, 120.0)

    async def again_after(self, instant: float, within_s: float = 40.0) -> float:
        """Seconds from ``instant`` (monotonic) to the first acknowledgement after it."""
        await self._until(lambda: self.last_ack > instant, within_s)
        return self.last_ack - instant

    async def _until(self, condition: Callable[[], bool], within_s: float) -> None:
        async with asyncio.timeout(within_s):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def next_errand(self) -> Errand:
        """A submission nobody has made."""
        return Errand(next(self._numbers))

    async def ask(self, wire: Wire, port: int, errand: Errand, *, again: bool = False) -> Answer:
        """Makes one attempt, with its two lines in the journal. Raises :class:`NoAnswer`."""
        request = self._errands.request(errand)
        await self._keep(errand, "ask", again=again, sha256=body_hash(request))
        try:
            answer = await wire.ask(port, request, WITHIN_S)
        except NoAnswer as lost:
            await self._keep(errand, "nothing", again=again, why=str(lost))
            self._failure()
            raise
        await self._keep(errand, "answer", again=again, **told(answer))
        self._count(errand, answer)
        return answer

    async def leave(self, port: int, errand: Errand) -> None:
        """Asks, and goes away somewhere in the request or right after it."""
        request = self._errands.request(errand)
        await self._keep(errand, "ask", sha256=body_hash(request))
        size = self._random.choice((len(request), self._random.randrange(1, len(request))))
        await Wire().send_only(port, request, size)
        await self._keep(errand, "nothing", why="ClientLeft")

    def _count(self, errand: Errand, answer: Answer) -> None:
        self.slowest = max(self.slowest, answer.seconds)
        if answer.status // 100 == 2:
            self.acknowledged += 1
            self.submitted += errand.step is Step.SUBMIT
            self.last_ack = time.monotonic()
            self._news.set()
        else:
            self._failure()

    def _failure(self) -> None:
        self.failed += 1
        self._news.set()

    async def _client(self, index: int) -> None:
        wire = Wire()
        while not self._stopping:
            await asyncio.sleep(self._rest_s)
            errand: Errand | None = self.next_errand()
            while errand and not self._stopping:
                answer = await self._insist(wire, index, errand)
                errand = following(errand, answer) if answer and self._officers else None
                if (
                    errand
                    and errand.step is Step.ACCEPT
                    and not await self._paid(wire, index, errand)
                ):
                    errand = None
        wire.close()

    async def _paid(self, wire: Wire, index: int, errand: Errand) -> bool:
        """Looks for a while until the case knows that its order is paid."""
        deadline = time.monotonic() + _KNOWS_WITHIN_S
        look = self._errands.get(f"/api/v1/cases/{errand.case}")
        while time.monotonic() < deadline and not self._stopping:
            ports = self._ports()
            with suppress(NoAnswer):
                answer = await wire.ask(ports[index % len(ports)], look)
                if answer.content.get("state", {}).get("stage") == Stage.SUBMITTED:
                    return True
            await asyncio.sleep(_LOOK_EVERY_S)
        return False

    async def _insist(self, wire: Wire, index: int, errand: Errand) -> Answer | None:
        """Asks until the answer is final. Every fifth errand is left to the end of the run.

        An attempt that no process accepts does not count as one.
        """
        attempts = 1 if errand.number % 5 == 4 else _ATTEMPTS
        attempt = 0
        while attempt < attempts and not self._stopping:
            ports = self._ports()
            try:
                answer = await self.ask(wire, ports[(index + attempt) % len(ports)], errand)
                if answer.status != 503:
                    return answer
            except NoAnswer as lost:
                attempt -= str(lost) == "ConnectionRefusedError" and len(ports) == 1
            attempt += 1
            await asyncio.sleep(self._random.uniform(*_PAUSE_S) * 2 ** max(attempt, 0))
        return None

    async def _keep(
        self, errand: Errand, what: Literal["ask", "answer", "nothing"], **more: Any
    ) -> None:
        await self._journal.keep(
            Line(
                what=what,
                key=errand.key,
                number=errand.number,
                step=errand.step,
                command=errand.command,
                case=errand.case,
                expected=errand.expected,
                **more,
            )
        )


def following(errand: Errand, answer: Answer) -> Errand | None:
    """What an officer does next: the order is paid, then the case is accepted."""
    step = _NEXT.get(errand.step)
    if step is None or errand.number % FOLLOWED or answer.status // 100 != 2:
        return None
    if step is Step.PAY:
        return Errand(errand.number, step, answer.content["id"], expected=1)
    return Errand(errand.number, step, errand.case, expected=2)


def told(answer: Answer) -> dict[str, object]:
    """What the journal keeps of an answer."""
    content = answer.content
    good = answer.status // 100 == 2
    return {
        "status": answer.status,
        "code": None if good else str(content.get("type")),
        "told": (content["id"], content["version"], content["position"]) if good else None,
        "replayed": answer.headers.get("idempotency-replayed") == "true",
        "seconds": round(answer.seconds, 4),
    }
