"""A complete body of each window service, in order on the day asked for. It belongs to nobody."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from domain.services.blocks import examples
from domain.services.blocks.business import Business
from domain.services.blocks.examples import Body
from domain.services.window.matter import FormPart
from domain.services.window.window_service import WindowService

_WHOSE: Final[Mapping[str, str]] = MappingProxyType({"licence_overage_w": examples.OVER_SIXTY})
"""The numbers of people of another age, where the service is about that."""


_ANOTHER: Final[Mapping[str, str]] = MappingProxyType({"plate_kind": "02", "plate_no": "豫A8N2P6"})
_GETS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"nev_plate_exchange": {"plate_kind": "52", "plate_no": "豫AD80808"}}
)
"""The numbers that are got where the service is about their kind."""
_USED_AS: Final[Mapping[str, str]] = MappingProxyType({"school_bus_plate": "school_bus"})


def example_of(row: WindowService, today: date) -> Body:
    """What a clerk enters for this service."""
    id_no = _WHOSE.get(row.code, examples.ID_NO)
    parts: dict[FormPart, Body] = {
        FormPart.VEHICLE: examples.vehicle()["vehicle"],
        FormPart.NEW_VEHICLE: examples.new_vehicle()["vehicle"],
        FormPart.REGISTRATION: _registration(
            today,
            ambulance=row.end.green,
            new=FormPart.FIRST_REGISTERED_ON not in row.matter.parts,
        ),
        FormPart.NEW_PLATE: dict(_GETS.get(row.code, _ANOTHER)),
        FormPart.MORTGAGEE: {
            "id_type": "uscc",
            "id_no": "91410100MA45000177",
            "name": "示例银行股份有限公司郑州分行",
        },
        FormPart.LICENCE: {
            name: value
            for name, value in examples.licence(today, id_no=id_no)["licence"].items()
            if name in ("licence_no", "file_no")
        },
        FormPart.EXAM: {
            "permit_no": "410100123456",
            "exam_class": "C1",
            "site_id": "410100.exs1",
            "sat_on": today.isoformat(),
            "score": 96,
        },
    }
    yesterday = (today - timedelta(days=1)).isoformat()
    parts[FormPart.REPORT] = {"station_id": "410100.ins1", "tested_on": yesterday, "passed": True}
    parts[FormPart.PENALTY] = {
        "violation_no": "4101051234567890",
        "occurred_on": yesterday,
        "act_code": "1344",
        "kind": "fine",
        "fine_yuan": 500,
        "points": 3,
    }
    parts[FormPart.ALTERED] = {"alteration": "colour"}
    parts[FormPart.CORRECTED] = {"seats": 5}
    if row.code in _USED_AS:
        parts[FormPart.VEHICLE] |= {"use_nature": _USED_AS[row.code]}
    reissued = Business.REPLACE if FormPart.REISSUE in row.matter.parts else None
    asked: dict[str, Any] = {part: parts[part] for part in parts if part in row.matter.parts}
    if FormPart.INSPECTED_ON in row.matter.parts:
        asked["inspected_on"] = yesterday
    if FormPart.CANCELLED_FOR in row.matter.parts:
        asked["cancelled_for"] = "scrapped"
    if FormPart.TARGET_CLASSES in row.matter.parts:
        asked["target_classes"] = "C2"
    if FormPart.EXAMINATION in row.matter.parts:
        asked |= {"classes": "C5", **examples.examination(today)}
    if FormPart.FIRST_REGISTERED_ON in row.matter.parts:
        asked["first_registered_on"] = (today - timedelta(days=800)).isoformat()
    if FormPart.MOVES_TO in row.matter.parts:
        asked["moves_to"] = "110105"
    if FormPart.WANTED_CLASS in row.matter.parts:
        asked["wanted_class"] = "C1"
    if FormPart.STAYS_UNTIL in row.matter.parts:
        asked["stays_until"] = (today + timedelta(days=60)).isoformat()
    if FormPart.TRAVEL_AREA in row.matter.parts:
        asked["travel_area"] = "within"
    if reissued:
        asked["reissue"] = str(reissued)
    return {
        "service": row.code,
        **examples.applicant(row.capacities[0], id_no),
        "channel": "window",
        **asked,
        "originals": [str(each) for each in row.asked_of(reissued)],
        "declaration": examples.declaration(today),
    }


def _registration(today: date, *, ambulance: bool, new: bool) -> Body:
    return {
        "plate_kind": "02",
        "plate_no": "豫A3C5D7",
        "use_nature": "ambulance" if ambulance else "non_operating",
        "energy": "fuel",
        "made_on": (today - timedelta(days=40 if new else 840)).isoformat(),
        "insured_from": today.isoformat(),
        "insured_until": (today + timedelta(days=364)).isoformat(),
    }
