"""A violation comes on record by two looks, and one case at a time deals with it."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.identifiers.plate import PlateKind
from domain.message import Command, Event
from domain.penalties.events import FinePaid
from domain.people import Actor, Role, system
from domain.reaction import Cause, Consequence
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE
from domain.violations import commands, events
from domain.violations.reasons import DiscardReason
from domain.violations.refusals import DealtWithElsewhere, PointsOffTheScale
from domain.violations.state import ViolationStage, violation_stream
from domain.violations.violation import FINE_PAID, VIOLATION

CASE, OTHER = (UUID(f"0170a3c5-8c00-7000-8000-00000000000{n}") for n in (1, 2))
STREAM, KEY = violation_stream(b"1234567890123456"), UUID(int=7)
HAPPENED = datetime(2020, 1, 17, 0, 30, tzinfo=UTC)
NOW = datetime(2020, 2, 7, 1, tzinfo=UTC)
CLERK = Actor(Role.CLERK, "clerk", "410100")
NUMBER = "4101052002100001"
RECORD = commands.RecordViolation(
    office="410100",
    occurred_at=HAPPENED,
    plate_kind=PlateKind.SMALL_CAR,
    plate_index=b"p" * 16,
    key_id=KEY,
    sealed={"violation": "pii1.x"},
)
RECORDED = events.ViolationRecorded(
    office="410100",
    occurred_at=HAPPENED,
    plate_kind=PlateKind.SMALL_CAR,
    enter_by=date(2020, 2, 7),
    plate_index=b"p" * 16,
    key_id=KEY,
    sealed={"violation": "pii1.x"},
)
ENTERED = events.ViolationEntered(
    officer="clerk", act_code="1344", fine_fen=100_00, points=3, publish_by=date(2020, 2, 12)
)
PUBLISHED = events.ViolationPublished(published_on=date(2020, 2, 7))
SHOWN = events.ViolationFactsShown(case=CASE)
DECIDED = events.ViolationDecided(
    case=CASE, decision_no=NUMBER, decided_on=date(2020, 2, 7), online=True
)
OPEN = (RECORDED, ENTERED, PUBLISHED)
ENTER = commands.EnterViolation(act_code="1344", fine_fen=100_00, points=3)


def after(
    command: Command, *history: Event, by: Actor | None = None, now: datetime = NOW
) -> tuple[Event, ...]:
    """Without an actor the command follows from a case."""
    at = Circumstances(now, by or system("case"), STREAM, CATALOGUE, Calendar())
    return VIOLATION.decide(VIOLATION.fold(history), command, at, linked=by is None).events


def stage(*history: Event) -> ViolationStage:
    return VIOLATION.fold(history).stage


def test_the_police_enter_it_within_ten_working_days_and_publish_it_within_three() -> None:
    assert after(RECORD, by=system("cameras")) == (RECORDED,)
    assert after(ENTER, RECORDED, by=CLERK) == (ENTERED,)
    assert after(commands.PublishViolation(), RECORDED, ENTERED, by=CLERK) == (PUBLISHED,)
    assert stage(*OPEN) is ViolationStage.PUBLISHED


def test_no_program_says_what_a_picture_shows() -> None:
    with pytest.raises(NotPermitted):
        after(ENTER, RECORDED, by=system("cameras"))


def test_a_picture_that_proves_nothing_is_left_out() -> None:
    discard = commands.DiscardViolation(reason=DiscardReason.UNCLEAR)
    (left_out,) = after(discard, RECORDED, by=CLERK)
    assert stage(RECORDED, left_out) is ViolationStage.DISCARDED
    with pytest.raises(NotAtThisStage):
        after(ENTER, RECORDED, left_out, by=CLERK)


def test_points_are_those_of_the_scale_on_the_day_of_the_violation() -> None:
    nine = commands.EnterViolation(act_code="1344", fine_fen=100_00, points=9)
    with pytest.raises(PointsOffTheScale) as refused:
        after(nine, RECORDED, by=CLERK)
    assert refused.value.scale == [0, 1, 2, 3, 6, 12]


def test_one_case_at_a_time_deals_with_it() -> None:
    assert after(commands.ShowViolationFacts(case=CASE), *OPEN) == (SHOWN,)
    assert after(commands.ShowViolationFacts(case=CASE), *OPEN, SHOWN) == ()
    with pytest.raises(DealtWithElsewhere) as refused:
        after(commands.ShowViolationFacts(case=OTHER), *OPEN, SHOWN)
    assert refused.value.case == CASE
    decide = commands.DecideViolation(case=OTHER, decision_no=NUMBER, online=True)
    with pytest.raises(DealtWithElsewhere):
        after(decide, *OPEN, SHOWN)


def test_what_was_not_published_is_shown_to_nobody() -> None:
    with pytest.raises(NotAtThisStage):
        after(commands.ShowViolationFacts(case=CASE), RECORDED, ENTERED)


def test_it_is_decided_once_and_settled_by_the_payment_of_its_decision() -> None:
    decide = commands.DecideViolation(case=CASE, decision_no=NUMBER, online=True)
    assert after(decide, *OPEN, SHOWN) == (DECIDED,)
    with pytest.raises(NotAtThisStage):
        after(decide, *OPEN, SHOWN, DECIDED)
    settle = commands.SettleViolation(decision_no=NUMBER, paid_on=date(2020, 2, 20))
    (settled,) = after(settle, *OPEN, SHOWN, DECIDED, by=system("reactor"))
    assert stage(*OPEN, SHOWN, DECIDED, settled) is ViolationStage.SETTLED


def test_a_case_that_ends_lets_it_go_and_another_deals_with_it() -> None:
    release = commands.ReleaseViolation(case=CASE)
    (released,) = after(release, *OPEN, SHOWN, DECIDED)
    history = (*OPEN, SHOWN, DECIDED, released)
    assert stage(*history) is ViolationStage.PUBLISHED
    assert after(commands.ShowViolationFacts(case=OTHER), *history) != ()
    assert after(release, *history) == ()
    late = commands.SettleViolation(decision_no=NUMBER, paid_on=date(2020, 2, 20))
    assert after(late, *history, by=system("reactor")) == ()


def test_whoever_was_heard_with_success_is_not_punished() -> None:
    (dropped,) = after(commands.DropViolation(case=CASE), *OPEN, SHOWN)
    assert stage(*OPEN, SHOWN, dropped) is ViolationStage.DROPPED


def test_a_paid_fine_settles_the_violation_of_its_decision_and_no_other() -> None:
    paid = FinePaid(
        decision_no=NUMBER,
        fine_fen=100_00,
        additional_fen=0,
        paid_on=date(2020, 2, 20),
        receipt_no="4100000001",
        online=True,
        violation=STREAM,
    )
    settle = commands.SettleViolation(decision_no=NUMBER, paid_on=date(2020, 2, 20))
    assert list(FINE_PAID.then(Cause(UUID(int=1), 3, paid))) == [Consequence(STREAM, settle)]
    on_the_road = FinePaid(
        decision_no=NUMBER,
        fine_fen=100_00,
        additional_fen=0,
        paid_on=date(2020, 2, 20),
        receipt_no="4100000001",
        online=True,
    )
    assert list(FINE_PAID.then(Cause(UUID(int=1), 3, on_the_road))) == []
