"""Which cases a closed window holds, once the decision that closed it was followed."""

from datetime import date

from domain.case.booking import Booking
from domain.case.grounds import Hold
from domain.case.stage import OPEN
from domain.case.state import Case
from domain.case.window import window_of
from domain.offices.tree import OFFICES
from domain.prefectures.state import Prefecture, names_a_decision
from domain.prefectures.windows import closing
from domain.services.catalogue import CATALOGUE


def cancelled_where_closed(case: Case, booking: Booking, prefecture: Prefecture) -> None:
    """An appointment is not held, because it is for a day. It does not outlast the closing."""
    assert Hold.OFFICE_SUSPENDED not in case.holds or not any(
        names_a_decision(basis) for basis in case.bases[Hold.OFFICE_SUSPENDED]
    )
    business, place = CATALOGUE[case.service].business, OFFICES[booking.place]
    if case.stage in OPEN and booking.comes:
        assert closing(prefecture, place, business, booking.on) is None


def held_by_its_window(case: Case, prefecture: Prefecture, day: date) -> None:
    """A decision holds exactly who needs a window that it closed.

    Whatever comes to need one later looks for itself. Windows of other prefectures are open.
    """
    if case.appointment:
        cancelled_where_closed(case, case.appointment, prefecture)
        return
    window = OFFICES.get(window_of(case) or "")
    ours = window is not None and window.region_code == prefecture.region
    business = CATALOGUE[case.service].business if case.service else None
    by = closing(prefecture, window, business, day) if window and business and ours else None
    bases = case.bases.get(Hold.OFFICE_SUSPENDED, ())
    decisions = {each for each in bases if names_a_decision(each)}
    assert len(decisions) == (by is not None)
    assert by is None or decisions <= by.since
