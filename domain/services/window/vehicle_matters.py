"""What the window services of vehicles are about."""

from dataclasses import replace
from typing import Final

from domain.services.checks.application import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.temporary_plates import PLATES_LEFT
from domain.services.checks.vehicle import INSURANCE, TAX, VEHICLE_STATE, VIOLATIONS
from domain.services.service import Group, Subject
from domain.services.window.checks import applicant, charges, exchange, registration
from domain.services.window.matter import FormPart, Matter
from domain.services.window.originals import Original

NEW_VEHICLE: Final = Matter(
    group=Group.VEHICLE,
    subject=Subject.VEHICLE,
    parts=frozenset({FormPart.NEW_VEHICLE, FormPart.REGISTRATION}),
    originals=(
        Original.IDENTITY,
        Original.ORIGIN,
        Original.CONFORMITY,
        Original.PURCHASE_TAX,
        Original.INSURANCE,
        Original.TAX,
    ),
    units=True,
    checks=(
        applicant.PERSON,
        registration.NOT_REGISTERED,
        registration.CONFORMITY,
        registration.INSURED,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
WITHOUT_PLATE: Final = Matter(
    group=Group.VEHICLE,
    subject=Subject.VEHICLE,
    parts=frozenset({FormPart.NEW_VEHICLE}),
    originals=(Original.IDENTITY, Original.ORIGIN, Original.CONFORMITY, Original.INSURANCE),
    units=True,
    checks=(
        applicant.PERSON,
        registration.NOT_REGISTERED,
        PLATES_LEFT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
TEMPORARY: Final = replace(
    WITHOUT_PLATE, parts=frozenset({FormPart.NEW_VEHICLE, FormPart.TRAVEL_AREA})
)
REGISTERED: Final = Matter(
    group=Group.VEHICLE,
    subject=Subject.VEHICLE,
    parts=frozenset({FormPart.VEHICLE}),
    originals=(Original.IDENTITY, Original.CERTIFICATE, Original.DRIVING_PERMIT),
    units=True,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        registration.COUNTY,
        VEHICLE_STATE,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
TRANSFERRED: Final = replace(REGISTERED, parts=frozenset({FormPart.VEHICLE, FormPart.NEW_PLATE}))
"""A vehicle that changes hands, and gets another number with its owner (124 art. 19)."""
EXCHANGED: Final = replace(
    TRANSFERRED,
    originals=(*REGISTERED.originals, Original.PLATES),
    checks=(exchange.NEW_ENERGY_PLATE, VIOLATIONS, *REGISTERED.checks),
)
"""A new-energy vehicle whose ordinary plates are taken in for those of its kind."""
ALTERED: Final = replace(
    REGISTERED,
    parts=frozenset({FormPart.VEHICLE, FormPart.ALTERED}),
    checks=(registration.OTHER_USE, registration.CONFORMITY, *REGISTERED.checks),
)
"""A vehicle of which something is another one by now (124 art. 10)."""
LEAVING: Final = replace(REGISTERED, parts=frozenset({FormPart.VEHICLE, FormPart.MOVES_TO}))
"""A vehicle whose owner moves out of the prefecture."""
ARRIVING: Final = replace(
    NEW_VEHICLE,
    parts=frozenset({FormPart.NEW_VEHICLE, FormPart.REGISTRATION, FormPart.FIRST_REGISTERED_ON}),
    originals=(
        Original.IDENTITY,
        Original.CERTIFICATE,
        Original.ARCHIVE,
        Original.INSURANCE,
    ),
    checks=(
        applicant.PERSON,
        registration.MOVED_OUT_BEFORE,
        registration.CONFORMITY,
        registration.INSURED,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A vehicle that was registered elsewhere, and comes with its owner."""
CORRECTED: Final = replace(
    REGISTERED,
    parts=frozenset({FormPart.VEHICLE, FormPart.CORRECTED}),
    originals=(Original.IDENTITY, Original.CERTIFICATE, Original.ENTRY_PROOF),
    checks=(registration.WRONG_ENTRY, *REGISTERED.checks),
)
"""A vehicle of which the record says something wrong."""
RELEASED: Final = replace(
    REGISTERED, originals=(Original.IDENTITY, Original.MORTGAGEE, Original.CERTIFICATE)
)
"""A vehicle whose owner and whose mortgagee come together to the office."""
MORTGAGED: Final = replace(
    RELEASED,
    parts=frozenset({FormPart.VEHICLE, FormPart.MORTGAGEE}),
    originals=(*RELEASED.originals, Original.CONTRACTS),
)
LOOKED_AT: Final = replace(REGISTERED, checks=(registration.CONFORMITY, *REGISTERED.checks))
"""A registered vehicle that is checked. Any other is, when it is registered."""
INSPECTED: Final = replace(
    REGISTERED,
    parts=frozenset({FormPart.VEHICLE, FormPart.REPORT}),
    originals=(Original.DRIVING_PERMIT, Original.INSURANCE),
)
MARK: Final = replace(
    INSPECTED,
    parts=frozenset({FormPart.VEHICLE, FormPart.INSPECTED_ON}),
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        VIOLATIONS,
        INSURANCE,
        TAX,
        registration.MARK_OPEN,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A vehicle that has passed its inspection, and gets its mark (124 art. 49)."""
CANCELLED: Final = replace(
    REGISTERED,
    parts=frozenset({FormPart.VEHICLE, FormPart.CANCELLED_FOR}),
    originals=(Original.IDENTITY,),
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        registration.COUNTY,
        registration.MAY_END,
        charges.UNCHARGED,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A vehicle that is registered no longer. What is lost with it nobody can show."""
ENTRY: Final = replace(
    WITHOUT_PLATE,
    parts=frozenset({FormPart.NEW_VEHICLE, FormPart.STAYS_UNTIL}),
    originals=(
        Original.IDENTITY,
        Original.FOREIGN_REGISTRATION,
        Original.INSURANCE,
        Original.ENTRY_APPROVAL,
    ),
    checks=(applicant.PERSON, NO_OPEN_DUPLICATE, TRUE_MATERIAL),
)
"""A vehicle from abroad that stays for a while. The three temporary plates are not its own."""
REISSUED: Final = replace(
    REGISTERED,
    parts=frozenset({FormPart.VEHICLE, FormPart.REISSUE}),
    originals=(Original.IDENTITY,),
)
"""A document of a vehicle that is made anew. Whoever has lost it cannot show it (124 art. 44)."""
