"""The two services of China Post by which an office sends documents.

Both belong to China Post, because a courier firm may not carry official documents of a state
organ (Postal Law art. 55).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.choice import Choice


class CarrierName(Choice):
    """The code stands in the address of the callbacks, and names their sender in the inbox."""

    EMS = "ems", "邮政特快专递（EMS）", "China Post EMS"
    REGISTERED = "registered", "邮政挂号信", "China Post registered mail"


SERIES: Final[Mapping[CarrierName, str]] = MappingProxyType(
    {CarrierName.EMS: "EM", CarrierName.REGISTERED: "RM"}
)
"""The S10 service indicator under which each carrier gives numbers to orders of this office.

UPU S10 reserves EA to EZ for express items and RA to RZ for registered ones. A label of another
series was bought at a counter. Of such an item nobody tells by callbacks.
"""


def carrier_of(item_no: str) -> CarrierName | None:
    """The carrier that tells of an item, by its number. None for a label bought at a counter."""
    return next((each for each, series in SERIES.items() if item_no.startswith(series)), None)
