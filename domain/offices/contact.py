"""How an office is reached: its telephone, its hours, and how many people its hall holds.

The real ones are not known here, so all of them are made up and say so. A synthetic telephone has
a local number that begins with 0, which no subscriber in China has.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.offices.business import DONE_AT
from domain.offices.office import OfficeKind, OfficeRecord
from domain.titles import Title


class Contact(NamedTuple):
    """``synthetic``: telephone, hours and capacity are made up. An address that is not known is
    ``None``.
    """

    telephones: tuple[str, ...]
    hours: Title | None
    hall_capacity: int
    address: Title | None = None
    synthetic: bool = True


_AREA: Final[Mapping[str, str]] = MappingProxyType(
    {
        "41": "0371",
        "4101": "0371",
        "4102": "0371",
        "4103": "0379",
        "4104": "0375",
        "4105": "0372",
        "4106": "0392",
        "4107": "0373",
        "4108": "0391",
        "4109": "0393",
        "4110": "0374",
        "4111": "0395",
        "4112": "0398",
        "4113": "0377",
        "4114": "0370",
        "4115": "0376",
        "4116": "0394",
        "4117": "0396",
        "4190": "0391",
    }
)
"""Telephone areas by the first four digits of an office's id, the province by its own two."""
_HALLS: Final[Mapping[OfficeKind, int]] = MappingProxyType(
    {
        OfficeKind.VEHICLE_OFFICE: 200,
        OfficeKind.BRANCH: 80,
        OfficeKind.COUNTY_OFFICE: 60,
        OfficeKind.EXAM_SITE: 120,
        OfficeKind.EDUCATION_SITE: 100,
    }
)
_SMALL: Final = 30
_HOURS: Final = Title(
    "工作日 8:30–12:00，13:00–17:30", "working days 8:30 to 12:00 and 13:00 to 17:30"
)


def contact_of(office: OfficeRecord, place: int) -> Contact:
    """The contact of the office that stands at this place of the tree."""
    area = _AREA.get(office.id[:4], _AREA["41"])
    hall = _HALLS.get(office.kind, _SMALL)
    opened = bool(DONE_AT[office.kind])
    return Contact((f"{area}-0000{place:04d}",), _HOURS if opened else None, hall if opened else 0)
