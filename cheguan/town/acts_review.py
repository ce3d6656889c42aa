"""What happens from acceptance to decision: a second officer, the checks, the duty leader."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cheguan.town import acts_exam, acts_hands, officers
from cheguan.town.fates import Fate
from cheguan.town.life import Act, Life
from cheguan.town.pace import Pace
from cheguan.town.register import agrees
from domain.case.grounds import Hold
from domain.case.overlays.commands import (
    DenyWithdrawal,
    GrantWithdrawal,
    ReleaseHold,
    SetHold,
    WithdrawCase,
)
from domain.case.review.commands import (
    ApproveCase,
    CheckResult,
    OverrideCheck,
    RecordChecks,
    RefuseCase,
    StartReview,
)
from domain.case.review.reasons import CheckSource
from domain.case.state import Case
from domain.people import Actor, system
from domain.services.catalogue import EVERY_SERVICE
from workers.checker import NAME as CHECKER

_PROGRAM: Final = system(CHECKER)
_ASKS_BACK: Final = frozenset({Fate.WITHDRAWAL_GRANTED, Fate.WITHDRAWAL_DENIED})
_FAILS: Final = frozenset({Fate.REFUSED, Fate.REOPENED, Fate.OVERRIDDEN})


def accepted(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if current.booking:
        return acts_exam.ranked(life, current, at, pace)
    fate, leader = life.plan.fate, officers.leader(current.office)
    if current.withdrawal_requested:
        granted = fate is Fate.WITHDRAWAL_GRANTED
        answer = GrantWithdrawal() if granted else DenyWithdrawal()
        return Act(pace.office(at, 30, 300), leader, answer)
    if fate in _ASKS_BACK and life.once("asked back"):
        asked = WithdrawCase()
        return Act(pace.citizen(at, 0, 5), officers.applicant(life.owner), asked)
    if current.holds:
        released = ReleaseHold(kind=min(current.holds))
        return Act(pace.office(at, 400, 1500), leader, released)
    if fate is Fate.HELD and life.once("held"):
        return Act(pace.office(at, 10, 60), leader, SetHold(kind=Hold.AWAITING_CHECK))
    if _by_itself(current):
        return Act(pace.machine(at), _PROGRAM, StartReview())
    return acts_hands.start(life, current, at, pace)


def in_review(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    service = EVERY_SERVICE[current.service]
    by_itself = _by_itself(current)
    if not by_itself and (passed_on := acts_hands.changing(life, current, at, pace)):
        return passed_on
    reviewer = _PROGRAM if by_itself else acts_hands.reviewer(current, at)
    leader = officers.leader(current.office)
    if reviewer is None:
        return None
    unsaid = [check.code for check in service.checks if check.code not in current.checks]
    if unsaid:
        failing = _failing(life, current, unsaid)
        results = tuple(CheckResult(code, passed=code != failing) for code in unsaid)
        at = _soon(current, at, pace, 2 * len(results), 6 * len(results))
        return Act(at, reviewer, RecordChecks(results=results, source=CheckSource.DOCUMENTS))
    failed = [check for check in service.checks if not current.checks[check.code]]
    if failed and life.plan.fate is Fate.OVERRIDDEN:
        note = "特殊情况特殊办，经核实同意。"
        overridden = OverrideCheck(check=failed[0].code, note=note)
        return Act(pace.office(at, 10, 120), leader, overridden)
    if failed:
        life.done |= {"refused"}
        draw = life.plan.draw("reasons")
        refused = RefuseCase(codes=tuple(draw.choice([*check.reasons]) for check in failed))
        return Act(pace.office(at, 2, 30), reviewer, refused)
    by = _approver(current) if current.overridden or current.green else reviewer
    return Act(_soon(current, at, pace, 2, 20), by, ApproveCase())


def _approver(current: Case) -> Actor:
    """The duty leader, or the other one if he has taken the case in himself."""
    leader = officers.leader(current.office)
    return officers.deputy(current.office) if current.accepted_by == leader.person else leader


def _failing(life: Life, current: Case, unsaid: Sequence[str]) -> str | None:
    """Of the checks that the register leaves to a person, the one that fails by the plan.

    One that the register found failed is enough. After a reopening none fails again.
    """
    if life.plan.fate not in _FAILS or "refused" in life.done or not all(current.checks.values()):
        return None
    return life.plan.draw("failing").choice(unsaid)


def _by_itself(current: Case) -> bool:
    """Whether a program goes on with it, because no officer has had it in his hands."""
    officers_hands = {current.accepted_by, current.reviewer} - {None, CHECKER}
    return EVERY_SERVICE[current.service].automatic and not officers_hands and agrees(current)


def _soon(current: Case, at: datetime, pace: Pace, least: int, most: int) -> datetime:
    return pace.machine(at) if _by_itself(current) else pace.office(at, least, most)
