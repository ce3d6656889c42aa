"""Tells people of their cases: each person of each step once.

It follows the events of which something is told, and the notices that had to wait.
"""

from typing import Final, NamedTuple
from uuid import UUID

from domain.case.addressees import Addressees
from domain.case.case import CASE
from domain.case.notice_text import TELLINGS, NoticeWriter, is_urgent
from domain.case.state import Case
from domain.door.door import Door
from domain.keyring import KeyErased
from domain.notices import commands
from domain.notices.events import NoticeEvent, NoticeReleased, NoticeRepeated
from domain.notices.kinds import NoticeStage, UndeliveredReason, WaitReason
from domain.notices.quiet_hours import quiet_until
from domain.notices.state import Notice, notice_of
from domain.recorded_event import RecordedEvent
from domain.titles import Title
from workers.log_follower import Followed, LogFollower
from workers.notices.account import NAME, WHO, Account, account_of
from workers.notices.providers import Providers
from workers.notices.sender import NoticeSender, WantedNotice

_TO_SEND: Final = {NoticeStage.NEW, NoticeStage.DUE, NoticeStage.ENTRUSTED}
_AGAIN: Final = (NoticeReleased, NoticeRepeated)


class _Step(NamedTuple):
    """What has happened in a case, and what is told of it."""

    stream: UUID
    case: Case
    version: int
    name: str
    text: Title


class Notifier(LogFollower):
    """Sends what is told of the events of cases."""

    name = NAME
    lock = 7305

    def __init__(
        self,
        store: Followed,
        door: Door,
        writer: NoticeWriter,
        addressees: Addressees,
        providers: Providers,
    ) -> None:
        super().__init__(store, [*TELLINGS, *(each.__name__ for each in _AGAIN)])
        self._door = door
        self._writer = writer
        self._addressees = addressees
        self._sender = NoticeSender(providers, store.clock)

    async def act(self, cause: RecordedEvent) -> bool:
        if isinstance(cause.event, NoticeEvent):
            account = await account_of(self._door, cause.stream)
            return await self._again(account, account.current)
        step = await self._step(cause.stream, cause.version)
        return step is not None and await self._tell_all(step)

    async def _again(self, account: Account, notice: Notice) -> bool:
        assert notice.case is not None
        step = await self._step(notice.case, notice.version)
        if step is None or notice.stage not in _TO_SEND:
            return False
        await self._tell(account, step, _facts(step, notice))
        return True

    async def _step(self, case: UUID, version: int) -> _Step | None:
        opened, history = await self._door.open(CASE, case, WHO)
        text = self._writer.text(history, version)
        if text is None:
            return None
        return _Step(case, opened.state, version, type(history[version - 1].event).__name__, text)

    async def _tell_all(self, step: _Step) -> bool:
        """Nobody is left to be told when the personal data of the case were erased."""
        try:
            people = await self._addressees.of(step.stream, step.case)
        except KeyErased:
            return False
        for each in people:
            account = await account_of(self._door, notice_of(step.stream, step.version, each))
            if account.current.stage in _TO_SEND:
                await self._tell(account, step, _facts(step, Notice(to=each)))
        return bool(people)

    async def _tell(self, account: Account, step: _Step, facts: commands.NoticeFacts) -> None:
        """What a provider may have already is given to it again also in the quiet hours."""
        until = quiet_until(self._store.clock())
        if until and account.current.provider is None and not is_urgent(step.name):
            quiet = WaitReason.QUIET_HOURS
            await account.record(commands.DeferNotice(of=facts, reason=quiet, until=until))
            return
        try:
            ways = await self._addressees.ways(step.stream, step.case, facts.to)
        except KeyErased:
            ways, missing = [], UndeliveredReason.ERASED
        else:
            missing = UndeliveredReason.NO_ADDRESS
        if ways:
            await self._sender.send(account, WantedNotice(facts, step.text, ways))
        else:
            await account.record(commands.AbandonNotice(of=facts, reason=missing))


def _facts(step: _Step, notice: Notice) -> commands.NoticeFacts:
    """Of the office that handles the case now, if nobody has written the notice yet."""
    return commands.NoticeFacts(
        case=step.stream,
        version=step.version,
        step=step.name,
        office=notice.office or step.case.office,
        to=notice.to,
    )
