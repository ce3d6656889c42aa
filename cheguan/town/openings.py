"""What the prefectures of the town decide about their windows, and when.

The source is the announcement of the provincial traffic police of 23 February 2020. That
everything opened on 1 June is an assumption: the announcement names no end.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple

from domain.calendar import OFFICE_ZONE
from domain.message import Command, Event
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS
from domain.people import Actor, Role
from domain.prefectures.commands import (
    ClassifyPrefecture,
    ReopenCountyOffice,
    SuspendWindows,
    TakeStep,
)
from domain.prefectures.events import (
    CountyOfficeReopened,
    PrefectureClassified,
    StepTaken,
    WindowsSuspended,
)
from domain.prefectures.openness import open_on
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step

_HEADQUARTERS: Final = Actor(Role.HQ, "town-headquarters")
_CLOSED_FROM: Final = date(2020, 1, 24)
_FIRST_STEP: Final = date(2020, 2, 24)
_ALL_OPEN: Final = date(2020, 6, 1)
_BEFORE: Final = datetime(2020, 1, 23, 10, tzinfo=OFFICE_ZONE)
_ANNOUNCED: Final = datetime(2020, 2, 23, 10, tzinfo=OFFICE_ZONE)
_RESUMED: Final = datetime(2020, 5, 31, 10, tzinfo=OFFICE_ZONE)


class Decree(NamedTuple):
    """A command to the prefecture of a region, by whom, at which instant."""

    at: datetime
    region: str
    command: Command
    by: Actor


def decrees() -> list[Decree]:
    """All of them, in the order of their instants."""
    every = [decree for region in REGIONS for decree in _of(region)]
    return sorted(every, key=lambda decree: decree.at)


def _of(code: str) -> Iterator[Decree]:
    region_class = REGIONS[code].region_class
    leader = Actor(Role.SUPERVISOR, f"town-leader-{code}", code)
    yield Decree(
        _BEFORE, code, ClassifyPrefecture(region=code, region_class=region_class), _HEADQUARTERS
    )
    yield Decree(_BEFORE, code, SuspendWindows(effective_on=_CLOSED_FROM), leader)
    steps = [Step.FOURTH]
    if region_class == 2:
        yield Decree(_ANNOUNCED, code, TakeStep(step=Step.FIRST, effective_on=_FIRST_STEP), leader)
        steps = [Step.SECOND, Step.THIRD, Step.FOURTH]
    for step in steps:
        yield Decree(_RESUMED, code, TakeStep(step=step, effective_on=_ALL_OPEN), leader)
    for office in OFFICES.values():
        if office.kind is OfficeKind.COUNTY_OFFICE and office.region_code == code:
            reopen = ReopenCountyOffice(office=office.id, effective_on=_ALL_OPEN)
            yield Decree(_RESUMED, code, reopen, leader)


def window_open(office: str, day: date) -> bool:
    """Whether the window is open on the day, by all that the prefectures will have decided."""
    found = OFFICES.get(office)
    if found is None or found.region_code not in REGIONS:
        return False
    return open_on(_decided()[found.region_code], found, day)


@cache
def _decided() -> Mapping[str, Prefecture]:
    return {
        code: PREFECTURE.fold(_event(decree.command) for decree in _of(code)) for code in REGIONS
    }


def _event(command: Command) -> Event:
    match command:
        case ClassifyPrefecture(region=region, region_class=region_class):
            return PrefectureClassified(region=region, region_class=region_class)
        case SuspendWindows(effective_on=day):
            return WindowsSuspended(effective_on=day)
        case TakeStep(step=step, effective_on=day):
            return StepTaken(step=step, effective_on=day)
        case ReopenCountyOffice(office=office, effective_on=day):
            return CountyOfficeReopened(office=office, effective_on=day)
        case _:
            raise TypeError(type(command).__name__)
