"""The plate number that a case is about to give to a vehicle: no other case gives it meanwhile."""

from collections.abc import Iterable

from domain.aggregate import Link
from domain.case.stage import FINAL, OPEN
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import GiveUpNumber, TakeNumber
from domain.claims.kind import ClaimKind
from domain.claims.state import plate_number


def number_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """It is taken for the vehicle as long as the case is open.

    Once the case has ordered it, the vehicle has it, and lets it go itself.
    """
    by = after.registrant
    if by is None or by.plate_no is None or after.vehicle is None:
        return
    number, kind = plate_number(by.plate_no), ClaimKind.PLATE_NUMBER
    if before.stage not in OPEN and after.stage in OPEN:
        take = TakeNumber(kind=kind, case=at.stream, vehicle=after.vehicle, owner=by.owner)
        yield Link(CLAIM, number, take, fresh=True)
    if before.stage in OPEN and after.stage in FINAL and not (before.ordered or after.ordered):
        give_up = GiveUpNumber(kind=kind, case=at.stream, vehicle=after.vehicle)
        yield Link(CLAIM, number, give_up)
