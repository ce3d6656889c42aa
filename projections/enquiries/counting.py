"""What each event of a question counts, on which day and under which office.

A group that began on one day stays on that day: of those who were to be called back it is counted
there who was. So a rate of a group is open as long as some of it are undecided.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec
from msgspec.structs import replace

from domain.enquiries import events
from domain.enquiries.kind import CallBackResult, EnquiryClock, Satisfaction
from domain.enquiries.stage import EnquiryStage
from domain.enquiries.state import Enquiry
from domain.message import Event

RECEIVED: Final = "enquiry_received"
HANDLED: Final = "enquiry_handled"
UNHANDLED: Final = "enquiry_unhandled"
ANSWERED: Final = "enquiry_answered"
AT_ONCE: Final = "enquiry_answered_at_once"
IN_TIME: Final = "enquiry_answered_in_time"
PASSED_ON: Final = "enquiry_passed_on"
ALARMS: Final = "shirking_alarm"
HARD: Final = "enquiry_hard"
SOLVED: Final = "enquiry_hard_solved"
UNSOLVED: Final = "enquiry_hard_unsolved"
RATED: Final = "enquiry_rated"
CONTENT: Final = "enquiry_rated_good"
EVER_RATED: Final = "enquiry_answered_rated"
BAD: Final = "enquiry_rated_bad"
CALLED_BACK: Final = "enquiry_called_back"
NOT_CALLED_BACK: Final = "enquiry_not_called_back"
_CONTENT: Final = frozenset({Satisfaction.VERY_GOOD, Satisfaction.GOOD})


class EnquiryCount(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing that counts, on its day and under its office."""

    day: date
    office: str
    what: str


def counted_after(
    counted: tuple[EnquiryCount, ...], before: Enquiry, event: Event, day: date
) -> tuple[EnquiryCount, ...]:
    """What counts after one more event, which happened on ``day``. ``before`` is the question
    as it stood.
    """
    if not isinstance(event, events.EnquiryEvent):
        return counted
    office = event.office

    def here(*names: str) -> tuple[EnquiryCount, ...]:
        return (*counted, *(EnquiryCount(day, office, name) for name in names))

    match event:
        case events.EnquiryReceived():
            return here(RECEIVED, f"{RECEIVED}:{event.channel}", UNHANDLED)
        case events.EnquiryAssigned():
            return _turned(counted, UNHANDLED, HANDLED)
        case events.EnquiryAnswered():
            return _answered(counted, before, event, day)
        case events.ShirkingAlarmRaised():
            return here(ALARMS)
        case events.EnquiryRated():
            content = event.satisfaction in _CONTENT
            bad = event.satisfaction.is_bad
            counted = here(
                RATED, *((CONTENT,) if content else ()), *((BAD, NOT_CALLED_BACK) if bad else ())
            )
            return _ever_rated(counted)
        case events.AskerCalledBack() if event.result is not CallBackResult.NOT_REACHED:
            return _turned(counted, NOT_CALLED_BACK, CALLED_BACK)
    return counted


def _answered(
    counted: tuple[EnquiryCount, ...], before: Enquiry, event: events.EnquiryAnswered, day: date
) -> tuple[EnquiryCount, ...]:
    names = []
    if before.answers == 0:
        names.append(ANSWERED)
        names += [AT_ONCE] if event.at_once else []
        names += [] if EnquiryClock.ANSWER in before.missed else [IN_TIME]
        names += [PASSED_ON] if before.transfers else []
    if event.hard and not before.hard:
        names += [HARD, UNSOLVED]
    told = (*counted, *(EnquiryCount(day, event.office, name) for name in names))
    if event.hard and event.stage is not EnquiryStage.FOLLOW_UP:
        return _turned(told, UNSOLVED, SOLVED)
    return told


def _ever_rated(counted: tuple[EnquiryCount, ...]) -> tuple[EnquiryCount, ...]:
    """The answer counts as rated on the day on which it was given, once."""
    if any(each.what == EVER_RATED for each in counted):
        return counted
    first = next((each for each in counted if each.what == ANSWERED), None)
    return (*counted, replace(first, what=EVER_RATED)) if first else counted


def _turned(counted: Sequence[EnquiryCount], old: str, new: str) -> tuple[EnquiryCount, ...]:
    """What was open is decided, on the day to which it belongs."""
    return tuple(replace(each, what=new) if each.what == old else each for each in counted)
