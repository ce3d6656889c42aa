"""The days for which a case waits, each with the clock that runs until then."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.case.rest import is_at_rest
from domain.case.state import Case, Running
from domain.clocks.clock import Clock
from domain.clocks.lawful import MovedDeadline

FIELDS: Final[Mapping[str, Clock]] = MappingProxyType(
    {
        "accept_by": Clock.ACCEPT_1,
        "correction_notice_by": Clock.CORRECTION_NOTICE,
        "decide_by": Clock.DECIDE,
        "answer_by": Clock.VIO_ANSWER,
        "reply_by": Clock.CORRECTION_REPLY,
        "deliver_by": Clock.DELIVER_10,
        "hand_over_by": Clock.POST_HANDOVER,
        "record_by": Clock.EXAM_RECORD,
    }
)
"""The fields of events that hold a day counted in working days."""


def under_relief(current: Case) -> Iterator[MovedDeadline]:
    """What the applicant has to do in time, if a relief has moved it and it does not rest."""
    waited = current.deadline
    if waited and waited.under and not is_at_rest(current):
        until = None if waited.is_open else waited.on
        clock, by_law, relief = Clock(waited.clock), waited.under.by_law, waited.under.relief
        yield MovedDeadline(clock, by_law, until, relief)


def days(current: Case) -> Mapping[str, date]:
    """By clock: the day of the decision, what is waited for beside it, and deemed acceptance.

    What a relief holds open has no day.
    """
    found: dict[str, date] = {}
    if isinstance(current.clock, Running):
        found[Clock.DECIDE] = current.clock.decide_by
    if current.deadline and not current.deadline.is_open:
        found[current.deadline.clock] = current.deadline.on
    if current.deemed_on:
        found[Clock.CORRECTION_NOTICE] = current.deemed_on
    return found
