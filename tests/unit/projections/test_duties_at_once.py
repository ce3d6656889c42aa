"""Whose turn it is where nobody reviews an application, until when, and at which step one is."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from api.pages.kit.six_steps import six_steps
from domain.case.booking import Booking
from domain.case.grounds import Hold
from domain.case.overlays.events import HoldSet
from domain.case.reservation.events import NumberConfirmed, ReservationExpired
from domain.case.stage import FINAL, OPEN, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.exam_plans.booking import RankedBooking
from domain.exam_plans.ranking import RankingKey
from domain.offices.plan_kind import PlanKind
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE
from domain.services.service import Service
from projections.tracking import duty_words as words
from projections.tracking.duty import duty_of
from projections.tracking.duty_told import Duty
from projections.tracking.duty_words import DutyKind
from projections.tracking.row import fold
from projections.tracking.standing import standing
from projections.tracking.tone import Tone, tone_of
from tests.unit.case.reserved import DRAWN, HELD, RESERVED, SUBMITTED
from tests.unit.projections.recording import folded

STATION = "410100.ins1"
WAY: dict[Archetype, set[Stage]] = {
    Archetype.RESERVATION: {Stage.CHOOSING_NUMBER, Stage.NUMBER_RESERVED},
    Archetype.APPOINTMENT: {Stage.SUBMITTED, Stage.ACCEPTED},
}
"""The open stages of each way on which nobody reviews."""
OF_PENALTIES: dict[str, set[Stage]] = {
    "violation_handling": {
        Stage.SUBMITTED,
        Stage.FACTS_SHOWN,
        Stage.DISPUTED,
        Stage.DECIDED,
    },
    "fine_payment": {Stage.SUBMITTED, Stage.PAYMENT_PENDING},
}
"""The open stages of each service about a penalty."""
ELSEWHERE = {
    Stage.CHOOSING_NUMBER,
    Stage.NUMBER_RESERVED,
    Stage.FACTS_SHOWN,
    Stage.DISPUTED,
    Stage.DECIDED,
}
"""The stages in which nothing is that is reviewed."""


def duty(*history: CaseEvent) -> Duty | None:
    row = folded(fold, history)
    return duty_of(row.standing, row.asked)


def at(stage: Stage, **more: Any) -> Duty | None:
    return duty_of(standing(replace(Case(), stage=stage, **more)), None)


def test_who_chooses_a_number_hears_until_which_instant() -> None:
    told = duty(SUBMITTED, DRAWN)
    assert told
    assert (told.kind, told.at, told.by) == (DutyKind.CHOOSE_NUMBER, DRAWN.open_until, None)


def test_who_has_a_number_hears_where_to_register_until_which_day_and_what_to_bring() -> None:
    told = duty(*HELD)
    assert told
    assert (told.kind, told.by) == (DutyKind.REGISTER, RESERVED.hold_until)
    assert told.office == "410100"
    assert words.VEHICLE_PAPERS in told.bring


def test_who_cannot_register_because_the_window_is_closed_is_told_not_to_come() -> None:
    told = duty(*HELD, HoldSet(kind=Hold.OFFICE_SUSPENDED))
    assert told
    assert told.what == (words.NUMBER_KEPT,)
    assert (told.rests, told.by) == (Hold.OFFICE_SUSPENDED, None)


def test_whose_number_is_confirmed_or_gone_has_nothing_to_do() -> None:
    assert duty(*HELD, NumberConfirmed(registration=UUID(int=9))) is None
    gone = ReservationExpired(reconsider_by=date(2020, 5, 1), sue_by=date(2020, 9, 1))
    assert duty(*HELD, gone) is None


def test_who_has_a_seat_comes_on_its_day_and_who_waits_for_one_waits() -> None:
    day = date(2020, 3, 9)
    seat = Booking(PlanKind.STATION, STATION, day, "14", 3)
    told = at(Stage.ACCEPTED, appointment=seat)
    assert told
    assert (told.kind, told.by, told.office) == (DutyKind.ATTEND, day, STATION)
    assert at(Stage.ACCEPTED, appointment=replace(seat, number=None)) is None
    assert at(Stage.ACCEPTED, appointment=replace(seat, checked_in=True)) is None


def test_who_has_a_place_in_an_examination_sits_it_and_who_is_ranked_waits() -> None:
    day = date(2020, 3, 20)
    key = RankingKey(datetime(2020, 1, 2, tzinfo=UTC), "0000-0000-0000-Q")
    ranked = RankedBooking(plan=UUID(int=3), exam_on=day, key=key)
    told = at(Stage.ACCEPTED, booking=replace(ranked, placed=True))
    assert told
    assert (told.kind, told.by) == (DutyKind.SIT_EXAM, day)
    assert at(Stage.ACCEPTED, booking=ranked) is None


def test_who_is_shown_the_facts_answers_them_and_waits_once_he_has() -> None:
    told = at(Stage.FACTS_SHOWN)
    assert told
    assert told.kind is DutyKind.ANSWER_FACTS
    assert at(Stage.FACTS_SHOWN, facts_accepted=True) is None
    assert at(Stage.FACTS_SHOWN, heard=True) is None


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_tone_that_says_whether_one_must_act(stage: Stage) -> None:
    assert (tone_of(stage) in (Tone.ACT, Tone.WAIT)) == (stage not in FINAL)


@pytest.mark.parametrize("service", CATALOGUE.values(), ids=list(CATALOGUE))
def test_every_stage_on_the_way_of_a_service_is_one_of_its_steps(service: Service[Any]) -> None:
    of_its_archetype = WAY.get(service.archetype, OPEN - ELSEWHERE)
    stages = OF_PENALTIES.get(service.code, of_its_archetype)
    for stage in {*stages, Stage.COMPLETED}:
        steps = six_steps(replace(Case(), stage=stage), service, "en")
        assert steps, stage
        assert 1 <= steps.at <= len(steps.titles)
    last = six_steps(replace(Case(), stage=Stage.COMPLETED), service, "zh")
    assert last
    assert last.titles[last.at - 1] == "办结"


def test_a_step_of_a_number_stands_in_the_timeline_with_its_day() -> None:
    steps = folded(fold, HELD).steps
    assert [each.event for each in steps] == [
        "CaseSubmitted",
        "PreselectSessionOpened",
        "NumberReserved",
    ]
    assert steps[-1].until == RESERVED.hold_until
