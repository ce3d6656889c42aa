"""A notifier of a service, with providers of a test."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

from domain.case.addressees import Addressees
from domain.case.notice_text import NoticeWriter
from domain.event_store.connection import connect
from domain.notices.kinds import NoticeChannel
from domain.notices.notice import NOTICE
from domain.notices.state import Notice
from domain.people import system
from tests.kit.served import Service
from workers.log_follower import Followed
from workers.notices.notifier import Notifier
from workers.notices.providers import (
    NoticeNotCarried,
    NoticeNotTaken,
    Outgoing,
    Provider,
    Providers,
)

PUBLIC: str = "https://cheguan.example"


@dataclass
class Carried:
    """A provider that keeps what it is given, once under each id, as a good one does.

    ``away`` it certainly takes nothing. ``silent`` it takes, and does not answer. Of ``dead``
    numbers it never will.
    """

    name: str = "first"
    channel: NoticeChannel = NoticeChannel.SMS
    away: bool = False
    silent: bool = False
    dead: Sequence[str] = ()
    asked: list[UUID] = field(default_factory=list)
    taken: dict[UUID, Outgoing] = field(default_factory=dict)

    async def carry(self, notice: Outgoing) -> None:
        self.asked.append(notice.id)
        if self.away:
            raise NoticeNotTaken
        if notice.to in self.dead:
            raise NoticeNotCarried
        self.taken[notice.id] = notice
        if self.silent:
            raise TimeoutError

    @property
    def texts(self) -> list[str]:
        return [each.text.zh for each in self.taken.values()]


@asynccontextmanager
async def notifier(service: Service, *providers: Provider) -> AsyncIterator[Notifier]:
    desk = service.desk
    made = Notifier(
        Followed(service.url, desk.codec, desk.clock),
        desk.door,
        NoticeWriter(PUBLIC),
        Addressees(desk.keyring),
        Providers(providers),
    )
    try:
        yield made
    finally:
        await made.close()


async def told(service: Service, *providers: Provider) -> None:
    """All that waits is given to the providers."""
    async with notifier(service, *providers) as made:
        await made.catch_up()


async def notices_of(service: Service) -> list[Notice]:
    """All notices, in the order in which they were written."""
    connection = await connect(service.url)
    try:
        cursor = await connection.execute(
            "SELECT originator_id FROM stored_events WHERE topic = 'NoticeWritten' "
            "ORDER BY notification_id"
        )
        streams = [stream for (stream,) in await cursor.fetchall()]
    finally:
        await connection.close()
    opened = [await service.desk.door.open(NOTICE, each, system("test")) for each in streams]
    return [each.state for each, _ in opened]
