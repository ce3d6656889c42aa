"""Complete applications, as people of the town fill them in on a simulated day."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from types import MappingProxyType
from typing import Any, Final

import msgspec

from cheguan.town import numbers
from cheguan.town.deliveries import delivery
from cheguan.town.people import Person, person
from cheguan.town.plans import Fate, Plan
from domain.calendar import OFFICE_ZONE, local_day
from domain.identifiers.henan_names import NAMES
from domain.identifiers.plate import PlateKind
from domain.periods import add_months, add_years
from domain.services.choices import DocumentKind

Body = dict[str, Any]

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
_GREEN: Final = frozenset({Fate.GREEN_GRANTED, Fate.GREEN_DENIED})


def filled_in(plan: Plan, at: datetime) -> bytes:
    """The body of the plan's application in JSON, as it is sent at ``at``."""
    draw = plan.draw("application")
    who = person(plan.seed, plan.number, plan.city)
    return msgspec.json.encode(_FORMS[plan.service](plan, draw, who, at))


def _plate_reissue(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    reason = draw.choices(("lost", "destroyed", "damaged"), (60, 5, 35))[0]
    papers = [
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.REGISTRATION_CERTIFICATE,
        *([DocumentKind.PLATE_PHOTO] if reason == "damaged" else []),
    ]
    to = delivery(plan, draw, who, at)
    paid = draw.choices(("online", "on_delivery"), (92, 8))[0]
    is_unit = plan.fate in _GREEN or draw.random() < 0.04
    return {
        "service": "plate_reissue",
        **_head(draw, plan, who, "owner", is_unit=is_unit),
        "vehicle": _vehicle(plan, draw),
        "business": "replace" if reason == "damaged" else "reissue",
        "reason": reason,
        "plates_affected": draw.choice(("front", "rear", "both")),
        "need_temp_plate": draw.random() < 0.5,
        "delivery": to,
        "payment": {"method": paid if to["mode"] == "post" else "online"},
        "declaration": _declaration(at),
        "documents": _documents(plan, draw, papers),
    }


def _vehicle_contact_change(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    """The form of V06. The register refuses a new number that has not answered its code."""
    body = {
        "service": "vehicle_contact_change",
        **_head(draw, plan, who, "owner"),
        "vehicle": _vehicle(plan, draw),
        "new_mobile": numbers.mobile(plan.seed, plan.number + 500_000),
        "postcode": who.home.postcode,
        "contact_address": who.home.address,
        "declaration": _declaration(at),
        "documents": [],
    }
    if plan.fate is not Fate.REFUSED:
        body["new_mobile_verified_at"] = _written(at - timedelta(seconds=40))
    if draw.random() < 0.2:
        body["email"] = f"resident{plan.number}@example.com"
    return body


def _renewal_deferral(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    expiry = add_months(local_day(at), draw.randint(2, 14)) + timedelta(days=draw.randint(0, 27))
    papers = (
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.LICENCE_PHOTO_PAGE,
        DocumentKind.DEFERRAL_PROOF,
    )
    return {
        "service": "renewal_deferral",
        **_head(draw, plan, who, "driver"),
        "licence": {
            "licence_no": who.id_no,
            "file_no": numbers.file_number(plan.seed, plan.number, plan.city.file_prefix),
            "classes": draw.choices(("C1", "C2", "B2", "A2", "C1D"), (70, 14, 9, 3, 4))[0],
            "valid_until": expiry.isoformat(),
        },
        "reason": draw.choices(("abroad", "military", "other"), (30, 25, 45))[0],
        "requested_until": add_years(expiry, draw.randint(1, 3)).isoformat(),
        "declaration": _declaration(at),
        "documents": _documents(plan, draw, papers),
    }


_FORMS: Final = {
    "plate_reissue": _plate_reissue,
    "vehicle_contact_change": _vehicle_contact_change,
    "renewal_deferral": _renewal_deferral,
}


def _head(draw: Random, plan: Plan, who: Person, capacity: str, *, is_unit: bool = False) -> Body:
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


def _vehicle(plan: Plan, draw: Random) -> Body:
    kind = draw.choices(list(_KINDS), list(_KINDS.values()))[0]
    use = _USES.get(kind, "non_operating")
    if plan.fate in _GREEN:
        kind, use = PlateKind.SMALL_CAR, draw.choice(("ambulance", "rescue"))
    return {
        "plate_kind": kind.value,
        "plate_no": numbers.plate(plan.seed, plan.number, kind, plan.city.letter),
        "vin": numbers.vehicle_identification(plan.seed, plan.number),
        "engine_no": numbers.engine(plan.seed, plan.number),
        "use_nature": use,
    }


def _declaration(at: datetime) -> Body:
    return {
        "notice_version": "2020.1",
        "agreed_at": _written(at - timedelta(seconds=300)),
        "declaration_version": "2020.1",
        "sms_verified_at": _written(at - timedelta(seconds=20)),
    }


def _written(instant: datetime) -> str:
    return instant.astimezone(OFFICE_ZONE).isoformat()


def _documents(plan: Plan, draw: Random, kinds: Iterable[DocumentKind]) -> list[Body]:
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
