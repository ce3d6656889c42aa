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
_PARTS: Final = ("details", "vehicle", "licence", "applicant")
"""The parts of a form that tell whom and what it is about. The last one of a name counts."""


async def told_by(keyring: Keyring, case: UUID, current: Case) -> Told:
    """The fields of the parts that matter, in the clear.

    Raises :class:`~domain.keyring.KeyErased` if the personal data of the case was erased.
    """
    assert current.key_id is not None
    key = await keyring.key(current.key_id)
    told: dict[str, Any] = {}
    for part in _PARTS:
        if text := current.sealed.get(part):
            told |= json.loads(unseal(key, case, part, text))
    return told


def inquiry_about(told: Told) -> Inquiry:
    plate_no = told.get("plate_no")
    return Inquiry(
        id_no=told["id_no"],
        plate=f"{told['plate_kind']}:{plate_no}" if plate_no else None,
        vin=told.get("vin"),
        licence_no=told.get("licence_no"),
    )
