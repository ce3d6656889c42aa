"""What a window service is about: what the form asks, what lies on the counter, who may apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.services.checks.check import Check
from domain.services.choices import Capacity
from domain.services.service import Group, Subject
from domain.services.window.originals import Original
from domain.titles import Title


class FormPart(StrEnum):
    """The fields of the form that only some services have."""

    VEHICLE = "vehicle"
    NEW_VEHICLE = "new_vehicle"
    REGISTRATION = "registration"
    NEW_PLATE = "new_plate"
    MORTGAGEE = "mortgagee"
    INSPECTED_ON = "inspected_on"
    CANCELLED_FOR = "cancelled_for"
    LICENCE = "licence"
    TARGET_CLASSES = "target_classes"
    CLASSES = "classes"
    EXAMINATION = "examination"
    EXAM = "exam"
    REISSUE = "reissue"
    TRAVEL_AREA = "travel_area"
    FIRST_REGISTERED_ON = "first_registered_on"
    ALTERED = "altered"
    CORRECTED = "corrected"
    MOVES_TO = "moves_to"
    WANTED_CLASS = "wanted_class"
    REPORT = "report"
    PENALTY = "penalty"
    STAYS_UNTIL = "stays_until"


class Power(StrEnum):
    """Whose windows may take it in."""

    PREFECTURE = "prefecture"
    PROVINCE = "province"


POWERS: Final[Mapping[Power, Title]] = MappingProxyType(
    {
        Power.PREFECTURE: Title(
            "登记地、核发地或者考试地的窗口",
            "windows of the prefecture of registration, issue or examination",
        ),
        Power.PROVINCE: Title("全省窗口均可办理", "any window in the province"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A kind of thing that an application is about. ``power``: vehicle business stays with the
    office of registration (124 art. 44). ``units``: organisations apply for it too.
    ``first_licence``: it is about the licence that the applicant does not have yet.
    """

    group: Group
    subject: Subject
    parts: frozenset[FormPart] = frozenset()
    originals: tuple[Original, ...] = (Original.IDENTITY,)
    capacities: tuple[Capacity, ...] = (Capacity.OWNER, Capacity.AGENT)
    checks: tuple[Check, ...]
    power: Power = Power.PREFECTURE
    first_licence: bool = False
    units: bool = False
