"""How each event changes the hall, one row an event."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.halls import events
from domain.halls.choices import CleaningResult
from domain.halls.state import (
    AreaDone,
    Hall,
    HallStage,
    LaneMark,
    StaffFound,
    TicketCount,
    WaitingTicket,
)

_Visited = events.VisitorAdmitted | events.VisitorTurnedAway | events.VisitorLeft


def _begun(current: Hall, event: events.HallDayBegun) -> Hall:
    return replace(
        current,
        office=event.office,
        day=event.day,
        limit=event.limit,
        refused_from=event.refused_from,
        rounds=event.rounds,
    )


def _cleaned(current: Hall, event: events.AreaCleaned) -> Hall:
    if event.result is CleaningResult.NOT_CLEAN:
        return current
    had = current.done_in(event.area)
    return _done(current, replace(had, cleaned=had.cleaned + 1))


def _disinfected(current: Hall, event: events.AreaDisinfected) -> Hall:
    had = current.done_in(event.area)
    return _done(current, replace(had, disinfected=had.disinfected + 1))


def _done(current: Hall, done: AreaDone) -> Hall:
    others = (each for each in current.done if each.area is not done.area)
    return replace(current, done=(*others, done))


def _checked(current: Hall, event: events.StaffChecked) -> Hall:
    found = StaffFound(event.duty, event.present, event.unmasked, event.feverish)
    others = (each for each in current.staff if each.duty is not event.duty)
    return replace(current, staff=(*others, found))


def _closed(current: Hall, event: events.HallClosed) -> Hall:
    return replace(current, inside=0, tickets=())


def _limited(current: Hall, event: events.HallLimitSet) -> Hall:
    return replace(current, limit=event.limit)


def _admitted(current: Hall, event: events.VisitorAdmitted) -> Hall:
    """Who is recorded after the doors were closed has gone again."""
    inside = current.inside + (current.stage is HallStage.OPEN)
    return replace(_tapped(current, event), inside=inside, admitted=current.admitted + 1)


def _turned_away(current: Hall, event: events.VisitorTurnedAway) -> Hall:
    return replace(_tapped(current, event), turned_away=current.turned_away + 1)


def _left(current: Hall, event: events.VisitorLeft) -> Hall:
    return replace(_tapped(current, event), inside=max(0, current.inside - 1))


def _tapped(current: Hall, event: _Visited) -> Hall:
    others = (each for each in current.lanes if each.lane != event.lane)
    return replace(current, lanes=(*others, LaneMark(event.lane, event.number)))


def _issued(current: Hall, event: events.TicketIssued) -> Hall:
    had = next((each.issued for each in current.issued if each.group is event.group), 0)
    others = (each for each in current.issued if each.group is not event.group)
    return replace(
        current,
        tickets=(*current.tickets, WaitingTicket(event.ticket, event.group)),
        issued=(*others, TicketCount(event.group, had + 1)),
    )


def _called(current: Hall, event: events.TicketCalled) -> Hall:
    """Whoever was called last stands last, so a screen knows whom to show first."""
    called = [each for each in current.tickets if each.ticket == event.ticket]
    others = (each for each in current.tickets if each.ticket != event.ticket)
    at_counter = (replace(each, counter=event.counter) for each in called)
    return replace(current, tickets=(*others, *at_counter))


def _finished(current: Hall, event: events.TicketServed | events.TicketMissed) -> Hall:
    return replace(current, tickets=tuple(e for e in current.tickets if e.ticket != event.ticket))


EFFECTS: Final[tuple[Effect[Hall, Any], ...]] = (
    Effect(events.HallDayBegun, to=HallStage.PREPARING, change=_begun),
    Effect(events.AreaCleaned, change=_cleaned),
    Effect(events.AreaDisinfected, change=_disinfected),
    Effect(events.StaffChecked, change=_checked),
    Effect(events.HallOpened, to=HallStage.OPEN),
    Effect(events.HallClosed, to=HallStage.CLOSED, change=_closed),
    Effect(events.HallLimitSet, change=_limited),
    Effect(events.VisitorAdmitted, change=_admitted),
    Effect(events.VisitorTurnedAway, change=_turned_away),
    Effect(events.VisitorLeft, change=_left),
    Effect(events.TicketIssued, change=_issued),
    Effect(events.TicketCalled, change=_called),
    Effect(events.TicketServed, change=_finished),
    Effect(events.TicketMissed, change=_finished),
)
