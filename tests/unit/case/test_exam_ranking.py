"""A booking is ranked, and gets a place or none."""

import dataclasses
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.examination import commands, events
from domain.case.examination.reasons import NotPlacedReason
from domain.case.intake.commands import SubmitCase
from domain.case.stage import Stage
from domain.case.state import Deadline
from domain.clocks.clock import Clock
from domain.exam_plans.events import ExamPlanCancelled, ExamPlanClosed
from domain.exam_plans.ranking import RankingKey
from domain.exam_plans.reason import ExamCancelReason
from domain.message import Event
from domain.people import system
from domain.refusal import NotAsThingsStand
from domain.services.catalogue import EVERY_SERVICE
from tests.unit.case.exam_situations import (
    ASKED_ON,
    CHECKED,
    CHECKER,
    CONFIRMED,
    CONSULTED,
    FACTS,
    IN_RANKING,
    LEARNER,
    PERMIT,
    PLACED,
    PUBLISHED,
    RANKED,
    READY,
    RECORD_BY,
    REFERENCE,
    RESULTS,
    SINCE,
    SUBMITTED,
    decided,
)
from tests.unit.case.given import circumstances, morning


def test_whoever_may_sit_joins_the_ranking_by_the_instant_since_when_he_waits() -> None:
    assert decided(READY, commands.JoinRanking(), CHECKER, ASKED_ON) == (RANKED,)
    state = CASE.fold(IN_RANKING)
    assert state.stage is Stage.ACCEPTED
    assert state.booking
    assert state.booking.key == RankingKey(SINCE, REFERENCE)
    assert state.clock is None


@pytest.mark.parametrize("left_out", range(len(CHECKED)))
def test_a_booking_that_the_register_does_not_bear_out_waits_for_an_officer(left_out: int) -> None:
    kept = [*CHECKED[:left_out], *CHECKED[left_out + 1 :]]
    with pytest.raises(NotAsThingsStand):
        decided([SUBMITTED, CONSULTED, *kept], commands.JoinRanking(), CHECKER, ASKED_ON)


@pytest.mark.parametrize(
    ("plan", "on", "reason"),
    [
        ((), ASKED_ON, NotPlacedReason.NOT_ANNOUNCED),
        (
            (PUBLISHED, ExamPlanCancelled(reason=ExamCancelReason.EPIDEMIC)),
            ASKED_ON,
            NotPlacedReason.NOT_ANNOUNCED,
        ),
        ((PUBLISHED, ExamPlanClosed()), ASKED_ON, NotPlacedReason.BOOKINGS_ENDED),
    ],
)
def test_a_booking_for_an_examination_that_takes_none_gets_no_place(
    plan: tuple[Event, ...], on: date, reason: NotPlacedReason
) -> None:
    (event,) = decided(READY, commands.JoinRanking(), CHECKER, on, plan)
    assert isinstance(event, events.ExamBookingNotPlaced)
    assert event.reason is reason
    assert CASE.fold([*READY, event]).stage is Stage.LAPSED


def learnt(last: RankingKey | None) -> tuple[Event, ...]:
    told = commands.LearnRanking(
        last_since=last.since if last else None, last_serial=last.serial if last else None
    )
    return decided(IN_RANKING, told, system("reactor"), RESULTS)


def test_whoever_is_not_behind_the_last_one_has_a_place_and_all_others_have_none() -> None:
    mine = RankingKey(SINCE, REFERENCE)
    assert learnt(mine) == (CONFIRMED,)
    assert CASE.fold(PLACED).deadline == Deadline(Clock.EXAM_RECORD, RECORD_BY)
    assert learnt(RankingKey(SINCE + timedelta(days=1), "0")) == (CONFIRMED,)
    for last in (RankingKey(SINCE, "0000"), RankingKey(SINCE - timedelta(days=1), "Z"), None):
        (event,) = learnt(last)
        assert isinstance(event, events.ExamBookingNotPlaced)
        assert event.reason is NotPlacedReason.FULL


def test_a_place_is_given_once_however_often_the_ranking_is_told() -> None:
    told = commands.LearnRanking()
    assert decided(PLACED, told, system("reactor"), RESULTS) == ()


def test_nobody_is_asked_for_a_correction_of_what_goes_by_rank_and_the_permit_is_named() -> None:
    submit = SubmitCase(
        office="410300",
        reference=REFERENCE,
        facts=FACTS,
        key_id=UUID(int=3),
        sealed={},
        claim=UUID(int=4),
        id_no_index=b"0123456789abcdef",
        permit=PERMIT,
    )
    at = dataclasses.replace(circumstances(morning(ASKED_ON), LEARNER), catalogue=EVERY_SERVICE)
    (event,) = CASE.decide(CASE.initial, submit, at).events
    assert event == SUBMITTED
    assert CASE.timer
    assert CASE.timer(CASE.fold([event])) is None
