"""Cases that are held while they wait, for whoever folds events."""

from datetime import datetime
from typing import Final

from domain.case.grounds import Hold
from domain.case.intake.commands import (
    AcceptCase,
    RecordPayment,
    RequestCorrection,
    SupplyCorrection,
)
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.case.review.commands import ApproveCase, StartReview
from domain.clocks.clock import Clock
from domain.message import PassDeadline
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from tests.kit.life import CLERK, LEADER, ORDER_PAID, REVIEWER, TIMEKEEPER, Life
from tests.kit.plate_histories import all_checks


def _held(life: Life, kind: Hold, days: int) -> Life:
    life.does(LEADER, SetHold(kind=kind))
    return life.after(days=days).does(LEADER, ReleaseHold(kind=kind))


def plate_held_while_it_waits_for_money_and_papers(number: int, at: datetime) -> Life:
    """Relieved as an unpaid case, paid and corrected under a hold, and accepted under another."""
    life = _held(Life("plate_reissue", number, at), Hold.RELIEF, 30).after(hours=20)
    life.does(LEADER, SetHold(kind=Hold.AWAITING_CHECK))
    life.does(ORDER_PAID, RecordPayment(amount_fen=life.state.payable_fen)).after(days=9)
    life.does(CLERK, RequestCorrection(defects=(Defect("id_back", DefectCode.EXPIRED),)))
    life.after(days=40).does(LEADER, ReleaseHold(kind=Hold.AWAITING_CHECK)).after(days=20)
    paper = Paper(DocumentKind.ID_BACK, f"{number:064x}")
    life.does(life.citizen, SupplyCorrection(papers=(paper,)))
    life.does(LEADER, SetHold(kind=Hold.SYSTEM_DOWN), SetHold(kind=Hold.RELIEF))
    life.after(days=8).does(LEADER, ReleaseHold(kind=Hold.SYSTEM_DOWN)).does(CLERK, AcceptCase())
    life.after(days=8).does(LEADER, ReleaseHold(kind=Hold.RELIEF))
    life.does(REVIEWER, StartReview(), *all_checks(life.state.service))
    return _held(life.after(days=20), Hold.AWAITING_CHECK, 30).does(REVIEWER, ApproveCase())


def deferral_deemed_accepted_after_a_relief(number: int, at: datetime) -> Life:
    life = _held(Life("renewal_deferral", number, at).after(days=2), Hold.RELIEF, 30)
    return life.after(days=8).does(TIMEKEEPER, PassDeadline(clock=Clock.CORRECTION_NOTICE))


def contact_accepted_late_under_a_relief(number: int, at: datetime) -> Life:
    """It was late before the relief came."""
    life = Life("vehicle_contact_change", number, at).after(days=3)
    life.does(LEADER, SetHold(kind=Hold.RELIEF)).after(days=9).does(CLERK, AcceptCase())
    return life.does(LEADER, ReleaseHold(kind=Hold.RELIEF))


HELD: Final = (
    plate_held_while_it_waits_for_money_and_papers,
    deferral_deemed_accepted_after_a_relief,
    contact_accepted_late_under_a_relief,
)
