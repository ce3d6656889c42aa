"""Tells people of their cases, and reminds owners and holders: each person of each step once.

It follows the events of which something is told, and the notices that had to wait.
"""

from collections.abc import Sequence
from typing import Final

from domain.case.addressees import Addressees, Reached
from domain.case.notice_text import TELLINGS, NoticeWriter
from domain.door.door import Door
from domain.keyring import KeyErased
from domain.notices import commands
from domain.notices.events import NoticeEvent, NoticeReleased, NoticeRepeated
from domain.notices.kinds import NoticeStage, UndeliveredReason, WaitReason
from domain.notices.quiet_hours import quiet_until
from domain.notices.state import Notice, notice_of
from domain.recorded_event import RecordedEvent
from domain.reminders.events import HolderReminded
from workers.log_follower import Followed, LogFollower
from workers.notices.account import NAME, Account, account_of
from workers.notices.providers import Providers
from workers.notices.reminded import ReminderSteps
from workers.notices.sender import NoticeSender, WantedNotice
from workers.notices.steps import CaseSteps, ToldStep, ToldSteps

_TO_SEND: Final = {NoticeStage.NEW, NoticeStage.DUE, NoticeStage.ENTRUSTED}
_AGAIN: Final = (NoticeReleased, NoticeRepeated)


class Notifier(LogFollower):
    """Sends what is told of the events of cases and of reminders."""

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
        topics = [*TELLINGS, HolderReminded.__name__, *(each.__name__ for each in _AGAIN)]
        super().__init__(store, topics)
        self._door = door
        self._cases = CaseSteps(door, writer, addressees)
        self._reminders = ReminderSteps(door, addressees)
        self._sender = NoticeSender(providers, store.clock)

    async def act(self, cause: RecordedEvent) -> bool:
        if isinstance(cause.event, NoticeEvent):
            account = await account_of(self._door, cause.stream)
            return await self._again(account, account.current)
        reminded = isinstance(cause.event, HolderReminded)
        step = await self._steps(of_case=not reminded).of(cause.stream, cause.version)
        return step is not None and await self._tell_all(step)

    def _steps(self, *, of_case: bool) -> ToldSteps:
        return self._cases if of_case else self._reminders

    async def _again(self, account: Account, notice: Notice) -> bool:
        stream = notice.case or notice.reminder
        assert stream is not None
        step = await self._steps(of_case=notice.case is not None).of(stream, notice.version)
        if step is None or notice.stage not in _TO_SEND:
            return False
        await self._tell(account, step, step.facts(notice))
        return True

    async def _tell_all(self, step: ToldStep) -> bool:
        """Nobody is left to be told when the personal data of the case were erased."""
        try:
            people = await step.people()
        except KeyErased:
            return False
        for each in people:
            account = await account_of(self._door, notice_of(step.stream, step.version, each))
            if account.current.stage in _TO_SEND:
                await self._tell(account, step, step.facts(Notice(to=each)))
        return bool(people)

    async def _tell(self, account: Account, step: ToldStep, facts: commands.NoticeFacts) -> None:
        """What a provider may have already is given to it again also in the quiet hours."""
        until = quiet_until(self._store.clock())
        if until and account.current.provider is None and not step.urgent:
            quiet = WaitReason.QUIET_HOURS
            await account.record(commands.DeferNotice(of=facts, reason=quiet, until=until))
            return
        ways: Sequence[Reached] = []
        try:
            ways, missing = await step.ways(facts.to), UndeliveredReason.NO_ADDRESS
        except KeyErased:
            missing = UndeliveredReason.ERASED
        if ways:
            await self._sender.send(account, WantedNotice(facts, step.text, ways))
        else:
            await account.record(commands.AbandonNotice(of=facts, reason=missing))
