"""How far it is from the processing centre in Zhengzhou to each city, in hours of a lorry."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

HUB: Final = "410100"
"""Mail between cities of the province goes through the centre in Zhengzhou."""
HOURS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "410100": 0.5,
        "410200": 1.5,
        "410300": 2.5,
        "410400": 2.5,
        "410500": 3.0,
        "410600": 2.5,
        "410700": 1.5,
        "410800": 2.0,
        "410900": 3.5,
        "411000": 1.5,
        "411100": 2.5,
        "411200": 4.0,
        "411300": 4.5,
        "411400": 3.5,
        "411500": 5.0,
        "411600": 3.5,
        "411700": 3.5,
        "419001": 2.5,
    }
)
"""An estimate from the distances by motorway."""
COUNTY_HOURS: Final = 2.0
"""From the seat of a city to a county of it."""


def city_of(region: str) -> str:
    """The city in which a place is. Jiyuan 济源 is one of its own."""
    return region if region in HOURS else f"{region[:4]}00"
