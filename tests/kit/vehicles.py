"""Vehicles beside that of an example, each with a plate and a VIN of its own."""

from typing import Any

from cheguan.town.numbers import vehicle_identification


def numbered(number: int) -> dict[str, Any]:
    """The plate and the VIN of the vehicle of this number."""
    return {
        "plate_no": f"豫A{10_000 + number}",
        "vin": vehicle_identification(2020, number),
    }
