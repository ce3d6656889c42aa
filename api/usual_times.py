"""How long each service usually takes, by what was done lately and not by what is promised."""

import asyncio
import math
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.event_store.transaction import Connection
from domain.titles import Title, counted
from projections.throughput.definitions.making import Spread
from projections.throughput.durations import TURNAROUND
from projections.throughput.lines import summed
from projections.throughput.spans import DayRange
from projections.throughput.totals import region_of
from projections.throughput.view import view

_LATELY: Final = timedelta(weeks=8)
_ENOUGH: Final = 10
"""Of fewer cases nothing can be said of what is usual."""
_HOURS: Final = 24
_KEPT_FOR_S: Final = 60
UNKNOWN: Final = Title("尚无足够办件", "Too few cases to tell as yet")


class UsualTime(NamedTuple):
    """Of so many cases half had their result in ``half`` days, and nine of ten in ``most``."""

    half: int
    most: int
    cases: int

    @property
    def span(self) -> Title:
        """``3–5 天``: from what is common to what is rarely passed."""
        if self.half == self.most:
            return Title(f"不超过 {self.most} 天", f"up to {counted(self.most, 'day')}")
        return Title(f"{self.half}–{self.most} 天", f"{self.half}–{self.most} days")

    @property
    def usually(self) -> Title:
        """The sentence for whoever waits for one of them."""
        return Title(
            f"从提交到拿到结果通常 {self.span.zh}（近八周同类业务的实际用时）",
            f"From submission to the result it usually takes {self.span.en} (as it was in the "
            "last eight weeks)",
        )

    @property
    def sentence(self) -> Title:
        of = Title(
            f"近八周办结 {self.cases} 件，",
            f"Of {counted(self.cases, 'case')} in the last eight weeks, ",
        )
        if self.half == self.most:
            return Title(
                f"{of.zh}九成在 {self.most} 天内办结",
                f"{of.en}nine in ten took no more than {counted(self.most, 'day')}",
            )
        return Title(
            f"{of.zh}半数在 {self.half} 天内办结，九成在 {self.most} 天内办结",
            f"{of.en}half took no more than {counted(self.half, 'day')}, and nine in ten no "
            f"more than {self.most}",
        )


class UsualTimes:
    """The usual times of all services. They are asked for once a minute, however many look."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asking = asyncio.Lock()
        self._asked: tuple[date, float] | None = None
        self._known: Mapping[tuple[str, str | None], UsualTime] = MappingProxyType({})

    async def refresh(self, connection: Connection, today: date) -> "UsualTimes":
        """Asks again for what may have changed since."""
        async with self._asking:
            if self._asked is None or not self._is_fresh(*self._asked, today):
                self._known = await _found(connection, today)
                self._asked = (today, self._clock())
        return self

    def of(self, service: str, region: str | None = None) -> UsualTime | None:
        """In a city, or in the whole province. None where too few cases are known."""
        return self._known.get((service, region))

    def near(self, service: str, office: str) -> UsualTime | None:
        """In the city of an office if enough is known of it, or else in the province."""
        return self.of(service, region_of(office)) or self.of(service)

    def by_region(self, service: str) -> Mapping[str, UsualTime]:
        """The cities in which enough cases are known, in the order of their codes."""
        found = {r: usual for (code, r), usual in self._known.items() if r and code == service}
        return dict(sorted(found.items()))

    def _is_fresh(self, day: date, at_s: float, today: date) -> bool:
        return day == today and self._clock() - at_s < _KEPT_FOR_S


async def _found(connection: Connection, today: date) -> Mapping[tuple[str, str | None], UsualTime]:
    """By the figure of which the dashboard shows the median, in one question."""
    days = DayRange(today - _LATELY, today)
    lines = (await view(connection, {"lately": days}, of=TURNAROUND.measures))["lately"]
    found: dict[tuple[str, str | None], UsualTime] = {}
    for by in (("service",), ("service", "region")):
        for (service, *region), line in summed(lines, by).items():
            if known := usual(Spread(TURNAROUND).of(line)):
                found[service, region[0] if region else None] = known
    return found


def usual(spread: Mapping[str, float | None]) -> UsualTime | None:
    """Of hours that half and nine tenths of so many cases took."""
    count, half, most = spread["count"], spread["p50"], spread["p90"]
    if half is None or most is None or not count or count < _ENOUGH:
        return None
    in_days = [max(1, math.ceil(hours / _HOURS)) for hours in (half, most)]
    return UsualTime(in_days[0], in_days[1], int(count))
