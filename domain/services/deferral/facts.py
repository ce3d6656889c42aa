"""The facts of every deferral: from which day it counts, until when, and on what ground."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from domain.choice import Choice
from domain.register.changes import DutyDeferred
from domain.register.licence import LicenceDuty
from domain.services.deferral import words
from domain.services.facts import Facts


class DeferralReason(Choice):
    """The grounds of 139 art. 73: military service, being abroad, others."""

    MILITARY = "military", "服兵役", "military service"
    ABROAD = "abroad", "出国（境）", "abroad"
    OTHER = "other", "其他情形", "another ground"


class DeferralFacts(Facts, frozen=True, kw_only=True):
    """``base_on`` is the day on which the duty would fall due without the deferral."""

    base_on: Annotated[date, words.BASE_ON]
    requested_until: Annotated[date, words.REQUESTED_UNTIL]
    reason: Annotated[DeferralReason, words.REASON]


def deferred(duty: LicenceDuty) -> Callable[[DeferralFacts, date], tuple[DutyDeferred, ...]]:
    """What an approval changes in the register."""

    def change(facts: DeferralFacts, day: date) -> tuple[DutyDeferred, ...]:
        return (DutyDeferred(duty=duty, base_on=facts.base_on, until=facts.requested_until),)

    return change
