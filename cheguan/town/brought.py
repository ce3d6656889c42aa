"""What somebody brings to a window who has told it online before: a number and a vehicle."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cheguan.town.blocks import Body
from domain.identifiers.plate import PlateKind
from domain.register.vehicle import Energy

_NEW_ENERGY: Final = (PlateKind.SMALL_NEV, PlateKind.LARGE_NEV)
_GETS: Final = ("registration", "new_plate")
"""The blocks that say which number the vehicle gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """``told`` are the fields in which he has told of himself and the vehicle, by name, and
    ``gets`` the kind and the text of the number that he has reserved.
    """

    told: Mapping[str, Any] = field(default_factory=dict)
    gets: Mapping[str, Any] = field(default_factory=dict)

    def entered(self, body: Body) -> Body:
        """The application as the officer enters it, who reads all this from the originals."""
        return {
            name: self._block(name, value) if isinstance(value, dict) else value
            for name, value in body.items()
        }

    def _block(self, block: str, fields: Body) -> Body:
        known = self.gets if block in _GETS else self.told
        entered = {name: known.get(name, value) for name, value in fields.items()}
        if self.gets and "energy" in fields:
            entered["energy"] = _energy(entered["plate_kind"], entered["plate_no"])
        return entered


NOTHING: Final = Brought()


def _energy(kind: str, number: str) -> str:
    """D stands for pure electric vehicles, and F for the others (GA 36)."""
    if PlateKind(kind) not in _NEW_ENERGY:
        return Energy.FUEL.value
    return (Energy.BEV if "D" in (number[2], number[-1]) else Energy.PHEV).value
