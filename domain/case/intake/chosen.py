"""What an application has chosen, at which its decision looks."""

from collections.abc import Iterable
from typing import Any

from domain.aggregate import Ref
from domain.case.appointment.request import booking_read, seats_read
from domain.case.intake import commands
from domain.case.reservation.session import session_reads
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.prefectures.windows import prefecture_of_window
from domain.services.facts import AtCounter


def chosen(current: Case, command: commands.SubmitCase) -> Iterable[Ref[Any]]:
    """Who decides about the counter, the place or the number that the application names."""
    if command.number:
        yield from session_reads(command.number, command.office)
    yield from booking_read(command.facts)
    match command.facts.delivery:
        case AtCounter(counter):
            yield from prefecture_of_window(counter)


def seats(current: Case, command: commands.SubmitCase, at: Circumstances) -> Iterable[Ref[Any]]:
    """The seats among which it chooses."""
    return seats_read(command.facts, at)
