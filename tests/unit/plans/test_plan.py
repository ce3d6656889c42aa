"""A plan is announced before its day, by the office of the place, and is only added to."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.offices.plan_kind import PlanKind
from domain.people import Actor, Role
from domain.plans import commands, events
from domain.plans.cancel_reason import CancelReason
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.refusals import (
    PeriodUnknown,
    PlaceOfOthers,
    PlaceUnfit,
    PlanAddressDiffers,
    PlanDayOver,
    PlanStands,
    ReleaseTooLate,
    TooManySeats,
)
from domain.plans.state import DayPlan, PlanStage, plan_named, plan_of
from domain.plausible import TimeImplausible
from domain.services.catalogue import CATALOGUE

STATION, ON = "410100.ins1", date(2020, 3, 9)
NOW = datetime(2020, 3, 2, 2, tzinfo=UTC)
FIRST, SECOND = datetime(2020, 3, 2, 1, tzinfo=UTC), datetime(2020, 3, 5, 1, tzinfo=UTC)
STREAM = plan_of(PlanKind.STATION, STATION, ON)
LEADER = Actor(Role.SUPERVISOR, "leader", "410100")
RELEASES = (SeatRelease("14", 2, FIRST), SeatRelease("09", 1, FIRST), SeatRelease("14", 3, SECOND))
PUBLISH = commands.PublishPlan(kind=PlanKind.STATION, place=STATION, on=ON, releases=RELEASES)
PUBLISHED = events.PlanPublished(kind=PlanKind.STATION, place=STATION, on=ON, releases=RELEASES)


def at(
    now: datetime = NOW,
    by: Actor = LEADER,
    stream: UUID = STREAM,
) -> Circumstances:
    return Circumstances(now=now, by=by, stream=stream, catalogue=CATALOGUE, calendar=Calendar())


def test_a_plan_is_published_with_the_instants_at_which_seats_are_given() -> None:
    decided = PLAN.decide(DayPlan(), PUBLISH, at())
    assert decided.events == (PUBLISHED,)
    assert decided.after.stage is PlanStage.OPEN


def test_a_seat_is_given_from_its_instant_on_and_keeps_its_number() -> None:
    plan = PLAN.fold([PUBLISHED])
    assert plan.periods == ("09", "14")
    assert plan.capacity("14") == 5
    assert plan.released("14", FIRST) == (1, 2)
    assert plan.released("14", SECOND) == (1, 2, 3, 4, 5)
    assert plan.next_release("14", FIRST) == SECOND
    assert plan.next_release("14", SECOND) is None
    more = PLAN.evolve(plan, events.SeatsAnnounced(releases=(SeatRelease("14", 1, FIRST),)))
    assert more.released("14", FIRST) == (1, 2, 6)


def test_a_plan_is_found_however_its_name_is_typed() -> None:
    assert plan_named(" Station:410100.INS1:2020-03-09 ") == plan_of(PlanKind.STATION, STATION, ON)


def test_what_was_published_is_not_rewritten() -> None:
    plan = PLAN.fold([PUBLISHED])
    assert PLAN.decide(plan, PUBLISH, at()).events == ()
    with pytest.raises(PlanStands):
        PLAN.decide(plan, replace(PUBLISH, releases=RELEASES[:1]), at())


def test_seats_are_announced_only_of_periods_that_people_can_choose() -> None:
    wrong = (SeatRelease("14", 1, FIRST), SeatRelease("9", 1, FIRST))
    with pytest.raises(PeriodUnknown) as unknown:
        PLAN.decide(DayPlan(), replace(PUBLISH, releases=wrong), at())
    assert (unknown.value.period, unknown.value.choices[0]) == ("9", "09")
    with pytest.raises(PeriodUnknown):
        PLAN.decide(PLAN.fold([PUBLISHED]), commands.AnnounceSeats(releases=wrong), at())


def test_a_period_has_five_hundred_seats_at_most_however_often_some_are_announced() -> None:
    """Whoever books looks at all of them."""
    plan = PLAN.fold([PUBLISHED])
    full = commands.AnnounceSeats(releases=(SeatRelease("14", 495, FIRST),))
    assert PLAN.decide(plan, full, at()).after.capacity("14") == 500
    for releases in ((SeatRelease("14", 496, FIRST),), (SeatRelease("14", 248, FIRST),) * 2):
        with pytest.raises(TooManySeats) as many:
            PLAN.decide(plan, commands.AnnounceSeats(releases=releases), at())
        assert (many.value.period, many.value.left) == ("14", 495)


def test_what_is_wrong_with_a_plan_is_told() -> None:
    with pytest.raises(PlaceUnfit) as unfit:
        PLAN.decide(DayPlan(), replace(PUBLISH, place="410100.st1"), at())
    assert unfit.value.choices == [STATION]
    with pytest.raises(PlanAddressDiffers) as differs:
        PLAN.decide(DayPlan(), replace(PUBLISH, on=date(2020, 3, 10)), at())
    assert differs.value.plan == "station:410100.ins1:2020-03-10"
    with pytest.raises(PlanDayOver):
        PLAN.decide(DayPlan(), PUBLISH, at(datetime(2020, 3, 9, 2, tzinfo=UTC)))
    late = (SeatRelease("14", 1, datetime(2020, 3, 8, 16, tzinfo=UTC)),)
    long_ago = (SeatRelease("14", 1, datetime(1, 1, 1, tzinfo=UTC)),)
    with pytest.raises(TimeImplausible):
        PLAN.decide(DayPlan(), replace(PUBLISH, releases=long_ago), at())
    with pytest.raises(ReleaseTooLate):
        PLAN.decide(DayPlan(), replace(PUBLISH, releases=late), at())


def test_nobody_plans_for_the_places_of_another_office() -> None:
    other = at(by=Actor(Role.SUPERVISOR, "leader", "410300"))
    with pytest.raises(PlaceOfOthers):
        PLAN.decide(DayPlan(), PUBLISH, other)
    with pytest.raises(PlaceOfOthers):
        PLAN.decide(PLAN.fold([PUBLISHED]), commands.ClosePlan(), other)


def test_a_plan_closes_and_reopens() -> None:
    open_plan = PLAN.fold([PUBLISHED])
    closed = PLAN.decide(open_plan, commands.ClosePlan(), at())
    assert closed.events == (events.PlanClosed(),)
    assert PLAN.decide(closed.after, commands.ClosePlan(), at()).events == ()
    assert PLAN.decide(closed.after, commands.ReopenPlan(), at()).events == (events.PlanReopened(),)


def test_a_day_is_cancelled_for_a_reason_until_it_is_over() -> None:
    plan = PLAN.fold([PUBLISHED])
    cancel = commands.CancelPlan(reason=CancelReason.EPIDEMIC, moved_to=date(2020, 3, 23))
    cancelled = PLAN.decide(plan, cancel, at())
    assert cancelled.events == (
        events.PlanCancelled(
            kind=PlanKind.STATION,
            place=STATION,
            on=ON,
            reason=CancelReason.EPIDEMIC,
            moved_to=date(2020, 3, 23),
        ),
    )
    assert cancelled.after.stage is PlanStage.CANCELLED
    assert PLAN.decide(cancelled.after, cancel, at()).events == ()
    with pytest.raises(PlanDayOver):
        PLAN.decide(plan, cancel, at(datetime(2020, 3, 10, 2, tzinfo=UTC)))


def test_nobody_is_moved_to_a_day_before_the_one_that_he_has_booked() -> None:
    plan = PLAN.fold([PUBLISHED])
    for day in (ON, ON - timedelta(days=1)):
        moved = commands.CancelPlan(reason=CancelReason.EPIDEMIC, moved_to=day)
        with pytest.raises(PlanDayOver) as refused:
            PLAN.decide(plan, moved, at())
        assert refused.value.earliest == ON + timedelta(days=1)
    next_day = replace(moved, moved_to=ON + timedelta(days=1))
    assert PLAN.decide(plan, next_day, at()).after.stage is PlanStage.CANCELLED
