"""Events about a prefecture. These names and fields are stored for ever.

A decision takes effect at the beginning of its day ``effective_on``, which is an
office-local day, without anyone doing anything on that day.
"""

from datetime import date

from domain.message import Event
from domain.prefectures.step import Step


class PrefectureEvent(Event, frozen=True, kw_only=True):
    """Something that was decided about the windows of a prefecture."""


class PrefectureClassified(PrefectureEvent, frozen=True, kw_only=True):
    """Its class was decided: 1 or 2. ``region`` is the GB/T 2260 code of the prefecture."""

    region: str
    region_class: int


class WindowsSuspended(PrefectureEvent, frozen=True, kw_only=True):
    """Every window of the prefecture closes, and those of its counties too."""

    effective_on: date


class StepTaken(PrefectureEvent, frozen=True, kw_only=True):
    step: Step
    effective_on: date


class CountyOfficeReopened(PrefectureEvent, frozen=True, kw_only=True):
    """The prefecture has opened the office of one of its counties."""

    office: str
    effective_on: date
