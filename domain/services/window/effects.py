"""What a window service changes in the register once it is approved."""

from collections.abc import Callable
from datetime import date
from typing import Final, TypeAlias

from domain.calendar import Calendar
from domain.clocks.inspection import validities, validity_on
from domain.clocks.plates import TemporaryUse, temporary_until
from domain.register.changes import (
    AnyChange,
    DocumentReissued,
    InspectionPassed,
    MortgageLifted,
    NeverRegistered,
    OwnershipPassed,
    TemporaryPlateIssued,
    VehicleDeregistered,
    VehicleMortgaged,
    VehicleRegistered,
)
from domain.register.inspection import inspected_as
from domain.register.vehicle_changes import (
    AlterationMade,
    EntryCorrected,
    MovedIn,
    MovedOut,
    PlatesExchanged,
)
from domain.services.blocks.travel_area import TravelArea
from domain.services.window.facts import WindowFacts

Effect: TypeAlias = Callable[[WindowFacts, date], tuple[AnyChange, ...]]
_CALENDAR: Final = Calendar()


def registered(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """The vehicle is entered, with the first end of its inspection (RTSR art. 16)."""
    new = facts.new_vehicle
    if new is None or new.plate_kind is None:
        return ()
    return (
        VehicleRegistered(
            office=facts.counter,
            registered_on=day,
            type=new.type,
            use=new.use,
            seats=new.seats,
            energy=new.energy,
            plate_kind=new.plate_kind,
            made_on=new.made_on,
            inspected_until=next(validities(inspected_as(new.type, new.use), day, judged_on=day)),
            insured_from=new.insured_from,
            insured_until=new.insured_until,
        ),
    )


def moved_in(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """The vehicle is entered as it comes, with the mark that it has by its first registration."""
    new, began = facts.new_vehicle, facts.first_registered_on
    if new is None or new.plate_kind is None or began is None:
        return ()
    group = inspected_as(new.type, new.use)
    return (
        MovedIn(
            office=facts.counter,
            registered_on=began,
            type=new.type,
            use=new.use,
            seats=new.seats,
            energy=new.energy,
            plate_kind=new.plate_kind,
            made_on=new.made_on,
            inspected_until=validity_on(group, began, day, judged_on=day),
            insured_from=new.insured_from,
            insured_until=new.insured_until,
        ),
    )


def moved_out(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (MovedOut(moved_on=day, to=facts.moves_to),) if facts.moves_to else ()


def altered(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    what = facts.alteration
    return (AlterationMade(altered_on=day, alteration=what, use=facts.new_use),) if what else ()


def corrected(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    right = facts.corrected
    if right is None:
        return ()
    return (
        EntryCorrected(
            corrected_on=day,
            use=right.use,
            energy=right.energy,
            seats=right.seats,
            made_on=right.made_on,
        ),
    )


def transferred(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """The vehicle has another owner, who applies, and another number (124 art. 18 and 19)."""
    known = facts.vehicle
    if known is None:
        return ()
    return (OwnershipPassed(passed_on=day, use=known.use, plate_kind=facts.new_plate_kind),)


def exchanged(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """The vehicle has another number of another kind, and its owner stays (124 art. 44)."""
    kind = facts.new_plate_kind
    return (PlatesExchanged(exchanged_on=day, plate_kind=kind),) if kind else ()


def mortgaged(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (VehicleMortgaged(mortgaged_on=day),)


def released(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (MortgageLifted(lifted_on=day),)


def reissued(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (DocumentReissued(service=facts.service),)


def inspected(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """It has passed on the day of its certificate. The register finds the end of the mark."""
    passed = facts.inspected_on
    return (InspectionPassed(inspected_on=passed),) if passed else ()


def deregistered(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    ground = facts.cancelled_for
    return (VehicleDeregistered(deregistered_on=day, ground=ground),) if ground else ()


def temporary_plate(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """A plate for a vehicle that was never registered, which counts to the three (124 art. 46)."""
    new = facts.new_vehicle
    if new is None:
        return ()
    return (
        TemporaryPlateIssued(
            issued_on=day,
            valid_to=plate_ends(facts, day, _CALENDAR),
            counted=True,
            vehicle=NeverRegistered(office=facts.counter, type=new.type, seats=new.seats),
        ),
    )


def entry_plate(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """A plate for a vehicle from abroad. It counts to nothing, and ends with the stay."""
    new = facts.new_vehicle
    if new is None or facts.stays_until is None:
        return ()
    return (
        TemporaryPlateIssued(
            issued_on=day,
            valid_to=facts.stays_until,
            counted=False,
            vehicle=NeverRegistered(office=facts.counter, type=new.type, seats=new.seats),
        ),
    )


def plate_ends(facts: WindowFacts, day: date, calendar: Calendar) -> date:
    """Within the prefecture it is good for 15 days, beyond it for 30 (124 art. 46)."""
    use = TemporaryUse(facts.travel_area or TravelArea.WITHIN)
    return temporary_until(day, use, judged_on=day, calendar=calendar)
