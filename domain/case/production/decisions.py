"""The document is made, the old one is settled, and the case is closed."""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.production import commands, events
from domain.case.production.reasons import OldDocument
from domain.case.production.refusals import FeeOpen, OldDocumentOpen
from domain.case.roles import OFFICERS, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.reliefs.effect import guarding
from domain.services.facts import AtCounter


def record(
    current: Case, command: commands.RecordProduction, at: Circumstances
) -> Sequence[CaseEvent]:
    """The blank of which it is made leaves the store of the office that has it made."""
    blank = at.catalogue[current.service].blank
    if isinstance(current.delivery, AtCounter):
        return [
            events.DocumentProduced(
                stage=Stage.READY_FOR_PICKUP,
                document_no=command.document_no,
                keep_until=at.due(Clock.PICKUP_HOLD),
                office=current.office,
                blank=blank,
            )
        ]
    return [
        events.DocumentProduced(
            stage=Stage.READY_TO_SEND,
            document_no=command.document_no,
            hand_over_by=at.due(Clock.POST_HANDOVER),
            office=current.office,
            blank=blank,
        )
    ]


def settle_old_document(
    current: Case, command: commands.SettleOldDocument, at: Circumstances
) -> Sequence[CaseEvent]:
    """A plate that is neither lost nor destroyed goes back to the office (124 art. 44)."""
    if current.old_document_settled:
        return []
    settled: CaseEvent = (
        events.LossDeclared() if command.how is OldDocument.LOST else events.OldPlateReturned()
    )
    at_the_end = current.stage is Stage.DELIVERED and current.payable_fen <= 0
    return [settled, events.CaseClosed()] if at_the_end else [settled]


def close(current: Case, command: commands.CloseCase, at: Circumstances) -> Sequence[CaseEvent]:
    if not current.old_document_settled:
        raise OldDocumentOpen
    if current.payable_fen > 0:
        raise FeeOpen(payable_fen=current.payable_fen)
    return [events.CaseClosed()]


def closing(current: Case, collected_fen: int) -> Sequence[CaseEvent]:
    """The end of the case, which follows a hand-over by itself if nothing is open."""
    owed = current.payable_fen - collected_fen
    return [events.CaseClosed()] if current.old_document_settled and owed <= 0 else []


def order_production(
    current: Case, command: commands.OrderProduction, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.ProductionOrdered()]


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(commands.OrderProduction, at={Stage.APPROVED}, by=OFFICERS, decide=order_production),
    Decision(
        commands.RecordProduction,
        at={Stage.IN_PRODUCTION},
        by=OFFICERS,
        decide=record,
        reads=guarding,
    ),
    Decision(
        commands.SettleOldDocument,
        at={
            Stage.APPROVED,
            Stage.IN_PRODUCTION,
            Stage.READY_TO_SEND,
            Stage.IN_POST,
            Stage.RETURNED,
            Stage.READY_FOR_PICKUP,
            Stage.DELIVERED,
        },
        by=OFFICERS,
        decide=settle_old_document,
    ),
    Decision(commands.CloseCase, at={Stage.DELIVERED}, by=OFFICERS | SYSTEM, decide=close),
)
