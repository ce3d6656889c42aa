"""A seat is given to one case, and a freed one first to those who wait."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.offices.plan_kind import PlanKind
from domain.people import Actor, Role
from domain.plans.refusals import PlaceOfOthers
from domain.seats import commands, events
from domain.seats.commands import SeatAt
from domain.seats.refusals import SeatAddressDiffers, SeatNotFree
from domain.seats.seat import SEAT
from domain.seats.state import Seat, SeatStage, seat_name, seat_named, seat_of
from domain.services.catalogue import CATALOGUE

THIRD = SeatAt(PlanKind.STATION, "410100.ins1", date(2020, 3, 9), "14", 3)
HERS, HIS = UUID(int=1), UUID(int=2)
NOW = datetime(2020, 3, 2, 2, tzinfo=UTC)
CITIZEN, LEADER = Actor(Role.APPLICANT, "citizen"), Actor(Role.SUPERVISOR, "leader", "410100")
TAKEN = events.SeatTaken(**THIRD._asdict(), case=HERS)
FREED = events.SeatFreed(**THIRD._asdict(), case=HERS, kept_until=NOW + timedelta(minutes=15))


def at(now: datetime = NOW, by: Actor = CITIZEN) -> Circumstances:
    return Circumstances(
        now=now, by=by, stream=seat_of(THIRD), catalogue=CATALOGUE, calendar=Calendar()
    )


def take(case: UUID, *, waited: bool = False) -> commands.TakeSeat:
    return commands.TakeSeat(**THIRD._asdict(), case=case, waited=waited)


def test_a_seat_is_taken_once_and_by_one() -> None:
    taken = SEAT.decide(Seat(), take(HERS), at(), linked=True)
    assert taken.events == (TAKEN,)
    assert SEAT.decide(taken.after, take(HERS), at(), linked=True).events == ()
    with pytest.raises(SeatNotFree):
        SEAT.decide(taken.after, take(HIS), at(), linked=True)


def test_only_who_has_it_lets_it_go() -> None:
    free = commands.FreeSeat(**THIRD._asdict(), case=HIS)
    assert SEAT.decide(SEAT.fold([TAKEN]), free, at(), linked=True).events == ()
    hers = commands.FreeSeat(**THIRD._asdict(), case=HERS)
    assert SEAT.decide(SEAT.fold([TAKEN]), hers, at(), linked=True).events == (FREED,)


def test_a_freed_seat_goes_to_those_who_wait_before_it_goes_to_anybody() -> None:
    freed = SEAT.fold([TAKEN, FREED])
    with pytest.raises(SeatNotFree):
        SEAT.decide(freed, take(HIS), at(), linked=True)
    assert SEAT.decide(freed, take(HIS, waited=True), at(), linked=True).after.holder == HIS
    later = at(NOW + timedelta(minutes=15))
    assert SEAT.decide(freed, take(HIS), later, linked=True).after.holder == HIS


def test_an_officer_of_the_place_closes_a_free_seat_and_no_other() -> None:
    close = commands.CloseSeat(**THIRD._asdict())
    closed = SEAT.decide(Seat(), close, at(by=LEADER))
    assert closed.events == (events.SeatClosed(**THIRD._asdict()),)
    with pytest.raises(SeatNotFree):
        SEAT.decide(closed.after, take(HIS, waited=True), at(), linked=True)
    with pytest.raises(SeatNotFree):
        SEAT.decide(SEAT.fold([TAKEN]), close, at(by=LEADER))
    reopen = commands.ReopenSeat(**THIRD._asdict())
    again = SEAT.decide(closed.after, reopen, at(by=LEADER))
    assert again.after.stage is SeatStage.FREE
    assert SEAT.decide(again.after, reopen, at(by=LEADER)).events == ()
    assert SEAT.decide(closed.after, close, at(by=LEADER)).events == ()
    with pytest.raises(PlaceOfOthers):
        SEAT.decide(Seat(), close, at(by=Actor(Role.SUPERVISOR, "leader", "410300")))
    other = commands.CloseSeat(**THIRD._replace(number=4)._asdict())
    with pytest.raises(SeatAddressDiffers):
        SEAT.decide(Seat(), other, at(by=LEADER))


def test_a_seat_is_found_by_its_name() -> None:
    assert seat_name(THIRD) == "station:410100.ins1:2020-03-09:14:3"
    assert seat_named("STATION:410100.ins1:2020-03-09:14:3 ") == seat_of(THIRD)
