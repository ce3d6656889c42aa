"""The checks of a licence photo. Whether it is good, and whose it is, a person sees."""

from typing import Any, Final

from domain.clocks.clock import Clock
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.services.licence_photo_submit.facts import PhotoDefect
from domain.titles import Title


def _none_approved_lately(given: Given[Any]) -> bool | None:
    """No law says so: the platform keeps an approved photo for as long as it may be used."""
    if given.licence is None:
        return None
    approved_on = given.licence.photo_approved_on
    return approved_on is None or given.due(Clock.PHOTO, approved_on) < given.today


NONE_APPROVED_LATELY: Final = Check(
    "C-PHOTO-RECENT",
    Title("照片更换期限核对", "No photo approved lately"),
    "R-PHOTO-RECENT",
    Title(
        zh="六个月内已有审核通过的照片，暂不能更换。请直接使用该照片办理业务，或者期满后再提交。",
        en="A photo was approved within the last six months and is not replaced yet. Use it, or "
        "submit another when the six months are over.",
    ),
    _none_approved_lately,
)
PORTRAIT: Final = Check(
    "C-PORTRAIT",
    Title("照片审核", "Photo"),
    "R-PHOTO",
    Title(
        zh="驾驶证照片不符合要求。请按照要求重新提交照片。",
        en="The photo does not meet the rules. Submit another one that does.",
    ),
    exactly=PhotoDefect,
)
