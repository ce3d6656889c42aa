"""DRAW: the seed from which numbers are drawn in one prefecture on one day (ADR 80)."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.calendar import end_of_day, start_of_day
from domain.circumstances import Circumstances
from domain.draws import commands, events
from domain.draws.commitment import commitment
from domain.draws.refusals import DrawDayOver, DrawNotOver, SeedDoesNotMatch
from domain.draws.state import DayDraw, DrawStage
from domain.draws.words import WORDS
from domain.people import Role

_BY_ITSELF: Final = frozenset({Role.SYSTEM})


def _commit(
    current: DayDraw, command: commands.CommitDraw, at: Circumstances
) -> Sequence[events.DrawEvent]:
    """A commitment that comes after the day has begun holds for what is drawn later."""
    if at.now >= end_of_day(command.day):
        raise DrawDayOver
    return [
        events.DrawCommitted(
            region=command.region,
            day=command.day,
            commitment=command.commitment,
            opens_at=max(start_of_day(command.day), at.now),
            key_id=command.key_id,
            sealed=command.sealed,
        )
    ]


def _reveal(
    current: DayDraw, command: commands.RevealDraw, at: Circumstances
) -> Sequence[events.DrawEvent]:
    """Whoever knew the seed during the day would know what a session is about to be offered."""
    if at.now < (over_at := end_of_day(current.day)):
        raise DrawNotOver(over_at=over_at)
    try:
        seed = bytes.fromhex(command.seed)
    except ValueError:
        raise SeedDoesNotMatch from None
    if commitment(current.region, current.day, seed) != current.commitment:
        raise SeedDoesNotMatch
    return [events.DrawRevealed(region=current.region, day=current.day, seed=seed.hex())]


def _committed(current: DayDraw, event: events.DrawCommitted) -> DayDraw:
    return replace(
        current,
        region=event.region,
        day=event.day,
        commitment=event.commitment,
        opens_at=event.opens_at,
        key_id=event.key_id,
        sealed=event.sealed,
    )


def _revealed(current: DayDraw, event: events.DrawRevealed) -> DayDraw:
    return replace(current, seed=event.seed)


DRAW: Final = Aggregate(
    kind="draw",
    initial=DayDraw(),
    event=events.DrawEvent,
    command=commands.DrawCommand,
    decisions=(
        Decision(commands.CommitDraw, at={DrawStage.NEW}, by=_BY_ITSELF, decide=_commit),
        Decision(commands.RevealDraw, at={DrawStage.COMMITTED}, by=_BY_ITSELF, decide=_reveal),
    ),
    effects=(
        Effect(events.DrawCommitted, to=DrawStage.COMMITTED, change=_committed),
        Effect(events.DrawRevealed, to=DrawStage.REVEALED, change=_revealed),
    ),
    words=WORDS,
    office=lambda current: current.region,
)
