"""What becomes of a case when a window opens earlier, later, or never."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from cheguan.whatif.case_replay import ToldCase, would_be
from cheguan.whatif.figures import counts_of
from domain.calendar import local_day
from domain.case.delivery.commands import RecordPickup
from domain.case.delivery.events import PickedUp, PickupExpired
from domain.case.intake.events import CaseAccepted, OnSiteVisitRecorded
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.production.commands import SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.review.events import CaseApproved
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.message import Event, PassDeadline
from domain.recorded_event import RecordedEvent
from tests.kit.histories import lives
from tests.kit.life import CLERK, TIMEKEEPER, Life, recorded
from tests.kit.whatif_cases import (
    NEVER,
    WindowLife,
    beijing,
    called_to_the_window,
    ready_to_collect,
    world,
)

MARCH_2 = world("closed 2020-01-31", "open 2020-03-02")
FEBRUARY_24 = world("closed 2020-01-31", "open 2020-02-24")
NOT_AGAIN = world("closed 2020-01-31")
END = beijing(6, 1)


def at(told: ToldCase, kind: type[Event]) -> list[datetime]:
    return [each.at for each in told.history if isinstance(each.event, kind)]


def days(told: ToldCase, kind: type[Event]) -> list[date]:
    return [local_day(each) for each in at(told, kind)]


def only(told: ToldCase, kind: type[Event]) -> Event:
    (found,) = (each.event for each in told.history if isinstance(each.event, kind))
    return found


def by_instant(history: Sequence[RecordedEvent]) -> list[tuple[datetime, str]]:
    return sorted((each.at, repr(each.event)) for each in history)


def came_on_the_fourth() -> WindowLife:
    """Wednesday, two working days after the window had opened."""
    return called_to_the_window(MARCH_2, 1, beijing(3, 4, 15))


def collected(life: WindowLife) -> WindowLife:
    life.does(CLERK, SettleOldDocument(how=OldDocument.RETURNED))
    life.does(CLERK, RecordPickup(id_seen=True, collected_fen=life.state.payable_fen))
    return life


def collected_in_march(follows_after: timedelta) -> WindowLife:
    """The window closes while the plates wait. The service follows each decision a while later."""
    under = world("closed 2020-02-12", "open 2020-03-02")
    life = ready_to_collect(under, 2, beijing(2, 10))
    life.follows(beijing(2, 12, 0) + follows_after).follows(beijing(3, 2, 0) + follows_after)
    return collected(life.to(beijing(3, 5)))


def test_the_same_decisions_give_every_event_at_its_instant() -> None:
    counter = world("closed 2020-02-12", "open 2020-03-02")
    for life, was in (
        (came_on_the_fourth(), MARCH_2),
        (collected_in_march(timedelta(0)), counter),
        (collected_in_march(timedelta(hours=30)), counter),
    ):
        history = life.told(END)
        told = would_be(history, was, was, END)
        assert told.history is not history
        assert by_instant(told.history) == by_instant(history)


def test_what_the_service_did_late_it_does_as_late() -> None:
    life = collected_in_march(timedelta(hours=30))
    was = world("closed 2020-02-12", "open 2020-03-02")
    earlier = world("closed 2020-02-12", "open 2020-02-24")
    told = would_be(life.told(END), was, earlier, END)
    assert at(told, HoldSet) == [beijing(2, 13, 6)]
    assert at(told, HoldReleased) == [beijing(2, 25, 6)]


def test_whoever_is_called_comes_as_long_after_the_opening_as_he_did() -> None:
    history = came_on_the_fourth().told(END)
    told = would_be(history, MARCH_2, FEBRUARY_24, END)
    assert days(told, OnSiteVisitRecorded) == [date(2020, 2, 26)]
    assert (
        at(told, OnSiteVisitRecorded)[0].hour == at(ToldCase(history), OnSiteVisitRecorded)[0].hour
    )
    assert days(told, CaseApproved) == [date(2020, 2, 27)]
    accepted = only(told, CaseAccepted)
    assert isinstance(accepted, CaseAccepted)
    assert (accepted.accepted_on, accepted.decide_by) == (date(2020, 2, 26), date(2020, 3, 18))
    was, would = counts_of(ToldCase(history), END), counts_of(told, END)
    assert (was.held_days - would.held_days, would.held) == (7, 1)


def test_holidays_are_no_days_of_the_office() -> None:
    """From 31 March, the visit falls after 4 to 6 April, which nobody works."""
    later = world("closed 2020-01-31", "open 2020-04-03")
    told = would_be(came_on_the_fourth().told(END), MARCH_2, later, END)
    assert days(told, OnSiteVisitRecorded) == [date(2020, 4, 8)]
    accepted = only(told, CaseAccepted)
    assert isinstance(accepted, CaseAccepted)
    assert accepted.decide_by == date(2020, 4, 28)


def test_a_window_that_never_opens_keeps_the_case_waiting() -> None:
    told = would_be(came_on_the_fourth().told(END), MARCH_2, NOT_AGAIN, END)
    assert at(told, OnSiteVisitRecorded) == []
    found = counts_of(told, END)
    assert (found.held, found.held_days, found.late) == (1, 118, 1)


def test_a_window_that_never_closed_holds_nobody() -> None:
    told = would_be(came_on_the_fourth().told(END), MARCH_2, NEVER, END)
    assert at(told, HoldSet) == []
    assert days(told, OnSiteVisitRecorded) == [date(2020, 2, 6)]


def test_the_pick_up_period_rests_while_the_counter_is_closed() -> None:
    """Nobody came within the month. With the counter closed for ten days he has ten more."""
    life = ready_to_collect(NEVER, 3, beijing(2, 10))
    life.to(beijing(3, 11, 0)).does(TIMEKEEPER, PassDeadline(clock=Clock.PICKUP_HOLD))
    assert life.state.stage is Stage.LAPSED
    would = world("closed 2020-02-17", "open 2020-02-27")
    told = would_be(life.told(END), NEVER, would, END)
    assert days(told, PickupExpired) == [date(2020, 3, 21)]
    (lapsed,) = at(told, PickupExpired)
    assert lapsed == at(ToldCase(life.told(END)), PickupExpired)[0] + timedelta(days=10)
    assert counts_of(told, beijing(3, 15)).late == 1


def test_whoever_would_come_after_his_last_day_finds_nothing() -> None:
    """He came on the last day of the period, which had rested. It would have ended in March."""
    closed = world("closed 2020-02-12", "open 2020-05-06")
    life = ready_to_collect(closed, 4, beijing(2, 10))
    life.follows(beijing(2, 12, 0)).follows(beijing(5, 6, 0))
    history = collected(life.to(beijing(6, 2))).told(beijing(6, 5))
    told = would_be(history, closed, NEVER, beijing(6, 5))
    assert (days(told, PickedUp), days(told, PickupExpired)) == ([], [date(2020, 3, 11)])
    was, would = counts_of(ToldCase(history), beijing(6, 5)), counts_of(told, beijing(6, 5))
    assert (was.late, was.held) == (0, 1)
    assert (would.late, would.held) == (1, 0)


def test_a_case_that_goes_by_post_is_the_same_in_every_world() -> None:
    history = recorded([Life("plate_reissue", 5, beijing(2, 3))])
    for would in (FEBRUARY_24, NOT_AGAIN, NEVER):
        assert would_be(history, MARCH_2, would, END).history is history


def test_every_life_that_the_tests_know_is_told_as_it_was() -> None:
    """Among them are those that lapse, are reopened, change counters, or rest for a relief."""
    again = 0
    for life in lives(60):
        history = recorded([life])
        until = history[-1].at + timedelta(days=400)
        told = would_be(history, NEVER, NEVER, until)
        again += told.history is not history
        assert by_instant(told.history) == by_instant(history)
    assert again > 10
