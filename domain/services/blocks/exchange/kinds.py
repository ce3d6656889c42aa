"""The vehicle whose ordinary plate is exchanged for a new-energy plate."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Literal

from pydantic import ValidationInfo, field_validator

from domain.identifiers.plate import PlateKind
from domain.register.vehicle import Energy
from domain.services.blocks.exchange import words
from domain.services.blocks.vehicle import words as vehicle_words
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.judgement import defect, judgement

NEW_KIND: Final[Mapping[PlateKind, PlateKind]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: PlateKind.LARGE_NEV,
        PlateKind.SMALL_CAR: PlateKind.SMALL_NEV,
    }
)
"""The kind of the new plate, by that of the old one (GA 36)."""

NewEnergy = Annotated[Literal[Energy.BEV, Energy.PHEV, Energy.FCEV], words.ENERGY]


class ExchangedVehicle(Vehicle):
    """A vehicle with an ordinary plate of a kind that can be exchanged."""

    TEXTS: ClassVar = {**vehicle_words.TEXTS, **words.TEXTS}

    @field_validator("plate_kind")
    @classmethod
    def _ordinary(cls, kind: PlateKind, info: ValidationInfo) -> PlateKind:
        if kind in NEW_KIND.values():
            raise defect("plate_already_nev")
        if kind not in NEW_KIND:
            raise defect("plate_not_exchangeable")
        judgement(info).plate_kind = kind
        return kind
