"""How long cases took, measured a second time: in seconds, and minute by minute in the office."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from math import ceil
from typing import Final

from domain.calendar import OFFICE_ZONE, Calendar
from domain.case.delivery.events import HandedToPost, ParcelDelivered, PickedUp
from domain.case.intake.events import (
    CaseAccepted,
    DeemedAccepted,
)
from domain.case.overlays.events import EscalationRequested
from domain.case.production.events import DocumentProduced
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import (
    CaseApproved,
    CaseRefused,
    DeferralGranted,
    RecordChanged,
    ResultRecorded,
)
from tests.kit.moments import Moment, Recount

_CALENDAR: Final = Calendar()
_MINUTE: Final = timedelta(minutes=1)


def rank(values: Sequence[float], q: float) -> float:
    """The smallest value that has at least the share ``q`` at or below it."""
    return sorted(values)[max(ceil(q * len(values)) - 1, 0)]


def measure(found: Recount, moments: Sequence[Moment]) -> None:
    submitted = moments[0].at
    begun: dict[str, datetime] = {}
    for moment in moments:
        at, took = moment.at, found.took[moment.group]
        match moment.event:
            case CaseAccepted() | DeemedAccepted():
                begun["handle"] = at
            case CaseReopened():
                begun = {"handle": at} | {k: v for k, v in begun.items() if k == "green_time"}
            case CaseApproved():
                took["handle"].append(_working_seconds(begun["handle"], at))
                begun["production"] = at
            case CaseRefused():
                took["handle"].append(_working_seconds(begun["handle"], at))
            case DocumentProduced():
                if "production" in begun:
                    took["production"].append((at - begun.pop("production")).total_seconds())
                begun["handover"] = at
            case HandedToPost(attempt=attempt):
                if attempt == 1 and "handover" in begun:
                    took["handover"].append((at - begun.pop("handover")).total_seconds())
                begun["transit"] = at
            case EscalationRequested():
                begun["green_time"] = at
            case (
                ParcelDelivered()
                | PickedUp()
                | RecordChanged()
                | ResultRecorded()
                | DeferralGranted()
            ):
                if isinstance(moment.event, ParcelDelivered) and "transit" in begun:
                    took["transit"].append((at - begun["transit"]).total_seconds())
                took["turnaround"].append((at - submitted).total_seconds())
                if moment.before.green and "green_time" in begun:
                    took["green_time"].append((at - begun.pop("green_time")).total_seconds())


def _working_seconds(first: datetime, last: datetime) -> float:
    """Histories run by whole minutes."""
    minutes, now = 0, first
    while now < last:
        there = now.astimezone(OFFICE_ZONE)
        open_now = time(8, 30) <= there.time() < time(12) or time(13) <= there.time() < time(17, 30)
        minutes += open_now and _CALENDAR.is_working_day(there.date())
        now += _MINUTE
    return minutes * 60.0
