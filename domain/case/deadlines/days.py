"""The days for which a case waits, each with the clock that runs until then."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.case.state import Case, Running
from domain.clocks.clock import Clock

FIELDS: Final[Mapping[str, Clock]] = MappingProxyType(
    {
        "accept_by": Clock.ACCEPT_1,
        "correction_notice_by": Clock.CORRECTION_NOTICE,
        "decide_by": Clock.DECIDE,
        "reply_by": Clock.CORRECTION_REPLY,
        "deliver_by": Clock.DELIVER_10,
        "hand_over_by": Clock.POST_HANDOVER,
    }
)
"""The fields of events that hold a day counted in working days."""


def days(current: Case) -> Mapping[str, date]:
    """By clock: the day of the decision, what is waited for beside it, and deemed acceptance."""
    found: dict[str, date] = {}
    if isinstance(current.clock, Running):
        found[Clock.DECIDE] = current.clock.decide_by
    if current.deadline:
        found[current.deadline.clock] = current.deadline.on
    if current.deemed_on:
        found[Clock.CORRECTION_NOTICE] = current.deemed_on
    return found
