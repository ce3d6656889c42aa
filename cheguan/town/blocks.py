"""The blocks of a form, as people of the town fill them in on a simulated day."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from types import MappingProxyType
from typing import Any, Final

from cheguan.town import numbers
from cheguan.town.fates import Fate, Plan
from cheguan.town.people import Person
from domain.calendar import OFFICE_ZONE
from domain.identifiers.henan_names import NAMES
from domain.identifiers.plate import PlateKind
from domain.services.choices import DocumentKind

Body = dict[str, Any]

GREEN: Final = frozenset({Fate.GREEN_GRANTED, Fate.GREEN_DENIED})
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


def head(draw: Random, plan: Plan, who: Person, capacity: str, *, is_unit: bool = False) -> Body:
    channel = draw.choices(("online_app", "online_web"), (75, 25))[0]
    if plan.fate is Fate.GREEN_GRANTED:
        channel = "emergency"
    applicant = {
        "id_type": "uscc" if is_unit else "resident_id",
        "id_no": numbers.unit(plan.seed, plan.number, plan.city.code) if is_unit else who.id_no,
        "name": f"{NAMES[plan.city.code]}示例单位{plan.number}" if is_unit else who.name,
        "mobile": who.mobile,
        "capacity": capacity,
    }
    return {
        "channel": channel,
        "user_kind": "unit" if is_unit else "real_name",
        "applicant": applicant,
    }


def vehicle(plan: Plan, draw: Random) -> Body:
    kind = draw.choices(list(_KINDS), list(_KINDS.values()))[0]
    use = _USES.get(kind, "non_operating")
    if plan.fate in GREEN:
        kind, use = PlateKind.SMALL_CAR, draw.choice(("ambulance", "rescue"))
    return {
        "plate_kind": kind.value,
        "plate_no": numbers.plate(plan.seed, plan.number, kind, plan.city.letter),
        "vin": numbers.vehicle_identification(plan.seed, plan.number),
        "engine_no": numbers.engine(plan.seed, plan.number),
        "use_nature": use,
    }


def declaration(at: datetime) -> Body:
    return {
        "notice_version": "2020.1",
        "agreed_at": written(at - timedelta(seconds=300)),
        "declaration_version": "2020.1",
        "sms_verified_at": written(at - timedelta(seconds=20)),
    }


def written(instant: datetime) -> str:
    return instant.astimezone(OFFICE_ZONE).isoformat()


def documents(plan: Plan, draw: Random, kinds: Iterable[DocumentKind]) -> list[Body]:
    return [
        {
            "kind": kind.value,
            "sha256": digest_of(plan, kind.value),
            "media_type": "image/jpeg",
            "size": draw.randint(80_000, 900_000),
        }
        for kind in kinds
    ]


def digest_of(plan: Plan, paper: str) -> str:
    """The SHA-256 that stands for a picture that nobody took."""
    return hashlib.sha256(f"{plan.seed}:{plan.number}:{paper}".encode()).hexdigest()
