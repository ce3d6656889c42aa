"""The document is made, the old one settled, the case closed."""

from datetime import date

import pytest

from domain.case.delivery.events import PickedUp
from domain.case.production.commands import (
    CloseCase,
    OrderProduction,
    RecordProduction,
    SettleOldDocument,
)
from domain.case.production.events import (
    CaseClosed,
    LossDeclared,
    OldPlateReturned,
    ProductionOrdered,
)
from domain.case.production.reasons import OldDocument
from domain.case.production.refusals import FeeOpen, OldDocumentOpen
from domain.case.review.events import CaseApproved
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.refusal import NotAtThisStage
from tests.unit.case import situations as s
from tests.unit.case.given import given

LOST = SettleOldDocument(how=OldDocument.LOST)


def test_approved_plates_are_put_into_production_and_keep_their_day_of_delivery() -> None:
    case = (
        given(s.APPROVED)
        .when(OrderProduction(), by=s.CLERK, on=s.APPROVED_ON)
        .then(ProductionOrdered())
        .case
    )
    assert case.deadline is not None
    assert case.deadline.clock == Clock.DELIVER_10


def test_nothing_is_produced_before_it_is_approved() -> None:
    given(s.CHECKED).when(OrderProduction(), by=s.CLERK, on=s.APPROVED_ON).then_refused(
        NotAtThisStage, stage="in_review"
    )


def test_a_document_for_the_post_is_handed_over_the_next_working_day() -> None:
    given(s.IN_PRODUCTION).when(
        RecordProduction(document_no="ZZ0000001"), by=s.CLERK, on=s.PRODUCED_ON
    ).then(s.READY_TO_SEND[-1])


def test_a_document_to_collect_is_kept_for_a_month() -> None:
    case = (
        given(s.TO_COLLECT)
        .when(RecordProduction(document_no="ZZ0000002"), by=s.CLERK, on=s.PRODUCED_ON)
        .then(s.READY_FOR_PICKUP[-1])
        .case
    )
    assert case.deadline is not None
    assert (case.deadline.clock, case.deadline.on) == (Clock.PICKUP_HOLD, date(2020, 4, 6))


@pytest.mark.parametrize(
    ("how", "settled"),
    [
        (OldDocument.LOST, LossDeclared()),
        (OldDocument.RETURNED, OldPlateReturned()),
    ],
)
def test_the_old_plate_is_lost_or_back(how: OldDocument, settled: CaseEvent) -> None:
    given(s.IN_PRODUCTION).when(SettleOldDocument(how=how), by=s.CLERK, on=s.PRODUCED_ON).then(
        settled
    )


def test_an_old_plate_is_settled_once() -> None:
    given(s.IN_PRODUCTION, OldPlateReturned()).when(
        LOST, by=s.CLERK, on=s.PRODUCED_ON
    ).then_nothing()


def test_the_old_plate_is_not_settled_before_approval() -> None:
    given(s.IN_REVIEW).when(LOST, by=s.CLERK, on=s.REVIEWED_ON).then_refused(NotAtThisStage)


def test_settling_the_old_plate_last_closes_the_case() -> None:
    case = (
        given(s.DELIVERED)
        .when(LOST, by=s.CLERK, on=s.DELIVERED_ON)
        .then(LossDeclared(), CaseClosed())
        .case
    )
    assert case.stage is Stage.COMPLETED


def test_a_delivered_case_stays_open_while_money_is_owed() -> None:
    owing = (*s.READY_FOR_PICKUP, PickedUp(officer="clerk"))
    given(owing).when(LOST, by=s.CLERK, on=s.DELIVERED_ON).then(LossDeclared())
    given(owing, LossDeclared()).when(CloseCase(), by=s.CLERK, on=s.DELIVERED_ON).then_refused(
        FeeOpen, payable_fen=s.FEE
    )


def test_a_case_is_not_closed_over_an_old_plate() -> None:
    given(s.DELIVERED).when(CloseCase(), by=s.CLERK, on=s.DELIVERED_ON).then_refused(
        OldDocumentOpen
    )


def test_a_document_that_replaces_nothing_leaves_nothing_to_settle() -> None:
    approved = CaseApproved(
        officer="reviewer", decided_on=s.APPROVED_ON, deliver_by=None, replaces_nothing=True
    )
    given(s.CHECKED, approved, *s.DELIVERED[len(s.CHECKED) + 1 :]).when(
        CloseCase(), by=s.TIMEKEEPER, on=s.DELIVERED_ON
    ).then(CaseClosed())


def test_a_case_with_nothing_open_is_closed() -> None:
    given(s.DELIVERED, LossDeclared()).when(CloseCase(), by=s.TIMEKEEPER, on=s.DELIVERED_ON).then(
        CaseClosed()
    )
