"""All decisions about windows and reliefs, and what follows from them on a day."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.calendar import start_of_day
from domain.case.state import Case
from domain.case.window import window_of
from domain.offices.tree import OFFICES
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.prefectures.windows import closing
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import Reliefs
from domain.services.catalogue import EVERY_SERVICE

_NEVER: Final = PREFECTURE.initial


class Need(NamedTuple):
    """A window that a case needs, and for which service."""

    window: str
    service: str


class ReliefsSince(NamedTuple):
    """The reliefs as they stand from an instant on."""

    at: datetime
    reliefs: Reliefs


class World:
    """The prefectures as all their decisions leave them, and the reliefs from instant to instant.

    What a prefecture decides holds from the beginning of a day. So its last state tells of every
    day what was open.
    """

    def __init__(
        self, prefectures: Mapping[str, Prefecture], reliefs: Sequence[ReliefsSince]
    ) -> None:
        self.prefectures = prefectures
        self.reliefs = reliefs
        self.seen: Mapping[UUID, Any] = {
            stream_of(region): state for region, state in prefectures.items()
        }
        self._closed: dict[tuple[Need, date], bool] = {}
        self._turning: dict[str, Sequence[date]] = {}
        self._since = [each.at for each in reliefs]

    def closed(self, need: Need, day: date) -> bool:
        """Whether a decision keeps the window closed on the day."""
        found = self._closed.get((need, day))
        if found is None:
            found = self._closed[need, day] = self._is_closed(need, day)
        return found

    def turning_days(self, window: str) -> Sequence[date]:
        """The days on which a decision takes effect that may open or close the window."""
        record = OFFICES.get(window)
        region = record.region_code if record else ""
        if region not in self._turning:
            state = self.prefectures.get(region, _NEVER)
            days = {each.effective_on for each in state.about_windows()}
            days.update(each.effective_on for each in state.classes)
            self._turning[region] = sorted(day for day in days if day)
        return self._turning[region]

    def next_turn(self, need: Need, *, closed: bool, after: date, upto: date) -> datetime | None:
        """The beginning of the first day after ``after`` on which it is not as it was."""
        days = self.turning_days(need.window)
        for day in days[bisect_right(days, after) :]:
            if day > upto:
                return None
            if self.closed(need, day) is not closed:
                return start_of_day(day)
        return None

    def seen_at(self, at: datetime) -> Mapping[UUID, Any]:
        """The reliefs, for a decision on a deadline at that instant."""
        place = bisect_right(self._since, at)
        standing = self.reliefs[place - 1].reliefs if place else RELIEFS.initial
        return {OF_THE_PROVINCE.stream: standing}

    def _is_closed(self, need: Need, day: date) -> bool:
        record = OFFICES.get(need.window)
        state = self.prefectures.get(record.region_code) if record else None
        if record is None or state is None:
            return False
        return closing(state, record, EVERY_SERVICE[need.service].business, day) is not None


def need_of(current: Case) -> Need | None:
    """The window that the case needs next, if it needs any."""
    window = window_of(current)
    return Need(window, current.service) if window else None
