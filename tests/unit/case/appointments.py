"""Applications for two o'clock in a week, and what others have left of the seats."""

from datetime import date, timedelta
from typing import Any

from domain.aggregate import Decided
from domain.calendar import Calendar, local_day
from domain.case.appointment import commands
from domain.case.case import CASE
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.message import Command
from domain.offices.plan_kind import PlanKind
from domain.people import Actor
from domain.plans.state import plan_of
from domain.prefectures.events import PrefectureClassified, StepTaken
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step
from domain.seats.commands import SeatAt
from domain.seats.events import SeatTaken
from domain.seats.seat import SEAT
from domain.seats.state import seat_of
from tests.kit.booked import OPENED, Booked
from tests.kit.life import CHECKER, MORNING, submission

KIND, STATION = PlanKind.STATION, "410100.ins1"
TODAY = local_day(MORNING)
ON = TODAY + timedelta(days=7)
PLAN_AT = plan_of(KIND, STATION, ON)
SEATS = [SeatAt(KIND, STATION, ON, "14", number) for number in range(1, 6)]


def taken(*numbers: int, on: date = ON) -> dict[Any, Any]:
    """The seats of these numbers, each of which somebody else has."""
    seats = [SeatAt(KIND, STATION, on, "14", number) for number in numbers]
    return {seat_of(s): SEAT.fold([SeatTaken(**s._asdict(), case=PLAN_AT)]) for s in seats}


def closed_from(day: date) -> dict[Any, Any]:
    """The prefecture of Zhengzhou, which suspends its windows from the day on."""
    suspended = StepTaken(step=Step.SUSPENDED, effective_on=day)
    classified = PrefectureClassified(region="410100", region_class=2)
    return {stream_of("410100"): PREFECTURE.fold([classified, suspended])}


def asks(seen: dict[Any, Any] | None = None, **facts: Any) -> Decided[Case]:
    """What comes of an application for two o'clock in a week."""
    life = Booked("inspection_booking", 1)
    given = submission("inspection_booking", 1, TODAY, **facts)
    everything = {**life.seen, **(seen or {})}
    at = Circumstances(life.now, life.citizen, life.case, OPENED, Calendar(), everything)
    return CASE.decide(Case(), given, at)


def booked() -> Booked:
    return Booked("inspection_booking", 1).does(CHECKER, commands.ConfirmBooking())


def gives(life: Booked, by: Actor, command: Command, seen: dict[Any, Any]) -> Decided[Case]:
    everything = {**life.seen, **seen}
    at = Circumstances(life.now, by, life.case, OPENED, Calendar(), everything)
    return CASE.decide(life.state, command, at)
