"""Which cases ask for a place that is given by rank, and what they ask for."""

from dataclasses import dataclass
from typing import NoReturn

from domain.case.penal import is_applied_for
from domain.case.state import Case
from domain.refusal import Conflict
from domain.services.blocks.appointment.examination import ExamSlot
from domain.services.catalogue import EVERY_SERVICE
from domain.services.checks.check import by_a_person


@dataclass(kw_only=True)
class ExamBookingStands(Conflict):
    """A booking that is ranked is cancelled with its reason, and not withdrawn."""


def slot_of(current: Case) -> ExamSlot | None:
    """The examination in which the case asks for a place."""
    service = EVERY_SERVICE.get(current.service)
    if service is None or current.facts is None:
        return None
    return service.exam(current.facts)


def officers_decide(current: Case) -> bool:
    """Whether officers accept and review the case. A place in an examination goes by rank, an
    appointment is confirmed, and nobody applies for a penalty.
    """
    by_others = slot_of(current) is not None or current.appointment is not None
    return not by_others and is_applied_for(current)


def in_ranking(current: Case) -> bool:
    return current.booking is not None


def not_ranked(current: Case) -> bool:
    """A booking that is ranked ends by its own command, because it is asked why."""
    return not in_ranking(current)


def booking_stands(current: Case) -> NoReturn:
    raise ExamBookingStands


def has_place(current: Case) -> bool:
    return current.booking is not None and current.booking.placed


def judged_by_register(service: str) -> list[str]:
    """The codes of the checks of a service that the register can judge. Whether the place is open
    is asked of its prefecture, when the booking joins the ranking."""
    checks = EVERY_SERVICE[service].checks
    return [check.code for check in checks if check.judge is not by_a_person]


def may_join(current: Case) -> bool:
    """Whether all that the register can judge of a booking has passed."""
    if slot_of(current) is None or current.learner is None or in_ranking(current):
        return False
    return all(current.checks.get(code) for code in judged_by_register(current.service))
