"""Which cases a closed window holds, once the decision that closed it was followed."""

from datetime import date

from domain.case.grounds import Hold
from domain.case.state import Case
from domain.case.window import window_of
from domain.offices.tree import OFFICES
from domain.prefectures.state import Prefecture, names_a_decision
from domain.prefectures.windows import closing
from domain.services.catalogue import CATALOGUE


def held_by_its_window(case: Case, prefecture: Prefecture, day: date) -> None:
    """A decision holds exactly who needs a window that it closed.

    Whatever comes to need one later looks for itself. Windows of other prefectures are open.
    """
    window = OFFICES.get(window_of(case) or "")
    ours = window is not None and window.region_code == prefecture.region
    business = CATALOGUE[case.service].business if case.service else None
    by = closing(prefecture, window, business, day) if window and business and ours else None
    bases = case.bases.get(Hold.OFFICE_SUSPENDED, ())
    decisions = {each for each in bases if names_a_decision(each)}
    assert len(decisions) == (by is not None)
    assert by is None or decisions <= by.since
