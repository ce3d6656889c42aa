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
from projections.throughput.definitions import service_quality as counted_as

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
            return here(
                counted_as.RECEIVED, f"{counted_as.RECEIVED}:{event.channel}", counted_as.UNHANDLED
            )
        case events.EnquiryAssigned():
            return _turned(counted, counted_as.UNHANDLED, counted_as.HANDLED)
        case events.EnquiryAnswered():
            return _answered(counted, before, event, day)
        case events.ShirkingAlarmRaised():
            return here(counted_as.ALARMS)
        case events.EnquiryRated():
            content = event.satisfaction in _CONTENT
            bad = event.satisfaction.is_bad
            counted = here(
                counted_as.RATED,
                *((counted_as.CONTENT,) if content else ()),
                *((counted_as.BAD, counted_as.NOT_CALLED_BACK) if bad else ()),
            )
            return _turned(counted, counted_as.UNRATED, counted_as.EVER_RATED)
        case events.AskerCalledBack() if event.result is not CallBackResult.NOT_REACHED:
            return _turned(counted, counted_as.NOT_CALLED_BACK, counted_as.CALLED_BACK)
    return counted


def _answered(
    counted: tuple[EnquiryCount, ...], before: Enquiry, event: events.EnquiryAnswered, day: date
) -> tuple[EnquiryCount, ...]:
    names = []
    if before.answers == 0:
        names += [counted_as.ANSWERED, counted_as.UNRATED]
        names += [counted_as.AT_ONCE] if event.at_once else []
        names += [] if EnquiryClock.ANSWER in before.missed else [counted_as.IN_TIME]
        names += [counted_as.PASSED_ON] if before.transfers else []
    if event.hard and not before.hard:
        names += [counted_as.HARD, counted_as.UNSOLVED]
    told = (*counted, *(EnquiryCount(day, event.office, name) for name in names))
    if event.hard and event.stage is not EnquiryStage.FOLLOW_UP:
        return _turned(told, counted_as.UNSOLVED, counted_as.SOLVED)
    return told


def _turned(counted: Sequence[EnquiryCount], old: str, new: str) -> tuple[EnquiryCount, ...]:
    """What was open is decided, on the day to which it belongs."""
    return tuple(replace(each, what=new) if each.what == old else each for each in counted)
