"""One round of an attack: the attackers, how long they go on, and what they see."""

import asyncio
import resource
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final, NamedTuple

from tests.faults.wire import Answer, NoAnswer, Wire
from tests.hostile.line import Line
from tests.hostile.requests import Asking, Known
from tests.hostile.target import Target

_ATTEMPTS_A_SECOND: Final = 500
"""Of all attackers together. What is measured is the service and not their own machine."""
_ROUNDS: Final = 3
_BREATH_S: Final = 0.02
_OWN_FILES: Final = 600


def _room() -> int:
    """How many sockets this process may open beside those that it needs itself."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OWN_FILES


class Size(NamedTuple):
    """So many attackers at once, the bytes that each sends, and the seconds they go on."""

    attackers: int
    bytes: int = 0
    seconds: float = 6.0


class Assault:
    """``saw`` counts what the attackers were answered, and ``wrong`` what must not happen.

    ``victim`` is the application of an honest citizen, which nobody else asks about.
    """

    def __init__(
        self,
        target: Target,
        asking: Asking,
        victim: Known,
        size: Size,
        addresses: int,
        patience: float,
    ) -> None:
        self.target, self.asking, self.victim = target, asking, victim
        self.size, self.patience = size, patience
        self.saw: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._addresses = addresses

    def that(self, held: bool, words: str) -> None:
        """Notes once, in words, what did not hold."""
        if not held and words not in self.wrong:
            self.wrong.append(words)

    def origin(self, number: int) -> str:
        """The address of an attacker. All lie on the loopback, and no honest client has one."""
        place = number % self._addresses
        return f"127.66.{place // 250}.{place % 250 + 1}"

    async def crowd(self, one: Callable[[int], Awaitable[None]]) -> None:
        """Lets every attacker do this over and over until the time is up, and somebody got through.

        On a busy machine nobody may, in the first rounds.
        """
        attackers = min(self.size.attackers, _room())
        breath = max(_BREATH_S, attackers / _ATTEMPTS_A_SECOND)

        async def over_and_over(number: int) -> None:
            await asyncio.sleep(number / _ATTEMPTS_A_SECOND)
            while True:
                try:
                    await one(number)
                except (OSError, EOFError):
                    self.saw["cut"] += 1
                except NoAnswer:
                    self.saw["no answer"] += 1
                await asyncio.sleep(breath)

        for _ in range(_ROUNDS):
            with suppress(TimeoutError):
                async with asyncio.timeout(self.size.seconds), asyncio.TaskGroup() as crowd:
                    for number in range(attackers):
                        crowd.create_task(over_and_over(number))
            if self.saw:
                break

    @asynccontextmanager
    async def line(self, number: int = 0) -> AsyncIterator[Line]:
        """A connection of an attacker, which is reset in the end."""
        made = await Line.to(self.target.port, self.origin(number))
        self.saw["connected"] += 1
        try:
            yield made
        finally:
            made.close()

    async def sent(self, number: int, *pieces: bytes, answers: int = 1) -> list[int]:
        """Sends bytes, and counts the answers, until there are so many or the server closes."""
        async with self.line(number) as line:
            with suppress(ConnectionError):
                for piece in pieces:
                    await line.send(piece)
            found = await line.statuses(answers)
        self.saw.update(str(status) for status in found)
        if not found:
            self.saw["cut"] += 1
        return found

    async def ask(self, number: int, request: bytes, port: int | None = None) -> Answer:
        """Sends a whole request on a connection of its own, and counts the answer."""
        wire = Wire(self.origin(number))
        try:
            answer = await wire.ask(port or self.target.port, request)
        finally:
            wire.close()
        self.saw[str(answer.status)] += 1
        return answer
