"""The throughput counted a second time, straight from the histories and as slowly as it likes.

Nothing here is shared with the read model: it keeps every duration in seconds, goes through
the office's hours minute by minute, and looks at a whole history at once.
"""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.deadlines.events import DeadlineExtended
from domain.case.delivery.events import (
    DeliveryFailed,
    HandedToPost,
    ParcelDelivered,
    ParcelReturned,
    PickedUp,
)
from domain.case.grounds import Hold, RecountGround
from domain.case.intake.events import (
    CaseAccepted,
    CaseSubmitted,
    CorrectionRequested,
    DeemedAccepted,
)
from domain.case.overlays.events import GreenChannelGranted
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import CaseApproved, CaseAssigned, CaseRefused, ReviewStarted
from domain.case.stage import FINAL, OPEN, Stage
from domain.case.state import Case, Running, Stopped
from domain.clocks.clock import Clock
from domain.message import Event
from tests.kit.life import Life
from tests.kit.moments import Group, Moment, Recount, moments_of
from tests.kit.recounted_times import measure


def recount(lives: Iterable[Life]) -> Recount:
    found = Recount()
    for life in lives:
        moments = moments_of(life)
        _count_deeds(found, moments)
        _count_times(found, moments)
        _count_kinds(found, moments)
        _count_shares(found, moments)
        _count_handlers(found, moments)
        measure(found, moments)
    return found


def _count_times(found: Recount, moments: Sequence[Moment]) -> None:
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


def _count_deeds(found: Recount, moments: Sequence[Moment]) -> None:
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
            case HandedToPost(attempt=attempt):
                counts["handed_over" if attempt == 1 else "posted_again"] += 1
            case CaseReopened() if not moment.before.accepted_on:
                counts["accepted"] += 1
        before, after = moment.before, moment.after
        if after.stage is not before.stage:
            counts["reopened"] += before.stage in FINAL
            counts[after.stage] += after.stage in FINAL
        there = after.office, after.green
        if before.stage in OPEN and (before.office, before.green) != there:
            counts["moved_out"] += 1
            found.counts[moment.group[0], *there]["moved_in"] += 1


def _count_kinds(found: Recount, moments: Sequence[Moment]) -> None:
    submission = moments[0].event
    assert isinstance(submission, CaseSubmitted)
    channel, failed = submission.channel, None
    for moment in moments:
        counts = found.counts[moment.group]
        match moment.event:
            case CaseAccepted() | DeemedAccepted():
                counts[f"accepted:{channel}"] += 1
            case CaseReopened() if not moment.before.accepted_on:
                counts[f"accepted:{channel}"] += 1
            case CaseRefused(codes=codes):
                counts.update(f"ground:{code}" for code in codes)
            case CorrectionRequested(defects=defects):
                counts.update({f"defect:{defect.code}" for defect in defects})
            case DeliveryFailed(reason=reason):
                failed = reason
            case HandedToPost():
                failed = None
            case ParcelReturned():
                counts[f"returned_for:{failed or 'untold'}"] += 1
            case GreenChannelGranted(kind=kind):
                here = moment.group[0], moment.after.office, True
                found.counts[here][f"green:{kind}"] += 1
            case DeadlineExtended(relief=relief, clock=clock):
                counts[f"relief:{clock}"] += relief != RecountGround.HOLIDAY_NOTICE
        if moment.after.stage is Stage.COMPLETED is not moment.before.stage:
            counts[f"completed:{channel}"] += 1


def _count_shares(found: Recount, moments: Sequence[Moment]) -> None:
    """Who began on a day, and what had become of him at the end of the history."""
    closed = next(
        (
            place
            for place, m in enumerate(moments)
            if isinstance(m.event, CaseApproved | CaseRefused) or m.after.stage in FINAL
        ),
        len(moments),
    )
    corrections = [n for n, m in enumerate(moments) if isinstance(m.event, CorrectionRequested)]
    first = found.counts[moments[0].group]
    if corrections and corrections[0] < closed:
        first["to_be_corrected"] += 1
    elif closed == len(moments):
        first["to_be_corrected_unknown"] += 1
    if corrections:
        counts = found.counts[moments[corrections[0]].group]
        counts["corrected"] += 1
        if len(corrections) == 1:
            counts["corrected_once" if closed < len(moments) else "corrected_once_unknown"] += 1
    for place, moment in enumerate(moments):
        later = moments[place + 1 :]
        fates: dict[type[Event] | None, str]
        if isinstance(moment.event, ParcelReturned):
            became = _fate(later, HandedToPost, PickedUp)
            fates = {HandedToPost: "reposted", None: "reposted_unknown"}
        elif isinstance(moment.event, HandedToPost) and moment.event.attempt == 1:
            became = _fate(later, ParcelDelivered, ParcelReturned, PickedUp)
            fates = {
                ParcelDelivered: "delivered_first",
                ParcelReturned: "returned_first",
                None: "first_unknown",
            }
        else:
            continue
        if name := fates.get(became):
            found.counts[moment.group][name] += 1


def _count_handlers(found: Recount, moments: Sequence[Moment]) -> None:
    """By the acceptance or the reopening: whether somebody answers for it before it ends.

    A program reviews only what it has accepted itself.
    """
    for place, moment in enumerate(moments):
        if not isinstance(moment.event, CaseAccepted | DeemedAccepted | CaseReopened):
            continue
        counts, accepted_by = found.counts[moment.group], moment.after.accepted_by
        later = moments[place + 1 :]
        match _fate(later, CaseAssigned, ReviewStarted, CaseApproved, CaseRefused):
            case None:
                counts["handler_unknown"] += 1
                counts["to_be_handled"] += 1
            case fate if fate in {CaseAssigned, CaseApproved, CaseRefused, ReviewStarted}:
                started = next((m.event for m in later if isinstance(m.event, ReviewStarted)), None)
                by_program = fate is ReviewStarted and started and started.reviewer == accepted_by
                counts["handler_named"] += not by_program
                counts["to_be_handled"] += not by_program


def _fate(later: Sequence[Moment], *kinds: type[Event]) -> type[Event] | None:
    """The first of these that happened. None means that it may still come."""
    for moment in later:
        if isinstance(moment.event, kinds):
            return type(moment.event)
        if moment.after.stage in FINAL:
            return type(moment.event)
    return None


def in_hand(lives: Iterable[Life], first: date, last: date) -> Counter[Group]:
    """How many cases were open at the end of each day."""
    found: Counter[Group] = Counter()
    for life in lives:
        case, left = Case(), deque(life.envelopes)
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
            while left and local_day(left[0].at) <= day:
                case = CASE.evolve(case, left.popleft().event)
            if case.stage in OPEN:
                found[day, case.office, case.green] += 1
    return found
