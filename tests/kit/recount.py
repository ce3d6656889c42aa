"""The throughput counted a second time, straight from the histories and as slowly as it likes.

Nothing here is shared with the read model: it keeps every duration in seconds, goes through
the office's hours minute by minute, and looks at a whole history at once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Final

from domain.calendar import OFFICE_ZONE, Calendar, local_day
from domain.case.case import CASE
from domain.case.delivery.events import HandedToPost, ParcelDelivered, ParcelReturned, PickedUp
from domain.case.grounds import Hold
from domain.case.intake.events import (
    CaseAccepted,
    CaseSubmitted,
    CorrectionRequested,
    DeemedAccepted,
)
from domain.case.overlays.events import EscalationRequested
from domain.case.production.events import DocumentProduced
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import CaseApproved, CaseRefused, DeferralGranted, RecordChanged
from domain.case.stage import FINAL, OPEN
from domain.case.state import Case, Running, Stopped
from domain.clocks.clock import Clock
from domain.message import Event
from tests.kit.life import Life

_CALENDAR: Final = Calendar()
_MINUTE: Final = timedelta(minutes=1)
Group = tuple[date, str, bool]
"""A day, and the office and priority that the case then had."""


@dataclass
class Recount:
    """Counts by group and name; durations in seconds by group and name."""

    counts: dict[Group, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    took: dict[Group, dict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )


@dataclass(frozen=True)
class _Moment:
    """One event, with the group it counts in and the case before and after it."""

    event: Event
    at: datetime
    group: Group
    before: Case
    after: Case


def recount(lives: Iterable[Life]) -> Recount:
    found = Recount()
    for life in lives:
        moments = _moments(life)
        _count_deeds(found, moments)
        _count_times(found, moments)
        _count_shares(found, moments)
        _measure(found, moments)
        if life.state.stage in OPEN:
            first = moments[0].group[0]
            found.counts[first, life.state.office, life.state.green]["in_hand"] += 1
    return found


def rank(values: Sequence[float], q: float) -> float:
    """The smallest value that has at least the share ``q`` at or below it."""
    return sorted(values)[max(ceil(q * len(values)) - 1, 0)]


def _moments(life: Life) -> list[_Moment]:
    found, case = [], Case()
    for envelope in life.envelopes:
        after = CASE.evolve(case, envelope.event)
        green = case.green if case.office else after.green
        group = local_day(envelope.at), case.office or after.office, green
        found.append(_Moment(envelope.event, envelope.at, group, case, after))
        case = after
    return found


def _count_times(found: Recount, moments: Sequence[_Moment]) -> None:
    """In time by the deadline that the case itself kept; who is deemed accepted waited too long."""
    accept_by: date | None = None
    for moment in moments:
        counts, before = found.counts[moment.group], moment.before
        if before.deadline and before.deadline.clock == Clock.ACCEPT_1:
            accept_by = before.deadline.on
        match moment.event:
            case CaseAccepted(accepted_on=on) | CaseReopened(accepted_on=on):
                rests = before.holds & {Hold.RELIEF, Hold.AWAITING_CHECK}
                if rests:
                    since = before.resting_since
                    on = local_day(since) if since else date.min
                if not (before.accepted_on or (accept_by and on > accept_by)):
                    counts["accepted_on_time"] += 1
            case CaseApproved(decided_on=on) | CaseRefused(decided_on=on):
                late = isinstance(before.clock, Running) and on > before.clock.decide_by
                late |= isinstance(before.clock, Stopped) and before.clock.days_left < 0
                counts["decided_on_time"] += not late


def _count_deeds(found: Recount, moments: Sequence[_Moment]) -> None:
    names: dict[type[Event], str] = {
        CaseSubmitted: "submitted",
        CaseAccepted: "accepted",
        DeemedAccepted: "accepted",
        CaseApproved: "decided",
        CaseRefused: "decided",
        ParcelReturned: "returned",
        ParcelDelivered: "delivered",
        PickedUp: "picked_up",
    }
    for moment in moments:
        counts = found.counts[moment.group]
        if name := names.get(type(moment.event)):
            counts[name] += 1
        match moment.event:
            case CaseRefused():
                counts["against"] += 1
            case HandedToPost(attempt=1):
                counts["handed_over"] += 1
            case CaseReopened() if not moment.before.accepted_on:
                counts["accepted"] += 1
        if moment.after.stage in FINAL and moment.after.stage is not moment.before.stage:
            counts[moment.after.stage] += 1


def _count_shares(found: Recount, moments: Sequence[_Moment]) -> None:
    """Who began on a day, and what had become of him at the end of the history."""
    corrections = [m for m in moments if isinstance(m.event, CorrectionRequested)]
    if corrections:
        found.counts[moments[0].group]["to_be_corrected"] += 1
        counts = found.counts[corrections[0].group]
        counts["corrected"] += 1
        past = any(
            isinstance(m.event, CaseApproved | CaseRefused) or m.after.stage in FINAL
            for m in moments
        )
        counts["corrected_once"] += past and len(corrections) == 1
    for place, moment in enumerate(moments):
        later = [m.event for m in moments[place + 1 :]]
        if isinstance(moment.event, ParcelReturned) and any(
            isinstance(event, HandedToPost) for event in later
        ):
            found.counts[moment.group]["reposted"] += 1
        if isinstance(moment.event, HandedToPost) and moment.event.attempt == 1:
            fate = next(
                (e for e in later if isinstance(e, ParcelDelivered | ParcelReturned | PickedUp)),
                None,
            )
            if isinstance(fate, ParcelDelivered):
                found.counts[moment.group]["delivered_first"] += 1
            if isinstance(fate, ParcelReturned):
                found.counts[moment.group]["returned_first"] += 1


def _measure(found: Recount, moments: Sequence[_Moment]) -> None:
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
            case ParcelDelivered() | PickedUp() | RecordChanged() | DeferralGranted():
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
