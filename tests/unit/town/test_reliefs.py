"""The town announces the reliefs of the article, and has people on record whom they concern."""

from datetime import date

import pytest

from cheguan.town.holders import holders
from cheguan.town.reliefs import announcements
from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.grace import CANCELLING
from domain.clocks.plates import reserved_until
from domain.clocks.relief import Suspension
from domain.learner_permits.commands import EnterLearnerPermit
from domain.licences.commands import EnterLicence
from domain.reliefs.kind import ReliefBody, ReliefMode

ANNOUNCED = [each.command for each in announcements()]
NAMED = {clock for command in ANNOUNCED for clock in command.clocks}


@pytest.mark.requirement("R31")
@pytest.mark.requirement("R32")
@pytest.mark.requirement("R33")
@pytest.mark.requirement("R34")
def test_the_article_names_no_days_so_each_relief_is_open_from_the_first_response_on() -> None:
    assert {Clock.LIC_RENEW, Clock.LIC_REVIEW, Clock.LIC_MEDICAL} <= NAMED
    assert CANCELLING <= NAMED
    assert {Clock.PRESELECT_HOLD, Clock.LEARNER_PERMIT} <= NAMED
    for command in ANNOUNCED:
        assert command.mode is ReliefMode.SUSPEND
        assert (command.first, command.last) == (date(2020, 1, 25), None)
        assert (command.regions, command.body) == ((), ReliefBody.HEADQUARTERS)


@pytest.mark.requirement("R33")
def test_a_number_that_lapsed_while_windows_were_closed_is_reserved_still() -> None:
    (relief,) = (each for each in ANNOUNCED if Clock.PRESELECT_HOLD in each.clocks)
    suspended = Suspension(frozenset(relief.clocks), relief.first, relief.last)
    reserved_on = date(2020, 1, 20)
    assert reserved_until(reserved_on, 15, Calendar()) == date(2020, 2, 18)
    assert reserved_until(reserved_on, 15, Calendar(), [suspended]) is None


def test_what_the_article_does_not_name_is_not_announced() -> None:
    assert Clock.INSP_DUE not in NAMED
    assert Clock.TEMP_PLATE_REISSUE not in NAMED


def test_the_same_seed_has_the_same_people_on_record() -> None:
    drawn = [*holders(7, 400)]
    assert drawn == [*holders(7, 400)]
    assert drawn != [*holders(8, 400)]
    assert len({holder.stream for holder in drawn}) == len(drawn) == 40
    assert {type(holder.command) for holder in drawn} == {EnterLicence, EnterLearnerPermit}
