"""Lost and damaged plates of every kind of vehicle, and of units too."""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType
from typing import Final

from cheguan.town.blocks import GREEN, Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Plan
from domain.identifiers.plate import PlateKind
from domain.services.blocks import examples
from domain.services.choices import DocumentKind

_KINDS: Final[Mapping[PlateKind, int]] = MappingProxyType(
    {
        PlateKind.SMALL_CAR: 76,
        PlateKind.SMALL_NEV: 9,
        PlateKind.LARGE_CAR: 5,
        PlateKind.MOTORCYCLE: 5,
        PlateKind.TRAILER: 3,
        PlateKind.LARGE_NEV: 2,
    }
)
_USES: Final[Mapping[PlateKind, str]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: "freight",
        PlateKind.TRAILER: "freight",
        PlateKind.LARGE_NEV: "city_bus",
    }
)
_UNITS: Final = 0.04


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    reason = draw.choices(("lost", "destroyed", "damaged"), (60, 5, 35))[0]
    damaged = [DocumentKind.PLATE_PHOTO] if reason == "damaged" else []
    by_unit = plan.fate in GREEN or draw.random() < _UNITS
    return {
        **example,
        **({"user_kind": "unit"} if by_unit else {}),
        "applicant": example["applicant"] | ({"id_type": "uscc"} if by_unit else {}),
        "vehicle": example["vehicle"] | _vehicle(plan, draw),
        "business": "replace" if damaged else "reissue",
        "reason": reason,
        "plates_affected": draw.choice(("front", "rear", "both")),
        "need_temp_plate": draw.random() < 0.5,
        "documents": [*example["documents"], *examples.documents(*damaged)],
    }


def _vehicle(plan: Plan, draw: Random) -> Body:
    kind = draw.choices(list(_KINDS), list(_KINDS.values()))[0]
    use = _USES.get(kind, "non_operating")
    if plan.fate in GREEN:
        kind, use = PlateKind.SMALL_CAR, draw.choice(("ambulance", "rescue"))
    return {"plate_kind": kind.value, "use_nature": use}


CUSTOM: Final[Custom] = Custom(varied=_varied)
