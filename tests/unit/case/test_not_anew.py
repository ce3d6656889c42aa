"""A case that has let go what it held does not begin anew: the number or the place is not there."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.remedies.commands import ReopenCase
from domain.case.remedies.reasons import ReopeningCause
from domain.case.remedies.refusals import NoLongerHeld
from domain.case.reservation import commands
from domain.case.reservation.reasons import ReservationMismatch
from domain.case.stage import DECIDED, Stage
from domain.case.state import Case
from domain.services.archetype import Archetype
from domain.services.catalogue import EVERY_SERVICE
from tests.unit.case import situations as s
from tests.unit.case.given import circumstances, given, morning
from tests.unit.case.reserved import DAY, HELD, OVER, RESERVED, decided

REOPEN = ReopenCase(cause=ReopeningCause.OWN_CORRECTION)
HOLDING = [
    code
    for code, service in EVERY_SERVICE.items()
    if service.archetype in (Archetype.RESERVATION, Archetype.APPOINTMENT)
]


def test_a_number_that_has_lapsed_is_not_given_back_by_reopening() -> None:
    day = RESERVED.hold_until + timedelta(1)
    lapsed = decided(OVER, *HELD, on=day)
    refused = given(*HELD, *lapsed.events).when(REOPEN, by=s.LEADER, on=day)
    refused.then_refused(NoLongerHeld)


def test_nor_is_one_that_was_voided() -> None:
    void = commands.VoidReservation(reason=ReservationMismatch.NAME)
    voided = decided(void, *HELD, by=s.REVIEWER)
    refused = given(*HELD, *voided.events).when(REOPEN, by=s.LEADER, on=DAY)
    refused.then_refused(NoLongerHeld)


@pytest.mark.parametrize("code", HOLDING)
@pytest.mark.parametrize("stage", sorted(DECIDED))
def test_no_number_seat_or_examination_begins_anew_at_any_end(code: str, stage: Stage) -> None:
    ended = replace(Case(), service=code, stage=stage)
    with pytest.raises(NoLongerHeld) as refused:
        CASE.decide(ended, REOPEN, circumstances(morning(DAY), s.LEADER))
    assert refused.value.service == code
    assert ReopenCase not in CASE.possible(ended)


@pytest.mark.parametrize("stage", sorted(DECIDED))
def test_what_was_reviewed_begins_anew(stage: Stage) -> None:
    assert ReopenCase in CASE.possible(replace(Case(), service="plate_reissue", stage=stage))
