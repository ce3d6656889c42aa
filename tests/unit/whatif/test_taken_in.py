"""Whoever came to an open window comes when it is open, and waits as long as it is closed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import pytest

from cheguan.whatif.case_replay import would_be
from cheguan.whatif.figures import counts_of
from cheguan.whatif.world import World
from domain.case.intake.commands import GreenAtWindow
from domain.case.intake.events import CaseAccepted, CaseSubmitted
from domain.people import Actor, Role
from domain.recorded_event import RecordedEvent
from tests.kit.at_window import GREEN, command, decided
from tests.kit.envelopes import enveloped
from tests.kit.whatif_cases import NEVER, ZHENGZHOU, beijing, world

FRIDAY = beijing(3, 6, 11)
END = beijing(4, 30)
CLOSED_IN_MARCH = world("closed 2020-03-01", "open 2020-03-28")
CLOSED = world("closed 2020-03-01")


def taken_in(at: datetime, green: GreenAtWindow | None = None) -> Sequence[RecordedEvent]:
    """A registration at the vehicle office of Zhengzhou, whose windows nobody has closed."""
    asked = command("reg_new", counter=ZHENGZHOU, home=ZHENGZHOU, green=green)
    by = Actor(Role.SUPERVISOR if green else Role.CLERK, "officer", ZHENGZHOU)
    return [
        RecordedEvent(UUID(int=7), version, version, enveloped(event, at, by))
        for version, event in enumerate(decided(asked, NEVER.seen, by, now=at), start=1)
    ]


def test_he_comes_on_the_first_working_day_on_which_it_is_open() -> None:
    """28 and 29 March are a weekend. The two working days of the office begin on that Monday."""
    told = would_be(taken_in(FRIDAY), NEVER, CLOSED_IN_MARCH, END)
    submitted, accepted = (
        next(each for each in told.history if isinstance(each.event, kind))
        for kind in (CaseSubmitted, CaseAccepted)
    )
    assert submitted.at == accepted.at == beijing(3, 30, 11)
    assert isinstance(submitted.event, CaseSubmitted)
    assert isinstance(accepted.event, CaseAccepted)
    assert submitted.event.submitted_on == accepted.event.accepted_on == date(2020, 3, 30)
    assert accepted.event.decide_by == date(2020, 4, 1)
    as_it_was = [each.event for each in taken_in(FRIDAY)]
    assert date(2020, 3, 10) in [getattr(each, "decide_by", None) for each in as_it_was]


def test_where_it_never_opens_he_waits_outside() -> None:
    told = would_be(taken_in(FRIDAY), NEVER, CLOSED, END)
    assert (told.history, told.waits_since) == ([], FRIDAY)
    found = counts_of(told, END)
    assert (found.held, found.held_days, found.handled, found.late) == (1, 55, 0, 0)


@pytest.mark.parametrize("would", [CLOSED, CLOSED_IN_MARCH, NEVER])
def test_the_green_channel_needs_no_open_window(would: World) -> None:
    history = taken_in(FRIDAY, GREEN)
    told = would_be(history, NEVER, would, END)
    assert [(each.at, each.event) for each in told.history] == [
        (each.at, each.event) for each in history
    ]
