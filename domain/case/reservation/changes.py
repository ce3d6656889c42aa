"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.calendar import local_day
from domain.case.choosing import Choosing
from domain.case.refunds import decided_against, lapsed
from domain.case.reservation import events
from domain.case.stage import Stage
from domain.case.state import Case, Deadline
from domain.clocks.clock import Clock


def _opened(current: Case, event: events.PreselectSessionOpened) -> Case:
    return replace(
        current,
        deadline=Deadline(Clock.PRESELECT_SESSION, local_day(event.open_until), event.open_until),
        choosing=Choosing(
            session=event.session,
            method=event.method,
            prefix=event.prefix,
            plate_kind=event.plate_kind,
            letters=event.letters,
            owner=event.owner_index,
            ban=event.ban_stream,
            once=event.once_claim,
            batches_left=event.batches,
            tries_left=event.tries,
        ),
    )


def _offered(current: Case, event: events.NumbersOffered) -> Case:
    """The numbers themselves stay in the event. He has one of them in the end, or none."""
    if (choosing := current.choosing) is None:
        return current
    return replace(
        current,
        choosing=replace(
            choosing,
            batch=event.batch.batch,
            batches_left=choosing.batches_left - 1,
            offered=event.number_streams,
            offered_until=event.offered_until,
        ),
    )


def _tried(current: Case, event: events.NumberTried) -> Case:
    if (choosing := current.choosing) is None:
        return current
    return replace(
        current, choosing=replace(choosing, tries_left=event.tries_left, last_try=event.why)
    )


def _reserved(current: Case, event: events.NumberReserved) -> Case:
    choosing = current.choosing
    return replace(
        current,
        sealed=current.sealed | event.sealed,
        deadline=Deadline(Clock.PRESELECT_HOLD, event.hold_until, since=event.reserved_on),
        choosing=choosing
        and replace(choosing, number=event.number_stream, offered=(), offered_until=None),
    )


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.PreselectSessionOpened, to=Stage.CHOOSING_NUMBER, change=_opened),
    Effect(events.NumbersOffered, change=_offered),
    Effect(events.NumberTried, change=_tried),
    Effect(events.NumberReserved, to=Stage.NUMBER_RESERVED, change=_reserved),
    Effect(events.NumberConfirmed, to=Stage.COMPLETED),
    Effect(events.ReservationExpired, to=Stage.LAPSED, change=lapsed),
    Effect(events.ReservationVoided, to=Stage.REFUSED, change=decided_against),
)
