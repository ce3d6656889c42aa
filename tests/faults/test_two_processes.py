"""Two API processes on one store: each stream has one history, and the log has no gap."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import Final

from cheguan.bench.peers import HOST, Fleet, Peer, peers
from cheguan.bench.scratch import Scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import Requests
from cheguan.token import demo_token
from domain.aggregates import CODEC
from domain.event_store.store import open_store
from domain.people import Role
from tests.faults.follower import assert_whole, follow
from tests.faults.http_client import Answer, Talk, post, talk
from tests.faults.sizes import EVENTS_OVER_HTTP

CLIENTS: Final = 200
ROUNDS: Final = 8
"""For so many commands on one case two clients race, one at each process."""
EACH: Final = 3
"""The events of a submission: the case, its claim, its order."""
CASES: Final = 4
"""How many submissions each client makes between two races."""
_TIMES: Final = 5
HOLD: Final = b'{"kind":"awaiting_check"}'


@dataclass
class Tally:
    """What two clients were answered. A pair goes on until the log is long enough."""

    numbers: Iterator[int]
    requests: Requests
    secrets: Path
    submitted: int = 0
    won: int = 0
    """How many events the races came to."""

    @property
    def enough(self) -> bool:
        """Whether the log is long enough."""
        return self.events >= EVENTS_OVER_HTTP

    @property
    def events(self) -> int:
        return EACH * self.submitted + self.won


async def submit(tally: Tally, client: Talk) -> str:
    """Submits a new case, and returns its id."""
    answer = await client.ask(tally.requests.request(next(tally.numbers)))
    assert answer.status == 201, answer
    tally.submitted += 1
    case: str = answer.body["id"]
    return case


async def outcome(client: Talk, request: bytes) -> Answer:
    """What became of a command. A busy server may not know in time, and says: send it again."""
    for _ in range(_TIMES):
        answer = await client.ask(request)
        if answer.status != 503:
            break
    return answer


async def race(tally: Tally, pair: tuple[Talk, Talk], case: str) -> None:
    """Both send the same command on the same version. One is carried out, the other is late.

    The end of a hold moves the last moment of the payment: an event of the case, and one of the
    order.
    """
    leaders = [
        demo_token(tally.secrets, Role.SUPERVISOR, "410100", f"leader-{side}") for side in (1, 2)
    ]
    version = 1
    for turn in range(ROUNDS):
        path = f"/api/v1/cases/{case}/{'release-hold' if turn % 2 else 'set-hold'}"
        key = f"{case}-{version}"
        one, other = await asyncio.gather(
            *(
                outcome(
                    client, post(path, leader, HOLD, If_Match=f'"v{version}"', Idempotency_Key=key)
                )
                for client, leader in zip(pair, leaders, strict=True)
            )
        )
        assert sorted((one.status, other.status)) == [200, 412], (one, other)
        after = min(one, other, key=attrgetter("status")).body["version"]
        moved = after - version - 1
        tally.won += 1 + 2 * moved
        version = after


async def both(tally: Tally, pair: tuple[Talk, Talk]) -> None:
    while not tally.enough:
        cases = [await submit(tally, client) for _ in range(CASES) for client in pair]
        await race(tally, pair, cases[0])


async def load(tally: Tally, servers: tuple[Peer, ...]) -> None:
    async with AsyncExitStack() as stack:
        pairs = []
        for _ in range(CLIENTS // 2):
            one, other = [await stack.enter_async_context(talk(HOST, s.port)) for s in servers]
            pairs.append((one, other))
        await asyncio.gather(*(both(tally, pair) for pair in pairs))


async def test_two_hundred_clients_of_two_processes_leave_one_history(
    database_url: str, tmp_path: Path
) -> None:
    base, written = Scratch(tmp_path, database_url), asyncio.Event()
    secrets = tmp_path / "secrets"
    token = demo_token(secrets, Role.APPLICANT, None, "applicant")
    tally = Tally(count(), Requests(HOST, token), secrets)
    with peers(base, [Fleet(Kind.OURS, 1), Fleet(Kind.OURS, 1)]) as servers:
        following = asyncio.create_task(follow(database_url, written))
        try:
            await load(tally, servers)
        finally:
            written.set()
        seen = await following

    async with open_store(database_url, CODEC) as store:
        last = await store.position()

    assert_whole(seen)
    assert len(seen) == last == tally.events >= EVENTS_OVER_HTTP
