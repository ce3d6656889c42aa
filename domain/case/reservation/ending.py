"""How a reservation ends: with the registration, with its time, or by an officer who voids it."""

from collections.abc import Iterable, Sequence
from typing import Any

from domain.aggregate import Ref
from domain.case.reservation import commands, events
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.numbers.number import NUMBER
from domain.numbers.stage import NumberStage


def confirm(
    current: Case, command: commands.ConfirmNumber, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.NumberConfirmed(registration=command.registration)]


def void(
    current: Case, command: commands.VoidReservation, at: Circumstances
) -> Sequence[CaseEvent]:
    """It is a decision against the owner, so it is written, with its reason and the remedies."""
    return [
        events.ReservationVoided(
            officer=at.by.person,
            reason=command.reason,
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
        )
    ]


def expired(at: Circumstances) -> events.ReservationExpired:
    return events.ReservationExpired(
        reconsider_by=at.due(Clock.RECON_APPLY), sue_by=at.due(Clock.SUIT)
    )


def is_being_issued(current: Case, at: Circumstances) -> bool:
    """Whether the owner stands at a window with it. The row must read :func:`number_read`."""
    number = _number(current)
    return number is not None and number.state(at).stage is NumberStage.LOCKED


def number_read(current: Case) -> Iterable[Ref[Any]]:
    """The number that is reserved, which a window may be about to issue."""
    number = _number(current)
    if number:
        yield number


def _number(current: Case) -> Ref[Any] | None:
    stream = current.choosing and current.choosing.number
    return Ref(NUMBER, stream) if stream else None
