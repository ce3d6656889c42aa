"""What happens to a number: somebody chooses it online, and comes to a window with his vehicle."""

from datetime import datetime, timedelta
from typing import Final

from cheguan.town import officers
from cheguan.town.acts_intake import let_pass, window_opens
from cheguan.town.customs import CUSTOMS
from cheguan.town.fates import Fate
from cheguan.town.life import Act, ComeToRegister, DrawNumbers, Life, PickNumber
from cheguan.town.pace import Pace
from domain.calendar import Calendar
from domain.case.reservation.commands import VoidReservation
from domain.case.reservation.reasons import ReservationMismatch
from domain.case.state import Case
from domain.case.window import window_of

_LOOKS_ON: Final = 0.35
"""So often somebody asks for another ten numbers: a guess."""
_COMES_WITHIN: Final = 11 * 9 * 60
"""Minutes of office hours in which whoever has a number comes, once he may: a guess."""
_LATER: Final = timedelta(minutes=90)
_CALENDAR: Final = Calendar()


def choosing(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    session = current.choosing
    if session is None or life.plan.fate is Fate.NEVER_CHOSEN:
        return let_pass(current)
    by = officers.applicant(life.owner)
    on_offer = bool(session.offered_until and at <= session.offered_until)
    looks_on = life.plan.draw(f"batch {session.batch}").random() < _LOOKS_ON
    if session.batches_left and (looks_on or not on_offer):
        return Act(pace.online(at, 10, 60), by, DrawNumbers())
    return Act(pace.online(at, 10, 80), by, PickNumber()) if on_offer else let_pass(current)


def reserved(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """At the window the officer compares what was told online with the originals."""
    window = window_of(current)
    if life.plan.fate is Fate.NEVER_COLLECTED or window is None:
        return let_pass(current)
    if CUSTOMS[current.service].registration is None:
        return None
    opens = window_opens(window, current.service, at)
    visit = _at_work(pace.office(pace.not_before(at, opens), 30, _COMES_WITHIN))
    clerk = officers.clerk(window, life.plan.number)
    if life.plan.fate is Fate.REFUSED:
        differs = life.plan.draw("mismatch").choice(list(ReservationMismatch))
        return Act(visit, clerk, VoidReservation(reason=differs))
    return Act(visit, clerk, ComeToRegister())


def _at_work(visit: datetime) -> datetime:
    """Whoever comes while nobody is at the window comes again, and again."""
    while not _CALENDAR.is_at_work(visit):
        visit += _LATER
    return visit
