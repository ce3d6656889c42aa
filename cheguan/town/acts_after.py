"""What follows a refusal: the organ of reconsideration looks again, and the office begins anew."""

from datetime import datetime

from cheguan.town import officers
from cheguan.town.fates import Fate
from cheguan.town.life import Act, Life
from cheguan.town.pace import Pace
from domain.case.remedies.commands import (
    FileReconsideration,
    RecordReconsiderationDecision,
    ReopenCase,
)
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.state import Case


def refused(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if life.plan.fate is not Fate.REOPENED:
        return None
    if current.ordered_anew:
        reopened = ReopenCase(cause=ReopeningCause.RECONSIDERATION)
        return Act(pace.office(at, 30, 300), officers.leader(current.office), reopened)
    if current.under_reconsideration:
        revoked = RecordReconsiderationDecision(outcome=ReconsiderationOutcome.REVOKED)
        return Act(pace.office(at, 500, 2400), officers.LAWYERS, revoked)
    if not life.once("reconsideration filed"):
        return None
    filed = FileReconsideration()
    return Act(pace.citizen(at, 10, 90), officers.applicant(life.owner), filed)
