"""CLAIM: something that one case holds alone."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import LINKED, Aggregate, Decision, Effect
from domain.claims import commands, decisions, events
from domain.claims.state import Claim, ClaimStage
from domain.claims.words import WORDS


def _taken(current: Claim, event: events.ClaimTaken) -> Claim:
    return replace(
        current,
        holder=event.case,
        taken_on=event.taken_on,
        taken_at=event.taken_at,
        vehicle=event.vehicle,
        parcel=event.parcel,
    )


def _released(current: Claim, event: events.ClaimReleased) -> Claim:
    return replace(
        current,
        holder=None,
        vehicle=None,
        parcel=None,
        kept_until=event.kept_until,
        kept_for_index=event.kept_for_index,
    )


CLAIM: Final = Aggregate(
    kind="claim",
    initial=Claim(),
    event=events.ClaimEvent,
    command=commands.ClaimCommand,
    decisions=(
        Decision(commands.TakeClaim, at=set(ClaimStage), by=LINKED, decide=decisions.take),
        Decision(commands.ReleaseClaim, at=set(ClaimStage), by=LINKED, decide=decisions.release),
    ),
    effects=(
        Effect(events.ClaimTaken, to=ClaimStage.HELD, change=_taken),
        Effect(events.ClaimReleased, to=ClaimStage.FREE, change=_released),
    ),
    words=WORDS,
)
