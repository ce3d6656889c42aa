"""Faults between the signature of a callback and the deletion of its body: money counts once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final
from uuid import UUID

from tests.faults.arena import Arena
from tests.faults.calling_bank import BankLine
from tests.faults.cluster import count
from tests.faults.load import FOLLOWED
from tests.faults.processes import Process
from tests.faults.scenario import Scenario
from tests.faults.wire import Wire
from tests.kit.waiting import until

_PAYERS: Final = 6
_WITHIN_S: Final = 90
UNSETTLED: Final = "SELECT count(*) FROM inbox WHERE sealed IS NOT NULL OR key_id IS NOT NULL"


def _killed(
    point: str, process: Callable[[Arena], Process]
) -> Callable[[Arena, int], Awaitable[None]]:
    """People pay at the bank, and a process dies while it hears of that."""

    async def does(arena: Arena, faults: int) -> None:
        arena.load.slow_down()
        if not arena.inbox.alive:
            await arena.inbox.restart()
        for _ in range(faults):
            lines = [line for _ in range(_PAYERS) for line in await _paid(arena)]
            dying = process(arena)
            await dying.kill()
            await dying.restart(f"{point}:kill@{arena.random.randrange(1, _PAYERS)}")
            telling = asyncio.create_task(_told(arena, lines))
            with suppress(TimeoutError):
                await dying.ended(_WITHIN_S)
            arena.struck(not dying.alive, f"{point} was not reached")
            await dying.restart()
            await telling
            await until(lambda: _settled(arena), _WITHIN_S)

    return does


async def _paid(arena: Arena) -> Sequence[BankLine]:
    """Somebody applies, whom no officer asks for money, and pays at the bank."""
    errand = arena.load.next_errand()
    while errand.number % FOLLOWED == 0:
        errand = arena.load.next_errand()
    wire = Wire()
    answer = await arena.load.ask(wire, arena.api.port, errand)
    wire.close()
    return arena.bank.pay(UUID(answer.content["id"]), arena.errands.owed_fen)


async def _told(arena: Arena, lines: Sequence[BankLine]) -> None:
    statuses = await arena.bank.tell(arena.api.port, lines)
    arena.checks.that("I11", set(statuses) == {202}, f"callbacks were answered with {statuses}")


async def _settled(arena: Arena) -> bool:
    return await count(arena.url, UNSETTLED) == 0


def _api(arena: Arena) -> Process:
    return arena.api


def _inbox(arena: Arena) -> Process:
    return arena.inbox


_POINTS: Final = (
    ("C1", "the API", _api, "the signature is checked", 0),
    ("C2", "the API", _api, "the message is kept and not answered", 1),
    ("C3", "the inbox", _inbox, "a message is claimed", 0),
    ("C4", "the inbox", _inbox, "its command is stored, the message still waits", 1),
    ("C5", "the inbox", _inbox, "its body is deleted, the key is not", 0),
)
"""How often in the short form stands last. ``tests/integration/payments`` goes through all."""
CALLBACKS: Final[Sequence[Scenario]] = tuple(
    Scenario(
        f"kill -9 of {name} at {point}",
        f"{_PAYERS} people pay at the bank, some of them twice: {words}.",
        _killed(point, process),
        5,
        short,
    )
    for point, name, process, words, short in _POINTS
)
