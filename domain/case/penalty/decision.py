"""The decision: made once, under a number of its own, and served on whom it punishes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from domain.aggregate import Ref
from domain.case.penalty import commands, events
from domain.case.penalty.checks import refuse_unless_passed
from domain.case.penalty.refusals import (
    NoNumberFree,
    ReceivedBeforeDecided,
    ServedOnPaper,
    StatementUnanswered,
)
from domain.case.review.orders import for_the_register
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.clocks.fines import fine_due
from domain.name_based import uuid5
from domain.offices.tree import prefecture_of
from domain.penalties.penalty import PENALTY
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import PenaltyOnRecord, PenaltyStage, penalty_named
from domain.people import Role
from domain.services.penal.facts import ViolationFacts

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a62").bytes
_DRAWS: Final = range(4)
_DIGITS: Final = "010d"


def of_the_numbers(current: Case, command: object) -> Iterable[Ref[PenaltyOnRecord]]:
    """The decisions whose number the case could have."""
    return [Ref(PENALTY, penalty_named(number)) for number in numbers(current)]


def numbers(current: Case) -> list[str]:
    """Numbers for the decision of a case: the region of the office, and ten digits.

    They follow from the reference of the case, so a command that is tried again finds the same.
    """
    region = prefecture_of(current.office)
    drawn = (uuid5(_SPACE, f"{current.reference}:{number}").int for number in _DRAWS)
    return [f"{region}{each % 10**10:{_DIGITS}}" for each in drawn]


def decide_penalty(
    current: Case, command: commands.DecidePenalty, at: Circumstances
) -> Sequence[CaseEvent]:
    """A program decides only what the driver has accepted, and nobody what he was not heard on."""
    if not (current.facts_accepted or (current.heard and at.by.role is not Role.SYSTEM)):
        raise StatementUnanswered
    refuse_unless_passed(current, (), at)
    facts = current.facts
    assert isinstance(facts, ViolationFacts)
    decided = events.PenaltyDecided(
        officer=at.by.person,
        decided_on=at.today,
        decision_no=_free_number(current, at),
        fine_fen=facts.fine_fen,
        points=facts.points,
    )
    ordered = for_the_register(current, at)
    if not facts.electronic_service:
        return [decided, *ordered]
    served = _served(facts.fine_fen, at.today, ServiceManner.ELECTRONIC, at)
    return [decided, *ordered, served]


def serve_decision(
    current: Case, command: commands.ServeDecision, at: Circumstances
) -> Sequence[CaseEvent]:
    """Whoever has not consented gets it on paper (PSP art. 36)."""
    if current.decided_on is None or command.received_on < current.decided_on:
        raise ReceivedBeforeDecided(decided_on=current.decided_on)
    if command.manner is ServiceManner.ELECTRONIC:
        raise ServedOnPaper
    facts = current.facts
    assert isinstance(facts, ViolationFacts)
    return [_served(facts.fine_fen, command.received_on, command.manner, at)]


def _free_number(current: Case, at: Circumstances) -> str:
    for number in numbers(current):
        if Ref(PENALTY, penalty_named(number)).state(at).stage is PenaltyStage.NEW:
            return number
    raise NoNumberFree


def _served(
    fine_fen: int, received_on: date, manner: ServiceManner, at: Circumstances
) -> events.DecisionServed:
    due = fine_due(received_on, judged_on=received_on, calendar=at.calendar)
    return events.DecisionServed(
        received_on=received_on,
        manner=manner,
        reconsider_by=at.due(Clock.RECON_APPLY, received_on),
        sue_by=at.due(Clock.SUIT, received_on),
        fine_due_on=due if fine_fen else None,
    )
