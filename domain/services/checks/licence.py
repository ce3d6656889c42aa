"""Checks of the driving licence that an application is about."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from domain.clocks.clock import Clock
from domain.identifiers.licence_classes import LicenceClass
from domain.register.licence import GONE, LicenceState
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title

HARMLESS: Final = frozenset(
    {
        LicenceState.NORMAL,
        LicenceState.RENEWAL_DEFERRED,
        LicenceState.MEDICAL_DEFERRED,
        LicenceState.REVIEW_DEFERRED,
    }
)
"""States with which everything can be applied for."""


def _state(given: Given[Any]) -> bool | None:
    return given.licence.states <= HARMLESS if given.licence else None


def fit_for(given: Given[Any], classes: Iterable[LicenceClass]) -> bool | None:
    """The certificate on file is six months old at most, and fit for every class (139 art. 57)."""
    if given.licence is None:
        return None
    medical = given.licence.medical
    if medical is None or not given.in_time(Clock.MEDICAL_CERT, medical.issued_on):
        return None
    return medical.fit_for.issuperset(classes)


def _fit(given: Given[Any]) -> bool | None:
    return fit_for(given, given.licence.classes if given.licence else ())


def _photo(given: Given[Any]) -> bool | None:
    """An approved photo is on file. Without one a person looks at the photo of the application."""
    if given.licence is None or given.licence.photo_approved_on is None:
        return None
    fresh = given.due(Clock.PHOTO, given.licence.photo_approved_on) >= given.today
    return True if fresh else None


LICENCE_STATE: Final = Check(
    "C-LSTAT",
    Title("驾驶证状态核对", "Licence state"),
    "R-LICENCE-STATE",
    Title(
        zh="驾驶证当前状态不符合办理条件。请先处理驾驶证的异常状态后再申请。",
        en="The present state of the driving licence does not allow it. Have that state "
        "settled first, then apply again.",
    ),
    _state,
)
MEDICAL: Final = Check(
    "C-MED",
    Title("身体条件核对", "Physical condition"),
    "R-MEDICAL",
    Title(
        zh="身体条件证明显示申请人不符合准驾车型的身体条件。可以申请降低准驾车型，或者重新体检后再申请。",
        en="By the medical certificate the applicant is not fit for the class. Apply for a "
        "lower class, or be examined again.",
    ),
    _fit,
)
PHOTO: Final = Check(
    "C-PHOTO",
    Title("驾驶证照片核对", "Licence photo"),
    "R-PHOTO",
    Title(
        zh="驾驶证照片不符合要求。请按照要求重新提交照片。",
        en="The photo does not meet the rules. Submit another one that does.",
    ),
    _photo,
)


def licence_state(tolerated: Iterable[LicenceState]) -> Check:
    """The check of the state for a service that can be applied for in further states too."""
    allowed = HARMLESS.union(tolerated)

    def judge(given: Given[Any]) -> bool | None:
        return given.licence.states <= allowed if given.licence else None

    return replace(LICENCE_STATE, judge=judge)


STILL_A_LICENCE: Final = licence_state(frozenset(LicenceState) - GONE)
"""For what the holder owes, or may file, in whatever state his licence is."""
