"""Events about a prefecture. These names and fields are stored for ever.

A decision takes effect at the beginning of its day ``effective_on``, which is an
office-local day, without anyone doing anything on that day. ``body`` is the office that decided,
``decided_on`` the day on which it did. ``planned_end`` tells people how long it may last, and
nothing follows from it. ``services`` are codes of services or of their groups.
"""

from datetime import date

from domain.message import Event
from domain.offices.transfer_reason import TransferReason
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.step import Step


class PrefectureEvent(Event, frozen=True, kw_only=True):
    """Something that was decided about the windows of a prefecture."""


class PrefectureClassified(PrefectureEvent, frozen=True, kw_only=True):
    """Its class was decided: 1 or 2. ``region`` is the GB/T 2260 code of the prefecture."""

    region: str
    region_class: int
    effective_on: date | None = None
    body: str = ""
    decided_on: date | None = None
    planned_end: date | None = None
    grounds: Grounds | None = None


class WindowsSuspended(PrefectureEvent, frozen=True, kw_only=True):
    """Every window of the prefecture closes, and those of its counties too.

    ``region`` stands in it where nothing was decided before.
    """

    effective_on: date
    body: str = ""
    decided_on: date | None = None
    planned_end: date | None = None
    grounds: Grounds | None = None
    region: str = ""


class StepTaken(PrefectureEvent, frozen=True, kw_only=True):
    step: Step
    effective_on: date
    body: str = ""
    decided_on: date | None = None
    planned_end: date | None = None
    grounds: Grounds | None = None


class StepTakenBack(PrefectureEvent, frozen=True, kw_only=True):
    """The windows go back to an earlier step."""

    step: Step
    effective_on: date
    body: str
    decided_on: date
    grounds: Grounds
    planned_end: date | None = None


class ThirdStepServicesListed(PrefectureEvent, frozen=True, kw_only=True):
    """What the third step opens in this prefecture. The list replaces an earlier one."""

    services: tuple[str, ...]
    effective_on: date
    body: str
    decided_on: date
    grounds: Grounds
    planned_end: date | None = None


class WindowsOpenedLocally(PrefectureEvent, frozen=True, kw_only=True):
    """A prefecture of class one opens these offices for these services, and for no others."""

    offices: tuple[str, ...]
    services: tuple[str, ...]
    effective_on: date
    body: str
    decided_on: date
    grounds: Grounds
    planned_end: date | None = None


class WindowsClosedLocally(PrefectureEvent, frozen=True, kw_only=True):
    """A prefecture of class one closes offices that it had opened."""

    offices: tuple[str, ...]
    effective_on: date
    body: str
    decided_on: date
    grounds: Grounds
    planned_end: date | None = None


class CountyOfficeReopened(PrefectureEvent, frozen=True, kw_only=True):
    """The prefecture has opened the office of one of its counties.

    It serves what is listed, and everything if nothing is. ``grade`` and ``county_class`` are
    those of the county, by which the prefecture decided.
    """

    office: str
    effective_on: date
    services: tuple[str, ...] = ()
    grade: RiskGrade | None = None
    county_class: int | None = None
    body: str = ""
    decided_on: date | None = None
    planned_end: date | None = None
    grounds: Grounds | None = None


class CountyOfficeClosed(PrefectureEvent, frozen=True, kw_only=True):
    """The prefecture has closed the office of one of its counties."""

    office: str
    effective_on: date
    grade: RiskGrade
    county_class: int
    body: str
    decided_on: date
    grounds: Grounds
    planned_end: date | None = None


class CaseworkTransferred(PrefectureEvent, frozen=True, kw_only=True):
    """Another office goes on with every case that an office of the prefecture has in hand."""

    region: str
    from_office: str
    to_office: str
    reason: TransferReason
    body: str


class DecisionsTookEffect(PrefectureEvent, frozen=True, kw_only=True):
    """The day of these decisions has begun, so whatever waits for a window follows them.

    It is no decision itself. ``decisions`` are their ids.
    """

    region: str
    effective_on: date
    decisions: tuple[str, ...]
