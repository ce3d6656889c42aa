"""When a parcel should have arrived."""

from datetime import date

from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.clocks.post import Reach, expected_by
from domain.offices.tree import prefecture_of
from domain.services.facts import ByPost


def arrives_by(current: Case, at: Circumstances) -> date:
    """The day by which it should be with the citizen if the post has it from today on.

    The code of a prefecture begins the codes of its counties.
    """
    to = current.delivery
    same = isinstance(to, ByPost) and to.region[:4] == prefecture_of(current.office)[:4]
    reach = Reach.CITY if same else Reach.PROVINCE
    return expected_by(at.today, reach, judged_on=at.today, calendar=at.calendar)
