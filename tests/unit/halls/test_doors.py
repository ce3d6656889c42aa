"""People are told before they come whether the doors of a hall stand open, and if not, why."""

import pytest

from domain.hall_measures.precautions import Precautions
from domain.halls.choices import HallArea, HallClosing, StaffDuty
from domain.halls.doors import Doors, DoorsWhy, doors
from domain.halls.events import HallClosed
from tests.kit.halls import BEGUN, CHECKED, DISINFECTED, OPENED, STAFF_CHECKED, hall

ALL, NONE = Precautions(), Precautions(checks_before_opening=False)
AREAS = tuple(HallArea)


@pytest.mark.requirement("R21")
@pytest.mark.requirement("R22")
def test_a_hall_that_was_not_checked_says_what_is_missing() -> None:
    found = doors(hall(), AREAS, ALL)
    assert found == Doors(False, DoorsWhy.CHECKS_MISSING, tuple(StaffDuty), AREAS)
    found = doors(hall(BEGUN, *DISINFECTED, *STAFF_CHECKED[1:]), AREAS, ALL)
    assert found == Doors(False, DoorsWhy.CHECKS_MISSING, (StaffDuty.HALL_STAFF,), ())


def test_a_hall_whose_checks_stand_has_not_been_opened_yet() -> None:
    assert doors(hall(*CHECKED), AREAS, ALL) == Doors(False, DoorsWhy.NOT_OPENED)
    assert doors(hall(), AREAS, NONE) == Doors(False, DoorsWhy.NOT_OPENED)


def test_a_hall_is_open_until_somebody_closes_it() -> None:
    assert doors(hall(*OPENED), AREAS, ALL) == Doors(True, DoorsWhy.OPEN)
    closed = hall(*OPENED, HallClosed(reason=HallClosing.HYGIENE))
    assert doors(closed, AREAS, ALL) == Doors(False, DoorsWhy.CLOSED)
