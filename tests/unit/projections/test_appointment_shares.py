"""The no-show rate: of the appointments that were kept or missed, how many were missed."""

from datetime import timedelta

from domain.calendar import local_day
from domain.case.overlays.commands import WithdrawCase
from projections.throughput.contribution import contribution
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.fold import fold
from projections.throughput.lines import Line
from projections.throughput.measures import APPOINTMENT_KEPT, APPOINTMENT_MISSED
from tests.kit.life import MORNING, Life, recorded
from tests.unit.projections.appointments import booked, kept, missed

SHARES = {APPOINTMENT_KEPT, APPOINTMENT_MISSED}


def counted(life: Life) -> dict[tuple[int, str], int]:
    """What is counted of the case, by the days since its submission."""
    row = fold(None, recorded([life]))
    assert row
    return {
        ((key[0] - local_day(MORNING)) // timedelta(days=1), key[-1]): value
        for key, value in contribution(row).items()
        if key[-1] in SHARES
    }


def test_who_came_counts_on_that_day_and_who_did_not_when_it_is_over() -> None:
    assert counted(kept()) == {(7, APPOINTMENT_KEPT): 1}
    assert counted(missed()) == {(8, APPOINTMENT_MISSED): 1}


def test_what_is_cancelled_or_still_to_come_counts_nowhere() -> None:
    life = booked()
    assert counted(life) == {}
    assert counted(life.does(life.citizen, WithdrawCase())) == {}


def test_the_rate_is_of_all_that_were_kept_or_missed() -> None:
    line = Line({})
    line.counts.update({APPOINTMENT_KEPT: 3, APPOINTMENT_MISSED: 1})
    rate = OF_A_PERIOD["noshow_rate"]
    assert rate.of(line) == 0.25
    assert rate.of(Line({})) is None
