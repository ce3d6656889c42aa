"""A prefecture whose cases were promised at a counter, and what follows its decisions."""

import asyncio
import json
import subprocess
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple
from uuid import UUID, uuid4

from api.desk import Desk
from cheguan.bench.day import DAY
from cheguan.bench.scratch import Scratch
from cheguan.bench.submissions import row
from cheguan.itself import again, same_files
from domain.case.case import CASE
from domain.case.deadlines.windows import OPENINGS
from domain.door.door import Begun, Door
from domain.door.request import Request
from domain.event_store.reactions.standing import ReactionStanding, standing
from domain.event_store.transaction import Connection
from domain.message import Command
from domain.offices.business import WindowGroup
from domain.offices.tree import ZHENGZHOU, detachment_of
from domain.people import Actor, Role
from domain.prefectures.commands import ClassifyPrefecture, OpenWindowsLocally, SuspendWindows
from domain.prefectures.grounds import Grounds
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.plate_reissue.example import example
from domain.services.reader import read_form

MOST_S: Final = 120.0
"""After so long nobody waits any more. The figure is then missed by far."""
CLOSE: Final = SuspendWindows(effective_on=DAY)
OPEN: Final = OpenWindowsLocally(
    offices=(ZHENGZHOU, f"{ZHENGZHOU}.ins1"),
    services=tuple(map(str, WindowGroup)),
    effective_on=DAY,
    grounds=Grounds(reason="恢复窗口业务。"),
)
_AT_ONCE: Final = 250
_CHANNEL: Final = "window"
_LOOK_S: Final = 0.1
_HELD: Final = """
SELECT count(*) FROM projections.caseload
WHERE held AND left("window", 4) = '4101'"""
"""It goes by an index. To look through a table that grows would cost the server more and more."""
_END_WITHIN_S: Final = 60


class City(NamedTuple):
    """The prefecture, the desk by which it decides, and who looks how many cases are held."""

    desk: Desk
    connection: Connection

    async def decide(self, command: Command, by: Role = Role.SUPERVISOR) -> None:
        actor = Actor(by, "bench", None if by is Role.HQ else detachment_of(ZHENGZHOU))
        await self._door.handle(PREFECTURE, stream_of(ZHENGZHOU), command, asked_by(actor))

    async def begin(self, cases: int) -> list[UUID]:
        """It is open, and so many are to collect something at its counter."""
        await self.open()
        begun: list[UUID] = []
        for first in range(0, cases, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, cases))
            begun += await asyncio.gather(*(self._promised(number) for number in numbers))
        return begun

    async def open(self) -> None:
        """It is of class one, and its windows and its station are open."""
        await self.decide(ClassifyPrefecture(region=ZHENGZHOU, region_class=1), Role.HQ)
        await self.decide(OPEN)

    async def give(self, case: UUID, command: Command) -> None:
        """A duty leader gives the command to a case."""
        leader = Actor(Role.SUPERVISOR, "leader", ZHENGZHOU)
        await self._door.handle(CASE, case, command, asked_by(leader))

    async def until_held(self, cases: int) -> float:
        """Seconds until so many are held, as officers see it, or :data:`MOST_S`."""

        async def all_held() -> bool:
            return await self.held() == cases

        return await waited(all_held)

    async def until_done(self, cases: int) -> float:
        """Seconds until a decision has reached so many, as the log knows, or :data:`MOST_S`."""

        async def reached() -> bool:
            return (await self._follows()).done >= cases

        return await waited(reached)

    async def under_way(self) -> bool:
        """Whether there are cases that the last decision has not reached."""
        return (await self._follows()).targets > 0

    async def _follows(self) -> ReactionStanding:
        return (await standing(self.connection, [OPENINGS.name]))[0]

    async def held(self) -> int:
        return await self.number(_HELD)

    async def number(self, question: str) -> int:
        cursor = await self.connection.execute(question.encode())
        return int((await cursor.fetchall())[0][0])

    @property
    def _door(self) -> Door:
        return self.desk.door

    async def _promised(self, number: int) -> UUID:
        """Somebody applies who is to collect at the counter."""
        body = example(DAY)
        of = row(number)
        body["applicant"] |= {"id_no": of.id_no}
        body["vehicle"] |= {"plate_no": of.plate_no, "vin": of.vin, "engine_no": of.engine_no}
        body |= {
            "delivery": {"mode": "pickup", "pickup_office_id": ZHENGZHOU},
            "payment": {"method": "window"},
        }
        form = read_form(json.dumps(body).encode(), today=DAY)
        case, command = await self.desk.applications.prepare(form)
        asked = asked_by(Actor(Role.APPLICANT, "bench"), case)
        await self._door.begin(CASE, Begun(case, command, asked))
        return case


async def waited(reached: Callable[[], Awaitable[bool]]) -> float:
    """Seconds until it is reached, or :data:`MOST_S`."""
    begun = time.perf_counter()
    while not await reached():
        if (passed := time.perf_counter() - begun) > MOST_S:
            return passed
        await asyncio.sleep(_LOOK_S)
    return time.perf_counter() - begun


def asked_by(by: Actor, command_id: UUID | None = None) -> Request:
    """The request of somebody who gives a command, for the first time unless it has an id."""
    return Request(by=by, channel=_CHANNEL, command_id=command_id or uuid4(), sha256=b"\0" * 32)


class Worker:
    """The process of the read models and the reactor. Only this one of all is ever killed."""

    def __init__(self, base: Scratch) -> None:
        self._base = base
        self._process = self._started()

    def kill_and_start(self) -> None:
        """It dies in the middle of whatever it does, and another takes its place."""
        self._process.kill()
        self._process.communicate(timeout=_END_WITHIN_S)
        self._process = self._started()

    def end(self) -> None:
        self._process.communicate(timeout=_END_WITHIN_S)

    def _started(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            again("cheguan.bench.closing_worker"),
            env={**self._base.environment(), **same_files()},
            stdin=subprocess.PIPE,
        )


@contextmanager
def working(base: Scratch) -> Iterator[Worker]:
    worker = Worker(base)
    try:
        yield worker
    finally:
        worker.end()
