"""Commands that a case might be given: mostly fitting, sometimes not."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from domain.case import commands, events
from domain.case.reasons import (
    CheckSource,
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
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.timers import timer
from domain.clocks.clock import Clock
from domain.identifiers import postal_item
from domain.message import Command, PassDeadline
from domain.services.catalogue import CATALOGUE
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from tests.unit.case.examples import EXAMPLES
from tests.unit.case.situations import BRANCH, COUNTY, LUOYANG, ZHENGZHOU

Strategy = st.SearchStrategy[Any]

PLACES = ("id_front", "id_back", "/delivery", "/details")
OFFICES = st.sampled_from([ZHENGZHOU, BRANCH, COUNTY, LUOYANG, "nowhere"])
NEW_ADDRESS = st.just({"delivery": "pii1.elsewhere"})
REGIONS = st.sampled_from(["410105", "411025"])
CODES = st.sampled_from([("R-IDENTITY",), ("R-NOT-OWNER", "R-PROOF"), ("R-MOOD",)])
YES = st.sampled_from([True, True, True, False])


def _owed(case: Case) -> st.SearchStrategy[int]:
    return st.sampled_from([max(0, case.payable_fen)] * 3 + [0, 1])


def _defects(where: tuple[str, ...]) -> tuple[events.Defect, ...]:
    return tuple(events.Defect(place, DefectCode.MISMATCH) for place in where)


def _correction(case: Case) -> Strategy:
    asked = sorted(case.correction_places)
    papers = tuple(Paper(DocumentKind(p), f"{1:064x}") for p in asked if not p.startswith("/"))
    sealed = {place[1:]: "pii1.new" for place in asked if place.startswith("/")}
    everything = commands.SupplyCorrection(papers=papers, sealed=sealed)
    return st.sampled_from([everything, everything, commands.SupplyCorrection()])


def _check(kind: type[Command], case: Case) -> Strategy:
    checks = st.sampled_from([check.code for check in CATALOGUE[case.service].checks] + ["C-NONE"])
    if kind is commands.OverrideCheck:
        return st.builds(commands.OverrideCheck, check=checks, note=st.just("pii1.n"))
    return st.builds(
        commands.RecordCheck, check=checks, passed=YES, source=st.sampled_from(CheckSource)
    )


def _deadline(case: Case) -> Strategy:
    running = timer(case)
    clocks = [running.clock] * 3 if running else []
    return st.builds(PassDeadline, clock=st.sampled_from([*clocks, Clock.PAY_HOLD]))


_ALWAYS: Final[Mapping[type[Command], Strategy]] = {
    commands.RecordPaymentFailure: st.builds(
        commands.RecordPaymentFailure, reason=st.sampled_from(PaymentFailure)
    ),
    commands.DeclineAcceptance: st.builds(
        commands.DeclineAcceptance, codes=CODES, right_office=OFFICES
    ),
    commands.RequestCorrection: st.lists(st.sampled_from(PLACES), min_size=1, unique=True).map(
        lambda where: commands.RequestCorrection(defects=_defects(tuple(where)))
    ),
    commands.MoveToOnSite: st.builds(commands.MoveToOnSite, reason=st.sampled_from(OnSiteReason)),
    commands.RefuseCase: st.builds(commands.RefuseCase, codes=CODES),
    commands.RevokeDecision: st.builds(commands.RevokeDecision, codes=CODES),
    commands.SettleOldDocument: st.builds(
        commands.SettleOldDocument, how=st.sampled_from(OldDocument)
    ),
    commands.HandToPost: st.integers(0, 99).map(
        lambda serial: commands.HandToPost(item_no=postal_item.make(serial=serial))
    ),
    commands.RecordScan: st.builds(
        commands.RecordScan,
        status=st.sampled_from(ScanStatus),
        place=REGIONS,
        scanned_at=st.just(datetime(2020, 3, 9, tzinfo=UTC)),
    ),
    commands.RecordFailedDelivery: st.builds(
        commands.RecordFailedDelivery, reason=st.sampled_from(FailedDelivery)
    ),
    commands.RequestRepost: st.builds(
        commands.RequestRepost, sealed=NEW_ADDRESS, destination_region=REGIONS
    ),
    commands.ChangeToPost: st.builds(
        commands.ChangeToPost, sealed=NEW_ADDRESS, destination_region=REGIONS
    ),
    commands.ChangeToPickup: st.builds(commands.ChangeToPickup, office=OFFICES),
    commands.RequestGreenChannel: st.builds(
        commands.RequestGreenChannel, kind=st.sampled_from(GreenKind)
    ),
    commands.TransferCase: st.builds(
        commands.TransferCase, to_office=OFFICES, reason=st.sampled_from(TransferReason)
    ),
    commands.SetHold: st.builds(commands.SetHold, kind=st.sampled_from(Hold)),
    commands.ReleaseHold: st.builds(commands.ReleaseHold, kind=st.sampled_from(Hold)),
    commands.RecordReconsiderationDecision: st.builds(
        commands.RecordReconsiderationDecision, outcome=st.sampled_from(ReconsiderationOutcome)
    ),
    commands.ReopenCase: st.builds(commands.ReopenCase, cause=st.sampled_from(ReopeningCause)),
}
"""The kinds whose fields do not depend on the case."""


def fitting(kind: type[Command], case: Case, today: date) -> Strategy:
    """A command of this kind for the case as it stands."""
    if kind in _ALWAYS:
        return _ALWAYS[kind]
    if kind is commands.RecordPayment:
        return _owed(case).map(lambda fen: commands.RecordPayment(amount_fen=fen))
    if kind is commands.SupplyCorrection:
        return _correction(case)
    if kind in {commands.RecordCheck, commands.OverrideCheck}:
        return _check(kind, case)
    if kind is commands.RecordDelivery:
        return st.builds(commands.RecordDelivery, id_seen=YES, collected_fen=_owed(case))
    if kind is commands.RecordPickup:
        return st.builds(commands.RecordPickup, id_seen=YES, collected_fen=_owed(case))
    if kind is commands.ExtendDeadline:
        return st.integers(-5, 200).map(
            lambda days: commands.ExtendDeadline(to=today + timedelta(days=days), relief="r")
        )
    if kind is PassDeadline:
        return _deadline(case)
    return st.just(EXAMPLES[kind])


def onward(case: Case) -> list[type[Command]]:
    """The kinds of command that bring a case nearer to its end."""
    kinds: dict[Stage, list[type[Command]]] = {
        Stage.PAYMENT_PENDING: [commands.RecordPayment],
        Stage.SUBMITTED: [commands.AcceptCase],
        Stage.CORRECTION_REQUESTED: [commands.SupplyCorrection],
        Stage.ACCEPTED: [commands.StartReview],
        Stage.ON_SITE_REQUIRED: [commands.RecordOnSiteVisit],
        Stage.IN_REVIEW: [commands.ApproveCase],
        Stage.APPROVED: [commands.OrderProduction],
        Stage.IN_PRODUCTION: [commands.RecordProduction],
        Stage.READY_TO_SEND: [commands.HandToPost],
        Stage.IN_POST: [commands.RecordDelivery, commands.RecordFailedDelivery],
        Stage.RETURNED: [commands.RequestRepost, commands.ChangeToPickup],
        Stage.READY_FOR_PICKUP: [commands.RecordPickup, commands.ChangeToPost],
        Stage.DELIVERED: [commands.SettleOldDocument],
    }
    return kinds.get(case.stage, [])
