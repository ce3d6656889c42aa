"""The checks of a renewal: its window, and the age of the holder."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from domain.clocks.cycles import Window
from domain.clocks.licence import renewal_window
from domain.periods import age_on
from domain.register.age_limits import age_exchange
from domain.register.licence import LicenceDuty, LicenceRecord
from domain.services.checks.application import in_one_prefecture
from domain.services.checks.check import Check
from domain.services.checks.time import IN_TIME, NOT_TOO_EARLY
from domain.services.choices import ONLINE
from domain.services.given import Given
from domain.titles import Title


def _deferred_until(licence: LicenceRecord) -> date | None:
    """The end of the deferral of this renewal, if one was granted."""
    ends = (
        each.until
        for each in licence.deferrals
        if each.duty is LicenceDuty.RENEWAL and each.base_on == licence.valid_until
    )
    return max(ends, default=None)


def _window(given: Given[Any], licence: LicenceRecord, *, online: bool) -> Window | None:
    if licence.valid_until is None:
        return None
    return renewal_window(
        licence.valid_until,
        judged_on=given.today,
        online=online,
        deferred_until=_deferred_until(licence),
        reliefs=given.reliefs,
    )


def _opened(given: Given[Any]) -> bool | None:
    """A long-term licence never comes to the day on which it could be renewed."""
    if given.licence is None:
        return None
    window = _window(given, given.licence, online=given.facts.channel in ONLINE)
    return window is not None and given.today >= window.first


def _not_closed(given: Given[Any]) -> bool | None:
    """In the last month of all, only the office that issued the licence renews it."""
    if given.licence is None:
        return None
    window = _window(given, given.licence, online=given.facts.channel in ONLINE)
    if window is None or given.today > window.last:
        return window is None
    elsewhere = _window(given, given.licence, online=True)
    issued_here = in_one_prefecture(given.licence.office, given.office)
    return issued_here or elsewhere is None or given.today <= elsewhere.last


def _young_enough(given: Given[Any]) -> bool | None:
    """No class of the licence ends at the age of the holder (139 art. 59)."""
    if given.licence is None or given.born_on is None:
        return None
    age = age_on(given.born_on, given.today)
    return not age_exchange(given.licence.classes, age, given.today).lost


WINDOW_OPEN: Final = replace(NOT_TOO_EARLY, judge=_opened)
WINDOW_NOT_CLOSED: Final = replace(IN_TIME, judge=_not_closed)
BELOW_AGE_LIMIT: Final = Check(
    "C-AGE",
    Title("准驾车型年龄核对", "Age for the classes"),
    "R-OVERAGE",
    Title(
        zh="申请人已达到规定年龄，所持准驾车型中有不得继续驾驶的车型，不能按原准驾车型换证。"
        "请申请超龄换领驾驶证。",
        en="The applicant has reached the age at which a class of the licence ends. Apply for the "
        "exchange on reaching the age limit.",
    ),
    _young_enough,
)
