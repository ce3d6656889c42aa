"""In the evening the officers of the town count what they took, and their leaders close the tills.

Now and then somebody has given wrong change.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final, NamedTuple
from uuid import UUID

from cheguan.town import officers
from cheguan.town.clock import BEGINS, LOADED
from cheguan.town.requests import town_request
from domain.calendar import OFFICE_ZONE, local_day
from domain.door.door import Door
from domain.message import Command
from domain.people import Actor
from domain.refusal import Refusal
from domain.tills.cause import DifferenceCause
from domain.tills.commands import CloseTill, CountTill
from domain.tills.state import Till, TillStage, till_of
from domain.tills.till import TILL

_CLOSES: Final = time(18)
_ONE_IN: Final = 40
_A_YUAN: Final = 100


class Evening(NamedTuple):
    """The end of an office day, after which nobody takes money."""

    at: datetime


class TillOfADay(NamedTuple):
    """Somebody has taken money on a day."""

    by: Actor
    day: date


def evenings() -> Iterator[Evening]:
    """Those of the days of the story, from its first."""
    at = evening_of(local_day(BEGINS))
    while at <= LOADED:
        yield Evening(at)
        at += timedelta(days=1)


def evening_of(day: date) -> datetime:
    return datetime.combine(day, _CLOSES, OFFICE_ZONE)


class Tills:
    """The tills that wait for their evening, by their streams."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._taken: dict[UUID, TillOfADay] = {}

    def took(self, by: Actor, day: date) -> None:
        """Remembers that an officer has money of the day."""
        self._taken[till_of(by.office or "", by.person, day)] = TillOfADay(by, day)

    async def close(self, door: Door, now: datetime) -> None:
        """Counts and closes those whose evening has come."""
        due = {till: taken for till, taken in self._taken.items() if evening_of(taken.day) <= now}
        for till, taken in sorted(due.items()):
            del self._taken[till]
            opened = await door.recalled(TILL, till, taken.by)
            if opened.state.stage is TillStage.OPEN:
                with suppress(Refusal):
                    # Somebody else at the demonstration has counted it or closed it meanwhile.
                    await self._counted(door, till, taken.by, opened.version, opened.state)
            door.forget(till)

    async def _counted(
        self, door: Door, till: UUID, by: Actor, version: int, current: Till
    ) -> None:
        short = Random(f"{self._seed}:{till}").randrange(_ONE_IN) == 0
        cash = max(0, current.cash_fen - _A_YUAN) if short else current.cash_fen
        count: Command = CountTill(
            cash_fen=cash, card_fen=current.card_fen, cause=DifferenceCause.CHANGE
        )
        await door.handle(TILL, till, count, town_request(till, version, count, by))
        close, leader = CloseTill(), officers.leader(by.office or "")
        await door.handle(TILL, till, close, town_request(till, version + 1, close, leader))
