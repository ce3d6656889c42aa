"""What makes a step of a case worth a second look. It follows from the step and those before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from domain.calendar import OFFICE_ZONE, Calendar, holidays_known, local_day
from domain.case.deadlines.events import DeadlineExtended
from domain.case.grounds import GreenKind
from domain.case.intake.events import NotAccepted
from domain.case.overlays.events import GreenChannelGranted
from domain.case.remedies.events import CaseReopened, DecisionRevoked, ReconsiderationDecided
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.review.events import CaseApproved, CaseRefused, CheckOverridden
from domain.case.roles import OFFICERS
from domain.message import Event
from domain.recorded_event import Envelope

OVERRIDDEN: Final = "overridden"
EXTENDED: Final = "extended"
ONE_OFFICER: Final = "one-officer"
OUT_OF_HOURS: Final = "out-of-hours"
GREEN_UNPROVEN: Final = "green-unproven"
FALLEN: Final = "fallen"

_DECISIONS: Final = CaseApproved | CaseRefused | NotAccepted | DecisionRevoked
_FELL: Final = frozenset(
    {
        ReconsiderationOutcome.REVOKED,
        ReconsiderationOutcome.CHANGED,
        ReconsiderationOutcome.CONFIRMED_UNLAWFUL,
        ReconsiderationOutcome.ORDERED,
    }
)
_NIGHT_BEGINS, _NIGHT_ENDS = 22, 6
_CALENDAR: Final = Calendar()


class EarlierSteps(NamedTuple):
    """What the steps before have said. The officer is None where a program accepted."""

    accepted_by: str | None
    proven_green: frozenset[GreenKind]


def risks_of(envelope: Envelope[Event], known: EarlierSteps) -> tuple[str, ...]:
    """The codes of what is remarkable in a step. Most steps have none."""
    return tuple(_found(envelope, known))


def _found(envelope: Envelope[Event], known: EarlierSteps) -> Iterator[str]:
    event = envelope.event
    match event:
        case CheckOverridden():
            yield OVERRIDDEN
        case DeadlineExtended():
            yield EXTENDED
        case CaseReopened() | DecisionRevoked():
            yield FALLEN
        case ReconsiderationDecided(outcome=outcome) if outcome in _FELL:
            yield FALLEN
        case GreenChannelGranted(kind=kind) if kind not in known.proven_green:
            yield GREEN_UNPROVEN
    if isinstance(event, _DECISIONS) and envelope.by.role in OFFICERS:
        if (
            isinstance(event, CaseApproved | CaseRefused)
            and known.accepted_by == envelope.by.person
        ):
            yield ONE_OFFICER
        if is_out_of_hours(envelope.at, envelope.rules):
            yield OUT_OF_HOURS


def is_out_of_hours(at: datetime, rules: str) -> bool:
    """Whether it was from 22:00 to 6:00 at the office, or on a day that was not worked.

    The holidays are those that were known under the ``rules`` of the step.
    """
    hour = at.astimezone(OFFICE_ZONE).hour
    if hour >= _NIGHT_BEGINS or hour < _NIGHT_ENDS:
        return True
    return not _CALENDAR.as_known(holidays_known(rules)).is_working_day(local_day(at))
