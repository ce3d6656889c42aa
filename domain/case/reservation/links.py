"""What a case that chooses a number asks of the number, of the ban, and of the only choice."""

from collections.abc import Iterable

from domain.aggregate import Link
from domain.bans.ban import BAN
from domain.bans.commands import ImposeBan
from domain.bans.state import BanGround
from domain.case.choosing import Choosing
from domain.case.stage import FINAL, Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import ReleaseClaim, TakeClaim
from domain.claims.kind import ClaimKind
from domain.numbers.commands import OfferNumber, ReleaseReservation, ReserveNumber
from domain.numbers.number import NUMBER

_GROUNDS = {
    Stage.LAPSED: BanGround.RESERVATION_EXPIRED,
    Stage.REFUSED: BanGround.RESERVATION_VOIDED,
}


def choice_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """The number is reserved in the same instant as the case says so, or neither is."""
    choosing = after.choosing
    if choosing is None:
        return
    was = before.choosing
    if choosing.batch and (was is None or choosing.batch > was.batch):
        yield from _offers(choosing, at)
    if after.stage is Stage.NUMBER_RESERVED and before.stage is not after.stage:
        yield from _reservation(was, choosing, after, at)
    if before.stage is Stage.NUMBER_RESERVED and after.stage in FINAL - {Stage.COMPLETED}:
        yield from _end(choosing, after, at)


def _offers(choosing: Choosing, at: Circumstances) -> Iterable[Link]:
    assert choosing.offered_until is not None
    for number in choosing.offered:
        offer = OfferNumber(
            case=at.stream,
            prefix=choosing.prefix,
            plate_kind=choosing.plate_kind,
            until=choosing.offered_until,
        )
        yield Link(NUMBER, number, offer, fresh=True)


def _reservation(
    was: Choosing | None, choosing: Choosing, after: Case, at: Circumstances
) -> Iterable[Link]:
    assert choosing.number is not None
    assert after.vehicle is not None
    reserve = ReserveNumber(
        case=at.stream,
        prefix=choosing.prefix,
        plate_kind=choosing.plate_kind,
        vehicle=after.vehicle,
        owner=choosing.owner,
    )
    yield Link(NUMBER, choosing.number, reserve, fresh=was is None)
    if choosing.once:
        take = TakeClaim(kind=ClaimKind.NUMBER_CHOICE, case=at.stream)
        yield Link(CLAIM, choosing.once, take, fresh=True)


def _end(choosing: Choosing, after: Case, at: Circumstances) -> Iterable[Link]:
    """Nobody is barred for what somebody else may have chosen in his name (ADR 52)."""
    assert choosing.number is not None
    release = ReleaseReservation(
        case=at.stream, prefix=choosing.prefix, plate_kind=choosing.plate_kind
    )
    yield Link(NUMBER, choosing.number, release)
    if choosing.once:
        give = ReleaseClaim(kind=ClaimKind.NUMBER_CHOICE, case=at.stream)
        yield Link(CLAIM, choosing.once, give)
    ground = _GROUNDS.get(after.stage)
    if ground and after.applicant_proven:
        impose = ImposeBan(
            case=at.stream,
            ground=ground,
            office=after.office,
            id_no_index=after.id_no_index,
        )
        yield Link(BAN, choosing.ban, impose, fresh=True)
