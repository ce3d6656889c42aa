"""An examination is announced in time, its bookings end by themselves, and its site cancels it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar, start_of_day
from domain.circumstances import Circumstances
from domain.exam_plans import commands, events, refusals
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankingKey
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.state import ExamPlanStage, exam_plan_name, exam_plan_named
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Command, Event, PassDeadline
from domain.people import Actor, Role, system
from domain.prefectures.events import PrefectureClassified, WindowsSuspended
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from domain.services.catalogue import CATALOGUE
from domain.timer import Timer

SITE, DAY, NOW = "410100.exs1", date(2020, 3, 20), datetime(2020, 3, 2, 1, tzinfo=UTC)
SLOT = ExamSlot(SITE, DAY, ExamSession.MORNING, ExamSubject.TWO, LicenceClass.C1)
NAME = exam_plan_name(SLOT)
STREAM = exam_plan_named(NAME)
PUBLISH = commands.PublishExamPlan(
    site=SITE,
    exam_on=DAY,
    session=ExamSession.MORNING,
    subject=ExamSubject.TWO,
    exam_class=LicenceClass.C1,
    capacity=2,
)
PUBLISHED = events.ExamPlanPublished(
    site=SITE,
    exam_on=DAY,
    session=ExamSession.MORNING,
    subject=ExamSubject.TWO,
    exam_class=LicenceClass.C1,
    capacity=2,
    results_on=date(2020, 3, 17),
)
CLOSED = events.ExamPlanClosed()
LEADER = Actor(Role.SUPERVISOR, "leader", "410100")
RANKER = system("ranker")
ENDS = start_of_day(date(2020, 3, 17))
PASS = PassDeadline(clock="EXAM_RESULT")
CANCEL = commands.CancelExamPlan(reason=ExamCancelReason.EPIDEMIC)


def told(
    command: Command,
    history: Sequence[Event] = (),
    now: datetime = NOW,
    by: Actor = LEADER,
    stream: UUID = STREAM,
    prefecture: Sequence[Event] = (),
) -> tuple[Event, ...]:
    seen = {stream_of("410100"): PREFECTURE.fold(prefecture)}
    at = Circumstances(now, by, stream, CATALOGUE, Calendar(), seen)
    return EXAM_PLAN.decide(EXAM_PLAN.fold(history), command, at).events


def test_an_examination_is_announced_with_the_day_of_its_results() -> None:
    """Three working days before Friday the 20th is Tuesday the 17th."""
    assert told(PUBLISH) == (PUBLISHED,)
    with pytest.raises(NotAtThisStage):
        told(PUBLISH, [PUBLISHED])


def test_an_examination_whose_bookings_would_have_ended_already_is_not_announced() -> None:
    """Ten days before the first working day after the long holiday its results are due already."""
    eve = datetime(2020, 1, 22, 1, tzinfo=UTC)
    days = [date(2020, 2, 3), date(2020, 2, 4), date(2020, 2, 5)]
    for day in days[:2]:
        with pytest.raises(refusals.ExamPlanTooLate) as refused:
            told(replace(PUBLISH, exam_on=day), now=eve, stream=named(day))
        assert refused.value.earliest == days[2]
    (announced,) = told(replace(PUBLISH, exam_on=days[2]), now=eve, stream=named(days[2]))
    assert isinstance(announced, events.ExamPlanPublished)
    assert announced.results_on == date(2020, 1, 23)


def named(day: date) -> UUID:
    return exam_plan_named(exam_plan_name(SLOT._replace(exam_on=day)))


def test_it_is_announced_ten_days_before_and_no_later() -> None:
    latest = datetime(2020, 3, 10, 1, tzinfo=UTC)
    assert told(PUBLISH, now=latest)
    with pytest.raises(refusals.ExamPlanTooLate) as refused:
        told(PUBLISH, now=latest + timedelta(days=1))
    assert refused.value.earliest == date(2020, 3, 21)


def test_the_address_names_the_examination_of_the_body() -> None:
    with pytest.raises(refusals.ExamPlanAddressDiffers) as refused:
        told(PUBLISH, stream=UUID(int=1))
    assert refused.value.plan == NAME
    assert exam_plan_named(f" {NAME.upper()}") == STREAM


def test_no_examination_is_announced_for_a_site_that_is_closed() -> None:
    closed = [
        PrefectureClassified(region="410100", region_class=1),
        WindowsSuspended(effective_on=date(2020, 1, 24)),
    ]
    with pytest.raises(refusals.ExamSiteClosed):
        told(PUBLISH, prefecture=closed)


@pytest.mark.parametrize("site", ["410100", "410100.ins1", "nowhere"])
def test_examinations_are_held_at_examination_sites(site: str) -> None:
    with pytest.raises(refusals.NoExamSite) as refused:
        told(replace(PUBLISH, site=site))
    assert refused.value.choices == [SITE]


def test_another_office_neither_announces_nor_cancels_it() -> None:
    stranger = replace(LEADER, office="410200")
    with pytest.raises(refusals.ExamSiteOfOthers):
        told(PUBLISH, by=stranger)
    with pytest.raises(refusals.ExamSiteOfOthers):
        told(CANCEL, [PUBLISHED], by=stranger)
    assert told(CANCEL, [PUBLISHED], by=Actor(Role.HQ, "hq", "41"))


@pytest.mark.parametrize("role", [Role.APPLICANT, Role.CLERK, Role.AUDITOR])
def test_only_duty_leaders_and_headquarters_announce_it(role: Role) -> None:
    with pytest.raises(NotPermitted):
        told(PUBLISH, by=Actor(role, "who", "410100"))


def test_bookings_end_by_themselves_when_the_day_of_the_results_begins() -> None:
    state = EXAM_PLAN.fold([PUBLISHED])
    assert EXAM_PLAN.timer
    assert EXAM_PLAN.timer(state) == Timer("EXAM_RESULT", ENDS)
    keeper = system("timekeeper")
    assert told(PASS, [PUBLISHED], ENDS, keeper) == (CLOSED,)
    with pytest.raises(NotAsThingsStand):
        told(PASS, [PUBLISHED], ENDS - timedelta(seconds=1), keeper)
    assert EXAM_PLAN.timer(EXAM_PLAN.fold([PUBLISHED, CLOSED])) is None


def test_the_ranking_is_fixed_once_and_only_after_the_bookings_have_ended() -> None:
    fix = commands.FixExamRanking(applicants=3, placed=2, last_since=NOW, last_serial="D0500001")
    fixed = told(fix, [PUBLISHED, CLOSED], ENDS, RANKER)
    state = EXAM_PLAN.fold([PUBLISHED, CLOSED, *fixed])
    assert state.stage is ExamPlanStage.RANKED
    assert (state.applicants, state.placed) == (3, 2)
    assert state.last == RankingKey(NOW, "D0500001")
    for history in ([PUBLISHED], [PUBLISHED, CLOSED, *fixed]):
        with pytest.raises(NotAtThisStage):
            told(fix, history, ENDS, RANKER)


def test_a_site_that_fails_cancels_until_the_day_is_over_and_has_no_personal_reasons() -> None:
    cancelled = events.ExamPlanCancelled(reason=ExamCancelReason.EPIDEMIC)
    over = start_of_day(DAY + timedelta(days=1))
    assert told(CANCEL, [PUBLISHED, CLOSED], over - timedelta(seconds=1)) == (cancelled,)
    failed = replace(CANCEL, reason=ExamCancelReason.SITE)
    fixed = told(commands.FixExamRanking(applicants=0, placed=0), [PUBLISHED, CLOSED], ENDS, RANKER)
    ranked = [PUBLISHED, CLOSED, *fixed]
    assert told(failed, ranked, start_of_day(DAY)) == (
        events.ExamPlanCancelled(reason=ExamCancelReason.SITE),
    )
    with pytest.raises(NotAsThingsStand):
        told(CANCEL, ranked, over)
    with pytest.raises(refusals.CancelReasonOfOthers):
        told(replace(CANCEL, reason=ExamCancelReason.OWN), [PUBLISHED])
    state = EXAM_PLAN.fold([PUBLISHED, cancelled])
    assert (state.stage, state.cancelled_for) == (
        ExamPlanStage.CANCELLED,
        ExamCancelReason.EPIDEMIC,
    )


def test_everybody_may_look_at_an_examination() -> None:
    state = EXAM_PLAN.fold([PUBLISHED])
    assert EXAM_PLAN.sees(Actor(Role.APPLICANT, "who"), state, LEADER)
    assert EXAM_PLAN.about(state) == {"plan": NAME}


def test_an_examination_at_a_site_that_has_closed_since_is_not_held() -> None:
    """Its learners could not come, and must not be absent."""
    follow = commands.FollowSiteOpening()
    closed = [
        PrefectureClassified(region="410100", region_class=2),
        WindowsSuspended(effective_on=date(2020, 3, 3)),
    ]
    cancelled = (events.ExamPlanCancelled(reason=ExamCancelReason.EPIDEMIC),)
    by_itself = system("reactor")
    for history in ([PUBLISHED], [PUBLISHED, CLOSED]):
        assert told(follow, history, by=by_itself, prefecture=closed) == cancelled
        assert told(follow, history, by=by_itself) == ()
    day_after = datetime(2020, 3, 21, 1, tzinfo=UTC)
    assert told(follow, [PUBLISHED, CLOSED], day_after, by_itself, prefecture=closed) == ()
    later = [closed[0], WindowsSuspended(effective_on=DAY + timedelta(days=1))]
    assert told(follow, [PUBLISHED], by=by_itself, prefecture=later) == ()
