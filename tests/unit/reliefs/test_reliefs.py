"""The headquarters announce a relief, end it, or put another in its place."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.clocks.relief import Addition, Suspension
from domain.clocks.terms import Days, Months
from domain.message import Event
from domain.offices.tree import PROVINCE
from domain.people import Actor, Role
from domain.refusal import NotAtThisStage, NotPermitted
from domain.reliefs.commands import AnnounceRelief, EndRelief, ReliefCommand
from domain.reliefs.events import ReliefAnnounced, ReliefEnded
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.refusals import (
    ClockNotRelievable,
    ReliefEndsInThePast,
    ReliefIncomplete,
    ReliefRegionUnknown,
    ReliefsOfAnotherProvince,
    ReliefUnknown,
)
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from domain.services.catalogue import CATALOGUE

HQ = Actor(Role.HQ, "headquarters")
TODAY = date(2020, 2, 23)
RENEWAL = (Clock.LIC_CANCEL_RENEW, Clock.LIC_RENEW)
TEXT = "驾驶证换证、审验、提交身体条件证明期限适当延长"


def announced(**changes: Any) -> AnnounceRelief:
    said: dict[str, Any] = {
        "mode": ReliefMode.SUSPEND,
        "clocks": RENEWAL,
        "first": date(2020, 1, 25),
        "body": ReliefBody.HEADQUARTERS,
        "text": TEXT,
    }
    return AnnounceRelief(**{**said, **changes})


def decided(
    command: ReliefCommand, *history: Event, by: Actor = HQ, province: str = PROVINCE
) -> tuple[Event, ...]:
    now = datetime(2020, 2, 23, 2, tzinfo=UTC)
    at = Circumstances(now, by, reliefs_of(province), CATALOGUE, Calendar())
    return RELIEFS.decide(RELIEFS.fold(history), command, at).events


OPEN = decided(announced())
THREE_MONTHS = announced(
    mode=ReliefMode.ADD, first=date(2020, 1, 1), last=date(2020, 6, 30), months=3
)


def test_an_open_suspension_is_announced_and_stands() -> None:
    (event,) = OPEN
    assert isinstance(event, ReliefAnnounced)
    assert (event.relief, event.announced_on, event.last) == ("relief-1", TODAY, None)
    (relief,) = RELIEFS.fold(OPEN).standing
    assert relief.is_open
    assert relief.effect == Suspension(frozenset(RENEWAL), date(2020, 1, 25))


def test_an_addition_is_of_days_or_of_months() -> None:
    (months,) = RELIEFS.fold(decided(THREE_MONTHS)).standing
    first, last = date(2020, 1, 1), date(2020, 6, 30)
    assert months.effect == Addition(frozenset(RENEWAL), first, last, Months(3))
    ten = announced(mode=ReliefMode.ADD, first=first, last=last, days=10)
    (days,) = RELIEFS.fold(decided(ten)).standing
    assert days.effect == Addition(frozenset(RENEWAL), first, last, Days(10))
    assert not days.is_open


def test_an_open_one_is_given_its_end_once() -> None:
    end = EndRelief(relief="relief-1", last=date(2020, 4, 30))
    ended = decided(end, *OPEN)
    assert ended == (ReliefEnded(relief="relief-1", last=date(2020, 4, 30)),)
    (relief,) = RELIEFS.fold([*OPEN, *ended]).standing
    assert relief.last == date(2020, 4, 30)
    with pytest.raises(ReliefUnknown) as refused:
        decided(end, *OPEN, *ended)
    assert refused.value.choices == []


def test_days_that_have_passed_stay_suspended() -> None:
    with pytest.raises(ReliefEndsInThePast) as refused:
        decided(EndRelief(relief="relief-1", last=date(2020, 2, 22)), *OPEN)
    assert refused.value.earliest == TODAY
    later = decided(announced(first=date(2020, 3, 1)))
    with pytest.raises(ReliefEndsInThePast):
        decided(EndRelief(relief="relief-1", last=TODAY), *later)


def test_another_takes_the_place_of_a_wrong_one_and_the_numbers_go_on() -> None:
    right = decided(announced(clocks=(Clock.LIC_REVIEW,), instead_of="relief-1"), *OPEN)
    state = RELIEFS.fold([*OPEN, *right])
    assert [each.relief for each in state.standing] == ["relief-2"]
    assert state.announced == 2
    with pytest.raises(ReliefUnknown) as refused:
        decided(announced(instead_of="relief-1"), *OPEN, *right)
    assert refused.value.choices == ["relief-2"]


def test_a_relief_may_hold_in_some_prefectures_only() -> None:
    state = RELIEFS.fold(decided(announced(regions=("411500", "410100"))))
    assert [each.regions for each in state.standing] == [("410100", "411500")]
    assert state.at_office("410100") == state.at_office("410122") == state.standing
    assert state.at_office("410300") == state.at_office("nowhere") == ()
    with pytest.raises(ReliefRegionUnknown) as refused:
        decided(announced(regions=("419999",)))
    assert refused.value.regions == ["419999"]


def test_a_clock_that_no_relief_reaches_is_named() -> None:
    with pytest.raises(ClockNotRelievable) as refused:
        decided(announced(clocks=(Clock.FINE_DUE, Clock.LIC_RENEW)))
    assert refused.value.clocks == ["FINE_DUE"]
    assert "LIC_RENEW" in refused.value.choices


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"last": date(2020, 1, 24)}, "/last"),
        ({"days": 3}, "/days"),
        ({"months": 3}, "/months"),
        ({"mode": ReliefMode.ADD, "days": 3}, "/last"),
        ({"mode": ReliefMode.ADD, "last": TODAY}, "/months"),
        ({"mode": ReliefMode.ADD, "last": TODAY, "days": 1, "months": 1}, "/months"),
        ({"mode": ReliefMode.ADD, "last": TODAY, "days": 1, "revive": True}, "/revive"),
    ],
)
def test_an_incomplete_relief_is_refused_at_its_field(
    changes: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(ReliefIncomplete) as refused:
        decided(announced(**changes))
    assert refused.value.pointer == pointer


def test_nobody_but_the_headquarters_decides_on_reliefs() -> None:
    leader = Actor(Role.SUPERVISOR, "leader", "410100")
    for command in (announced(), EndRelief(relief="relief-1", last=TODAY)):
        with pytest.raises(NotPermitted):
            decided(command, *OPEN, by=leader)


def test_all_reliefs_stand_in_the_one_stream_of_the_province() -> None:
    with pytest.raises(ReliefsOfAnotherProvince):
        decided(announced(), province="410100")
    with pytest.raises(NotAtThisStage):
        decided(EndRelief(relief="relief-1", last=TODAY))


def test_every_official_sees_them() -> None:
    state = RELIEFS.fold(OPEN)
    assert RELIEFS.sees(Actor(Role.CLERK, "who", "410100"), state, HQ)
    assert not RELIEFS.sees(Actor(Role.APPLICANT, "who"), state, HQ)
