"""The instruments of a case, derived from its history. None is ever stored, so none ever changes.

An instrument tells one event: what it says follows from that event and from the case as it stood
then. What happens later can only end it, when the decision behind it falls (ADR 53, ADR 98).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.events import (
    CaseAccepted,
    CorrectionRequested,
    DeemedAccepted,
    NotAccepted,
)
from domain.case.remedies.changes import no_longer_stands
from domain.case.remedies.events import CaseReopened, DecisionRevoked, ReconsiderationDecided
from domain.case.review.events import (
    CaseApproved,
    CaseRefused,
    DeferralGranted,
    DeferralRevoked,
    RegisterChangesOrdered,
    TempPlateIssued,
)
from domain.case.state import Case
from domain.message import Event
from domain.recorded_event import RecordedEvent
from domain.register.changes import OutcomeUndone

_AGAINST_HIM: Final = frozenset({InstrumentKind.NON_ACCEPTANCE, InstrumentKind.REFUSAL})
_GRANTED: Final = frozenset({InstrumentKind.DEFERRAL, InstrumentKind.TEMPORARY_PLATE})


class Instrument(msgspec.Struct, frozen=True):
    """``version`` is that of the event which it tells, and ``no`` its place in the case, from 1.

    ``current`` is the case right after that event. ``valid_until`` is the last day on which it
    is good, or None for one that is good without end. From ``fell_on`` (office-local) it is good
    no more, because the decision behind it was revoked or set aside.
    """

    case: UUID
    version: int
    no: int
    kind: InstrumentKind
    event: Event
    current: Case
    cause: UUID
    issued_on: date
    valid_until: date | None = None
    fell_on: date | None = None


class _Told(msgspec.Struct, frozen=True):
    kind: InstrumentKind
    until: Callable[[Any], date | None] = lambda event: None


_TELL: Final[Mapping[type[Event], _Told]] = MappingProxyType(
    {
        CaseAccepted: _Told(InstrumentKind.ACCEPTANCE_RECEIPT),
        DeemedAccepted: _Told(InstrumentKind.ACCEPTANCE_RECEIPT),
        CorrectionRequested: _Told(InstrumentKind.CORRECTION_NOTICE, lambda event: event.reply_by),
        NotAccepted: _Told(InstrumentKind.NON_ACCEPTANCE),
        CaseRefused: _Told(InstrumentKind.REFUSAL),
        DeferralGranted: _Told(InstrumentKind.DEFERRAL, lambda event: event.until),
        TempPlateIssued: _Told(InstrumentKind.TEMPORARY_PLATE, lambda event: event.valid_to),
    }
)


def instruments_of(history: Iterable[RecordedEvent]) -> Sequence[Instrument]:
    """All of a case, in the order in which they were issued."""
    current, found = CASE.initial, list[Instrument]()
    for recorded in history:
        before, current = current, CASE.evolve(current, recorded.event)
        fall = _fall(before, recorded.event)
        found = [_after(each, fall, recorded) for each in found]
        if told := _TELL.get(type(recorded.event)):
            found.append(
                Instrument(
                    case=recorded.stream,
                    version=recorded.version,
                    no=len(found) + 1,
                    kind=told.kind,
                    event=recorded.event,
                    current=current,
                    cause=recorded.envelope.cause,
                    issued_on=local_day(recorded.at),
                    valid_until=told.until(recorded.event),
                )
            )
    return found


def instrument_at(history: Iterable[RecordedEvent], version: int) -> Instrument | None:
    """That of the event with this version, if it has one."""
    return next((each for each in instruments_of(history) if each.version == version), None)


def _fall(before: Case, event: Event) -> frozenset[InstrumentKind]:
    """Which kinds an event takes the ground from.

    A refusal falls when the case begins anew. What was granted falls when it is undone, and when
    another decision of the case takes its place, even if that grants the same anew.
    """
    match event:
        case CaseReopened():
            return _AGAINST_HIM
        case ReconsiderationDecided(outcome=outcome) if no_longer_stands(before, outcome):
            return _AGAINST_HIM | _GRANTED
        case CaseApproved() | CaseRefused() | DecisionRevoked() | DeferralRevoked():
            return _GRANTED
        case RegisterChangesOrdered(changes=changes) if any(
            isinstance(each, OutcomeUndone) for each in changes
        ):
            return _GRANTED
    return frozenset()


def _after(
    issued: Instrument, fall: frozenset[InstrumentKind], recorded: RecordedEvent
) -> Instrument:
    """What one command grants and undoes at once it undoes of an earlier one."""
    stands = issued.fell_on is None and issued.cause != recorded.envelope.cause
    if stands and issued.kind in fall:
        return replace(issued, fell_on=local_day(recorded.at))
    return issued
