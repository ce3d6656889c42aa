"""What has happened in a stream, whom it is told, and by which number he is reached."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

from domain.case.addressees import Addressees, Reached
from domain.case.case import CASE
from domain.case.notice_text import NoticeWriter, is_urgent
from domain.door.door import Door
from domain.notices import commands
from domain.notices.kinds import Addressee
from domain.notices.state import Notice
from domain.titles import Title
from workers.notices.account import WHO


class ToldStep(NamedTuple):
    """One event of which people are told. ``people`` and ``ways`` raise
    :class:`~domain.keyring.KeyErased` for whoever was erased.
    """

    stream: UUID
    version: int
    name: str
    office: str
    text: Title
    urgent: bool
    of_case: bool
    people: Callable[[], Awaitable[Sequence[Addressee]]]
    ways: Callable[[Addressee], Awaitable[Sequence[Reached]]]

    def facts(self, notice: Notice) -> commands.NoticeFacts:
        """Of the office that has it now, if nobody has written the notice yet."""
        return commands.NoticeFacts(
            case=self.stream if self.of_case else None,
            reminder=None if self.of_case else self.stream,
            version=self.version,
            step=self.name,
            office=notice.office or self.office,
            to=notice.to,
        )


class ToldSteps(Protocol):
    """Finds what is told of an event of one kind of stream."""

    async def of(self, stream: UUID, version: int) -> ToldStep | None:
        """None says that nobody is told of it."""


class CaseSteps:
    """Those of cases. ``writer`` knows the words, ``addressees`` the people."""

    def __init__(self, door: Door, writer: NoticeWriter, addressees: Addressees) -> None:
        self._door = door
        self._writer = writer
        self._addressees = addressees

    async def of(self, stream: UUID, version: int) -> ToldStep | None:
        opened, history = await self._door.open(CASE, stream, WHO)
        text, current = self._writer.text(history, version), opened.state
        if text is None:
            return None

        async def people() -> Sequence[Addressee]:
            return await self._addressees.of(stream, current)

        async def ways(to: Addressee) -> Sequence[Reached]:
            return await self._addressees.ways(stream, current, to)

        name = type(history[version - 1].event).__name__
        return ToldStep(
            stream, version, name, current.office, text, is_urgent(name), True, people, ways
        )
