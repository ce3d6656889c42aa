"""What happens to a booking of an examination, up to the day on which it is sat, or is not."""

from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from cheguan.town import officers
from cheguan.town.life import Act, Life, LookAgain
from cheguan.town.lives import STRANGER
from cheguan.town.pace import Pace
from domain.calendar import OFFICE_ZONE
from domain.case.by_rank import may_join
from domain.case.examination.commands import (
    CancelExamBooking,
    JoinRanking,
    RecordAbsence,
    RecordExamResult,
)
from domain.case.intake.commands import DeclineAcceptance
from domain.case.state import Case
from domain.exam_plans.reason import ExamCancelReason
from domain.people import system
from domain.services.catalogue import EVERY_SERVICE
from workers.checker import NAME as CHECKER

_GIVES_UP: Final = 0.08
_CANCELS_FOR_THE_EPIDEMIC: Final = 0.5
_STAYS_AWAY: Final = 0.1
_PASSES: Final = 0.72
"""How often people do each of these: guesses."""
_MAY_CANCEL_FROM: Final = datetime(2020, 2, 23, 10, tzinfo=OFFICE_ZONE)
"""From the announcement on a booking is cancelled for the epidemic."""
_WITHIN: Final = timedelta(hours=12)
_BEGINS: Final = time(9)


def submitted(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """Whoever may sit is ranked by itself, and an officer tells the others why they may not."""
    if may_join(current):
        return Act(pace.machine(at), system(CHECKER), JoinRanking())
    checks = EVERY_SERVICE[current.service].checks
    failed = tuple(check.refusal for check in checks if current.checks.get(check.code) is False)
    if not failed:
        return None
    clerk = officers.clerk(current.office, life.plan.number)
    return Act(pace.office(at, 10, 300), clerk, DeclineAcceptance(codes=failed))


def ranked(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """Some cancel; all others wait until it is known who has a place, and then for the day.

    A stranger speaks for himself, and comes.
    """
    booking = current.booking
    assert booking is not None
    draw, him = life.plan.draw("examination"), officers.applicant(life.owner)
    ours = life.owner != STRANGER
    gives_up = draw.random() < _GIVES_UP and ours
    cancels = draw.random() < _CANCELS_FOR_THE_EPIDEMIC and ours
    heard = _MAY_CANCEL_FROM + draw.random() * _WITHIN
    begins = datetime.combine(booking.exam_on, _BEGINS, OFFICE_ZONE)
    if gives_up and not booking.placed:
        return Act(pace.citizen(at, 1, 20), him, CancelExamBooking(reason=ExamCancelReason.OWN))
    if cancels and heard < begins:
        if at >= heard:
            epidemic = CancelExamBooking(reason=ExamCancelReason.EPIDEMIC)
            return Act(pace.machine(at), him, epidemic)
        return Act(heard, system(CHECKER), LookAgain())
    if at < begins:
        return Act(begins, system(CHECKER), LookAgain())
    return _examined(life, current, draw, pace.office(at, 5, 180)) if booking.placed else None


def _examined(life: Life, current: Case, draw: Random, at: datetime) -> Act:
    """The examiner puts on record who has come, and how it went."""
    clerk = officers.clerk(current.office, life.plan.number)
    if draw.random() < _STAYS_AWAY and life.owner != STRANGER:
        return Act(at, clerk, RecordAbsence())
    return Act(at, clerk, RecordExamResult(passed=draw.random() < _PASSES))
