"""What is owed on the day is asked for, and paid until the end of that day."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from domain.aggregate import Ref
from domain.calendar import end_of_day
from domain.case.penalty import commands, events
from domain.case.review.commands import CheckResult
from domain.case.review.reasons import CheckSource
from domain.case.review.results import recorded
from domain.case.state import AskedFine, Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.name_based import uuid5
from domain.offices.tree import prefecture_of
from domain.penalties.penalty import PENALTY
from domain.penalties.state import PenaltyOnRecord, PenaltyStage
from domain.services.checks.penalty import DECISION, UNPAID

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a63").bytes
_STANDS: Final = frozenset({PenaltyStage.PAYABLE, PenaltyStage.PAID, PenaltyStage.WARNED})


def of_the_penalty(current: Case, command: object) -> Iterable[Ref[PenaltyOnRecord]]:
    """The decision whose fine the case pays."""
    if current.penalty:
        yield Ref(PENALTY, current.penalty)


def ask_for_fine(
    current: Case, command: commands.AskForFine, at: Circumstances
) -> Sequence[CaseEvent]:
    """Asks for the fine with what is added today, if the decision was received and is not paid.

    Otherwise the checks say so, and an officer declines the case.
    """
    penalty = next((each.state(at) for each in of_the_penalty(current, None)), PENALTY.initial)
    results = [
        CheckResult(DECISION.code, penalty.stage in _STANDS),
        CheckResult(UNPAID.code, penalty.stage is PenaltyStage.PAYABLE),
    ]
    new = [each for each in results if current.checks.get(each.check) is not each.passed]
    told = recorded(current, new, CheckSource.REGISTER, at)
    if not all(each.passed for each in results):
        return told
    owed = penalty.owed_on(at.today)
    asked = events.FineAsked(
        asked_on=at.today,
        fine_fen=owed.fine_fen,
        additional_fen=owed.additional_fen,
        pay_by=end_of_day(at.today),
    )
    return [*told, asked]


def settled(current: Case, asked: AskedFine) -> events.FineSettled:
    """The fine was paid for the day on which it was asked for, however late the case hears of it.

    The number of the receipt follows from the reference of the case, so it is issued once.
    """
    drawn = uuid5(_SPACE, current.reference).int % 10**12
    return events.FineSettled(
        fine_fen=asked.fine_fen,
        additional_fen=asked.additional_fen,
        paid_on=asked.asked_on,
        receipt_no=f"{prefecture_of(current.office)}{drawn:012d}",
    )
