"""Cases in March 2020, each as its history. Every value is an example.

A plate case of Zhengzhou is submitted on Monday 2 March, paid, accepted on the
3rd by one clerk, reviewed by another, approved on the 5th, produced on the 6th,
posted on Monday the 9th and delivered on the 11th.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from domain.case.delivery.events import (
    DeliveryFailed,
    HandedToPost,
    ParcelDelivered,
    ParcelReturned,
)
from domain.case.intake.events import CaseAccepted, CaseSubmitted, NotAccepted, PaymentReceived
from domain.case.production.events import (
    CaseClosed,
    DocumentProduced,
    LossDeclared,
    ProductionOrdered,
)
from domain.case.review.events import (
    CaseApproved,
    CaseRefused,
    CheckResultRecorded,
    DeferralGranted,
    RecordChanged,
    ReviewStarted,
    TempPlateIssued,
)
from domain.case.review.reasons import CheckSource
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.identifiers.plate import PlateKind
from domain.parcels.reasons import FailedDelivery
from domain.people import Actor, Role, system
from domain.services.blank import BlankKind
from domain.services.blocks.business import Business
from domain.services.choices import Capacity, Channel, DocumentKind, PaymentMethod, UserKind
from domain.services.deferral.facts import DeferralReason
from domain.services.facts import AtCounter, ByPost, Paper
from domain.services.plate_reissue.facts import PlateReason, PlateReissueFacts, PlatesAffected
from domain.services.renewal_deferral.facts import RenewalDeferralFacts
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts

ZHENGZHOU, BRANCH, STATION, COUNTY = "410100", "410100.br1", "410100.st1", "410122"
LUOYANG = "410300"

CITIZEN = Actor(Role.APPLICANT, "citizen")
CLERK = Actor(Role.CLERK, "clerk", ZHENGZHOU)
REVIEWER = Actor(Role.CLERK, "reviewer", ZHENGZHOU)
THIRD = Actor(Role.CLERK, "third", ZHENGZHOU)
LEADER = Actor(Role.SUPERVISOR, "leader", ZHENGZHOU)
HQ = Actor(Role.HQ, "headquarters")
CARRIER = Actor(Role.CARRIER, "post")
TIMEKEEPER = system("timekeeper")

SUBMITTED_ON = date(2020, 3, 2)
ACCEPTED_ON = date(2020, 3, 3)
REVIEWED_ON = date(2020, 3, 4)
APPROVED_ON = date(2020, 3, 5)
PRODUCED_ON = date(2020, 3, 6)
POSTED_ON = date(2020, 3, 9)
DELIVERED_ON = date(2020, 3, 11)
DECIDE_BY = date(2020, 3, 24)
PAY_BY = datetime(2020, 3, 3, 2, tzinfo=UTC)
FEE, POSTAGE = 105_00, 20_00
ITEM, ITEM_2, ITEM_3, ITEM_4 = (
    "EE000000014CN",
    "EE000000028CN",
    "EE000000031CN",
    "EE000000045CN",
)

KEY = UUID("00000000-0000-4000-8000-000000000001")
CLAIM = UUID("00000000-0000-5000-8000-000000000002")
PAPERS = tuple(
    Paper(kind, f"{number:064x}")
    for number, kind in enumerate(
        (DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.REGISTRATION_CERTIFICATE),
        start=1,
    )
)
NEW_PAPER = Paper(DocumentKind.REGISTRATION_CERTIFICATE, f"{9:064x}")

PLATE_FACTS = PlateReissueFacts(
    channel=Channel.ONLINE_APP,
    user_kind=UserKind.REAL_NAME,
    capacity=Capacity.OWNER,
    papers=PAPERS,
    delivery=ByPost("410105"),
    pays=PaymentMethod.ONLINE,
    plate_kind=PlateKind.SMALL_CAR,
    business=Business.REISSUE,
    reason=PlateReason.LOST,
    plates_affected=PlatesAffected.BOTH,
    need_temp_plate=True,
)
TO_COLLECT_FACTS = replace(PLATE_FACTS, delivery=AtCounter(BRANCH), pays=PaymentMethod.WINDOW)
CONTACT_FACTS = VehicleContactChangeFacts(
    channel=Channel.ONLINE_APP,
    user_kind=UserKind.REAL_NAME,
    capacity=Capacity.OWNER,
    papers=(),
    plate_kind=PlateKind.SMALL_CAR,
    mobile_verified=True,
)
DEFERRAL_FACTS = RenewalDeferralFacts(
    channel=Channel.ONLINE_APP,
    user_kind=UserKind.REAL_NAME,
    capacity=Capacity.DRIVER,
    papers=(),
    base_on=date(2020, 7, 1),
    requested_until=date(2022, 7, 1),
    reason=DeferralReason.ABROAD,
)


def plate_submission(**changes: Any) -> CaseSubmitted:
    """Lost plates, sent by post, paid online, with a temporary plate meanwhile."""
    submission = CaseSubmitted(
        stage=Stage.PAYMENT_PENDING,
        submitted_on=SUBMITTED_ON,
        office=ZHENGZHOU,
        reference="0000-0000-0000-Q",
        facts=PLATE_FACTS,
        key_id=KEY,
        sealed={"applicant": "pii1.a", "delivery": "pii1.d"},
        claim=CLAIM,
        id_no_index=b"0123456789abcdef",
        plate_index=b"fedcba9876543210",
        fee_fen=FEE,
        postage_fen=POSTAGE,
        pay_by=PAY_BY,
    )
    return replace(submission, **changes)


def all_passed(*checks: str) -> tuple[CaseEvent, ...]:
    return tuple(
        CheckResultRecorded(check=check, passed=True, source=CheckSource.REGISTER)
        for check in checks
    )


PLATE_CHECKS = ("C-ID", "C-OWN", "C-JUR", "C-VSTAT", "C-ONCE", "C-DUP", "C-TRUE")
DEFERRAL_CHECKS = (
    "C-ID",
    "C-LSTAT",
    "C-JUR",
    "C-PROOF",
    "C-DUTY",
    "C-TIME",
    "C-DEFERRED",
    "C-DUP",
)
CONTACT_CHECKS = ("C-ID", "C-OWN", "C-MOBILE")

ACCEPTED_EVENT = CaseAccepted(officer="clerk", accepted_on=ACCEPTED_ON, decide_by=DECIDE_BY)
UNPAID = (plate_submission(),)
SUBMITTED = (
    *UNPAID,
    PaymentReceived(
        amount_fen=FEE + POSTAGE,
        accept_by=date(2020, 3, 3),
        correction_notice_by=date(2020, 3, 9),
    ),
)
ACCEPTED = (*SUBMITTED, ACCEPTED_EVENT)
IN_REVIEW = (*ACCEPTED, ReviewStarted(reviewer="reviewer"))
CHECKED = (*IN_REVIEW, *all_passed(*PLATE_CHECKS))
APPROVED = (
    *CHECKED,
    CaseApproved(officer="reviewer", decided_on=APPROVED_ON, deliver_by=date(2020, 3, 19)),
    TempPlateIssued(valid_to=date(2020, 3, 20)),
)
IN_PRODUCTION = (*APPROVED, ProductionOrdered())
READY_TO_SEND = (
    *IN_PRODUCTION,
    DocumentProduced(
        stage=Stage.READY_TO_SEND,
        document_no="ZZ0000001",
        hand_over_by=POSTED_ON,
        office=ZHENGZHOU,
        blank=BlankKind.PLATE,
    ),
)
IN_POST = (
    *READY_TO_SEND,
    HandedToPost(item_no=ITEM, attempt=1, expected_by=date(2020, 3, 12)),
)
ABSENT = DeliveryFailed(reason=FailedDelivery.ABSENT)
RETURNED = (*IN_POST, ABSENT, ABSENT, ParcelReturned(keep_until=date(2020, 6, 9)))
DELIVERED = (*IN_POST, ParcelDelivered(delivered_on=DELIVERED_ON))
COMPLETED = (*DELIVERED, LossDeclared(), CaseClosed())
REFUSED = (
    *IN_REVIEW,
    CaseRefused(
        officer="third",
        decided_on=APPROVED_ON,
        codes=("R-NOT-OWNER",),
        reconsider_by=date(2020, 5, 4),
        sue_by=date(2020, 9, 5),
        refund_fen=FEE + POSTAGE,
    ),
)
NOT_ACCEPTED = (
    *SUBMITTED,
    NotAccepted(
        officer="clerk",
        codes=("R-JURISDICTION",),
        reconsider_by=date(2020, 5, 2),
        sue_by=date(2020, 9, 3),
        right_office=LUOYANG,
        refund_fen=FEE + POSTAGE,
    ),
)

TO_COLLECT = (
    plate_submission(
        stage=Stage.SUBMITTED,
        facts=TO_COLLECT_FACTS,
        postage_fen=0,
        pay_by=None,
        accept_by=date(2020, 3, 3),
        correction_notice_by=date(2020, 3, 9),
    ),
    *APPROVED[2:],
    ProductionOrdered(),
)
READY_FOR_PICKUP = (
    *TO_COLLECT,
    DocumentProduced(
        stage=Stage.READY_FOR_PICKUP,
        document_no="ZZ0000002",
        keep_until=date(2020, 4, 6),
        office=ZHENGZHOU,
        blank=BlankKind.PLATE,
    ),
)

CONTACT_SUBMITTED = (
    plate_submission(
        stage=Stage.SUBMITTED,
        facts=CONTACT_FACTS,
        fee_fen=0,
        postage_fen=0,
        pay_by=None,
        accept_by=date(2020, 3, 3),
        correction_notice_by=date(2020, 3, 9),
    ),
)
CONTACT_IN_REVIEW = (
    *CONTACT_SUBMITTED,
    CaseAccepted(
        officer="clerk", accepted_on=ACCEPTED_ON, decide_by=ACCEPTED_ON + timedelta(days=1)
    ),
    ReviewStarted(reviewer="reviewer"),
    *all_passed(*CONTACT_CHECKS),
)
CONTACT_COMPLETED = (
    *CONTACT_IN_REVIEW,
    CaseApproved(officer="reviewer", decided_on=REVIEWED_ON),
    RecordChanged(),
)

DEFERRAL_IN_REVIEW = (
    replace(
        CONTACT_SUBMITTED[0],
        facts=DEFERRAL_FACTS,
        plate_index=None,
        licence_index=b"aaaabbbbccccdddd",
    ),
    *CONTACT_IN_REVIEW[1:3],
    *all_passed(*DEFERRAL_CHECKS),
)
DEFERRED = (
    *DEFERRAL_IN_REVIEW,
    CaseApproved(officer="reviewer", decided_on=REVIEWED_ON),
    DeferralGranted(until=date(2022, 7, 1)),
)
