"""Who decides about windows, for which day and on which paper."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypedDict
from uuid import UUID

from msgspec.structs import asdict

from domain.circumstances import Circumstances
from domain.offices.tree import HEADQUARTERS, REGIONS, detachment_of
from domain.people import Role
from domain.plausible import within
from domain.prefectures import commands
from domain.prefectures.grounds import Grounds
from domain.prefectures.refusals import (
    EffectiveInThePast,
    NotTheDetachment,
    OtherPrefecture,
    PersonNamed,
    RegionUnknown,
)
from domain.prefectures.state import Prefecture, stream_of

_OF_A_PERSON: Final = re.compile(r"\d(?:[ -]?\d){10}")
"""Eleven digits are a telephone number, and eighteen an identity card."""

_REGIONS: Final[Mapping[UUID, str]] = {stream_of(code): code for code in REGIONS}


class DecisionPaper(TypedDict):
    """The fields that every decision carries."""

    body: str
    decided_on: date
    planned_end: date | None


def paper(
    command: commands.ClassifyPrefecture
    | commands.SuspendWindows
    | commands.TakeStep
    | commands.TakeStepBack
    | commands.ListThirdStepServices
    | commands.OpenWindowsLocally
    | commands.CloseWindowsLocally
    | commands.ReopenCountyOffice
    | commands.CloseCountyOffice,
    effective_on: date,
    at: Circumstances,
) -> DecisionPaper:
    """The body is the office of whoever decides, and nothing ends before it takes effect."""
    if command.planned_end is not None:
        within("planned_end", command.planned_end, effective_on, date.max)
    _names_nobody(command.grounds)
    return DecisionPaper(
        body=at.by.office or HEADQUARTERS,
        decided_on=command.decided_on or at.today,
        planned_end=command.planned_end,
    )


def of_the_detachment(current: Prefecture, at: Circumstances) -> None:
    """The detachment of the city decides. What the headquarters decide, their rows say."""
    region = region_decided(current, at)
    detachment = detachment_of(region)
    if at.by.role is not Role.HQ and at.by.office != detachment:
        raise NotTheDetachment(region=region, body=detachment)


def region_decided(current: Prefecture, at: Circumstances) -> str:
    """The prefecture, by its stream before anything was decided. Nobody decides for another."""
    region = current.region or _REGIONS.get(at.stream, "")
    if not region:
        raise RegionUnknown(region=region)
    return region


def of_the_city(current: Prefecture, at: Circumstances) -> None:
    """A transfer opens and closes no window, so the vehicle office decides it too."""
    ours = {current.region, detachment_of(current.region)}
    if at.by.role is not Role.HQ and at.by.office not in ours:
        raise OtherPrefecture(region=current.region)


def not_over(effective_on: date, at: Circumstances) -> None:
    """Raises :class:`EffectiveInThePast` for a day that is over."""
    if effective_on < at.today:
        raise EffectiveInThePast(earliest=at.today)


def _names_nobody(grounds: Grounds | None) -> None:
    for name, told in asdict(grounds).items() if grounds else ():
        if _OF_A_PERSON.search(told):
            raise PersonNamed(pointer=f"/grounds/{name}")
