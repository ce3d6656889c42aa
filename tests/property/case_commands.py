"""Commands that a case might be given: mostly fitting, sometimes not."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from domain.case.appointment.commands import (
    PostponeBooking,
)
from domain.case.by_rank import judged_by_register, slot_of
from domain.case.consultation.commands import RecordExtract
from domain.case.deadlines.commands import RecountDeadline
from domain.case.deadlines.days import days
from domain.case.deadlines.timers import timer
from domain.case.delivery.commands import (
    ChangeToPickup,
    ChangeToPost,
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RecordPickup,
    RequestRepost,
)
from domain.case.grounds import GreenKind, Hold
from domain.case.intake.commands import (
    DeclineAcceptance,
    MoveToOnSite,
    RecordPayment,
    RecordPaymentFailure,
    RequestCorrection,
    SupplyCorrection,
)
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.commands import (
    AgreeToTransfer,
    GrantGreenChannel,
    OfferTransfer,
    ReleaseHold,
    RequestGreenChannel,
    SetHold,
    TransferCase,
    WriteInternalNote,
)
from domain.case.overlays.reasons import GreenProof
from domain.case.production.commands import SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.remedies.commands import RecordReconsiderationDecision, ReopenCase, RevokeDecision
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.reservation.commands import ChooseNumber, OfferNumbers
from domain.case.review.commands import (
    CheckResult,
    LendCase,
    OverrideCheck,
    ReassignCase,
    RecordCheck,
    RecordChecks,
    RefuseCase,
)
from domain.case.review.reasons import CheckSource, ReassignmentReason
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.identifiers import postal_item
from domain.message import Command, PassDeadline
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import FailedDelivery
from domain.services.catalogue import CATALOGUE
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from tests.kit.booked import PERIODS
from tests.property.choices_of_numbers import choice, next_batch
from tests.unit.case.exam_situations import STANDING
from tests.unit.case.examples import EXAMPLES
from tests.unit.case.situations import BRANCH, COUNTY, LUOYANG, ZHENGZHOU

Strategy = st.SearchStrategy[Any]

PLACES = ("id_front", "id_back", "/delivery", "/applicant")
OFFICES = st.sampled_from([ZHENGZHOU, BRANCH, COUNTY, LUOYANG, "nowhere"])
NEW_ADDRESS = st.just({"delivery": "pii1.elsewhere"})
REGIONS = st.sampled_from(["410105", "411025"])
CODES = st.sampled_from([("R-IDENTITY",), ("R-NOT-OWNER", "R-DUPLICATE"), ("R-MOOD",)])
OFFICERS = st.sampled_from(["clerk-1", "clerk-2", "clerk-3", "supervisor-1", "supervisor-2"])
BASES = st.sampled_from([None, None, "2020-17"])
CONSULTED_AT = datetime(2020, 3, 2, tzinfo=UTC)
YES = st.sampled_from([True, True, True, False])


def _owed(case: Case) -> st.SearchStrategy[int]:
    return st.sampled_from([max(0, case.payable_fen)] * 3 + [0, 1])


def _defects(where: tuple[str, ...]) -> tuple[Defect, ...]:
    return tuple(Defect(place, DefectCode.MISMATCH) for place in where)


def _correction(case: Case) -> Strategy:
    asked = sorted(case.correction_places)
    papers = tuple(Paper(DocumentKind(p), f"{1:064x}") for p in asked if not p.startswith("/"))
    sealed = {place[1:]: "pii1.new" for place in asked if place.startswith("/")}
    everything = SupplyCorrection(papers=papers, sealed=sealed)
    return st.sampled_from([everything, everything, SupplyCorrection()])


def _check(kind: type[Command], case: Case) -> Strategy:
    declared = CATALOGUE[case.service].checks if case.service in CATALOGUE else ()
    checks = st.sampled_from([*(check.code for check in declared), "C-NONE"])
    if kind is OverrideCheck:
        return st.builds(OverrideCheck, check=checks, note=st.just("pii1.n"))
    sources = st.sampled_from(CheckSource)
    if kind is RecordCheck:
        return st.builds(RecordCheck, check=checks, passed=YES, source=sources)
    results = st.lists(st.builds(CheckResult, checks, YES), min_size=1, max_size=6).map(tuple)
    if kind is RecordExtract:
        if slot_of(case):
            results |= st.just(
                tuple(CheckResult(each, passed=True) for each in judged_by_register(case.service))
            )
        learner = st.just(STANDING if slot_of(case) else None)
        return st.builds(
            RecordExtract, as_of=st.just(CONSULTED_AT), results=results, learner=learner
        )
    return st.builds(RecordChecks, results=results, source=sources)


def _deadline(case: Case) -> Strategy:
    running = timer(case)
    clocks = [running.clock] * 3 if running else []
    return st.builds(PassDeadline, clock=st.sampled_from([*clocks, Clock.PAY_HOLD]))


_ALWAYS: Final[Mapping[type[Command], Strategy]] = {
    RecordPaymentFailure: st.builds(RecordPaymentFailure, reason=st.sampled_from(PaymentFailure)),
    DeclineAcceptance: st.builds(DeclineAcceptance, codes=CODES, right_office=OFFICES),
    RequestCorrection: st.lists(st.sampled_from(PLACES), min_size=1, unique=True).map(
        lambda where: RequestCorrection(defects=_defects(tuple(where)))
    ),
    MoveToOnSite: st.builds(MoveToOnSite, reason=st.sampled_from(OnSiteReason)),
    RefuseCase: st.builds(RefuseCase, codes=CODES),
    RevokeDecision: st.builds(RevokeDecision, codes=CODES),
    SettleOldDocument: st.builds(SettleOldDocument, how=st.sampled_from(OldDocument)),
    HandToPost: st.integers(0, 99).map(
        lambda serial: HandToPost(item_no=postal_item.make(serial=serial))
    ),
    RecordFailedDelivery: st.builds(RecordFailedDelivery, reason=st.sampled_from(FailedDelivery)),
    RequestRepost: st.builds(RequestRepost, sealed=NEW_ADDRESS, destination_region=REGIONS),
    ChangeToPost: st.builds(ChangeToPost, sealed=NEW_ADDRESS, destination_region=REGIONS),
    ChangeToPickup: st.builds(ChangeToPickup, office=OFFICES),
    RequestGreenChannel: st.builds(RequestGreenChannel, kind=st.sampled_from(GreenKind)),
    GrantGreenChannel: st.builds(
        GrantGreenChannel, proof=st.sampled_from(GreenProof), note=st.just("pii1.n")
    ),
    WriteInternalNote: st.just(WriteInternalNote(note="pii1.n")),
    TransferCase: st.builds(
        TransferCase, to_office=OFFICES, reason=st.sampled_from(TransferReason)
    ),
    OfferTransfer: st.builds(
        OfferTransfer, to_office=OFFICES, reason=st.sampled_from(TransferReason)
    ),
    AgreeToTransfer: st.builds(AgreeToTransfer, to_office=OFFICES),
    SetHold: st.builds(SetHold, kind=st.sampled_from(Hold), basis=BASES),
    ReleaseHold: st.builds(ReleaseHold, kind=st.sampled_from(Hold), basis=BASES),
    RecordReconsiderationDecision: st.builds(
        RecordReconsiderationDecision, outcome=st.sampled_from(ReconsiderationOutcome)
    ),
    ReassignCase: st.builds(
        ReassignCase, reason=st.sampled_from(ReassignmentReason), to=st.none() | OFFICERS
    ),
    ReopenCase: st.builds(ReopenCase, cause=st.sampled_from(ReopeningCause)),
}
"""The kinds whose fields do not depend on the case."""


def fitting(kind: type[Command], case: Case, today: date) -> Strategy:
    """A command of this kind for the case as it stands."""
    if kind in _ALWAYS:
        return _ALWAYS[kind]
    if kind is RecordPayment:
        return _owed(case).map(lambda fen: RecordPayment(amount_fen=fen))
    if kind is SupplyCorrection:
        return _correction(case)
    if kind in {RecordCheck, RecordChecks, RecordExtract, OverrideCheck}:
        return _check(kind, case)
    if kind is RecordDelivery:
        return st.builds(RecordDelivery, id_seen=YES, collected_fen=_owed(case))
    if kind is RecordPickup:
        return st.builds(RecordPickup, id_seen=YES, collected_fen=_owed(case))
    if kind is LendCase:
        return st.builds(
            LendCase, to=OFFICERS, until=st.integers(0, 9).map(lambda n: today + timedelta(days=n))
        )
    if kind is RecountDeadline:
        return _recounted(case, today)
    if kind is PassDeadline:
        return _deadline(case)
    if kind is PostponeBooking:
        days = st.integers(0, 20).map(lambda n: today + timedelta(days=n))
        return st.builds(PostponeBooking, on=days, period=st.sampled_from(PERIODS))
    if kind is OfferNumbers:
        return st.just(next_batch(case.choosing, today))
    if kind is ChooseNumber:
        return st.just(choice(case.choosing))
    return st.just(EXAMPLES[kind])


def _recounted(case: Case, today: date) -> Strategy:
    waits = sorted(days(case).items()) or [(Clock.DECIDE.value, today)]
    return st.tuples(st.sampled_from(waits), st.integers(-10, 10)).map(
        lambda drawn: RecountDeadline(
            clock=drawn[0][0], old=drawn[0][1], new=drawn[0][1] + timedelta(days=drawn[1])
        )
    )
