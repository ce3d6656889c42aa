"""Decisions on single offices: local openings in class one, and the offices of the counties."""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.offices.business import DONE_AT
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.prefectures import commands, events
from domain.prefectures.deciders import not_over, paper
from domain.prefectures.refusals import CountyOfficeUnknown, WindowsUnknown
from domain.prefectures.state import Prefecture
from domain.prefectures.step import TrafficClass
from domain.prefectures.step_decisions import must_be_known, must_be_of_class


def open_windows_locally(
    current: Prefecture, command: commands.OpenWindowsLocally, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """In class one everything stays closed but what is named: these offices, these services."""
    _may_decide_on_windows(current, command, at)
    must_be_known(command.services, at)
    return [
        events.WindowsOpenedLocally(
            offices=command.offices,
            services=tuple(dict.fromkeys(command.services)),
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def close_windows_locally(
    current: Prefecture, command: commands.CloseWindowsLocally, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    _may_decide_on_windows(current, command, at)
    return [
        events.WindowsClosedLocally(
            offices=command.offices,
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def reopen_county_office(
    current: Prefecture, command: commands.ReopenCountyOffice, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """The prefecture decides by grade and class of the county, and the county does not."""
    _may_decide_on_county(current, command, at)
    must_be_known(command.services, at)
    return [
        events.CountyOfficeReopened(
            office=command.office,
            services=tuple(dict.fromkeys(command.services)),
            grade=command.grade,
            county_class=command.county_class,
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def close_county_office(
    current: Prefecture, command: commands.CloseCountyOffice, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    _may_decide_on_county(current, command, at)
    return [
        events.CountyOfficeClosed(
            office=command.office,
            grade=command.grade,
            county_class=command.county_class,
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


def _may_decide_on_windows(
    current: Prefecture,
    command: commands.OpenWindowsLocally | commands.CloseWindowsLocally,
    at: Circumstances,
) -> None:
    not_over(command.effective_on, at)
    must_be_of_class(TrafficClass.ONE, current, command.effective_on)
    choices = [
        office.id
        for office in OFFICES.values()
        if office.region_code == current.region and not office.county_code and DONE_AT[office.kind]
    ]
    if unknown := [office for office in command.offices if office not in choices]:
        raise WindowsUnknown(offices=unknown, choices=choices)


def _may_decide_on_county(
    current: Prefecture,
    command: commands.ReopenCountyOffice | commands.CloseCountyOffice,
    at: Circumstances,
) -> None:
    not_over(command.effective_on, at)
    choices = [
        office.id
        for office in OFFICES.values()
        if office.kind is OfficeKind.COUNTY_OFFICE and office.region_code == current.region
    ]
    if command.office not in choices:
        raise CountyOfficeUnknown(office=command.office, choices=choices)
