"""The checks that the four services share."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from domain.services.checks.application import IDENTITY, TRUE_MATERIAL
from domain.services.checks.check import Check
from domain.services.checks.licence import LICENCE_STATE, PHOTO
from domain.services.given import Given
from domain.services.licence_document.facts import PhotoUse
from domain.services.licence_document.states import Verdicts, state_allows
from domain.titles import Title


def _as_registered(given: Given[Any]) -> bool | None:
    """The person is the holder, and his licence is the one that the register has."""
    if given.licence is None:
        return None
    said = (given.applicant, given.facts.classes, given.facts.valid_until)
    known = (given.licence.holder, given.licence.classes, given.licence.valid_until)
    return said == known and IDENTITY.judge(given)


def _photo(given: Given[Any]) -> bool | None:
    """A photo that came with the application is looked at by a person."""
    return None if given.facts.photo is PhotoUse.NEW else PHOTO.judge(given)


def _in_force(given: Given[Any]) -> bool | None:
    if given.licence is None:
        return None
    return given.licence.valid_until is None or given.today <= given.licence.valid_until


def _true(given: Given[Any]) -> bool | None:
    """Where nothing was uploaded, there is nothing to be false. Uploads are looked at."""
    return None if given.facts.papers else True


HOLDER: Final = replace(IDENTITY, judge=_as_registered)
LICENCE_PHOTO: Final = replace(PHOTO, judge=_photo)
TRUE_PAPERS: Final = replace(TRUE_MATERIAL, judge=_true)
NOT_EXPIRED: Final = Check(
    "C-VALID",
    Title("驾驶证有效期核对", "Licence in force"),
    "R-LICENCE-EXPIRED",
    Title(
        zh="驾驶证有效期已满，不能补领或者换领原证。请申请期满换领驾驶证。",
        en="The licence has expired and cannot be reissued. Apply for its renewal instead.",
    ),
    _in_force,
)


def licence_state(column: Callable[[Verdicts], bool | None]) -> Check:
    """The check of the state, by the column of the service."""
    return replace(LICENCE_STATE, judge=state_allows(column))
