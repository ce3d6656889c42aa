"""One of every command, for the tests that go through all of them."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from domain.case.appointment import commands as appointment
from domain.case.appointment.reasons import OfficeReason
from domain.case.consultation.commands import RecordExtract
from domain.case.deadlines.commands import FollowOpenings, RecountDeadline
from domain.case.delivery.commands import (
    ChangeToPickup,
    ChangeToPost,
    FollowParcel,
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RecordPickup,
    RecordReturn,
    RequestRepost,
)
from domain.case.examination import commands as examination
from domain.case.expectation.commands import TellLaterDate
from domain.case.grounds import GreenKind, Hold
from domain.case.intake.commands import (
    AcceptCase,
    DeclineAcceptance,
    MoveToOnSite,
    RecordOnSiteVisit,
    RecordPayment,
    RecordPaymentFailure,
    RequestCorrection,
    SubmitCase,
    SupplyCorrection,
    TakeInAtWindow,
)
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.commands import (
    AgreeToTransfer,
    DeclineTransfer,
    DenyGreenChannel,
    DenyWithdrawal,
    FollowCasework,
    GrantGreenChannel,
    GrantWithdrawal,
    OfferTransfer,
    ReleaseHold,
    RequestGreenChannel,
    SetHold,
    TransferCase,
    WithdrawCase,
    WriteInternalNote,
)
from domain.case.overlays.reasons import GreenProof
from domain.case.penalty.commands import (
    AcceptFacts,
    AskForFine,
    DecidePenalty,
    MakeStatement,
    RejectStatement,
    ServeDecision,
    ShowFacts,
    UpholdStatement,
)
from domain.case.production.commands import (
    CloseCase,
    OrderProduction,
    RecordProduction,
    SettleOldDocument,
)
from domain.case.production.reasons import OldDocument
from domain.case.remedies.commands import (
    FileReconsideration,
    RecordReconsiderationDecision,
    ReopenCase,
    RevokeDecision,
)
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.reservation.commands import (
    ChooseNumber,
    ConfirmNumber,
    OfferNumbers,
    VoidReservation,
)
from domain.case.reservation.reasons import ReservationMismatch
from domain.case.review.commands import (
    ApproveCase,
    AssignCase,
    CheckResult,
    EndLoan,
    HandBackCase,
    LendCase,
    OverrideCheck,
    ReassignCase,
    RecordCheck,
    RecordChecks,
    RefuseCase,
    RevokeDeferral,
    StartReview,
)
from domain.case.review.reasons import ReassignmentReason
from domain.case.warnings.commands import AnswerDeadlineWarning, RaiseDeadlineWarning
from domain.case.warnings.reasons import DeadlineMeasure
from domain.clocks.clock import Clock
from domain.exam_plans.reason import ExamCancelReason
from domain.message import Command, CountReliefs, PassDeadline
from domain.offices.plan_kind import PlanKind
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import FailedDelivery, ScanStatus
from domain.penalties.reasons import ServiceManner
from domain.services.choices import Capacity, Channel, PaymentMethod, UserKind
from domain.services.window.facts import WindowFacts
from tests.unit.case.drawn import BATCH, NUMBER
from tests.unit.case.situations import (
    BRANCH,
    CLAIM,
    FEE,
    ITEM,
    KEY,
    LUOYANG,
    NEW_PAPER,
    PLATE_FACTS,
    POSTAGE,
    ZHENGZHOU,
)

SUBMIT_PLATE = SubmitCase(
    office=ZHENGZHOU,
    reference="0000-0000-0000-Q",
    facts=PLATE_FACTS,
    key_id=KEY,
    sealed={"applicant": "pii1.a", "delivery": "pii1.d"},
    claim=CLAIM,
    id_no_index=b"0123456789abcdef",
    plate_index=b"fedcba9876543210",
)
TAKE_IN = TakeInAtWindow(
    application=SubmitCase(
        office=ZHENGZHOU,
        reference="0000-0000-0000-Q",
        facts=WindowFacts(
            channel=Channel.WINDOW,
            user_kind=UserKind.REAL_NAME,
            capacity=Capacity.OWNER,
            papers=(),
            pays=PaymentMethod.WINDOW,
            business="plate_reissue_w",
        ),
        key_id=KEY,
        sealed={"applicant": "pii1.a"},
        claim=CLAIM,
        id_no_index=b"0123456789abcdef",
    ),
    counter=ZHENGZHOU,
)
DEFECT = Defect("registration_certificate", DefectCode.UNREADABLE)
NEW_ADDRESS = {"delivery": "pii1.new"}

_DAY: Any = {"kind": PlanKind.STATION, "place": "410100.ins1", "on": date(2020, 3, 9)}
_ALL: tuple[Command, ...] = (
    SUBMIT_PLATE,
    TAKE_IN,
    RecordPayment(amount_fen=FEE + POSTAGE),
    RecordPaymentFailure(reason=PaymentFailure.DECLINED),
    AcceptCase(),
    DeclineAcceptance(codes=("R-JURISDICTION",), right_office="410300"),
    RequestCorrection(defects=(DEFECT,)),
    SupplyCorrection(papers=(NEW_PAPER,)),
    MoveToOnSite(reason=OnSiteReason.SUSPICION),
    RecordOnSiteVisit(),
    AssignCase(handler="reviewer"),
    StartReview(),
    ShowFacts(),
    AcceptFacts(),
    MakeStatement(note="pii1.n"),
    RejectStatement(note="pii1.n"),
    UpholdStatement(note="pii1.n"),
    DecidePenalty(),
    ServeDecision(received_on=date(2020, 3, 2), manner=ServiceManner.IN_PERSON),
    AskForFine(),
    HandBackCase(),
    ReassignCase(reason=ReassignmentReason.ABSENCE, to="third", note="pii1.n"),
    LendCase(to="third", until=date(2020, 3, 6)),
    EndLoan(),
    RecordCheck(check="C-OWN", passed=True),
    RecordChecks(results=(CheckResult("C-OWN", True), CheckResult("C-ID", True))),
    RecordExtract(as_of=datetime(2020, 3, 2, tzinfo=UTC), results=(CheckResult("C-OWN", True),)),
    OverrideCheck(check="C-OWN", note="pii1.n"),
    ApproveCase(),
    RefuseCase(codes=("R-NOT-OWNER",)),
    RevokeDeferral(),
    OrderProduction(),
    RecordProduction(document_no="ZZ0000001"),
    SettleOldDocument(how=OldDocument.LOST),
    HandToPost(item_no=ITEM),
    FollowParcel(parcel=UUID(int=9), status=ScanStatus.RETURNED),
    RecordFailedDelivery(reason=FailedDelivery.ABSENT),
    RecordDelivery(id_seen=True),
    RecordReturn(),
    RequestRepost(sealed=NEW_ADDRESS, destination_region="410105"),
    ChangeToPickup(office=BRANCH),
    ChangeToPost(sealed=NEW_ADDRESS, destination_region="410105"),
    RecordPickup(id_seen=True, collected_fen=FEE),
    CloseCase(),
    WithdrawCase(),
    GrantWithdrawal(),
    DenyWithdrawal(),
    RequestGreenChannel(kind=GreenKind.AMBULANCE),
    GrantGreenChannel(proof=GreenProof.REGISTER, note="pii1.n"),
    DenyGreenChannel(),
    WriteInternalNote(note="pii1.n"),
    TransferCase(to_office=BRANCH, reason=TransferReason.LOAD),
    OfferTransfer(to_office=LUOYANG, reason=TransferReason.OFFICE_SUSPENDED),
    AgreeToTransfer(to_office=LUOYANG),
    DeclineTransfer(),
    FollowCasework(
        from_office=ZHENGZHOU, to_office=BRANCH, reason=TransferReason.LOAD, basis="410100-7"
    ),
    SetHold(kind=Hold.RELIEF),
    ReleaseHold(kind=Hold.RELIEF),
    FollowOpenings(),
    RecountDeadline(clock=Clock.DECIDE, old=date(2020, 3, 23), new=date(2020, 3, 24)),
    FileReconsideration(),
    RecordReconsiderationDecision(outcome=ReconsiderationOutcome.REVOKED),
    ReopenCase(cause=ReopeningCause.OWN_CORRECTION),
    RevokeDecision(codes=("R-FALSE-MATERIAL",)),
    OfferNumbers(batch=BATCH, number_streams=(NUMBER,), sealed={"offer_1": "pii1.offer"}),
    ChooseNumber(number_stream=NUMBER, sealed={"number": "pii1.number"}),
    ConfirmNumber(registration=NUMBER),
    VoidReservation(reason=ReservationMismatch.NAME),
    appointment.ConfirmBooking(),
    appointment.PostponeBooking(on=date(2020, 3, 10), period="15"),
    appointment.CheckIn(),
    appointment.RecordAttendance(),
    appointment.AllotSeat(**_DAY, period="14", number=3),
    appointment.FollowPlan(**_DAY, reason=OfficeReason.EPIDEMIC, basis="410100-7"),
    RaiseDeadlineWarning(clock=Clock.DECIDE, due_on=date(2020, 3, 24)),
    AnswerDeadlineWarning(measure=DeadlineMeasure.TAKEN_UP, done_by=date(2020, 3, 25)),
    TellLaterDate(told_by=date(2020, 3, 1), likely_by=date(2020, 4, 1), cases=12),
    PassDeadline(clock=Clock.PAY_HOLD),
    CountReliefs(),
    examination.JoinRanking(),
    examination.LearnRanking(),
    examination.FollowExamCancellation(reason=ExamCancelReason.EPIDEMIC),
    examination.CancelExamBooking(reason=ExamCancelReason.OWN),
    examination.RecordExamResult(passed=True),
    examination.RecordAbsence(),
)
EXAMPLES: dict[type[Command], Command] = {type(command): command for command in _ALL}
