"""What begins, comes back or is added with a licence, and with a learner's permit (Order 139).

These names and fields are stored for ever.
"""

from datetime import date, datetime
from typing import TypeAlias

from domain.identifiers.licence_classes import LicenceClass
from domain.register.change import Change


class LearnerAdmitted(Change, frozen=True, kw_only=True):
    """Somebody may be examined for a class, until the last day of his learner's permit.

    He is the :class:`Registrant`.
    """

    office: str
    wanted: LicenceClass
    issued_on: date
    valid_until: date


class ExamPlaceGivenUp(Change, frozen=True, kw_only=True):
    """A learner has given up a place in an examination for reasons of his own, and waits anew."""

    given_up_at: datetime


class LicenceGranted(Change, frozen=True, kw_only=True):
    """The :class:`Registrant` gets a licence in the place of a military or a foreign one."""

    office: str
    classes: tuple[LicenceClass, ...]
    issued_on: date
    years: int


class OfficeChanged(Change, frozen=True, kw_only=True):
    """Another office keeps the licence from now on, and has made it anew (139 art. 58)."""

    office: str
    changed_on: date


class RightRestored(Change, frozen=True, kw_only=True):
    """The holder of a licence that was cancelled may drive again (139 art. 77)."""

    restored_on: date


class BusDriverQualified(Change, frozen=True, kw_only=True):
    """The holder may drive school buses."""

    qualified_on: date


class FullPointsEducated(Change, frozen=True, kw_only=True):
    """The holder, who had twelve points, has studied and passed the examination (RTSR art. 24)."""

    passed_on: date


class PointsScored(Change, frozen=True, kw_only=True):
    """The holder gets so many points for a violation that was decided on this day (RTSL art. 24).

    They belong to the cycle in which it was decided.
    """

    scored_on: date
    points: int


LicenceChange: TypeAlias = (
    LearnerAdmitted
    | ExamPlaceGivenUp
    | LicenceGranted
    | OfficeChanged
    | RightRestored
    | BusDriverQualified
    | FullPointsEducated
    | PointsScored
)
