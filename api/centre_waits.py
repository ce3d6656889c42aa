"""How long one waits for the network office centre of a city, as it is told to whoever waits."""

import asyncio
import time
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.titles import Title, counted
from projections.centres.forecast import CentreWait
from projections.centres.queries import (
    BEFORE_THE_DECISION,
    centre_changes,
    centre_waits,
    handled_by_centre,
)
from projections.throughput.totals import region_of

_KEPT_FOR_S: Final = 30


class CentreWaits:
    """The waiting times of all cities. What is in hand is counted twice a minute, however many
    look, and at once when something happens at a centre.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asking = asyncio.Lock()
        self._asked: tuple[date, int, float] | None = None
        self._known: Mapping[str, CentreWait] = MappingProxyType({})

    async def refresh(self, connection: Connection, today: date) -> "CentreWaits":
        """Asks again for what may have changed since."""
        changes = await centre_changes(connection)
        async with self._asking:
            if not self._is_fresh(today, changes):
                self._known = await centre_waits(connection, today)
                self._asked = (today, changes, self._clock())
        return self

    @property
    def by_region(self) -> Mapping[str, CentreWait]:
        """The cities whose centre has rostered somebody, in the order of their codes."""
        return self._known

    def told(self, office: str, stage: Stage) -> Title | None:
        """The sentence for a case that waits for the centre of its city. None for all others."""
        wait = self._known.get(region_of(office)) if handled_by_centre(office) else None
        return sentence(wait) if wait and stage in BEFORE_THE_DECISION else None

    def _is_fresh(self, today: date, changes: int) -> bool:
        if self._asked is None:
            return False
        day, as_of, at_s = self._asked
        return (day, as_of) == (today, changes) and self._clock() - at_s < _KEPT_FOR_S


def days_told(wait: CentreWait) -> Title:
    """How long one waits at the centre."""
    if wait.days is None:
        return Title("暂停办理，恢复后顺延", "work has stopped; your turn comes when it goes on")
    return Title(f"约 {wait.days} 个工作日", f"about {counted(wait.days, 'working day')}")


def sentence(wait: CentreWait) -> Title:
    """The same with its reasons, for whoever waits."""
    told, more = days_told(wait), wait.to_come
    still_zh = f"，今日预计还将收到 {more} 件" if more else ""
    still_en = f", expects {more:,} more today" if more else ""
    in_hand = counted(wait.backlog, "application")
    return Title(
        f"本市网办中心现有待办 {wait.backlog} 件{still_zh}，"
        f"按目前人员和设备每日可办 {wait.capacity} 件，审核预计等待：{told.zh}。",
        f"The network office centre of the city has {in_hand} in hand{still_en}, "
        f"and can handle {wait.capacity:,} a day with the staff and equipment it has now. "
        f"Expected wait for the review: {told.en}.",
    )
