"""Applications for a plate number (V07) without end, each for another number and vehicle."""

from datetime import date
from typing import Final, NamedTuple

from cheguan.bench.submissions import MOST, NumberedForm, row, with_holes
from cheguan.town import numbers
from domain.identifiers.plate import PlateKind
from domain.services.new_vehicle_preselect.example import example as new_vehicle_preselect

_SEED: Final = 2020


class Wish(NamedTuple):
    """What differs between two applications, in the order of the body."""

    id_no: str
    vin: str
    wanted_no: str


def wish(number: int) -> Wish:
    """The application of a number below :data:`~cheguan.bench.submissions.MOST`.

    Its person and its vehicle are those of no submission, as long as there are not too many.
    """
    owner = row(MOST - 1 - number)
    wanted = numbers.plate(_SEED, number, PlateKind.SMALL_NEV, "A")
    return Wish(owner.id_no, owner.vin, wanted)


def _pieces(day: date) -> tuple[bytes, ...]:
    return with_holes(new_vehicle_preselect(day), "applicant.id_no", "vehicle.vin", "wanted_no")


RESERVATIONS: Final = NumberedForm("reserve", _pieces, wish)
