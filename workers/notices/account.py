"""The account of a notice: what becomes of it is recorded at the version at which it was seen."""

from typing import Final
from uuid import UUID

from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import own_request
from domain.notices.commands import NoticeCommand
from domain.notices.notice import NOTICE
from domain.notices.state import Notice
from domain.people import system
from domain.refusal import Stale
from workers.log_follower import Waits

NAME: Final = "notifier"
WHO: Final = system(NAME)


class MovedMeanwhile(Waits):
    """Somebody else has recorded something of it, such as a receipt. It is looked at again."""


class Account:
    """One notice as it stands, which only its own commands move on."""

    def __init__(self, door: Door, stream: UUID, current: Notice, version: int) -> None:
        self.stream = stream
        self.current = current
        self._door = door
        self._version = version

    async def record(self, command: NoticeCommand) -> None:
        """Raises :class:`MovedMeanwhile`."""
        request = own_request(NAME, self.stream, self._version, command)
        try:
            outcome = await self._door.handle(NOTICE, self.stream, command, request)
        except Stale:
            raise MovedMeanwhile from None
        self._version = outcome.version


async def account_of(door: Door, stream: UUID) -> Account:
    """A notice that nobody has written yet has an account too."""
    try:
        opened, _ = await door.open(NOTICE, stream, WHO)
    except NotFound:
        return Account(door, stream, Notice(), 0)
    return Account(door, stream, opened.state, opened.version)
