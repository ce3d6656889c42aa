"""What happens up to acceptance: payment, the first look, corrections, the visit at a window."""

from datetime import datetime, timedelta
from typing import Final

from cheguan.town import acts_exam, acts_penalty, numbers, officers
from cheguan.town.deliveries import another_address
from cheguan.town.fates import Fate
from cheguan.town.life import Act, Life
from cheguan.town.openings import window_open
from cheguan.town.pace import Pace
from cheguan.town.register import agrees
from domain.calendar import local_day, start_of_day
from domain.case.by_rank import slot_of
from domain.case.deadlines.timers import timer
from domain.case.grounds import GreenKind
from domain.case.intake.askable import ADDRESS
from domain.case.intake.commands import (
    AcceptCase,
    DeclineAcceptance,
    MoveToOnSite,
    RecordOnSiteVisit,
    RecordPaymentFailure,
    RequestCorrection,
    SupplyCorrection,
)
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.commands import (
    DenyGreenChannel,
    GrantGreenChannel,
    RequestGreenChannel,
    TransferCase,
    WithdrawCase,
)
from domain.case.overlays.reasons import GreenProof
from domain.case.penal import is_penal
from domain.case.state import Case
from domain.message import PassDeadline
from domain.offices.transfer_reason import TransferReason
from domain.orders.commands import PayOrder
from domain.people import Actor, system
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import DocumentKind
from domain.services.facts import ByPost, Paper
from domain.uploads.samples import COUNT, sample
from workers.checker import NAME as CHECKER
from workers.timekeeper import NAME as TIMEKEEPER

_GREEN: Final = frozenset({Fate.GREEN_GRANTED, Fate.GREEN_DENIED})
_CORRECTION: Final = frozenset({Fate.CORRECTED, Fate.NEVER_CORRECTED})


def let_pass(current: Case) -> Act | None:
    """Nobody acts, and the timekeeper does when the deadline has run out."""
    running = timer(current)
    if running is None:
        return None
    command = PassDeadline(clock=running.clock)
    return Act(running.at + timedelta(seconds=1), system(TIMEKEEPER), command)


def unpaid(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    fate = life.plan.fate
    if fate is Fate.UNPAID:
        return let_pass(current)
    if fate is Fate.WITHDRAWN:
        return _withdraws(life, at, pace)
    if fate is Fate.PAID_AT_SECOND_TRY and life.once("payment failed"):
        failed = RecordPaymentFailure(reason=PaymentFailure.DECLINED)
        return Act(pace.machine(at), officers.BANK, failed)
    return paid(current, at, pace)


def paid(current: Case, at: datetime, pace: Pace) -> Act:
    order = PayOrder(amount_fen=current.payable_fen)
    return Act(pace.citizen(at, 0, 1), officers.BANK, order)


def submitted(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if slot_of(current):
        return acts_exam.submitted(life, current, at, pace)
    if is_penal(current):
        return acts_penalty.submitted(life, current, at, pace)
    fate = life.plan.fate
    if current.escalation or (fate in _GREEN and life.once("green channel asked")):
        return _green_channel(life, current, at, pace)
    if fate is Fate.WITHDRAWN:
        return _withdraws(life, at, pace)
    if fate is Fate.DEEMED_ACCEPTED:
        return let_pass(current)
    clerk = _clerk(life, current)
    if fate is Fate.TRANSFERRED and life.once("transferred"):
        to = TransferCase(to_office=f"{current.office}.noc", reason=TransferReason.LOAD)
        return Act(pace.office(at, 20, 120), officers.leader(current.office), to)
    if fate is Fate.NOT_ACCEPTED:
        declined = DeclineAcceptance(codes=("R-JURISDICTION",))
        return Act(pace.office(at, 10, 300), clerk, declined)
    if fate in _CORRECTION and not current.corrections and (place := _correctable(current)):
        defects = (Defect(where=place, code=DefectCode.UNREADABLE),)
        return Act(pace.office(at, 10, 300), clerk, RequestCorrection(defects=defects))
    if fate is Fate.ON_SITE and life.once("called to the window"):
        moved = MoveToOnSite(reason=OnSiteReason.SUSPICION)
        return Act(pace.office(at, 10, 300), clerk, moved)
    if EVERY_SERVICE[current.service].automatic and agrees(current):
        return Act(pace.machine(at), system(CHECKER), AcceptCase())
    return Act(pace.office(at, 10, 300), clerk, AcceptCase())


def to_be_corrected(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if life.plan.fate is Fate.NEVER_CORRECTED:
        return let_pass(current)
    papers = tuple(
        Paper(DocumentKind(kind), sample(COUNT - place).sha256.hex())
        for place, kind in enumerate(sorted(current.correction_places - {ADDRESS}))
    )
    supplied = SupplyCorrection(papers=papers)
    if ADDRESS in current.correction_places:
        there = another_address(life.plan)
        supplied = SupplyCorrection(
            papers=papers,
            sealed={"delivery": numbers.json_of(there)},
            destination_region=there["region_code"],
        )
    return Act(pace.citizen(at, 3, 70), officers.applicant(life.owner), supplied)


def _correctable(current: Case) -> str | None:
    """A paper that was sent, or else the address, if there is any."""
    address = ADDRESS if isinstance(current.delivery, ByPost) else None
    return min(map(str, current.papers), default=address)


def on_site(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """The applicant comes, at the earliest when the window of the office is open again."""
    opens = window_opens(current.office, current.service, at)
    visit = pace.office(pace.not_before(at, opens), 30, 600)
    return Act(visit, _clerk(life, current), RecordOnSiteVisit())


def window_opens(office: str, service: str, at: datetime) -> datetime:
    """The first instant, from ``at`` on, at which the service is open there."""
    day = local_day(at)
    if window_open(office, service, day):
        return at
    while not window_open(office, service, day):
        day += timedelta(days=1)
    return start_of_day(day)


def _green_channel(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    if current.escalation is None:
        kinds = (GreenKind.AMBULANCE, GreenKind.RESCUE_VEHICLE, GreenKind.MEDICAL_SUPPLIES)
        asked = RequestGreenChannel(kind=life.plan.draw("green").choice(kinds))
        return Act(pace.citizen(at, 0, 1), officers.applicant(life.owner), asked)
    granted = life.plan.fate is not Fate.GREEN_DENIED
    answered = (
        GrantGreenChannel(proof=GreenProof.AUTHORITY, note="经主管部门确认，确属急需。")
        if granted
        else DenyGreenChannel()
    )
    return Act(pace.office(at, 5, 40), officers.leader(current.office), answered)


def _withdraws(life: Life, at: datetime, pace: Pace) -> Act:
    return Act(pace.citizen(at, 0, 1), officers.applicant(life.owner), WithdrawCase())


def _clerk(life: Life, current: Case) -> Actor:
    return officers.clerk(current.office, life.plan.number)
