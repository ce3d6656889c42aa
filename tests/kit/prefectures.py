"""A prefecture of class two, who decides for it, and what a command to it comes to."""

from datetime import UTC, date, datetime
from uuid import UUID

from api.desk import Desk
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.tree import OFFICES, detachment_of
from domain.people import Actor, Role
from domain.prefectures.commands import (
    ClassifyPrefecture,
    OpenWindowsLocally,
    PrefectureCommand,
    ReopenCountyOffice,
    SuspendWindows,
    TakeStep,
)
from domain.prefectures.deciders import DecisionPaper
from domain.prefectures.events import (
    DecisionsTookEffect,
    PrefectureClassified,
    StepTaken,
    WindowsSuspended,
)
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.prefectures.step import Step
from domain.services.catalogue import CATALOGUE
from tests.kit.offices import asked

LUOYANG, ZHENGZHOU = "410300", "410100"
HQ = Actor(Role.HQ, "headquarters")
LEADER = Actor(Role.SUPERVISOR, "leader", LUOYANG)
"""Of the vehicle office, which decides about no window."""
DETACHMENT = Actor(Role.SUPERVISOR, "head", "410300-det")
CLOSED, ANNOUNCED, OPENS = date(2020, 1, 24), date(2020, 2, 23), date(2020, 2, 24)
CLASS_ONE = PrefectureClassified(region=LUOYANG, region_class=1)
CLASS_TWO = PrefectureClassified(region=LUOYANG, region_class=2)
SUSPENDED = WindowsSuspended(effective_on=CLOSED)
GROUNDS = Grounds(reason="支持复工复产，逐步恢复线下业务。")
PAPER: DecisionPaper = {"body": "410300-det", "decided_on": ANNOUNCED, "planned_end": None}
PLATES = CATALOGUE["plate_reissue"].business


COUNTY = ReopenCountyOffice(
    office="410322",
    services=("reissue_replace",),
    grade=RiskGrade.LOW,
    county_class=2,
    effective_on=OPENS,
    grounds=GROUNDS,
)


def class_one_opens(region: str, day: date) -> list[tuple[PrefectureCommand, Actor]]:
    """The class, and the decision of the city that opens every window for everything."""
    windows = tuple(
        office.id
        for office in OFFICES.values()
        if office.region_code == region and not office.county_code and DONE_AT[office.kind]
    )
    opens = OpenWindowsLocally(
        offices=windows,
        services=tuple(map(str, WindowGroup)),
        effective_on=day,
        grounds=GROUNDS,
    )
    return [
        (ClassifyPrefecture(region=region, region_class=1, effective_on=day), HQ),
        (opens, Actor(Role.SUPERVISOR, "head", detachment_of(region))),
    ]


def step(which: Step, on: date = OPENS) -> StepTaken:
    return StepTaken(step=which, effective_on=on)


def circumstances(
    by: Actor, on: date, stream: UUID, seen: Prefecture | None = None
) -> Circumstances:
    now = datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
    states = {stream: seen} if seen else {}
    return Circumstances(now, by, stream, CATALOGUE, Calendar(), states)


def decided(
    command: PrefectureCommand,
    *history: Event,
    by: Actor = DETACHMENT,
    on: date = ANNOUNCED,
    region: str = LUOYANG,
) -> tuple[Event, ...]:
    """What is decided. That earlier decisions took effect by themselves is left out."""
    at = circumstances(by, on, stream_of(region))
    events = PREFECTURE.decide(PREFECTURE.fold(history), command, at).events
    return tuple(each for each in events if not isinstance(each, DecisionsTookEffect))


def taken(which: Step, on: date = OPENS) -> StepTaken:
    """As it stands in the log when it was decided by command."""
    return StepTaken(step=which, effective_on=on, grounds=GROUNDS, **PAPER)


def take(which: Step, on: date = OPENS) -> TakeStep:
    return TakeStep(step=which, effective_on=on, grounds=GROUNDS)


async def suspended_city(desk: Desk) -> None:
    """Zhengzhou comes into class two today, and suspends its windows."""
    stream = stream_of(ZHENGZHOU)
    for command in (
        ClassifyPrefecture(region=ZHENGZHOU, region_class=2),
        SuspendWindows(effective_on=desk.today, grounds=GROUNDS),
    ):
        await desk.door.handle(PREFECTURE, stream, command, asked(command, HQ))
