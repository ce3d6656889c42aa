"""The plate number that a case is about to give to a vehicle: no other case gives it meanwhile."""

from collections.abc import Iterable

from domain.aggregate import Link
from domain.case.stage import FINAL, OPEN
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.identifiers.plate import PlateKind
from domain.numbers.commands import GiveUpNumber, TakeNumber
from domain.numbers.number import NUMBER
from domain.numbers.prefix import prefix_of
from domain.numbers.state import plate_number
from domain.services.window.facts import WindowFacts


def number_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """It is taken for the vehicle as long as the case is open.

    Once the case has ordered it, the vehicle has it, and lets it go itself.
    """
    by = after.registrant
    if by is None or by.plate_no is None or after.vehicle is None:
        return
    number, prefix, kind = plate_number(by.plate_no), prefix_of(after.office), given_kind(after)
    if before.stage not in OPEN and after.stage in OPEN:
        take = TakeNumber(
            case=at.stream, vehicle=after.vehicle, owner=by.owner, prefix=prefix, plate_kind=kind
        )
        yield Link(NUMBER, number, take, fresh=True)
    if before.stage in OPEN and after.stage in FINAL and not (before.ordered or after.ordered):
        give_up = GiveUpNumber(
            case=at.stream, vehicle=after.vehicle, prefix=prefix, plate_kind=kind
        )
        yield Link(NUMBER, number, give_up)


def given_kind(current: Case) -> PlateKind | None:
    """Of which kind the number is that a window gives."""
    facts = current.facts
    if not isinstance(facts, WindowFacts):
        return None
    if facts.new_plate_kind:
        return facts.new_plate_kind
    return facts.new_vehicle.plate_kind if facts.new_vehicle else None
