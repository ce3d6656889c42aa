"""Commands to a prefecture."""

from typing import Annotated

import msgspec

from domain.message import Command
from domain.offices.transfer_reason import TransferReason
from domain.plausible import DecidedOn, PlannedEnd, TakesEffect, TakesEffectOrToday
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.step import Step
from domain.spelling import AS_OFFICE, OfficeId, RegionCode

ControlClass = Annotated[int, msgspec.Meta(ge=1, le=2)]
County = Annotated[str, msgspec.Meta(max_length=20), AS_OFFICE]
Offices = Annotated[
    tuple[Annotated[str, msgspec.Meta(max_length=40)], ...],
    msgspec.Meta(min_length=1, max_length=60),
]
Services = Annotated[
    tuple[Annotated[str, msgspec.Meta(max_length=40)], ...],
    msgspec.Meta(min_length=1, max_length=60),
]


class PrefectureCommand(Command, frozen=True, kw_only=True):
    """A request about the windows of a prefecture.

    A decision that was taken on paper before it is entered says so in ``decided_on``.
    """


class ClassifyPrefecture(PrefectureCommand, frozen=True, kw_only=True):
    """Put the prefecture into a class of traffic control."""

    region: RegionCode
    region_class: ControlClass
    effective_on: TakesEffectOrToday = None
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None
    grounds: Grounds | None = None


class SuspendWindows(PrefectureCommand, frozen=True, kw_only=True):
    """Close every window from a day on."""

    effective_on: TakesEffect
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None
    grounds: Grounds | None = None


class TakeStep(PrefectureCommand, frozen=True, kw_only=True):
    """Open the windows of a step from a day on."""

    step: Step
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None


class TakeStepBack(PrefectureCommand, frozen=True, kw_only=True):
    """Go back to an earlier step from a day on."""

    step: Step
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None


class ListThirdStepServices(PrefectureCommand, frozen=True, kw_only=True):
    """Say which services the third step opens here."""

    services: Services
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None


class OpenWindowsLocally(PrefectureCommand, frozen=True, kw_only=True):
    """Open offices of a class-one prefecture for the services that are named."""

    offices: Offices
    services: Services
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None


class CloseWindowsLocally(PrefectureCommand, frozen=True, kw_only=True):
    """Close offices of a class-one prefecture again."""

    offices: Offices
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None


class ReopenCountyOffice(PrefectureCommand, frozen=True, kw_only=True):
    """Open the office of a county from a day on, for the services that are named."""

    office: County
    services: Services
    grade: RiskGrade
    county_class: ControlClass
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None


class TransferCasework(PrefectureCommand, frozen=True, kw_only=True):
    """Let another office go on with every case that an office has in hand now."""

    from_office: OfficeId
    to_office: OfficeId
    reason: TransferReason


class CloseCountyOffice(PrefectureCommand, frozen=True, kw_only=True):
    """Close the office of a county from a day on."""

    office: County
    grade: RiskGrade
    county_class: ControlClass
    effective_on: TakesEffect
    grounds: Grounds
    decided_on: DecidedOn = None
    planned_end: PlannedEnd = None
