"""Attacks on what operators rely on: figures, and the truth about a full disk."""

import signal
from typing import Final

from tests.faults.small_disk import can_mount, no_larger_files, no_space
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import head
from tests.kit.waiting import until

_SEEN_WITHIN_S: Final = 10.0


async def _figures(assault: Assault) -> None:
    request, port = head("GET /metrics"), assault.target.operators_port

    async def one(number: int) -> None:
        status = (await assault.ask(0, request, port)).status
        assault.that(status < 500, f"answered with {status}")

    await assault.crowd(one)


async def _figures_without_database(assault: Assault) -> None:
    """Figures are wanted most when something is broken."""
    cluster = assault.target.cluster
    await cluster.shut(signal.SIGINT)
    try:
        await _figures(assault)
    finally:
        await cluster.start()


async def _full_disk(assault: Assault) -> None:
    """There is no more space than the last pages have. Readiness says so until there is again."""
    target, asking = assault.target, assault.asking
    space = no_space if can_mount() else no_larger_files
    async with space(target):
        for number in range(assault.size.attackers):
            status = (await assault.ask(number, asking.submission(next(asking.numbers)))).status
            assault.that(status in {201, 429, 503}, f"answered with {status}")
        assault.that(assault.saw["503"] > 0, "no application was refused")
        await _ready_is(assault, {503}, "readiness does not say that the disk is full")
    await _ready_is(assault, {200}, "readiness does not say that there is space again")


async def _ready_is(assault: Assault, wanted: set[int], words: str) -> None:
    async def seen() -> bool:
        return await assault.target.ready() in wanted

    try:
        await until(seen, _SEEN_WITHIN_S * assault.patience)
    except TimeoutError:
        assault.that(False, words)


OPERATION: Final = (
    Attack(
        "figures at once",
        "{size.attackers} clients ask for `/metrics` without a pause.",
        "figures are gathered beside, once for all who ask",
        _figures,
        full=Size(24, 0, 6),
        short=Size(24, 0, 0.6),
    ),
    Attack(
        "figures without a database",
        "The same {size.attackers} while PostgreSQL is away.",
        "figures are gathered beside",
        _figures_without_database,
        full=Size(24, 0, 6),
        short=None,
        served=0.0,
    ),
    Attack(
        "full disk",
        "There is no space for events; {size.attackers} applications come.",
        "readiness tries what a command needs",
        _full_disk,
        full=Size(40, 0),
        short=Size(20, 0),
        served=0.0,
    ),
)
