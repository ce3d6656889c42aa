"""Commands to a prefecture."""

from typing import Annotated

import msgspec

from domain.message import Command
from domain.plausible import TakesEffect
from domain.prefectures.step import Step
from domain.spelling import AS_OFFICE, RegionCode


class PrefectureCommand(Command, frozen=True, kw_only=True):
    """A request about the windows of a prefecture."""


class ClassifyPrefecture(PrefectureCommand, frozen=True, kw_only=True):
    """Put the prefecture into a class of traffic control."""

    region: RegionCode
    region_class: Annotated[int, msgspec.Meta(ge=1, le=2)]


class SuspendWindows(PrefectureCommand, frozen=True, kw_only=True):
    """Close every window from a day on."""

    effective_on: TakesEffect


class TakeStep(PrefectureCommand, frozen=True, kw_only=True):
    """Open the windows of a step from a day on."""

    step: Step
    effective_on: TakesEffect


class ReopenCountyOffice(PrefectureCommand, frozen=True, kw_only=True):
    """Open the office of a county from a day on."""

    office: Annotated[str, msgspec.Meta(max_length=20), AS_OFFICE]
    effective_on: TakesEffect
