"""Whoever waits is called in his order, to one counter."""

import pytest

from domain.halls import commands, events, refusals
from domain.halls.state import WaitingTicket
from domain.message import Event
from domain.offices.business import WindowGroup
from domain.refusal import NotAtThisStage
from tests.kit.halls import CHECKED, OPENED, hall, told

PAPERS, CARS = WindowGroup.REISSUE_REPLACE, WindowGroup.REGISTRATION
A1 = events.TicketIssued(ticket="A001", group=PAPERS)
C1 = events.TicketIssued(ticket="C001", group=CARS)
A2 = events.TicketIssued(ticket="A002", group=PAPERS)
WAITING: list[Event] = [*OPENED, A1, C1, A2]
CALLED = events.TicketCalled(ticket="A001", counter=3)


def test_tickets_are_counted_by_business() -> None:
    assert told(commands.IssueTicket(group=PAPERS), OPENED) == (A1,)
    assert told(commands.IssueTicket(group=CARS), [*OPENED, A1]) == (C1,)
    assert told(commands.IssueTicket(group=PAPERS), [*OPENED, A1, C1]) == (A2,)
    with pytest.raises(NotAtThisStage):
        told(commands.IssueTicket(group=PAPERS), CHECKED)
    with pytest.raises(refusals.GroupNotDoneHere) as refused:
        told(commands.IssueTicket(group=WindowGroup.EXAM), OPENED)
    assert "reissue_replace" in refused.value.choices


def test_whoever_has_waited_longest_is_called_and_the_one_before_is_done() -> None:
    assert told(commands.CallTicket(counter=3), WAITING) == (CALLED,)
    called = [*WAITING, CALLED]
    assert told(commands.CallTicket(counter=3, group=PAPERS), called) == (
        events.TicketServed(ticket="A001"),
        events.TicketCalled(ticket="A002", counter=3),
    )
    assert told(commands.CallTicket(counter=4), called) == (
        events.TicketCalled(ticket="C001", counter=4),
    )


def test_nobody_is_called_who_does_not_wait() -> None:
    with pytest.raises(refusals.NobodyWaits):
        told(commands.CallTicket(counter=3), OPENED)
    with pytest.raises(refusals.NobodyWaits):
        told(commands.CallTicket(counter=3, group=CARS), [*OPENED, A1])


def test_a_ticket_is_served_or_missed_once_it_was_called() -> None:
    served = commands.FinishTicket(ticket="A001", served=True)
    assert told(served, [*WAITING, CALLED]) == (events.TicketServed(ticket="A001"),)
    missed = commands.FinishTicket(ticket="A001", served=False)
    assert told(missed, [*WAITING, CALLED]) == (events.TicketMissed(ticket="A001"),)
    with pytest.raises(refusals.TicketNotCalled):
        told(served, WAITING)
    after = hall(*WAITING, CALLED, events.TicketMissed(ticket="A001"))
    assert after.tickets == (WaitingTicket("C001", CARS), WaitingTicket("A002", PAPERS))
    assert after.next_ticket(PAPERS) == "A003"


def test_a_screen_shows_first_who_was_called_last() -> None:
    second = events.TicketCalled(ticket="C001", counter=4)
    after = hall(*WAITING, CALLED, second)
    assert [(each.ticket, each.counter) for each in after.called] == [("C001", 4), ("A001", 3)]
    assert [each.ticket for each in after.waiting] == ["A002"]
