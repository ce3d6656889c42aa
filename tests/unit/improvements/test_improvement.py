"""A prefecture enters what is wanting, gives it a day, moves the day for a reason, closes it."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.improvements import commands, events
from domain.improvements.area import ImprovementArea
from domain.improvements.decisions import CLOCK
from domain.improvements.improvement import IMPROVEMENT
from domain.improvements.refusals import (
    ImprovementDuePast,
    ImprovementNamesSomebody,
    ImprovementOfTheDetachment,
    ImprovementResponsibleElsewhere,
)
from domain.improvements.state import ImprovementStage
from domain.message import Command, Event, PassDeadline
from domain.people import Actor, Role, system
from domain.refusal import NotAsThingsStand, NotAtThisStage
from domain.services.catalogue import CATALOGUE
from domain.timer import Timer

NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
STREAM = UUID(int=1)
DUE = date(2020, 3, 13)
MIDNIGHT = datetime(2020, 3, 13, 16, tzinfo=UTC)
DETACHMENT = Actor(Role.SUPERVISOR, "head", "410300-det")
ENTER = commands.EnterImprovement(
    region="410300",
    area=ImprovementArea.TELEPHONE,
    problem="上午九时至十时咨询电话无人接听较多",
    action="增加一名接线人员，九时前到岗",
    responsible="410300",
    due_on=DUE,
)
ENTERED = events.ImprovementEntered(
    region="410300",
    area=ImprovementArea.TELEPHONE,
    problem=ENTER.problem,
    action=ENTER.action,
    responsible="410300",
    due_on=DUE,
    body="410300-det",
)
OVERDUE = events.ImprovementOverdue(due_on=DUE)
MOVED = events.ImprovementDueMoved(
    due_before=DUE, due_on=date(2020, 3, 20), reason="话机尚未到货", body="410300-det"
)
MOVE = commands.MoveImprovementDue(due_on=date(2020, 3, 20), reason="话机尚未到货")
CLOSE = commands.CloseImprovement(learned="排班应当与来电高峰一致")
CLOSED = events.ImprovementClosed(
    closed_on=date(2020, 3, 2), late=False, learned=CLOSE.learned, body="410300-det"
)
PASS = PassDeadline(clock=CLOCK)


def told(
    command: Command, *history: Event, by: Actor = DETACHMENT, now: datetime = NOW
) -> tuple[Event, ...]:
    at = Circumstances(now, by, STREAM, CATALOGUE, Calendar())
    return IMPROVEMENT.decide(IMPROVEMENT.fold(history), command, at).events


def running(*history: Event) -> Timer | None:
    assert IMPROVEMENT.timer is not None
    state = IMPROVEMENT.fold(history)
    assert IMPROVEMENT.timer(IMPROVEMENT.timed(state)) == IMPROVEMENT.timer(state)
    return IMPROVEMENT.timer(state)


@pytest.mark.requirement("R16")
def test_a_problem_is_entered_moved_and_closed_with_what_was_learned() -> None:
    assert told(ENTER) == (ENTERED,)
    assert told(MOVE, ENTERED) == (MOVED,)
    assert told(CLOSE, ENTERED) == (CLOSED,)
    state = IMPROVEMENT.fold([ENTERED, MOVED, CLOSED])
    assert state.stage is ImprovementStage.CLOSED
    assert (state.due_on, state.learned) == (date(2020, 3, 20), CLOSE.learned)
    assert [(each.due_before, each.reason) for each in state.moved] == [(DUE, "话机尚未到货")]
    with pytest.raises(NotAtThisStage):
        told(MOVE, ENTERED, CLOSED)


def test_it_is_overdue_when_its_last_day_has_passed_and_once() -> None:
    """The day after the last one begins at 16:00 UTC, in the zone of the office."""
    assert running(ENTERED) == Timer(CLOCK, MIDNIGHT)
    assert told(PASS, ENTERED, by=system("deadlines"), now=MIDNIGHT) == (OVERDUE,)
    early = MIDNIGHT.replace(hour=15, minute=59)
    with pytest.raises(NotAsThingsStand):
        told(PASS, ENTERED, by=system("deadlines"), now=early)
    with pytest.raises(NotAtThisStage):
        told(PASS, ENTERED, OVERDUE, by=system("deadlines"), now=MIDNIGHT)
    assert running(ENTERED, OVERDUE) is None
    assert running(ENTERED, CLOSED) is None


def test_a_moved_day_runs_anew_also_after_the_first_one_has_passed() -> None:
    again = IMPROVEMENT.fold([ENTERED, OVERDUE, MOVED])
    assert again.stage is ImprovementStage.OPEN
    assert running(ENTERED, OVERDUE, MOVED) == Timer(CLOCK, datetime(2020, 3, 20, 16, tzinfo=UTC))
    assert told(replace(MOVE, due_on=DUE), ENTERED) == ()


def test_what_is_closed_after_its_last_day_is_late_before_the_timer_has_said_so() -> None:
    (closed,) = told(CLOSE, ENTERED, now=MIDNIGHT)
    assert isinstance(closed, events.ImprovementClosed)
    assert closed.late
    (in_time,) = told(CLOSE, ENTERED, now=MIDNIGHT.replace(hour=15))
    assert isinstance(in_time, events.ImprovementClosed)
    assert not in_time.late


def test_the_detachment_of_the_city_and_the_headquarters_keep_the_register() -> None:
    (by_headquarters,) = told(ENTER, by=Actor(Role.HQ, "hq", "41"))
    assert by_headquarters == replace(ENTERED, body="41")
    for other in ("410300", "410100-det"):
        leader = Actor(Role.SUPERVISOR, "leader", other)
        with pytest.raises(ImprovementOfTheDetachment):
            told(ENTER, by=leader)
        with pytest.raises(ImprovementOfTheDetachment):
            told(CLOSE, ENTERED, by=leader)


def test_another_city_puts_nothing_right_and_no_day_is_over_already() -> None:
    for elsewhere in ("410100", "nowhere"):
        with pytest.raises(ImprovementResponsibleElsewhere):
            told(replace(ENTER, responsible=elsewhere))
    with pytest.raises(ImprovementDuePast) as refused:
        told(replace(ENTER, due_on=date(2020, 3, 1)))
    assert refused.value.earliest == date(2020, 3, 2)
    with pytest.raises(ImprovementDuePast):
        told(replace(MOVE, due_on=date(2020, 3, 1)), ENTERED)


@pytest.mark.parametrize(
    "number", ["13912345678", "0371 6573 1234", "41010519491231002X", "138-1234-5678"]
)
def test_no_number_of_a_person_is_stored(number: str) -> None:
    said = f"群众反映（{number}）无人答复"
    with pytest.raises(ImprovementNamesSomebody) as refused:
        told(replace(ENTER, problem=said))
    assert refused.value.fields == ["problem"]
    for command in (replace(MOVE, reason=said), replace(CLOSE, learned=said)):
        with pytest.raises(ImprovementNamesSomebody):
            told(command, ENTERED)


def test_days_amounts_and_document_numbers_may_stand_in_it() -> None:
    said = "2020-02-23 至 2020-03-01 积压 1234 件，见豫公交管〔2020〕15号"
    assert told(replace(ENTER, problem=said)) == (replace(ENTERED, problem=said),)
