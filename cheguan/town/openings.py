"""What the prefectures of the town decide about their windows, and when.

The announcement of the provincial traffic police of 23 February 2020 gives the class of each
prefecture and the first step of class two. Zhengzhou suspended its windows on 31 January. Every
other day is an assumption, because the announcement leaves them to the prefectures. The numbers
of the documents are made up.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final, NamedTuple, TypeVar

from msgspec.structs import replace

from domain.calendar import OFFICE_ZONE, Calendar
from domain.circumstances import Circumstances
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS, ZHENGZHOU, detachment_of
from domain.people import Actor, Role
from domain.prefectures.commands import (
    ClassifyPrefecture,
    CloseWindowsLocally,
    ListThirdStepServices,
    OpenWindowsLocally,
    ReopenCountyOffice,
    SuspendWindows,
    TakeStep,
)
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.openness import open_on
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.prefectures.step import Step
from domain.services.catalogue import CATALOGUE, EVERY_SERVICE

_HEADQUARTERS: Final = Actor(Role.HQ, "town-headquarters")
_CLOSED_FROM: Final = date(2020, 1, 24)
_ZHENGZHOU_CLOSED_FROM: Final = date(2020, 1, 31)
_CLASSES_FROM: Final = date(2020, 2, 23)
_FIRST_STEP: Final = date(2020, 2, 24)
_SECOND_STEP: Final = date(2020, 3, 2)
_THIRD_STEP: Final = date(2020, 3, 9)
_FOURTH_STEP: Final = date(2020, 3, 23)
_DAYS_OF_A_WEEK: Final = 5
_LOCAL: Final = {"411300": date(2020, 3, 16), "411500": date(2020, 3, 18)}
_IN_NUMBERS: Final = {"410200": "汴", "411300": "宛"}
"""Kaifeng and Nanyang have another short name than the first character of their name."""
_ALL_OPEN: Final = date(2020, 6, 1)
_APPOINTMENTS_FROM: Final = date(2020, 3, 2)
_APPOINTMENTS_CLOSED_FROM: Final = date(2020, 3, 12)
_APPOINTMENTS_AGAIN_FROM: Final = date(2020, 3, 24)
_APPOINTMENTS_AT: Final = datetime(2020, 2, 23, 15, tzinfo=OFFICE_ZONE)
"""When Zhengzhou decides that some of its places see people by appointment."""
_CLASSIFIED_AT: Final = datetime(2020, 2, 23, 9, tzinfo=OFFICE_ZONE)
"""On the first day of the classes, before any city decides about its first step."""
_PAPERS: Final = (WindowGroup.REISSUE_REPLACE, WindowGroup.TEMPORARY_PLATES)
_EVERYTHING: Final = tuple(map(str, WindowGroup))
_PLACES: Final = (f"{ZHENGZHOU}.ins1", f"{ZHENGZHOU}.st1")
_BY_APPOINTMENT: Final = ("inspection_booking", "nev_swap_booking")
_CLASSES: Final = Grounds(
    reason="根据目前全省疫情防控形势，分区域、分业务、分步骤逐步恢复线下车驾管业务。"
)
_SUSPENSION: Final = Grounds(reason="为防控新型冠状病毒感染的肺炎疫情，避免人员聚集。")
_RESUMPTION: Final = Grounds(
    reason="为服务保障企业复工复产，方便群众办理车驾管业务，逐步恢复窗口业务。",
    local_situation="本地疫情形势总体平稳。",
    national_situation="全国疫情防控形势积极向好。",
)
_APPOINTMENTS: Final = Grounds(
    reason="为方便群众办理机动车检验和新能源汽车换牌，实行全预约、错峰办理，避免人员聚集。",
    local_situation="本地疫情形势总体平稳。",
)
_CLOSED_AGAIN: Final = Grounds(reason="为防范境外疫情输入，加强人员聚集场所防控，暂停预约办理。")


_Resumption = TakeStep | ListThirdStepServices | OpenWindowsLocally | ReopenCountyOffice
_OfWindows = SuspendWindows | CloseWindowsLocally | _Resumption
_Windows = TypeVar("_Windows", bound=_OfWindows)
Decided = ClassifyPrefecture | _OfWindows


class Decree(NamedTuple):
    """A command to the prefecture of a region, by whom, at which instant.

    It is the decision number ``before`` of its prefecture, counted from 0.
    """

    at: datetime
    region: str
    command: Decided
    by: Actor
    before: int


def decrees() -> list[Decree]:
    """All of them, in the order of their instants."""
    every = [decree for region in REGIONS for decree in _of(region)]
    return sorted(every, key=lambda decree: decree.at)


def window_open(office: str, service: str, day: date) -> bool:
    """Whether the service is open there, by all that the prefectures will have decided."""
    found = OFFICES.get(office)
    if found is None or found.region_code not in REGIONS:
        return False
    business = EVERY_SERVICE[service].business
    return open_on(decided()[found.region_code], found, business, day)


@cache
def decided() -> Mapping[str, Prefecture]:
    """The prefectures as all the decrees leave them."""
    return {code: after_each(code)[-1].prefecture for code in REGIONS}


class DecreedSoFar(NamedTuple):
    """A prefecture as the decrees up to an instant have left it."""

    at: datetime
    prefecture: Prefecture


@cache
def after_each(code: str) -> list[DecreedSoFar]:
    """The prefecture after each of its decrees, in the order of their instants."""
    current, known = PREFECTURE.initial, list[DecreedSoFar]()
    for decree in _of(code):
        at = Circumstances(decree.at, decree.by, stream_of(code), CATALOGUE, Calendar())
        current = PREFECTURE.decide(current, decree.command, at).after
        known.append(DecreedSoFar(decree.at, current))
    return known


def _of(code: str) -> Iterator[Decree]:
    detachment = Actor(Role.SUPERVISOR, f"town-detachment-{code}", detachment_of(code))
    region_class = REGIONS[code].region_class
    classified = ClassifyPrefecture(
        region=code, region_class=region_class, effective_on=_CLASSES_FROM, grounds=_CLASSES
    )
    closed_from = _ZHENGZHOU_CLOSED_FROM if code == ZHENGZHOU else _CLOSED_FROM
    closed = SuspendWindows(effective_on=closed_from, grounds=_SUSPENSION)
    yield Decree(_decided_at(closed), code, _numbered(closed, code, 1), detachment, 0)
    yield Decree(_CLASSIFIED_AT, code, classified, _HEADQUARTERS, 1)
    every = (_step_by_step if region_class == 2 else _locally)(code)
    resumed = sorted(every, key=_decided_at)
    for number, command in enumerate(resumed, start=2):
        numbered = _numbered(command, code, number)
        yield Decree(_decided_at(command), code, numbered, detachment, number)


def _numbered(command: _Windows, code: str, number: int) -> _Windows:
    """With the number of its document: 洛公交〔2020〕7号 is the seventh of Luoyang in the year."""
    assert command.grounds is not None
    city = _IN_NUMBERS.get(code, REGIONS[code].title.zh[0])
    grounds = replace(command.grounds, document_no=f"{city}公交〔2020〕{number}号")
    return replace(command, grounds=grounds)


def _decided_at(command: _OfWindows) -> datetime:
    """Ten o'clock on the day before it takes effect. Appointments are announced a week ahead."""
    if command.effective_on == _APPOINTMENTS_FROM and isinstance(command, OpenWindowsLocally):
        return _APPOINTMENTS_AT
    before = command.effective_on - timedelta(days=1)
    return datetime.combine(before, time(10), OFFICE_ZONE)


def _step_by_step(code: str) -> Iterator[_Resumption]:
    """Every prefecture has its own day in the week of a step."""
    own = timedelta(days=sorted(REGIONS).index(code) % _DAYS_OF_A_WEEK)
    yield _step(Step.FIRST, _FIRST_STEP)
    yield _step(Step.SECOND, _SECOND_STEP + own)
    third = (WindowGroup.REGISTRATION, WindowGroup.INSPECTION)
    yield ListThirdStepServices(services=third, effective_on=_THIRD_STEP + own, grounds=_RESUMPTION)
    yield _step(Step.THIRD, _THIRD_STEP + own)
    yield _step(Step.FOURTH, _FOURTH_STEP + own)
    yield from _counties(code)


def _step(step: Step, day: date) -> TakeStep:
    return TakeStep(step=step, effective_on=day, grounds=_RESUMPTION)


def _locally(code: str) -> Iterator[_Resumption | CloseWindowsLocally]:
    """Nanyang and Xinyang open their vehicle offices for papers. Zhengzhou waits longest.

    It sees people by appointment before, and closes for some days again.
    """
    if code == ZHENGZHOU:
        yield _by_appointment(_APPOINTMENTS_FROM)
        yield CloseWindowsLocally(
            offices=_PLACES, effective_on=_APPOINTMENTS_CLOSED_FROM, grounds=_CLOSED_AGAIN
        )
        yield _by_appointment(_APPOINTMENTS_AGAIN_FROM)
    if day := _LOCAL.get(code):
        yield OpenWindowsLocally(
            offices=(code,), services=_PAPERS, effective_on=day, grounds=_RESUMPTION
        )
    windows = tuple(
        office.id
        for office in OFFICES.values()
        if office.region_code == code and not office.county_code and DONE_AT[office.kind]
    )
    yield OpenWindowsLocally(
        offices=windows, services=_EVERYTHING, effective_on=_ALL_OPEN, grounds=_RESUMPTION
    )
    yield from _counties(code)


def _by_appointment(day: date) -> OpenWindowsLocally:
    return OpenWindowsLocally(
        offices=_PLACES, services=_BY_APPOINTMENT, effective_on=day, grounds=_APPOINTMENTS
    )


def _counties(code: str) -> Iterator[ReopenCountyOffice]:
    for office in OFFICES.values():
        if office.kind is OfficeKind.COUNTY_OFFICE and office.region_code == code:
            yield ReopenCountyOffice(
                office=office.id,
                services=_EVERYTHING,
                grade=RiskGrade.LOW,
                county_class=2,
                effective_on=_ALL_OPEN,
                grounds=_RESUMPTION,
            )
