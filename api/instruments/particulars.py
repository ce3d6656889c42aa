"""Whose instrument it is, and of which vehicle: in the clear for whoever may see it, or masked."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from api.instruments import words
from api.language import Language
from api.masking import masked, part
from api.unopened import PartUnopened
from domain.case.instruments.instrument import Instrument
from domain.case.instruments.kind import InstrumentKind
from domain.keyring import Keyring
from domain.register.vehicle import VehicleType
from domain.titles import Title

PARTS: Final = ("applicant", "vehicle", "new_vehicle")
"""The sealed parts of a case that an instrument names."""


class Particulars(NamedTuple):
    """``name`` is None where it was erased or does not open. ``rows`` are name and value."""

    name: str | None
    rows: tuple[tuple[str, str], ...]


async def particulars(
    keyring: Keyring, instrument: Instrument, language: Language, *, clear: bool
) -> Particulars:
    """Reads them from the case as it stood when the instrument was issued."""
    told: dict[str, Any] = {}
    current = instrument.current
    for name in PARTS:
        try:
            content = await part(keyring, instrument.case, current.key_id, current.sealed, name)
        except PartUnopened:
            continue
        if content is not None:
            told |= content if clear else masked(name, content)
    named: Mapping[str, Title] = words.PERSON
    if instrument.kind is InstrumentKind.TEMPORARY_PLATE:
        named = words.VEHICLE
    rows = tuple(
        (title.text(language), _text(field, str(told[field]), language))
        for field, title in named.items()
        if told.get(field)
    )
    called = told.get("name")
    return Particulars(str(called) if called else None, rows)


def _text(field: str, value: str, language: Language) -> str:
    if field == "vehicle_type" and value in set(VehicleType):
        return VehicleType(value).text(language)
    return value
