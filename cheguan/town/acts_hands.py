"""Who reviews in the town, and how a case under review goes from hand to hand."""

from datetime import datetime, timedelta
from typing import Final

from cheguan.town import officers
from cheguan.town.fates import Plan
from cheguan.town.life import Act, Life
from cheguan.town.pace import Pace
from domain.calendar import local_day
from domain.case.review.assignment import is_free, loan_on
from domain.case.review.commands import HandBackCase, LendCase, ReassignCase, StartReview
from domain.case.review.reasons import ReassignmentReason
from domain.case.state import Case
from domain.people import Actor, Role

_HANDED_BACK, _REASSIGNED, _LENT = 3, 5, 8
"""So many reviews of a hundred change hands in one of these ways, or in one before it."""
_ABSENT: Final = timedelta(days=14)


def changes_hands(plan: Plan) -> bool:
    """Whether somebody gives the case up, or is away, if an officer reviews it."""
    return _drawn(plan) < _LENT


def _drawn(plan: Plan) -> int:
    return plan.draw("hands").randrange(100)


def start(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    return Act(pace.office(at, 20, 900), _next_reviewer(life, current), StartReview())


def changing(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """Somebody takes a case that nobody has, and one that somebody has may change hands."""
    if is_free(current):
        return start(life, current, at, pace)
    if (
        not changes_hands(life.plan)
        or reviewer(current, at) is None
        or not life.once("changes hands")
    ):
        return None
    how = _drawn(life.plan)
    if how < _HANDED_BACK:
        return Act(pace.office(at, 10, 200), _clerk(current, current.reviewer), HandBackCase())
    leader, other = officers.leader(current.office), _next_reviewer(life, current)
    if how < _REASSIGNED:
        reassigned = ReassignCase(reason=ReassignmentReason.ABSENCE, to=other.id)
        return Act(pace.office(at, 60, 500), leader, reassigned)
    lent_at = pace.office(at, 60, 500)
    return Act(lent_at, leader, LendCase(to=other.id, until=local_day(lent_at) + _ABSENT))


def reviewer(current: Case, at: datetime) -> Actor | None:
    """The officer of the town who goes on with it. What a visitor has taken is left to him."""
    loan = loan_on(current, local_day(at))
    acting = loan.to if loan else current.reviewer
    is_ours = acting in {officers.leader(current.office).id, *officers.clerks(current.office)}
    return _clerk(current, acting) if is_ours else None


def _clerk(current: Case, officer: str | None) -> Actor:
    return Actor(role=Role.CLERK, id=officer or "", office=current.office)


def _next_reviewer(life: Life, current: Case) -> Actor:
    """The clerk whose turn it is. It is another one than who has had the case up to here."""
    had_it = {current.accepted_by, current.reviewer, current.handed_back_by}
    return officers.clerk(
        current.office, life.plan.number + 1, {*had_it, *current.barred_reviewers}
    )
