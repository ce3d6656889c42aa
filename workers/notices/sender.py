"""Gives a notice to a provider: to one at a time, and to none beside one that may have it.

What is about to be given is recorded before, and that it was taken after. So whoever is killed in
between gives it to the same provider again, under the same id.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from domain.case.addressees import Reached
from domain.failpoints import failpoint
from domain.notices import commands
from domain.notices.decisions import wait_after
from domain.notices.kinds import UndeliveredReason, WaitReason
from domain.notices.state import message_id, notice_tag
from domain.titles import Title
from workers.log_follower import Waits
from workers.notices.account import Account
from workers.notices.providers import (
    NoticeNotCarried,
    NoticeNotTaken,
    Outgoing,
    Provider,
    Providers,
)

_FIRST_ROUND: Final = 1


class ProvidersAway(Waits):
    """No provider takes anything now. The notice stays the next."""


class WantedNotice(NamedTuple):
    """What is sent, and by which ways, the best one first."""

    facts: commands.NoticeFacts
    text: Title
    ways: Sequence[Reached]


class NoticeSender:
    """``turned_away`` are the providers that certainly have not taken what was given to them."""

    def __init__(self, providers: Providers, clock: Callable[[], datetime]) -> None:
        self._providers = providers
        self._clock = clock
        self._turned_away: set[tuple[UUID, str]] = set()

    async def send(self, account: Account, wanted: WantedNotice) -> None:
        """Raises :class:`ProvidersAway`, or what the account raises.

        What a provider may have had before this notifier began waits for that one alone.
        """
        away = asked = False
        known = self._nobody_has_it(account)
        for provider, way in self._possible(account, wanted.ways):
            asked = True
            try:
                await self._give(account, wanted, provider, way)
            except NoticeNotCarried:
                continue
            except (NoticeNotTaken, OSError) as fault:
                self._providers.failed(provider)
                if not (known and isinstance(fault, NoticeNotTaken)):
                    await self._unanswered(account, wanted.facts)
                    return
                away = True
                self._turned_away.add((account.stream, provider.name))
            else:
                self._providers.took(provider)
                self._turned_away.clear()
                return
        if away or not asked:
            raise ProvidersAway
        reason = UndeliveredReason.BLOCKED
        await account.record(commands.AbandonNotice(of=wanted.facts, reason=reason))

    def _possible(
        self, account: Account, ways: Sequence[Reached]
    ) -> Iterator[tuple[Provider, Reached]]:
        for way in ways:
            for provider in self._providers.by(way.channel):
                if self._may_be_asked(provider, account):
                    yield provider, way

    def _may_be_asked(self, provider: Provider, account: Account) -> bool:
        """Another one is asked if the first certainly does not have it, and not without a rest:
        each change of the provider is on record.
        """
        has_it = account.current.provider
        if has_it is None or has_it == provider.name:
            return True
        return self._nobody_has_it(account) and not self._providers.rests(provider)

    def _nobody_has_it(self, account: Account) -> bool:
        has_it = account.current.provider
        return has_it is None or (account.stream, has_it) in self._turned_away

    async def _give(
        self, account: Account, wanted: WantedNotice, provider: Provider, way: Reached
    ) -> None:
        round = max(account.current.round, _FIRST_ROUND)
        await account.record(
            commands.EntrustNotice(of=wanted.facts, channel=way.channel, provider=provider.name)
        )
        failpoint("N1")
        id, tag = message_id(account.stream, round), notice_tag(account.stream, round)
        await provider.carry(Outgoing(id, way.to, wanted.text, tag))
        failpoint("N2")
        await account.record(commands.RecordHandOver(provider=provider.name))
        failpoint("N3")

    async def _unanswered(self, account: Account, facts: commands.NoticeFacts) -> None:
        """Whether it was taken is unknown, so it waits, and the same provider is asked again."""
        wait = wait_after(account.current.waits)
        if wait is None:
            late = UndeliveredReason.TOO_LATE
            await account.record(commands.AbandonNotice(of=facts, reason=late))
            return
        until, reason = self._clock() + wait, WaitReason.NO_ANSWER
        await account.record(commands.DeferNotice(of=facts, reason=reason, until=until))
