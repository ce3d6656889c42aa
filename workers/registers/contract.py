"""How records are spelled between this service and a register elsewhere.

Such a register does not know our keys, so persons and numbers stand in the clear where a record
of ours has their blind indexes. They are indexed as soon as they arrive.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, TypeVar

import msgspec

from domain.identifiers import document_number, person_name, plate, unit_name
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import visible
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord
from domain.register.port import RegisterExtract
from domain.register.vehicle import VehicleRecord
from domain.vault import BlindIndex, Purpose

R = TypeVar("R", bound=msgspec.Struct)
NUMBERS: Final[Mapping[str, Purpose]] = MappingProxyType(
    {
        "vin": Purpose.VIN,
        "plate_no": Purpose.PLATE,
        "file_no": Purpose.FILE,
        "permit_no": Purpose.PERMIT,
    }
)
"""The numbers by which a record is told from others, and for what each is indexed."""


class RegisteredPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Whose the record is, in the clear, so it is never stored and never shown."""

    id_no: str
    name: str

    def __repr__(self) -> str:
        return "RegisteredPerson()"


def _spelled(record: type[msgspec.Struct], person: str) -> Any:
    """A record with a person in the place of the indexes of his number and his name, and with
    numbers as they are printed.
    """
    indexes = {person, f"{person}_name"}
    rest = [
        (
            each.name,
            str | None if each.name in NUMBERS else each.type,
            *(() if each.required else (each.default,)),
        )
        for each in msgspec.structs.fields(record)
        if each.name not in indexes
    ]
    name = record.__name__.removesuffix("Record")
    fields = [(person, RegisteredPerson), *rest]
    return msgspec.defstruct(f"{name}Entry", fields, frozen=True, kw_only=True, omit_defaults=True)


VehicleEntry: Final = _spelled(VehicleRecord, "owner")
LicenceEntry: Final = _spelled(LicenceRecord, "holder")
LearnerPermitEntry: Final = _spelled(LearnerPermitRecord, "holder")
Entries: Final = msgspec.defstruct(
    "Entries",
    [
        ("at", datetime),
        ("vehicle", VehicleEntry | None, None),
        ("licence", LicenceEntry | None, None),
        ("permit", LearnerPermitEntry | None, None),
    ],
    frozen=True,
    kw_only=True,
)
"""The answer to an inquiry. What is missing, or null, is not on record there."""


def extract(body: bytes, names: BlindIndex) -> RegisterExtract:
    """Reads an answer, and indexes the persons in it.

    Raises ``msgspec.MsgspecError`` or ``InvalidIdentifier`` for one that is off the contract.
    """
    said: Any = msgspec.json.decode(body, type=Entries)
    if said.at.tzinfo is None:
        raise msgspec.ValidationError("the instant needs a zone")
    return RegisterExtract(
        at=said.at,
        vehicle=said.vehicle and _indexed(VehicleRecord, said.vehicle, "owner", names),
        licence=said.licence and _indexed(LicenceRecord, said.licence, "holder", names),
        permit=said.permit and _indexed(LearnerPermitRecord, said.permit, "holder", names),
    )


def _indexed(record: type[R], entry: Any, person: str, names: BlindIndex) -> R:
    said = msgspec.structs.asdict(entry)
    told: RegisteredPerson = said.pop(person)
    said[person] = names.of(Purpose.ID_NO, document_number.normal(told.id_no))
    if f"{person}_name" in record.__struct_fields__:
        said[f"{person}_name"] = names.of(Purpose.NAME, _name(told.name))
    for name in NUMBERS.keys() & said.keys():
        said[name] = _number(name, said, names)
    return record(**said)


def _number(name: str, said: Mapping[str, Any], names: BlindIndex) -> bytes | None:
    """The number as a form reads it. A plate is told from others by its kind too."""
    if said[name] is None:
        return None
    if name != "plate_no":
        return names.of(NUMBERS[name], document_number.normal(said[name]))
    if said["plate_kind"] is None:
        raise msgspec.ValidationError("a plate needs its kind")
    return names.of(NUMBERS[name], f"{said['plate_kind']}:{plate.normal(said[name])}")


def _name(text: str) -> str:
    """The name as a form reads it, so that equal names have equal indexes."""
    for parse in (person_name.parse, unit_name.parse):
        with suppress(InvalidIdentifier):
            return parse(text).text
    return visible(text)
