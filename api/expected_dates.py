"""The days by which an application will have its result, and be a step further (ADR 77)."""

import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from projections.expected.forecast import Forecast
from projections.expected.queries import Samples, samples, standing, told
from projections.expected.row import WHOLE

_KEPT_FOR_S: Final = 60
_KEPT_AT_ONCE: Final = 512
_HIS_TURN: Final = frozenset(
    {
        Stage.PAYMENT_PENDING,
        Stage.CORRECTION_REQUESTED,
        Stage.ON_SITE_REQUIRED,
        Stage.FACTS_SHOWN,
        Stage.RETURNED,
        Stage.READY_FOR_PICKUP,
    }
)
"""The stages at which the applicant himself takes the next step, so it is not foretold to him."""


class ExpectedDays(NamedTuple):
    """Of so many ``cases`` half were done by ``half`` and nine of ten by ``most``."""

    half: date
    most: date
    cases: int


class ExpectedDates(NamedTuple):
    """``told`` is what was told on the day of submission. It has ``slipped`` when that day has
    passed, and then ``moved`` is what was told since, if anything.
    """

    next: ExpectedDays | None
    end: ExpectedDays | None
    told: ExpectedDays | None
    moved: date | None
    slipped: bool


class Forecasts:
    """What is known of each office and service. It is asked for once a minute at most."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[tuple[str, str, str, date, date], tuple[float, Samples]] = (
            OrderedDict()
        )

    async def of(
        self,
        connection: Connection,
        case: UUID,
        service: str,
        office: str,
        today: date,
        *,
        rests: bool = False,
    ) -> ExpectedDates | None:
        """The dates of an application. None if it has ended, or its service has none.

        Of one that ``rests`` nobody can say when it goes on.
        """
        found = await standing(connection, case)
        if found is None or found.submitted_on > today:
            return None
        known = await self._samples(
            connection, service, office, found.stage, found.submitted_on, today
        )
        submitted = found.submitted_on
        waits = found.stage not in _HIS_TURN and not rests
        return ExpectedDates(
            next=_days(known, found.stage, office, found.since, today) if waits else None,
            end=None if rests else _days(known, WHOLE, office, submitted, today),
            told=_added(told(known, WHOLE, office, submitted), submitted),
            moved=found.likely_by,
            slipped=found.slipped,
        )

    async def _samples(
        self,
        connection: Connection,
        service: str,
        office: str,
        stage: str,
        first: date,
        today: date,
    ) -> Samples:
        key = (service, office, stage, first, today)
        kept = self._known.get(key)
        if kept is not None and self._clock() - kept[0] < _KEPT_FOR_S:
            return kept[1]
        known = await samples(connection, service, first, today, what=(WHOLE, stage), office=office)
        self._known[key] = (self._clock(), known)
        while len(self._known) > _KEPT_AT_ONCE:
            self._known.popitem(last=False)
        return known


def _days(known: Samples, what: str, office: str, since: date, today: date) -> ExpectedDays | None:
    waited = max(0, (today - since).days)
    return _added(told(known, what, office, today, waited=waited), since)


def _added(found: Forecast | None, since: date) -> ExpectedDays | None:
    if found is None:
        return None
    half, most = (since + timedelta(days=days) for days in (found.half, found.most))
    return ExpectedDays(half, most, found.cases)
