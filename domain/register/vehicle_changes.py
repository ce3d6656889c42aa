"""What changes in a registered vehicle, and where it is registered (Order 124).

These names and fields are stored for ever.
"""

from datetime import date

from domain.identifiers.plate import PlateKind
from domain.register.change import Change
from domain.register.vehicle import Alteration, Energy, UseNature, VehicleType


class AlterationMade(Change, frozen=True, kw_only=True, omit_defaults=True):
    """Something of a registered vehicle is another one (124 art. 10). ``use`` is its use by now."""

    altered_on: date
    alteration: Alteration
    use: UseNature | None = None


class EntryCorrected(Change, frozen=True, kw_only=True, omit_defaults=True):
    """What was entered wrongly of a vehicle is put right. What is None stays."""

    corrected_on: date
    use: UseNature | None = None
    energy: Energy | None = None
    seats: int | None = None
    made_on: date | None = None


class PlatesExchanged(Change, frozen=True, kw_only=True):
    """The plates of the vehicle were taken in for those of another kind, with another number.

    Which number that is the :class:`Registrant` has. The owner stays who he is.
    """

    exchanged_on: date
    plate_kind: PlateKind


class MovedOut(Change, frozen=True, kw_only=True):
    """The vehicle leaves its office of registration for that of the region ``to``."""

    moved_on: date
    to: str


class MovedIn(Change, frozen=True, kw_only=True, omit_defaults=True):
    """The vehicle comes from another office of registration, with its owner :class:`Registrant`.

    ``registered_on`` is the day of its first registration, wherever that was.
    """

    office: str
    registered_on: date
    type: VehicleType
    use: UseNature
    seats: int
    energy: Energy
    plate_kind: PlateKind
    made_on: date | None = None
    inspected_until: date | None = None
    insured_from: date | None = None
    insured_until: date | None = None
