"""A prefecture switches off what its halls keep beyond the announcement."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.hall_measures import commands, events
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.precautions import Precautions
from domain.hall_measures.refusals import MeasuresOfTheDetachment, MeasuresOfThePast
from domain.hall_measures.state import HallMeasures, measures_named, measures_of
from domain.message import Event
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE

NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
NEXT_WEEK = date(2020, 3, 9)
DETACHMENT = Actor(Role.SUPERVISOR, "head", "410300-det")
REASON = "本市各县（市、区）均为低风险"
OFF = commands.DecideHallMeasures(
    effective_on=NEXT_WEEK,
    staff_temperature=False,
    checks_before_opening=False,
    limited_hall=True,
    reason=REASON,
)
DECIDED = events.HallMeasuresDecided(
    region="410300",
    effective_on=NEXT_WEEK,
    staff_temperature=False,
    checks_before_opening=False,
    limited_hall=True,
    body="410300-det",
    reason=REASON,
)


def told(
    command: commands.DecideHallMeasures,
    *history: Event,
    by: Actor = DETACHMENT,
    stream: UUID | None = None,
) -> tuple[Event, ...]:
    at = Circumstances(NOW, by, stream or measures_of("410300"), CATALOGUE, Calendar())
    return HALL_MEASURES.decide(HALL_MEASURES.fold(history), command, at).events


def test_the_detachment_decides_from_a_day_on() -> None:
    assert told(OFF) == (DECIDED,)
    assert told(OFF, DECIDED) == ()
    after = HALL_MEASURES.fold([DECIDED])
    assert after.on(date(2020, 3, 8)) == Precautions()
    assert not after.on(NEXT_WEEK).checks_before_opening
    assert after.on(NEXT_WEEK).limited_hall


def test_all_of_it_is_kept_where_nothing_was_decided() -> None:
    kept = HallMeasures().on(NEXT_WEEK)
    kept_all = (kept.staff_temperature, kept.checks_before_opening, kept.limited_hall)
    assert kept_all == (True, True, True)


def test_nobody_else_decides_and_for_no_day_that_is_over() -> None:
    (by_headquarters,) = told(OFF, by=Actor(Role.HQ, "headquarters"))
    assert isinstance(by_headquarters, events.HallMeasuresDecided)
    assert by_headquarters.body == "41"
    with pytest.raises(MeasuresOfTheDetachment):
        told(OFF, by=Actor(Role.SUPERVISOR, "leader", "410300"))
    with pytest.raises(MeasuresOfTheDetachment):
        told(OFF, stream=measures_named("nowhere"))
    past = commands.DecideHallMeasures(
        effective_on=date(2020, 3, 1),
        staff_temperature=True,
        checks_before_opening=True,
        limited_hall=True,
        reason=REASON,
    )
    with pytest.raises(MeasuresOfThePast) as refused:
        told(past)
    assert refused.value.earliest == date(2020, 3, 2)
