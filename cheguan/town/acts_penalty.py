"""What happens to a penalty: facts are shown, somebody objects, a decision is sent by post."""

from datetime import datetime
from typing import Final

from cheguan.town import officers
from cheguan.town.life import Act, Life
from cheguan.town.pace import Pace
from domain.calendar import local_day
from domain.case.intake.commands import DeclineAcceptance
from domain.case.penalty.checks import next_by_itself, unsaid
from domain.case.penalty.commands import (
    DecidePenalty,
    RejectStatement,
    ServeDecision,
    ShowFacts,
    UpholdStatement,
)
from domain.case.review.commands import CheckResult
from domain.case.state import Case
from domain.penalties.reasons import ServiceManner
from domain.people import system
from domain.services.catalogue import EVERY_SERVICE
from workers.checker import NAME as CHECKER

_UPHELD: Final = 0.2
"""How many of those who object are right: a guess."""


def submitted(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    """The program goes on as far as it may, and an officer answers for what it does not know."""
    service = EVERY_SERVICE[current.service]
    if command := next_by_itself(current, service):
        return Act(pace.machine(at), system(CHECKER), command)
    clerk = officers.clerk(current.office, life.plan.number)
    failed = [check for check in service.checks if current.checks.get(check.code) is False]
    if failed:
        declined = DeclineAcceptance(codes=tuple(check.refusal for check in failed))
        return Act(pace.office(at, 10, 120), clerk, declined)
    results = tuple(CheckResult(code, True) for code in unsaid(current, service))
    return Act(pace.office(at, 5, 90), clerk, ShowFacts(results=results))


def facts_shown(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if command := next_by_itself(current, EVERY_SERVICE[current.service]):
        return Act(pace.machine(at), system(CHECKER), command)
    if not (current.facts_accepted or current.heard):
        return None
    clerk = officers.clerk(current.office, life.plan.number)
    return Act(pace.office(at, 5, 60), clerk, DecidePenalty())


def disputed(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    """The police of the place look at the pictures again."""
    clerk = officers.clerk(current.office, life.plan.number)
    if life.plan.draw("statement").random() < _UPHELD:
        upheld = UpholdStatement(note="经复核，号牌被他人套用，不予处罚。")
        return Act(pace.office(at, 120, 1200), clerk, upheld)
    rejected = RejectStatement(note="经复核，影像清晰，事实清楚。")
    return Act(pace.office(at, 120, 1200), clerk, rejected)


def decided(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    """Whoever has not consented gets the decision by post, and the proof of it comes back."""
    received_at = pace.post(at, 24, 96)
    served = ServeDecision(received_on=local_day(received_at), manner=ServiceManner.BY_POST)
    return Act(received_at, officers.clerk(current.office, life.plan.number), served)
