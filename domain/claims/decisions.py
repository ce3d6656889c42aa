"""Who may hold a claim, and for how long a postal item number rests."""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.claims.commands import ReleaseClaim, TakeClaim
from domain.claims.events import ClaimEvent, ClaimReleased, ClaimTaken
from domain.claims.kind import ClaimKind
from domain.claims.refusals import (
    DuplicateOpenCase,
    ItemNumberUsed,
    RecordMovedOn,
    VehicleHasChosen,
)
from domain.claims.state import Claim
from domain.clocks.post import rests_until


def take(current: Claim, command: TakeClaim, at: Circumstances) -> Sequence[ClaimEvent]:
    if command.kind == ClaimKind.OPEN_CASE and current.holder not in (None, command.case):
        raise DuplicateOpenCase(case=current.holder)
    if command.kind == ClaimKind.NUMBER_CHOICE and current.holder not in (None, command.case):
        raise VehicleHasChosen
    if (
        command.kind == ClaimKind.POSTAL_ITEM
        and current.taken_on
        and at.today < rests_until(current.taken_on, judged_on=at.today)
    ):
        raise ItemNumberUsed
    if command.kind == ClaimKind.REGISTER_RECORD:
        return _record(current, command, at)
    return [
        ClaimTaken(kind=command.kind, case=command.case, taken_on=at.today, parcel=command.parcel)
    ]


def _record(current: Claim, command: TakeClaim, at: Circumstances) -> Sequence[ClaimEvent]:
    """An outcome rests on the record as it is, and not on what it was before another one."""
    moved = current.holder != command.case and current.taken_at
    if moved and command.answered_at and command.answered_at < moved:
        raise RecordMovedOn
    return [ClaimTaken(kind=command.kind, case=command.case, taken_on=at.today, taken_at=at.now)]


def release(current: Claim, command: ReleaseClaim, at: Circumstances) -> Sequence[ClaimEvent]:
    """Releases the claim. Nothing happens if another holds it."""
    if current.holder != command.case:
        return []
    return [ClaimReleased(kind=command.kind, case=command.case)]
