"""What must be true of one event of a case, as it is decided."""

from collections.abc import Callable
from datetime import date
from typing import Final

from domain.case.deadlines.days import days
from domain.case.deadlines.events import DeadlineBroughtForward, DeadlineExtended
from domain.case.delivery.events import PickedUp, PickupExpired
from domain.case.intake.events import CaseAccepted, MovedToOnSite, NotAccepted, OnSiteVisitRecorded
from domain.case.remedies.events import DecisionRevoked
from domain.case.rest import OF_THE_CITIZEN
from domain.case.review.assignment import reviews
from domain.case.review.events import (
    CaseApproved,
    CaseRefused,
    CheckResultRecorded,
    DeferralGranted,
    ReviewStarted,
)
from domain.case.stage import Stage
from domain.case.state import Case
from domain.message import Event
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from domain.services.deferral.facts import DeferralFacts

AGAINST: Final = (NotAccepted, CaseRefused, DecisionRevoked)
DECIDED: Final = (CaseApproved, CaseRefused)
CASEWORK: Final = (CaseAccepted, ReviewStarted, CaseApproved)
IN_REVIEW: Final = (CheckResultRecorded, CaseApproved, CaseRefused, MovedToOnSite)


def holds_of(
    event: Event, case: Case, by: Actor, today: date, serves: Callable[[str], bool]
) -> None:
    """What must be true of an event on ``case``; ``serves`` tells whether a window is open."""
    if isinstance(event, AGAINST):
        assert event.codes
        assert min(event.reconsider_by, event.sue_by) > today
    if isinstance(event, IN_REVIEW) and case.stage is Stage.IN_REVIEW:
        for_a_leader = isinstance(event, CaseApproved) and (case.green or case.overridden)
        assert by.role is Role.SYSTEM or for_a_leader or reviews(by, case, today)
    if isinstance(event, DECIDED) and by.role is not Role.SYSTEM:
        assert by.person not in case.barred_reviewers
    if isinstance(event, CASEWORK) and by.role is Role.SYSTEM:
        assert not case.holds
        assert not case.withdrawal_requested
    match event:
        case CaseApproved():
            required = {check.code for check in CATALOGUE[case.service].checks}
            assert all(case.checks.get(code) for code in required)
            assert by.person != case.accepted_by or by.role is Role.SYSTEM
        case DeadlineExtended(clock=clock, old=old, new=new):
            on = case.deadline.on if case.deadline and case.deadline.is_open else None
            assert old == days(case).get(clock, on)
            assert new is None or new > old
        case DeadlineBroughtForward(clock=clock, old=old, new=new):
            assert new < old == days(case)[clock]
            assert clock not in OF_THE_CITIZEN
        case OnSiteVisitRecorded():
            assert case.green or serves(case.office)
        case PickedUp():
            assert case.green or serves(case.counter)
        case PickupExpired():
            assert serves(case.counter)
        case DeferralGranted(until=until):
            assert isinstance(case.facts, DeferralFacts)
            assert until.year - case.facts.base_on.year <= 3
        case _:
            pass
