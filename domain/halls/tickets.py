"""Whoever waits has a ticket, and is called to a counter in his order."""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.halls import commands, events
from domain.halls.refusals import GroupNotDoneHere, NobodyWaits, TicketNotCalled
from domain.halls.state import Hall
from domain.offices.business import DONE_AT
from domain.offices.tree import OFFICES


def issue(
    current: Hall, command: commands.IssueTicket, at: Circumstances
) -> Sequence[events.HallEvent]:
    done = DONE_AT[OFFICES[current.office].kind]
    if command.group not in done:
        raise GroupNotDoneHere(group=command.group, choices=sorted(done))
    return [events.TicketIssued(ticket=current.next_ticket(command.group), group=command.group)]


def call(
    current: Hall, command: commands.CallTicket, at: Circumstances
) -> Sequence[events.HallEvent]:
    """Whoever stands at the counter is done when the next one is called."""
    group = command.group
    waiting = [each for each in current.waiting if group in {None, each.group}]
    if not waiting:
        raise NobodyWaits
    before = [each for each in current.tickets if each.counter == command.counter]
    return [
        *(events.TicketServed(ticket=each.ticket) for each in before),
        events.TicketCalled(ticket=waiting[0].ticket, counter=command.counter),
    ]


def finish(
    current: Hall, command: commands.FinishTicket, at: Circumstances
) -> Sequence[events.HallEvent]:
    if not any(e.ticket == command.ticket and e.counter is not None for e in current.tickets):
        raise TicketNotCalled(ticket=command.ticket)
    if command.served:
        return [events.TicketServed(ticket=command.ticket)]
    return [events.TicketMissed(ticket=command.ticket)]
