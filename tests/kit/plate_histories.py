"""What may become of an application for plates, from the smooth to the lapsed."""

from datetime import datetime, timedelta
from typing import Final

from domain.case.delivery.commands import (
    ChangeToPickup,
    ChangeToPost,
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RecordPickup,
    RecordReturn,
    RequestRepost,
)
from domain.case.grounds import GreenKind, Hold
from domain.case.intake.commands import (
    AcceptCase,
    MoveToOnSite,
    RecordOnSiteVisit,
    RecordPayment,
    RecordPaymentFailure,
    RequestCorrection,
    SupplyCorrection,
)
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.commands import (
    DenyGreenChannel,
    DenyWithdrawal,
    GrantGreenChannel,
    GrantWithdrawal,
    ReleaseHold,
    RequestGreenChannel,
    SetHold,
    TransferCase,
    WithdrawCase,
)
from domain.case.overlays.reasons import GreenProof
from domain.case.production.commands import OrderProduction, RecordProduction, SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.remedies.commands import (
    FileReconsideration,
    RecordReconsiderationDecision,
    ReopenCase,
)
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.review.commands import (
    ApproveCase,
    EndLoan,
    HandBackCase,
    LendCase,
    OverrideCheck,
    ReassignCase,
    RecordCheck,
    RefuseCase,
    StartReview,
)
from domain.case.review.reasons import ReassignmentReason
from domain.case.vocabulary import CaseCommand
from domain.clocks.clock import Clock
from domain.identifiers import postal_item
from domain.message import CountReliefs, PassDeadline
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import FailedDelivery
from domain.services.catalogue import CATALOGUE
from domain.services.choices import DocumentKind, PaymentMethod
from domain.services.facts import AtCounter, Paper
from tests.kit.life import (
    CARRIER,
    CLERK,
    HQ,
    LEADER,
    ORDER_PAID,
    REVIEWER,
    THIRD,
    TIMEKEEPER,
    Life,
)
from tests.kit.reliefs import added

_ABSENT: Final = RecordFailedDelivery(reason=FailedDelivery.ABSENT)
_LOST: Final = SettleOldDocument(how=OldDocument.LOST)
_BACK: Final = SettleOldDocument(how=OldDocument.RETURNED)


def all_checks(service: str) -> list[CaseCommand]:
    return [RecordCheck(check=c.code, passed=True) for c in CATALOGUE[service].checks]


def _paid(number: int, at: datetime) -> Life:
    life = Life("plate_reissue", number, at)
    return life.does(ORDER_PAID, RecordPayment(amount_fen=life.state.payable_fen))


def _to_collect(number: int, at: datetime) -> Life:
    return Life(
        "plate_reissue",
        number,
        at,
        delivery=AtCounter("410100.br1"),
        pays=PaymentMethod.WINDOW,
    )


def reviewed(life: Life) -> Life:
    life.after(days=1).does(CLERK, AcceptCase())
    return life.after(hours=2).does(REVIEWER, StartReview(), *all_checks(life.state.service))


def _passed_on(life: Life) -> Life:
    """Its reviewer gives it up, is told to take it after all, and is away for some days."""
    life.does(REVIEWER, HandBackCase()).does(THIRD, StartReview())
    given = ReassignCase(reason=ReassignmentReason.LOAD, to=REVIEWER.id, note="pii1.note")
    until = life.now.date() + timedelta(3)
    life.does(LEADER, given, LendCase(to=THIRD.id, until=until)).does(THIRD, EndLoan())
    return life


def _produced(life: Life) -> Life:
    life.after(days=1).does(REVIEWER, ApproveCase())
    return life.after(hours=1).does(
        CLERK,
        OrderProduction(),
        RecordProduction(document_no=f"ZZ{life.number:08d}"),
    )


def _posted(life: Life) -> Life:
    item = postal_item.make(serial=10 * life.number + life.state.posts)
    return life.after(hours=20).does(CLERK, HandToPost(item_no=item))


def plate_by_post(number: int, at: datetime) -> Life:
    life = _posted(_produced(reviewed(_paid(number, at))).does(CLERK, _LOST))
    return life.after(days=1, hours=3).does(CARRIER, RecordDelivery(id_seen=True))


def plate_returned_and_collected(number: int, at: datetime) -> Life:
    life = _posted(_produced(reviewed(_paid(number, at))))
    life.after(days=2).does(CARRIER, _ABSENT, _ABSENT, RecordReturn())
    life.after(days=1).does(life.citizen, ChangeToPickup(office="410100.st1"))
    return life.after(days=3).does(CLERK, RecordPickup(id_seen=True), _BACK)


def plate_posted_twice(number: int, at: datetime) -> Life:
    life = _paid(number, at)
    life.does(life.citizen, RequestGreenChannel(kind=GreenKind.OTHER))
    life = _posted(_produced(reviewed(life.does(LEADER, DenyGreenChannel()))))
    life.after(days=2).does(CARRIER, _ABSENT, _ABSENT, RecordReturn())
    again = RequestRepost(sealed={"delivery": "pii1.elsewhere"}, destination_region="411025")
    life = _posted(life.after(days=1).does(life.citizen, again))
    collected = RecordDelivery(id_seen=True, collected_fen=life.state.payable_fen)
    return life.after(days=4).does(CARRIER, collected).does(CLERK, _LOST)


def plate_collected_by_an_ambulance(number: int, at: datetime) -> Life:
    """A green case that moves to a window and to another office, with a failed check overridden."""
    life = _to_collect(number, at)
    life.does(life.citizen, RequestGreenChannel(kind=GreenKind.AMBULANCE))
    life.does(LEADER, GrantGreenChannel(proof=GreenProof.AUTHORITY, note="经核实，同意优先办理。"))
    life.does(CLERK, MoveToOnSite(reason=OnSiteReason.SUSPICION))
    life.after(days=1).does(CLERK, RecordOnSiteVisit())
    life.does(LEADER, TransferCase(to_office="410100.br1", reason=TransferReason.LOAD))
    life.does(REVIEWER, StartReview(), *all_checks("plate_reissue"))
    life.does(REVIEWER, RecordCheck(check="C-TRUE", passed=False))
    life.does(LEADER, OverrideCheck(check="C-TRUE", note="pii1.note"))
    life.does(LEADER, ApproveCase())
    life.does(CLERK, OrderProduction(), RecordProduction(document_no="ZZGREEN1"))
    owed = life.state.payable_fen
    return life.does(CLERK, _LOST, RecordPickup(id_seen=True, collected_fen=owed))


def plate_never_paid(number: int, at: datetime) -> Life:
    life = Life("plate_reissue", number, at)
    life.does(TIMEKEEPER, RecordPaymentFailure(reason=PaymentFailure.DECLINED))
    return life.after(days=1).does(TIMEKEEPER, PassDeadline(clock=Clock.PAY_HOLD))


def plate_withdrawn(number: int, at: datetime) -> Life:
    life = reviewed(_paid(number, at))
    life.does(life.citizen, WithdrawCase()).does(LEADER, DenyWithdrawal())
    life.after(days=1).does(life.citizen, WithdrawCase())
    return life.after(days=1).does(LEADER, GrantWithdrawal())


def plate_refused_and_reopened(number: int, at: datetime) -> Life:
    life = reviewed(_paid(number, at))
    life.does(REVIEWER, RefuseCase(codes=("R-NOT-OWNER",), note="pii1.note"))
    life.after(days=10).does(life.citizen, FileReconsideration())
    decided = RecordReconsiderationDecision(outcome=ReconsiderationOutcome.REVOKED)
    life.after(days=30).does(HQ, decided)
    life.does(LEADER, ReopenCase(cause=ReopeningCause.RECONSIDERATION))
    return life.after(days=1).does(
        LEADER, StartReview(), *all_checks("plate_reissue"), ApproveCase()
    )


def plate_corrected_under_relief(number: int, at: datetime) -> Life:
    """A late case: its clock rests for a correction and a relief, and in the end nobody answers."""
    life = _paid(number, at).after(days=1).does(CLERK, AcceptCase())
    defect = Defect("id_back", DefectCode.EXPIRED)
    life.does(CLERK, RequestCorrection(defects=(defect,), note="pii1.note"))
    assert life.state.deadline is not None
    relief = added(Clock.CORRECTION_REPLY, months=2, last=life.state.deadline.on)
    life.under(relief).does(TIMEKEEPER, CountReliefs())
    paper = Paper(DocumentKind.ID_BACK, f"{number:064x}")
    life.after(days=40).does(life.citizen, SupplyCorrection(papers=(paper,)))
    life.does(LEADER, SetHold(kind=Hold.RELIEF))
    life.after(days=5).does(LEADER, ReleaseHold(kind=Hold.RELIEF))
    life.does(CLERK, RequestCorrection(defects=(defect,)))
    return life.after(days=60).does(TIMEKEEPER, PassDeadline(clock=Clock.CORRECTION_REPLY))


def plate_never_collected(number: int, at: datetime) -> Life:
    life = _produced(reviewed(_to_collect(number, at)))
    return life.after(days=40).does(TIMEKEEPER, PassDeadline(clock=Clock.PICKUP_HOLD))


def plate_sent_after_all_and_lost_sight_of(number: int, at: datetime) -> Life:
    life = _produced(_passed_on(reviewed(_to_collect(number, at))))
    to_post = ChangeToPost(sealed={"delivery": "pii1.address"}, destination_region="410105")
    life = _posted(life.does(life.citizen, to_post))
    life.after(days=2).does(CARRIER, _ABSENT, _ABSENT, RecordReturn())
    return life.after(days=100).does(TIMEKEEPER, PassDeadline(clock=Clock.RETURN_HOLD))
