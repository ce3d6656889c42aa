"""The window that a case needs, and who decides whether it is open."""

from collections.abc import Iterable
from typing import Final

from domain.aggregate import Ref
from domain.case.grounds import Hold
from domain.case.stage import OPEN, Stage
from domain.case.state import Case
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.tree import OFFICES, prefecture_of
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import prefecture_of_window
from domain.services.catalogue import EVERY_SERVICE
from domain.services.facts import AtCounter

_TO_COLLECT: Final = OPEN - {Stage.DELIVERED}


def window_of(current: Case) -> str | None:
    """The office at whose window the case is to be handled or handed out next.

    A number that is reserved is used at a registration. Whoever was promised a pick-up needs the
    counter from the beginning, and whoever has a seat the place. The green channel needs no open
    window.
    """
    if current.green or current.stage not in OPEN:
        return None
    if current.appointment is not None:
        return current.appointment.place if current.appointment.comes else None
    if current.stage is Stage.ON_SITE_REQUIRED:
        return on_site_window(current.office, EVERY_SERVICE[current.service].window)
    if current.stage is Stage.NUMBER_RESERVED:
        return on_site_window(current.office, WindowGroup.REGISTRATION)
    if isinstance(current.delivery, AtCounter) and current.stage in _TO_COLLECT:
        return current.delivery.office
    return None


def on_site_window(office: str, group: WindowGroup) -> str:
    """Where whoever must come is seen: at the office of the case, if it has a window for that.

    A network centre has none, so people come to the vehicle office of its prefecture.
    """
    return office if has_window(office, group) else prefecture_of(office)


def has_window(office: str, group: WindowGroup) -> bool:
    """Whether such business is done at the office at all, open or closed."""
    return office in OFFICES and group in DONE_AT[OFFICES[office].kind]


def waits_for_an_outlet(current: Case) -> bool:
    """Whether the document was to be collected at an outlet that has closed since.

    Who is called to a window first may be held by that one, whatever outlet he has chosen.
    """
    if not isinstance(current.delivery, AtCounter) or Hold.OFFICE_SUSPENDED not in current.holds:
        return False
    called = current.stage is Stage.ON_SITE_REQUIRED
    return not called or current.delivery.office == current.office


def prefecture_deciding(current: Case) -> Iterable[Ref[Prefecture]]:
    """The prefecture that decides about the window that the case needs."""
    window = window_of(current)
    return () if window is None else prefecture_of_window(window)
