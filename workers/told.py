"""What the sealed parts of a case tell the register: opened for one question, and never kept."""

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from domain.case.state import Case
from domain.keyring import Keyring
from domain.register.port import Inquiry
from domain.vault import unseal

Told = Mapping[str, Any]
"""The fields of a form in the clear, by name."""
_PARTS: Final = (
    "details",
    "violation",
    "decision",
    "vehicle",
    "new_vehicle",
    "licence",
    "permit",
    "exam",
    "applicant",
)
"""The parts of a form that tell whom and what it is about. The last one of a name counts."""


_GETS: Final = ("registration", "new_plate")
"""The parts that tell the number that a vehicle gets."""


async def told_by(keyring: Keyring, case: UUID, current: Case) -> Told:
    """The fields of the parts that matter, in the clear.

    Under ``gets`` stands the number of the plate that a vehicle gets, and under ``mortgagee`` to
    whom it is mortgaged. A licence that the form does not name has the number of its holder.
    Raises :class:`~domain.keyring.KeyErased` if the personal data of the case was erased.
    """
    assert current.key_id is not None
    key = await keyring.key(current.key_id)
    told: dict[str, Any] = {}
    for part in _PARTS:
        if text := current.sealed.get(part):
            told |= json.loads(unseal(key, case, part, text))
    if text := current.sealed.get("mortgagee"):
        told["mortgagee"] = json.loads(unseal(key, case, "mortgagee", text))
    for part in _GETS:
        if text := current.sealed.get(part):
            told["gets"] = _plate(json.loads(unseal(key, case, part, text)))
    if current.licence:
        told.setdefault("licence_no", told["id_no"])
    return told


def _plate(told: Told) -> str:
    return f"{told['plate_kind']}:{told['plate_no']}"


def inquiry_about(told: Told, anew: UUID | None = None) -> Inquiry:
    """The question about it. ``anew`` is a case whose first decision is not to be seen."""
    return Inquiry(
        id_no=told["id_no"],
        plate=_plate(told) if told.get("plate_no") else None,
        vin=told.get("vin"),
        licence_no=told.get("licence_no"),
        case=anew,
    )
