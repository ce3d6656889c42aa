"""One of every command, for the tests that go through all of them."""

from datetime import UTC, date, datetime

from domain.case import commands, events
from domain.case.reasons import (
    DefectCode,
    FailedDelivery,
    GreenKind,
    Hold,
    OldDocument,
    OnSiteReason,
    PaymentFailure,
    ReconsiderationOutcome,
    ReopeningCause,
    ScanStatus,
    TransferReason,
)
from domain.clocks.clock import Clock
from domain.message import Command, PassDeadline
from tests.unit.case.situations import (
    BRANCH,
    CLAIM,
    FEE,
    ITEM,
    KEY,
    NEW_PAPER,
    PLATE_FACTS,
    POSTAGE,
    ZHENGZHOU,
)

SUBMIT_PLATE = commands.SubmitCase(
    office=ZHENGZHOU,
    reference="0000-0000-0000-Q",
    facts=PLATE_FACTS,
    key_id=KEY,
    sealed={"applicant": "pii1.a", "delivery": "pii1.d"},
    claim=CLAIM,
    id_no_index=b"0123456789abcdef",
    plate_index=b"fedcba9876543210",
)
DEFECT = events.Defect("registration_certificate", DefectCode.UNREADABLE)
NEW_ADDRESS = {"delivery": "pii1.new"}

_ALL: tuple[Command, ...] = (
    SUBMIT_PLATE,
    commands.RecordPayment(amount_fen=FEE + POSTAGE),
    commands.RecordPaymentFailure(reason=PaymentFailure.DECLINED),
    commands.AcceptCase(),
    commands.DeclineAcceptance(codes=("R-JURISDICTION",), right_office="410300"),
    commands.RequestCorrection(defects=(DEFECT,)),
    commands.SupplyCorrection(papers=(NEW_PAPER,)),
    commands.MoveToOnSite(reason=OnSiteReason.SUSPICION),
    commands.RecordOnSiteVisit(),
    commands.StartReview(),
    commands.RecordCheck(check="C-OWN", passed=True),
    commands.OverrideCheck(check="C-OWN", note="pii1.n"),
    commands.ApproveCase(),
    commands.RefuseCase(codes=("R-NOT-OWNER",)),
    commands.RevokeDeferral(),
    commands.OrderProduction(),
    commands.RecordProduction(document_no="ZZ0000001"),
    commands.SettleOldDocument(how=OldDocument.LOST),
    commands.HandToPost(item_no=ITEM),
    commands.RecordScan(
        status=ScanStatus.ARRIVED, place="410105", scanned_at=datetime(2020, 3, 10, tzinfo=UTC)
    ),
    commands.RecordFailedDelivery(reason=FailedDelivery.ABSENT),
    commands.RecordDelivery(id_seen=True),
    commands.RecordReturn(),
    commands.RequestRepost(sealed=NEW_ADDRESS, destination_region="410105"),
    commands.ChangeToPickup(office=BRANCH),
    commands.ChangeToPost(sealed=NEW_ADDRESS, destination_region="410105"),
    commands.RecordPickup(id_seen=True, collected_fen=FEE),
    commands.CloseCase(),
    commands.WithdrawCase(),
    commands.GrantWithdrawal(),
    commands.DenyWithdrawal(),
    commands.RequestGreenChannel(kind=GreenKind.AMBULANCE),
    commands.GrantGreenChannel(),
    commands.DenyGreenChannel(),
    commands.TransferCase(to_office=BRANCH, reason=TransferReason.LOAD),
    commands.SetHold(kind=Hold.RELIEF),
    commands.ReleaseHold(kind=Hold.RELIEF),
    commands.ExtendDeadline(to=date(2020, 6, 30), relief="epidemic-2020"),
    commands.FileReconsideration(),
    commands.RecordReconsiderationDecision(outcome=ReconsiderationOutcome.REVOKED),
    commands.ReopenCase(cause=ReopeningCause.OWN_CORRECTION),
    commands.RevokeDecision(codes=("R-FALSE-MATERIAL",)),
    PassDeadline(clock=Clock.PAY_HOLD),
)
EXAMPLES: dict[type[Command], Command] = {type(command): command for command in _ALL}
